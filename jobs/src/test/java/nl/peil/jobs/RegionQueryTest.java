package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import nl.peil.SparkExtension;
import nl.peil.table.AccessTables;
import nl.peil.table.InputTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The query of the documentation gives every number of region_accessibility again. */
@ExtendWith({SparkExtension.class, FinishedRun.class})
class RegionQueryTest {

  private static final Path QUERY = Path.of("../docs/queries/region_accessibility.sql");

  @Test
  void recomputesEveryNumberFromThreeTables(SparkSession spark, TinyDelivery tiny)
      throws IOException {
    tiny.table(spark, AccessTables.ACCESSIBILITY).createOrReplaceTempView("accessibility");
    tiny.table(spark, InputTables.REGION_MEMBERSHIP).createOrReplaceTempView("region_membership");
    tiny.table(spark, InputTables.ZONE_INCOME).createOrReplaceTempView("zone_income");
    var recomputed = spark.sql(Files.readString(QUERY));
    var stored = tiny.table(spark, AccessTables.REGION_ACCESSIBILITY);

    assertThat(recomputed.columns()).containsExactlyInAnyOrder(stored.columns());
    var expected = sorted(stored, stored.columns());
    var actual = sorted(recomputed, stored.columns());
    assertThat(actual).hasSameSizeAs(expected).hasSizeGreaterThan(1000);
    var columns = stored.columns();
    int numbers = 0;
    for (int i = 0; i < expected.size(); i++) {
      var row = expected.get(i);
      for (int c = 0; c < columns.length; c++) {
        var column = columns[c];
        if (row.get(c) instanceof Double number) {
          assertThat(actual.get(i).<Double>getAs(c))
              .as(() -> column + " of " + row)
              .isCloseTo(number, within(1e-9));
          numbers++;
        } else {
          assertThat(actual.get(i).get(c)).as(() -> column + " of " + row).isEqualTo(row.get(c));
        }
      }
    }
    assertThat(numbers).isGreaterThan(8000);
  }

  private static List<Row> sorted(Dataset<Row> rows, String[] columns) {
    var key = List.of("scenario", "layout", "region", "mode", "period", "service", "measure");
    return rows.selectExpr(columns).collectAsList().stream()
        .sorted(
            Comparator.comparing(
                row -> String.join("/", key.stream().map(row::<String>getAs).toList())))
        .toList();
  }
}
