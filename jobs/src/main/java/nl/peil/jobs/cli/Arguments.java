package nl.peil.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the command line: a command and the values of its options, checked by {@link
 * ArgumentsParser}.
 *
 * @param command sub-command; empty when none was given
 * @param options values by name of the option, in the order in which they were given; a flag has
 *     one empty value
 */
public record Arguments(String command, Map<String, List<String>> options) {

  /** Nothing given yet. */
  public static final Arguments NONE = new Arguments("", Map.of());

  private static final String DRY_RUN = "dry-run";

  Arguments withCommand(String name) {
    return new Arguments(name, options);
  }

  Arguments with(String option, String value) {
    var more = new LinkedHashMap<>(options);
    var values = new ArrayList<>(more.getOrDefault(option, List.of()));
    values.add(value);
    more.put(option, List.copyOf(values));
    return new Arguments(command, more);
  }

  /** True when the option was given. */
  public boolean has(String option) {
    return options.containsKey(option);
  }

  /** The values of an option; empty when it was not given. */
  public List<String> all(String option) {
    return options.getOrDefault(option, List.of());
  }

  /** The value of an option, the last when it was given more than once; null when not at all. */
  public @Nullable String text(String option) {
    var values = all(option);
    return values.isEmpty() ? null : values.get(values.size() - 1);
  }

  /** The value of an option, or what stands in for it. */
  public String text(String option, String fallback) {
    var value = text(option);
    return value == null ? fallback : value;
  }

  /** The names in an option that takes {@code NAME,...}; empty when it was not given. */
  public List<String> names(String option) {
    var names = new ArrayList<String>();
    for (var value : all(option)) {
      names.addAll(List.of(value.split(",", -1)));
    }
    return names;
  }

  /** The whole number of an option, or what stands in for it. */
  public int number(String option, int fallback) {
    var value = text(option);
    return value == null ? fallback : Integer.parseInt(value);
  }

  /** The path of an option; null when it was not given. */
  public @Nullable Path path(String option) {
    var value = text(option);
    return value == null ? null : Path.of(value);
  }

  /** Configuration file; null when not given. */
  public @Nullable Path conf() {
    return path("conf");
  }

  /** {@code --set key=value}, in order. */
  public Map<String, String> settings() {
    var settings = new LinkedHashMap<String, String>();
    for (var text : all("set")) {
      settings.put(text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1));
    }
    return settings;
  }

  /** Files with what-ifs, in order. */
  public List<Path> whatIfs() {
    return all("what-if").stream().map(Path::of).toList();
  }

  /** Stop after the plan. */
  public boolean dryRun() {
    return has(DRY_RUN);
  }

  /** The same, stopping after the plan. */
  public Arguments asDryRun() {
    return with(DRY_RUN, "");
  }

  /** Make slices again that are up to date. */
  public boolean force() {
    return has("force");
  }

  /** Names of the tables to make; empty: all. */
  public List<String> only() {
    return names("only");
  }
}
