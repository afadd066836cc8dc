package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.peil.SparkExtension;
import nl.peil.table.DeltaStore;
import nl.peil.table.RunTables;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a cluster wrote, row by row beside what one machine made of the same delivery: {@code
 * -Dcluster.local=DIR -Dcluster.tables=DIR,...}, as jobs/src/test/cluster/standalone.sh gives them.
 * Skipped without. Numbers must be the same to the last bit (0.0 and -0.0 are one): sums are added
 * in an order that does not depend on how many machines there are.
 */
@ExtendWith(SparkExtension.class)
class ClusterEqualsLocalTest {

  /** The folders of a property; none when it is not given, which leaves the placeholder's text. */
  private static List<String> folders(String property) {
    return Optional.ofNullable(System.getProperty(property)).stream()
        .filter(text -> !text.isBlank() && !text.startsWith("${"))
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> everyTableHasTheSameRows(SparkSession spark) {
    var local = folders("cluster.local");
    var clusters = folders("cluster.tables");
    Assumptions.assumeTrue(
        local.size() == 1 && !clusters.isEmpty(),
        "needs -Dcluster.local=DIR and -Dcluster.tables=DIR,...");
    var expected = new DeltaStore(spark, local.get(0));
    return clusters.stream()
        .map(folder -> new DeltaStore(spark, folder))
        .flatMap(
            actual ->
                Tables.all().stream()
                    .map(
                        table ->
                            dynamicTest(
                                table + " in " + actual.root(),
                                () -> assertSame(table, expected, actual))));
  }

  private static void assertSame(TableSpec table, DeltaStore expected, DeltaStore actual) {
    var wanted = comparable(table, expected).cache();
    var found = comparable(table, actual).cache();
    try {
      assertThat(sample(wanted.exceptAll(found))).as("rows of one machine only").isEmpty();
      assertThat(sample(found.exceptAll(wanted))).as("rows of the cluster only").isEmpty();
      assertThat(found.count()).isEqualTo(wanted.count());
      if (table != RunTables.QUARANTINE) {
        assertThat(wanted.count()).as("rows to compare").isPositive();
      }
    } finally {
      wanted.unpersist();
      found.unpersist();
    }
  }

  /** Some rows as text: enough to see what differs. */
  private static List<String> sample(Dataset<Row> rows) {
    return rows.limit(5).toJSON().collectAsList();
  }

  /**
   * All columns, but for those that tell of a run and not of the data: its id, moments, seconds,
   * versions of tables, and the configuration, which names the output. Of the bookkeeping, the
   * first run counts: a folder may have seen more.
   */
  private static Dataset<Row> comparable(TableSpec table, DeltaStore store) {
    var rows = store.read(table);
    if (!List.of(RunTables.RUNS, RunTables.LINEAGE, RunTables.FINDINGS, RunTables.QUARANTINE)
        .contains(table)) {
      return rows;
    }
    var first = store.read(RunTables.RUNS).selectExpr("min(run_id)").first().getString(0);
    return rows.where("run_id = '" + first + "'")
        .withColumn(
            "inputs",
            table == RunTables.LINEAGE
                ? org.apache.spark.sql.functions.expr(
                    "transform(inputs, i -> struct(i.kind, i.name, i.identity, i.size, i.modified))")
                : org.apache.spark.sql.functions.lit(null))
        .drop("run_id", "started_at", "finished_at", "config", "config_file")
        .drop("seconds", "written_at", "delta_version");
  }
}
