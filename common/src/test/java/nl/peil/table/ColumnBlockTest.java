package nl.peil.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnBlockTest {

  private static final TableSpec TABLE =
      TableSpec.named("t", "row", "A table")
          .columns(
              Column.of("year", DataTypes.IntegerType, "year"),
              Column.of("region", DataTypes.StringType, "region"),
              Column.of("zones", DataTypes.LongType, "zones"),
              Column.of("people", DataTypes.DoubleType, "people").where("people >= 0"),
              Column.of("gini", DataTypes.DoubleType, "gini")
                  .orNull()
                  .where("gini BETWEEN -1e-9 AND 1"),
              Column.of("line", DataTypes.DoubleType, "line").orNull().where("line > 0"))
          .partitionedBy("year")
          .build();

  private static ColumnBlock block(double people, double gini, double line) {
    return new ColumnBlock(
        Slice.of("year", "2022"),
        2,
        Map.of(
            "line", new double[] {1, line},
            "gini", new double[] {0, gini},
            "people", new double[] {5, people},
            "zones", new long[] {3, 4},
            "region", new String[] {"a", "b"}));
  }

  @Test
  void isTheSameAsRows() {
    assertThat(block(0, Double.NaN, 7).asRows(TABLE))
        .containsExactly(
            RowFactory.create(2022, "a", 3L, 5.0, 0.0, 1.0),
            RowFactory.create(2022, "b", 4L, 0.0, null, 7.0));
  }

  @Test
  void columnsComeInTheOrderOfTheTable() {
    assertThat(block(1, 1, 1).checked(TABLE).keySet())
        .containsExactly("region", "zones", "people", "gini", "line");
  }

  @Test
  void valuesAreAsTheTableDemands() {
    assertThatNoException().isThrownBy(() -> block(0, -1e-9, Double.NaN).checked(TABLE));
    assertRefused(block(-1, 0, 1), "people >= 0", "-1.0", "row 1");
    assertRefused(block(Double.NaN, 0, 1), "people", "NaN");
    assertRefused(block(1, 1.1, 1), "gini BETWEEN -1e-9 AND 1", "1.1");
    assertRefused(block(1, -1e-8, 1), "gini", "-1.0E-8");
    assertRefused(block(1, 0, 0), "line > 0", "got 0.0");
    assertRefused(
        new ColumnBlock(Slice.of("year", "2022"), 1, Map.of("region", new String[] {"a"})),
        "1 values of zones");
  }

  private static void assertRefused(ColumnBlock block, String... words) {
    assertThatIllegalStateException()
        .isThrownBy(() -> block.checked(TABLE))
        .withMessageContaining("year=2022")
        .withMessageContainingAll(words);
  }

  @Test
  void aConditionThatIsNoRangeCannotBeChecked() {
    var column = Column.of("x", DataTypes.DoubleType, "x").where("x IN (1, 2)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueRange.of(column))
        .withMessageContaining("x IN (1, 2)");
  }

  @Test
  void statisticsOfAFileAreJson() {
    var file =
        new DataFile(
            Slice.of("year", "2022"), "p", 3, 9, Map.of("a", 1, "b", "\"q\\\t"), Map.of("a", 2));
    assertThat(file.statistics())
        .isEqualTo(
            "{\"numRecords\":3,\"minValues\":{\"a\":1,\"b\":\"\\\"q\\\\\\u0009\"},"
                + "\"maxValues\":{\"a\":2},\"nullCount\":{\"a\":0,\"b\":0}}");
  }

  private static final TableSpec ZONES =
      TableSpec.named("z", "row", "A table")
          .columns(
              Column.of("year", DataTypes.IntegerType, "year"),
              Column.of("zone", DataTypes.IntegerType, "zone").where("zone >= 1000"),
              Column.of("unit", DataTypes.StringType, "unit"),
              Column.of("reason", DataTypes.StringType, "reason").orNull())
          .partitionedBy("year")
          .build();

  private static ColumnBlock zone(int zone, @Nullable String unit) {
    return new ColumnBlock(
        Slice.of("year", "2022"),
        2,
        Map.of(
            "zone", new int[] {1000, zone},
            "unit", new String[] {"min", unit},
            "reason", new String[] {null, "unreachable"}));
  }

  @Test
  void textsAreThereUnlessTheTableDoesWithout() {
    assertThat(zone(1001, "min").asRows(ZONES))
        .containsExactly(
            RowFactory.create(2022, 1000, "min", null),
            RowFactory.create(2022, 1001, "min", "unreachable"));
    assertThatNoException().isThrownBy(() -> zone(1001, "min").checked(ZONES));
    assertThatIllegalStateException()
        .isThrownBy(() -> zone(1001, null).checked(ZONES))
        .withMessageContainingAll("unit", "null", "row 1");
    assertThatIllegalStateException()
        .isThrownBy(() -> zone(999, "min").checked(ZONES))
        .withMessageContainingAll("zone >= 1000", "999", "row 1");
  }
}
