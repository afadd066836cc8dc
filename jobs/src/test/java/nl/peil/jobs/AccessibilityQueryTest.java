package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import nl.peil.SparkExtension;
import nl.peil.table.AccessTables;
import nl.peil.table.InputTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The SQL that one would write by hand gives the same values as the kernel. */
@ExtendWith({SparkExtension.class, FinishedRun.class})
class AccessibilityQueryTest {

  private static final Path QUERY = Path.of("../docs/queries/accessibility.sql");

  private static final String[] COLUMNS = {
    "scenario", "year", "mode", "period", "zone", "service", "measure", "value"
  };

  @Test
  void theKernelGivesWhatTheQueryGives(SparkSession spark, TinyDelivery tiny) throws IOException {
    tiny.table(spark, InputTables.TRAVEL_TIMES).createOrReplaceTempView("travel_times");
    tiny.table(spark, InputTables.OPPORTUNITIES).createOrReplaceTempView("opportunities");
    tiny.table(spark, InputTables.NORMS).createOrReplaceTempView("norms");
    tiny.table(spark, InputTables.SCENARIOS).createOrReplaceTempView("scenarios");
    tiny.table(spark, InputTables.ZONES).createOrReplaceTempView("zones");
    // Walking has a time within zones of its own, and residents are people and not opportunities
    var compared = "mode <> 'lopen' AND service <> 'inwoners'";
    // The delivery has curves of two modes, the query of four
    var curves = "measure <> 'gravity_pbl' OR mode IN ('auto', 'fiets')";
    var query = values(spark.sql(Files.readString(QUERY)).where(compared).where(curves));
    var kernel =
        values(
            tiny.table(spark, AccessTables.ACCESSIBILITY)
                .where(compared)
                .where("value IS NOT NULL")
                .where(
                    "measure IN ('nearest_1', 'within_15', 'within_30', 'within_norm', 'gravity_pbl')"));

    assertThat(kernel).hasSizeGreaterThan(500).containsOnlyKeys(query.keySet());
    kernel.forEach(
        (key, value) -> assertThat(value).as(key).isCloseTo(query.get(key), within(1e-9)));
    assertThat(kernel.keySet()).anyMatch(key -> key.contains("gravity_pbl"));
    assertThat(kernel.keySet()).anyMatch(key -> key.contains("within_norm"));
  }

  private static Map<String, Double> values(Dataset<Row> rows) {
    var values = new TreeMap<String, Double>();
    for (var row : rows.selectExpr(COLUMNS).collectAsList()) {
      var key = row.toSeq().take(COLUMNS.length - 1).mkString("/");
      assertThat(values.put(key, row.<Double>getAs("value"))).as("twice: " + key).isNull();
    }
    return values;
  }
}
