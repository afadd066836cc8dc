package nl.peil.jobs.operate;

import java.util.List;

/**
 * What a run tells a monitor. All are gauges: each run writes the file anew. Names and units follow
 * the conventions of Prometheus (base units, the unit at the end); every one has the label {@code
 * configuration}, so that several configurations on one machine stay apart.
 */
public enum Metric {

  /** The version. */
  BUILD_INFO(
      "peil_build_info", "", List.of("version"), "Version of Peil that ran last; the value is 1"),

  /** How the run ended. */
  OUTCOME(
      "peil_last_run_outcome",
      "",
      List.of("outcome"),
      "1 for how the last run ended (done, unchanged, rejected, failed or interrupted), 0 for the"
          + " other ways"),

  /** The exit code. */
  EXIT_CODE("peil_last_run_exit_code", "", List.of(), "Exit code of the last run"),

  /** The start. */
  STARTED(
      "peil_last_run_start_timestamp_seconds",
      "seconds",
      List.of(),
      "When the last run began, seconds since 1970"),

  /** The end. */
  ENDED(
      "peil_last_run_end_timestamp_seconds",
      "seconds",
      List.of(),
      "When the last run ended, seconds since 1970"),

  /** The last run with exit code 0. */
  SUCCEEDED(
      "peil_last_success_timestamp_seconds",
      "seconds",
      List.of(),
      "When a run last ended with exit code 0, seconds since 1970; absent when none did"),

  /** How long it took. */
  DURATION(
      "peil_last_run_duration_seconds",
      "seconds",
      List.of(),
      "How long the last run took, from the start of the program to its end"),

  /** How long each table took. */
  TABLE_DURATION(
      "peil_last_run_table_duration_seconds",
      "seconds",
      List.of("table"),
      "How long the last run worked on a table; tables side by side count each in full"),

  /** Slices written. */
  SLICES_WRITTEN(
      "peil_last_run_written_slices",
      "slices",
      List.of("table"),
      "Slices of a table that the last run wrote"),

  /** Rows written. */
  ROWS_WRITTEN(
      "peil_last_run_written_rows",
      "rows",
      List.of("table"),
      "Rows of a table that the last run wrote"),

  /** Rows set aside. */
  ROWS_QUARANTINED(
      "peil_last_run_quarantined_rows",
      "rows",
      List.of("table"),
      "Rows that broke a rule and were set aside from what the last run wrote to a table"),

  /** Files rejected. */
  FILES_REJECTED(
      "peil_last_run_rejected_files",
      "files",
      List.of(),
      "Files that the last run could not use at all"),

  /** Findings. */
  FINDINGS(
      "peil_last_run_findings",
      "findings",
      List.of("severity"),
      "Findings of the last run by severity (info, warn, quarantine, reject)"),

  /** Rows of tables. */
  TABLE_ROWS("peil_table_rows", "rows", List.of("table"), "Rows of a table after the last run"),

  /** Stale slices. */
  STALE(
      "peil_stale_slices",
      "slices",
      List.of("table"),
      "Slices of a table that the last run left stale: rejected, not asked for, or not reached");

  private final String key;
  private final String unit;
  private final List<String> labels;
  private final String help;

  Metric(String key, String unit, List<String> labels, String help) {
    this.key = key;
    this.unit = unit;
    this.labels = labels;
    this.help = help;
  }

  /** Name in the file. */
  public String key() {
    return key;
  }

  /** Type of Prometheus; each run writes all anew, so none is a counter. */
  public String type() {
    return "gauge";
  }

  /** Unit of the value; empty when it has none. */
  public String unit() {
    return unit;
  }

  /** Labels besides {@code configuration}. */
  public List<String> labels() {
    return labels;
  }

  /** Meaning, in a sentence. */
  public String help() {
    return help;
  }
}
