package nl.peil.jobs.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads the text format of Prometheus, version 0.0.4, as its description says, and nothing more
 * lenient: one block per metric, HELP and TYPE before the samples, no sample twice, a line feed at
 * the end.
 *
 * @param types type by metric
 * @param samples value by metric and labels, the labels sorted by name
 */
public record MetricsFile(Map<String, String> types, Map<String, Double> samples) {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");

  /** Reads it; fails the test when it breaks a rule. */
  public static MetricsFile parse(String text) {
    assertThat(text).endsWith("\n").doesNotContain("\r");
    var types = new LinkedHashMap<String, String>();
    var samples = new LinkedHashMap<String, Double>();
    Set<String> helped = new HashSet<>();
    List<String> order = new ArrayList<>();
    for (var line : text.split("\n")) {
      if (line.startsWith("# ")) {
        var words = line.split(" ", 4);
        assertThat(words).as(line).hasSize(4);
        assertThat(words[2]).matches(NAME);
        if (words[1].equals("HELP")) {
          assertThat(helped.add(words[2])).as("one HELP: " + line).isTrue();
        } else {
          assertThat(words[1]).isEqualTo("TYPE");
          assertThat(words[3]).isIn("counter", "gauge", "histogram", "summary", "untyped");
          assertThat(types.put(words[2], words[3])).as("one TYPE: " + line).isNull();
          assertThat(order).as("TYPE comes before samples").doesNotContain(words[2]);
        }
        continue;
      }
      var sample = SAMPLE.matcher(line);
      assertThat(sample.matches()).as(line).isTrue();
      var name = sample.group(1);
      assertThat(types).as("a sample has a TYPE: " + line).containsKey(name);
      if (order.isEmpty() || !order.get(order.size() - 1).equals(name)) {
        assertThat(order).as("samples of a metric stand together").doesNotContain(name);
        order.add(name);
      }
      var key = name + labels(sample.group(2) == null ? "" : sample.group(2));
      assertThat(samples.put(key, Double.valueOf(sample.group(3)))).as("once: " + key).isNull();
    }
    assertThat(order).as("no metric without samples").containsExactlyElementsOf(types.keySet());
    return new MetricsFile(types, samples);
  }

  private static Map<String, String> labels(String text) {
    var labels = new TreeMap<String, String>();
    var found = LABEL.matcher(text);
    int end = 0;
    while (found.find()) {
      assertThat(found.start()).as(text).isEqualTo(end);
      assertThat(
              labels.put(
                  found.group(1),
                  found.group(2).replace("\\n", "\n").replaceAll("\\\\([\\\\\"])", "$1")))
          .as("each label once")
          .isNull();
      end = found.end();
    }
    assertThat(end).as("nothing between labels: " + text).isEqualTo(text.length());
    return labels;
  }

  /** The value of a metric of a configuration; more labels as name=value. */
  public Double value(String metric, String configuration, String... more) {
    var labels = new TreeMap<String, String>(Map.of("configuration", configuration));
    for (var label : more) {
      labels.put(label.substring(0, label.indexOf('=')), label.substring(label.indexOf('=') + 1));
    }
    assertThat(samples).containsKey(metric + labels);
    return Objects.requireNonNull(samples.get(metric + labels));
  }
}
