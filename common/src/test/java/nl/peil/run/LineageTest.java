package nl.peil.run;

import static nl.peil.DatasetAssertions.assertSameRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nl.peil.QuickPlans;
import nl.peil.SparkExtension;
import nl.peil.quality.Finding;
import nl.peil.quality.Intake;
import nl.peil.quality.Severity;
import nl.peil.table.DeltaStore;
import nl.peil.table.InputTables;
import nl.peil.table.RunTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded is read back, by the next run and by anyone with a Delta reader. */
@ExtendWith({SparkExtension.class, QuickPlans.class})
class LineageTest {

  private static final Slice BASIS = Slice.of("scenario", "basis", "year", "2022");
  private static final Slice HOOG = Slice.of("scenario", "ho/og", "year", "2040");

  @TempDir Path folder;

  private static Target target(Slice slice, String sha256, long modified) {
    return new Target(
        slice,
        List.of(
            InputRef.file(new Fingerprint("bevolking/" + sha256 + ".csv", 5, modified, sha256)),
            InputRef.file(new Fingerprint("zones.gpkg", 9, modified, "z" + sha256)),
            InputRef.slice(InputTables.ZONES, Slice.ALL, "id", 12)),
        "cell_size_m=500\n'x'",
        "0123456789abcdef");
  }

  @Test
  void recordsComeBackFromDeltaAsTheyWere(SparkSession spark) {
    var store = new DeltaStore(spark, folder.toString());
    assertThat(Lineage.load(store).all()).isEmpty();
    store.create(RunTables.LINEAGE);
    var lineage = Lineage.load(store);
    var old = Records.of("run-1", InputTables.POPULATION_GRID, target(BASIS, "a", 1), 1_000);
    var hoog = Records.of("run-1", InputTables.POPULATION_GRID, target(HOOG, "b", 2), 1_001);
    var zones =
        Records.of("run-1", InputTables.ZONES, new Target(Slice.ALL, List.of(), "", ""), 1_002);
    var basis = Records.of("run-2", InputTables.POPULATION_GRID, target(BASIS, "c", 3), 2_000);

    lineage.append(List.of(old, hoog, zones), "run-1");
    lineage.append(List.of(basis), "run-2");

    var read = Lineage.load(store);
    assertThat(read.all()).containsExactlyInAnyOrder(hoog, zones, basis);
    assertThat(lineage.all()).containsExactlyInAnyOrderElementsOf(read.all());
    assertThat(read.of("population_grid", BASIS.id())).hasValue(basis);
    assertThat(read.of("population_grid", HOOG.id())).hasValue(hoog);
    assertThat(read.of("population_grid", "all")).isEmpty();
    assertThat(read.of("population_grid")).containsExactlyInAnyOrder(hoog, basis);
    assertThat(read.files())
        .containsOnlyKeys("bevolking/b.csv", "bevolking/c.csv", "zones.gpkg")
        .containsEntry("zones.gpkg", new Fingerprint("zones.gpkg", 9, 3, "zc"));
    assertThat(store.read(RunTables.LINEAGE).count()).isEqualTo(4);

    read.forget("population_grid");
    assertThat(read.all()).containsExactly(zones);
  }

  @Test
  void theRunLogHoldsFindingsQuarantineAndTheEnd(SparkSession spark) {
    var store = new DeltaStore(spark, folder.toString());
    var log = new RunLog(store);
    log.open();
    var intake = new Intake("population_grid", "b.csv");
    intake.loaded(8);
    intake.quarantine(4, "bad_number", "E1;\"x\"");
    intake.quarantine(7, "bad_number", "E2;y");
    var made = new Made().booked(BASIS, intake).accept(BASIS);
    made.rejected(
        HOOG,
        new Finding(Severity.REJECT, "empty_file", "population_grid", "h.csv", 0, 1, "m", "a"));

    log.record(made);
    log.close("rejected", "1 file rejected", "code", "test.conf", "{}", 1, 2, 8);

    assertThat(log.runId()).matches("\\d{8}T\\d{6}-[0-9a-f]{6}");
    assertSameRows(
        spark.sql(
            """
            SELECT * FROM VALUES
              ('%1$s', 'quarantine', 'bad_number', 'scenario=basis/year=2022', 'b.csv', 4L, 2L),
              ('%1$s', 'reject', 'empty_file', 'scenario=ho%%2Fog/year=2040', 'h.csv', 0L, 1L)
              AS t(run_id, severity, rule, slice, file, line, count)
            """
                .formatted(log.runId())),
        store
            .read(RunTables.FINDINGS)
            .select("run_id", "severity", "rule", "slice", "file", "line", "count"));
    assertSameRows(
        spark.sql(
            """
            SELECT * FROM VALUES ('b.csv', 4L, 'bad_number', 'E1;"x"'), ('b.csv', 7L, 'bad_number', 'E2;y')
              AS t(file, line, rule, raw)
            """),
        store.read(RunTables.QUARANTINE).select("file", "line", "rule", "raw"));
    var run = store.read(RunTables.RUNS).first();
    assertThat(run.<String>getAs("run_id")).isEqualTo(log.runId());
    assertThat(run.<String>getAs("outcome")).isEqualTo("rejected");
    assertThat(run.<Long>getAs("slices_written")).isEqualTo(1);
    assertThat(run.<Long>getAs("slices_fresh")).isEqualTo(2);
    assertThat(run.<Long>getAs("rows_written")).isEqualTo(8);
    assertThat(run.<java.sql.Timestamp>getAs(1).getTime()).isEqualTo(log.number());
    assertThat(run.<Double>getAs("seconds")).isBetween(0.0, log.seconds());
  }

  @Test
  void aRunWithNothingToSayWritesNothing(SparkSession spark) {
    var store = new DeltaStore(spark, folder.toString());
    var log = new RunLog(store);
    log.open();
    log.record(new Made().accept(BASIS));
    assertThat(store.version(RunTables.FINDINGS)).hasValue(0);
    assertThat(store.version(RunTables.QUARANTINE)).hasValue(0);
  }

  @Test
  void whatIsRejectedIsNotMade() {
    var intake = new Intake("population_grid", "b.csv");
    intake.loaded(8);
    intake.notSelected();
    intake.quarantine(4, "bad_number", "x");
    var finding = new Finding(Severity.REJECT, "empty_file", "t", "h.csv", 0, 1, "m", "a");
    var made = new Made().accept(BASIS).accept(HOOG).accept(BASIS).booked(BASIS, intake);
    made.booked(BASIS, intake).rejected(HOOG, finding);

    assertThat(made.slices()).containsExactly(BASIS);
    assertThat(made.books(BASIS)).isEqualTo(new FileRows(20, 16, 2, 2));
    assertThat(made.books(HOOG)).isEqualTo(FileRows.NONE);
    assertThat(made.rejections()).containsExactly(finding);
    assertThat(made.findings()).hasSize(3);
  }
}
