package nl.peil.jobs;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import nl.peil.QuickPlans;
import nl.peil.SparkExtension;
import nl.peil.table.AccessTables;
import nl.peil.table.DeltaStore;
import nl.peil.table.InputTables;
import nl.peil.table.RunTables;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a cluster wrote, row by row beside what one machine made of the same delivery: {@code
 * -Dcluster.local=DIR -Dcluster.tables=DIR}, and {@code -Dcluster.survived=DIR} for travel_times
 * and accessibility that were made again while a worker died; jobs/src/test/cluster/standalone.sh
 * gives them. Skipped without. Numbers must be the same to the last bit (0.0 and -0.0 are one):
 * sums are added in an order that does not depend on how many machines there are.
 */
@ExtendWith({SparkExtension.class, QuickPlans.class})
class ClusterEqualsLocalTest {

  private static final List<TableSpec> BOOKKEEPING =
      List.of(RunTables.RUNS, RunTables.LINEAGE, RunTables.FINDINGS, RunTables.QUARANTINE);

  /** The tables of a folder that a property names; skips when it is not given. */
  private static DeltaStore folder(SparkSession spark, String property) {
    // Not given, the text of the placeholder is left
    var folder = System.getProperty(property, "");
    Assumptions.assumeFalse(
        folder.isBlank() || folder.startsWith("${"), "needs -D" + property + "=DIR");
    return new DeltaStore(spark, folder);
  }

  @TestFactory
  Stream<DynamicTest> everyTableHasTheSameRows(SparkSession spark) {
    var local = folder(spark, "cluster.local");
    var cluster = folder(spark, "cluster.tables");
    return tests(Tables.all(), local, cluster);
  }

  @TestFactory
  Stream<DynamicTest> aWorkerThatDiesChangesNoRow(SparkSession spark) {
    var local = folder(spark, "cluster.local");
    var survived = folder(spark, "cluster.survived");
    return tests(List.of(InputTables.TRAVEL_TIMES, AccessTables.ACCESSIBILITY), local, survived);
  }

  private static Stream<DynamicTest> tests(
      List<TableSpec> tables, DeltaStore local, DeltaStore cluster) {
    return tables.stream()
        .map(table -> dynamicTest(table.name(), () -> assertSame(table, local, cluster)));
  }

  private static void assertSame(TableSpec table, DeltaStore local, DeltaStore cluster) {
    assertThat(cluster.exists(table))
        .as("the cluster made the table")
        .isEqualTo(local.exists(table));
    // Nothing asked for them in this configuration
    assumeThat(local.exists(table)).as("made at all").isTrue();
    var expected = comparable(table, local);
    var found = comparable(table, cluster).select(columns(expected));
    if (!table.equals(RunTables.QUARANTINE)) {
      assertThat(expected.isEmpty()).as("no rows to compare").isFalse();
    }
    // Each row counts for how often one side has it more than the other: EXCEPT ALL both ways
    var differences =
        expected
            .withColumn("more_here_than_on_the_cluster", lit(1))
            .union(found.withColumn("more_here_than_on_the_cluster", lit(-1)))
            .groupBy(columns(expected))
            .agg(sum("more_here_than_on_the_cluster").as("more_here_than_on_the_cluster"))
            .where("more_here_than_on_the_cluster <> 0");
    assertThat(differences.orderBy(columns(expected)).limit(6).toJSON().collectAsList())
        .as("rows that are not the same")
        .isEmpty();
  }

  private static Column[] columns(Dataset<Row> rows) {
    return Stream.of(rows.columns()).map(functions::col).toArray(Column[]::new);
  }

  /**
   * All columns, but for those that tell of a run and not of the data: its id, moments (also those
   * of files: a delivery may be a copy), seconds, versions of tables, and the configuration, which
   * names the output. Of the bookkeeping, the first run counts: a folder may have seen more.
   */
  private static Dataset<Row> comparable(TableSpec table, DeltaStore store) {
    var rows = store.read(table);
    if (!BOOKKEEPING.contains(table)) {
      return rows;
    }
    var first = store.read(RunTables.RUNS).selectExpr("min(run_id)").first().getString(0);
    var ofFirst = rows.where("run_id = '" + first + "'");
    if (table.equals(RunTables.LINEAGE)) {
      ofFirst =
          ofFirst.withColumn(
              "inputs", expr("transform(inputs, i -> struct(i.kind, i.name, i.identity, i.size))"));
    }
    return ofFirst
        .drop("run_id", "started_at", "finished_at", "written_at", "seconds")
        .drop("config", "config_file", "delta_version");
  }
}
