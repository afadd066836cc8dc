package nl.peil.jobs.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {

  private static RunAccount account(String configFile, @Nullable String lastSuccess) {
    return new RunAccount(
        RunAccount.SCHEMA_VERSION,
        "20261121T030000-abcdef",
        "0.1.0",
        configFile,
        "in",
        "out",
        "2026-11-21T03:00:00Z",
        "2026-11-21T03:01:52.500Z",
        112.5,
        "rejected",
        3,
        "1 files rejected",
        lastSuccess,
        new RunAccount.Slices(12, 4, 3, 1, 0),
        45_912_345,
        List.of(
            new RunAccount.OfTable(
                "travel_times",
                new RunAccount.Slices(10, 3, 2, 1, 0),
                List.of(new RunAccount.Reason("not there yet", 3)),
                45_912_340,
                46_000_000,
                17,
                183_000_000,
                60.25),
            new RunAccount.OfTable(
                "norms", new RunAccount.Slices(2, 1, 1, 0, 0), List.of(), 5, 5, 0, 45, 0.5)),
        List.of(),
        new RunAccount.Findings(1, 2, 3, 1),
        List.of(new RunAccount.Rejected("auto.csv", 0, "travel_times", "empty_file", "empty", "")));
  }

  @Test
  void everyFigureStandsInTheFileUnderItsName() {
    var file =
        MetricsFile.parse(PrometheusText.of(account("conf/national.conf", "2026-11-20T03:02:00Z")));

    assertThat(file.types().keySet())
        .containsExactlyElementsOf(Arrays.stream(Metric.values()).map(Metric::key).toList());
    assertThat(file.value("peil_build_info", "national", "version=0.1.0")).isEqualTo(1);
    assertThat(file.value("peil_last_run_outcome", "national", "outcome=rejected")).isEqualTo(1);
    assertThat(file.value("peil_last_run_outcome", "national", "outcome=done")).isZero();
    assertThat(file.value("peil_last_run_exit_code", "national")).isEqualTo(3);
    // date -u -d 2026-11-21T03:00:00Z +%s
    assertThat(file.value("peil_last_run_start_timestamp_seconds", "national"))
        .isEqualTo(1795230000);
    assertThat(file.value("peil_last_run_end_timestamp_seconds", "national"))
        .isEqualTo(1795230112.5);
    assertThat(file.value("peil_last_success_timestamp_seconds", "national"))
        .isEqualTo(1795230000 - 86400 + 120);
    assertThat(file.value("peil_last_run_duration_seconds", "national")).isEqualTo(112.5);
    assertThat(file.value("peil_last_run_rejected_files", "national")).isEqualTo(1);
    assertThat(file.value("peil_last_run_quarantined_rows", "national", "table=travel_times"))
        .isEqualTo(17);
    assertThat(file.value("peil_last_run_written_rows", "national", "table=travel_times"))
        .isEqualTo(45_912_340);
    assertThat(file.value("peil_last_run_findings", "national", "severity=quarantine"))
        .isEqualTo(3);
    assertThat(file.value("peil_table_rows", "national", "table=norms")).isEqualTo(45);
    assertThat(file.value("peil_stale_slices", "national", "table=travel_times")).isEqualTo(1);
    assertThat(file.value("peil_stale_slices", "national", "table=norms")).isZero();
  }

  @Test
  void whatIsNotKnownIsAbsent() {
    assertThat(MetricsFile.parse(PrometheusText.of(account("a.conf", null))).types())
        .doesNotContainKey("peil_last_success_timestamp_seconds")
        .hasSize(Metric.values().length - 1);
  }

  @Test
  void anyNameOfAConfigurationIsALabel() {
    var file = MetricsFile.parse(PrometheusText.of(account("x/mijn \"eigen\" v1.2.conf", null)));
    assertThat(file.value("peil_last_run_exit_code", "mijn \"eigen\" v1.2")).isEqualTo(3);
  }

  @Test
  void namesFollowTheConventions() {
    for (var metric : Metric.values()) {
      assertThat(metric.key()).matches("peil_[a-z]+(_[a-z]+)*");
      // _total and _count belong to counters and histograms; milliseconds are no base unit
      assertThat(metric.key()).doesNotMatch(".*_(total|count|sum|bucket|milliseconds|minutes)");
      assertThat(metric.key()).endsWith(metric.unit());
      assertThat(metric.labels()).allMatch(label -> label.matches("[a-z]+(_[a-z]+)*"));
      assertThat(metric.help()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
    }
  }
}
