package nl.peil.jobs.operate;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The metrics of a run in the text format of Prometheus, version 0.0.4, as the textfile collector
 * of node_exporter reads it (https://prometheus.io/docs/instrumenting/exposition_formats).
 */
final class PrometheusText {

  private static final List<String> OUTCOMES =
      List.of("done", "unchanged", "rejected", "failed", "interrupted");

  private final String configuration;
  private final StringBuilder text = new StringBuilder();

  private PrometheusText(String configuration) {
    this.configuration = configuration;
  }

  /** The whole file. */
  static String of(RunAccount account) {
    var name = account.configFile().replaceFirst(".*[/\\\\]", "").replaceFirst("\\.[^.]*$", "");
    var text = new PrometheusText(name);
    text.write(account);
    return text.text.toString();
  }

  private void write(RunAccount account) {
    one(Metric.BUILD_INFO, Map.of("version", account.peilVersion()), 1);
    var outcomes = new LinkedHashMap<String, Double>();
    OUTCOMES.forEach(each -> outcomes.put(each, each.equals(account.outcome()) ? 1.0 : 0.0));
    each(Metric.OUTCOME, "outcome", outcomes);
    one(Metric.EXIT_CODE, Map.of(), account.exitCode());
    one(Metric.STARTED, Map.of(), seconds(account.startedAt()));
    one(Metric.ENDED, Map.of(), seconds(account.endedAt()));
    var success = account.lastSuccessAt();
    if (success != null) {
      one(Metric.SUCCEEDED, Map.of(), seconds(success));
    }
    one(Metric.DURATION, Map.of(), account.seconds());
    tables(Metric.TABLE_DURATION, account, RunAccount.OfTable::seconds);
    tables(Metric.SLICES_WRITTEN, account, table -> table.slices().written());
    tables(Metric.ROWS_WRITTEN, account, RunAccount.OfTable::rowsWritten);
    tables(Metric.ROWS_QUARANTINED, account, RunAccount.OfTable::rowsQuarantined);
    one(Metric.FILES_REJECTED, Map.of(), account.rejectedFiles().size());
    var findings = new LinkedHashMap<String, Double>();
    findings.put("info", (double) account.findings().info());
    findings.put("warn", (double) account.findings().warn());
    findings.put("quarantine", (double) account.findings().quarantine());
    findings.put("reject", (double) account.findings().reject());
    each(Metric.FINDINGS, "severity", findings);
    tables(Metric.TABLE_ROWS, account, RunAccount.OfTable::rows);
    tables(Metric.STALE, account, table -> table.slices().leftStale());
  }

  private static double seconds(String moment) {
    return Instant.parse(moment).toEpochMilli() / 1000.0;
  }

  private void tables(
      Metric metric, RunAccount account, ToDoubleFunction<RunAccount.OfTable> value) {
    var values = new LinkedHashMap<String, Double>();
    account.tables().forEach(table -> values.put(table.table(), value.applyAsDouble(table)));
    each(metric, "table", values);
  }

  private void one(Metric metric, Map<String, String> labels, double value) {
    head(metric);
    sample(metric, labels, value);
  }

  private void each(Metric metric, String label, Map<String, Double> values) {
    if (values.isEmpty()) {
      return;
    }
    head(metric);
    values.forEach((name, value) -> sample(metric, Map.of(label, name), value));
  }

  private void head(Metric metric) {
    text.append("# HELP %s %s\n".formatted(metric.key(), metric.help().replace("\\", "\\\\")));
    text.append("# TYPE %s %s\n".formatted(metric.key(), metric.type()));
  }

  private void sample(Metric metric, Map<String, String> labels, double value) {
    text.append(metric.key()).append("{configuration=").append(quoted(configuration));
    labels.forEach(
        (name, label) -> text.append(',').append(name).append('=').append(quoted(label)));
    text.append("} ").append(number(value)).append('\n');
  }

  private static String quoted(String label) {
    return '"' + label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** Whole numbers in full: a moment in powers of ten is hard to read. */
  private static String number(double value) {
    return new java.math.BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
