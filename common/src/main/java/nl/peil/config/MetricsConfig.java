package nl.peil.config;

import java.nio.file.Path;

/**
 * Where a run leaves its metrics.
 *
 * @param prometheusFile file on this machine that every run writes anew, in the text format of
 *     Prometheus; its name ends in .prom, which is what node_exporter looks for
 */
public record MetricsConfig(Path prometheusFile) {

  private static final String ENDING = ".prom";

  /** Reads {@code metrics}. */
  static MetricsConfig read(Section section) {
    var file = section.text("prometheus_file");
    if (!file.isEmpty() && !file.endsWith(ENDING)) {
      section.problem(
          "prometheus_file",
          "expected a name that ends in "
              + ENDING
              + ", which node_exporter reads, got '"
              + file
              + "'");
    }
    section.done();
    return new MetricsConfig(Path.of(file));
  }
}
