package nl.peil.run;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import nl.peil.QuickPlans;
import nl.peil.SparkExtension;
import nl.peil.run.TableDiff.Change;
import nl.peil.table.Column;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({SparkExtension.class, QuickPlans.class})
class TableDiffTest {

  private static final TableSpec PLACES =
      TableSpec.named("places", "place", "Invented places")
          .columns(
              Column.of("place", StringType, "place"),
              Column.of("people", DoubleType, "people").orNull(),
              Column.of("share", DoubleType, "share").orNull(),
              Column.of("label", StringType, "label").orNull())
          .keyedBy("place")
          .build();

  private static Dataset<Row> rows(SparkSession spark, Row... rows) {
    return spark.createDataFrame(List.of(rows), PLACES.schema());
  }

  @Test
  void rowsAreMatchedByKeyAndChangesRanked(SparkSession spark) {
    var before =
        rows(
            spark,
            RowFactory.create("a", 100.0, 0.3, "x"),
            RowFactory.create("b", 1000.0, 0.1, null),
            RowFactory.create("c", 5.0, 0.5, "z"),
            RowFactory.create("went", 1.0, 0.5, "z"));
    var after =
        rows(
            spark,
            RowFactory.create("a", 101.0, 0.1 + 0.2, "x"),
            RowFactory.create("b", 1050.0, 0.2, "y"),
            RowFactory.create("c", 5.0, null, "z"),
            RowFactory.create("came", 1.0, 0.5, "z"),
            RowFactory.create("came too", 2.0, 0.5, "z"));

    var diff = TableDiff.of(PLACES, before, after, 2);

    assertThat(diff.added()).isEqualTo(2);
    assertThat(diff.removed()).isEqualTo(1);
    assertThat(diff.changed()).isEqualTo(3);
    // 0.1 + 0.2 and 0.3 are the same number
    assertThat(diff.columns())
        .containsExactly(entry("people", 2L), entry("share", 2L), entry("label", 1L));
    assertThat(diff.absolute())
        .containsExactly(
            new Change(Map.of("place", "b"), "people", "1000.0", "1050.0"),
            new Change(Map.of("place", "a"), "people", "100.0", "101.0"));
    assertThat(diff.relative())
        .containsExactly(
            new Change(Map.of("place", "b"), "share", "0.1", "0.2"),
            new Change(Map.of("place", "b"), "people", "1000.0", "1050.0"));
    assertThat(diff.other())
        .containsExactlyInAnyOrder(
            new Change(Map.of("place", "b"), "label", null, "y"),
            new Change(Map.of("place", "c"), "share", "0.5", null));
  }

  @Test
  void theSameRowsInAnotherOrderDoNotDiffer(SparkSession spark) {
    var a = RowFactory.create("a", 100.0, null, "x");
    var b = RowFactory.create("b", 0.0, 0.1, null);
    var diff = TableDiff.of(PLACES, rows(spark, a, b), rows(spark, b, a), 5);
    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.columns()).isEmpty();
  }
}
