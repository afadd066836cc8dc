package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import nl.peil.SparkExtension;
import nl.peil.table.RunTables;
import nl.peil.table.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The key of a table tells every row from every other. */
@ExtendWith({SparkExtension.class, FinishedRun.class})
class TableKeysTest {

  @Test
  @Tag("thorough")
  void noTwoRowsHaveTheSameKey(SparkSession spark, TinyDelivery tiny) {
    int looked = 0;
    for (var table : Tables.all()) {
      if (table.key().isEmpty() || !tiny.store(spark).exists(table)) {
        continue;
      }
      looked++;
      var key = table.key().stream().map(functions::col).toArray(Column[]::new);
      assertThat(tiny.table(spark, table).groupBy(key).count().where("count > 1").takeAsList(1))
          .as(table + " by " + table.key())
          .isEmpty();
    }
    assertThat(looked).isGreaterThanOrEqualTo(13);
  }

  @Test
  void onlyFindingsAndQuarantineMayRepeatARow() {
    assertThat(Tables.all().stream().filter(table -> table.key().isEmpty()))
        .containsExactly(RunTables.FINDINGS, RunTables.QUARANTINE);
    assertThat(Tables.all())
        .allMatch(table -> table.key().isEmpty() || table.key().containsAll(table.sliceBy()));
  }
}
