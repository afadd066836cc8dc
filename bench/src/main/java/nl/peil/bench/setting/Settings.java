package nl.peil.bench.setting;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for with {@code -Dbench.*}.
 *
 * @param target folder to work in and to write the report to
 * @param zones zones of the delivery that is generated
 * @param rounds rounds that count
 * @param delivery a delivery to use; null: generate one
 * @param conf configuration of the delivery
 * @param only parts to run; empty: those that are usually run
 * @param sizes zones to go through for the part on scaling
 * @param matrices most matrices for the part on scaling
 */
public record Settings(
    Path target,
    int zones,
    int rounds,
    @Nullable Path delivery,
    Path conf,
    List<String> only,
    List<Integer> sizes,
    int matrices) {

  /**
   * Reads the system properties.
   *
   * @throws IllegalArgumentException when one is not as expected
   */
  public static Settings fromProperties() {
    var delivery = text("delivery", "");
    var conf = text("conf", "");
    if (delivery.isEmpty() != conf.isEmpty()) {
      throw new IllegalArgumentException(
          "-Dbench.delivery and -Dbench.conf go together: a delivery needs its configuration");
    }
    int rounds = number("rounds", "5");
    if (rounds < 1) {
      throw new IllegalArgumentException("-Dbench.rounds: expected 1 or more, got " + rounds);
    }
    return new Settings(
        Path.of(text("target", "bench/target")).toAbsolutePath(),
        number("zones", "4067"),
        rounds,
        delivery.isEmpty() ? null : Path.of(delivery).toAbsolutePath(),
        Path.of(conf.isEmpty() ? "conf/sample.conf" : conf).toAbsolutePath(),
        words("only", ""),
        words("sizes", "500,2000,4067,8000,16000").stream().map(Integer::valueOf).toList(),
        number("matrices", "70"));
  }

  /** The command that asks for this. */
  public String command() {
    var command = new StringBuilder("./mvnw -Pbench verify");
    command.append(
        delivery == null
            ? " -Dbench.zones=" + zones
            : " -Dbench.delivery=%s -Dbench.conf=%s"
                .formatted(delivery.getFileName(), conf.getFileName()));
    command.append(" -Dbench.rounds=").append(rounds);
    if (!only.isEmpty()) {
      command.append(" -Dbench.only=").append(String.join(",", only));
    }
    if (only.contains("scaling")) {
      var numbers = sizes.stream().map(String::valueOf).collect(Collectors.joining(","));
      command.append(" -Dbench.sizes=").append(numbers);
      command.append(" -Dbench.matrices=").append(matrices);
    }
    return command.toString();
  }

  private static String text(String name, String fallback) {
    var value = System.getProperty("bench." + name, "").strip();
    return value.isEmpty() ? fallback : value;
  }

  private static int number(String name, String fallback) {
    var value = text(name, fallback);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "-Dbench." + name + ": expected a whole number, got '" + value + "'", e);
    }
  }

  private static List<String> words(String name, String fallback) {
    return Arrays.stream(text(name, fallback).split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
