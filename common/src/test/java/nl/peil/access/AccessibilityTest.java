package nl.peil.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peil.SparkExtension;
import nl.peil.measure.IntrazonalRule;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The measures as someone else's Spark program uses them. */
@ExtendWith(SparkExtension.class)
class AccessibilityTest {

  private static Dataset<Row> pairs(SparkSession spark, Object[]... rows) {
    var list = new ArrayList<Row>();
    for (var row : rows) {
      list.add(RowFactory.create(row));
    }
    return spark.createDataFrame(
        list,
        new StructType()
            .add("origin", DataTypes.StringType)
            .add("destination", DataTypes.StringType)
            .add("minutes", DataTypes.DoubleType));
  }

  /** Hexagons a to d; nothing leads from or to d. */
  private static Dataset<Row> times(SparkSession spark) {
    return pairs(
        spark,
        new Object[] {"b", "a", 20.0},
        new Object[] {"a", "a", 5.0},
        new Object[] {"a", "b", 12.3},
        new Object[] {"b", "c", 31.0},
        new Object[] {"c", "c", 5.0},
        new Object[] {"b", "b", 5.0},
        new Object[] {"c", "b", 10.0});
  }

  private static Dataset<Row> zones(SparkSession spark) {
    return spark.createDataFrame(
        List.of(
            RowFactory.create("c", 4, 10.0, 1.0),
            RowFactory.create("a", 1, 30.0, 4.0),
            RowFactory.create("d", null, null, 9.0),
            RowFactory.create("b", 2, 20.0, 1.0)),
        new StructType()
            .add("hex", DataTypes.StringType)
            .add("jobs", DataTypes.IntegerType)
            .add("people", DataTypes.DoubleType)
            .add("km2", DataTypes.DoubleType));
  }

  private static Map<String, Double> values(Dataset<Row> access) {
    var values = new HashMap<String, Double>();
    for (var row : access.collectAsList()) {
      values.put(
          row.getAs("hex") + " " + row.getAs("measure"), SparkValue.of(row.<Double>getAs("value")));
    }
    return values;
  }

  /** NaN for null, so that it can stand in a map. */
  private record SparkValue() {
    static double of(@Nullable Double value) {
      return value == null ? Double.NaN : value;
    }
  }

  @Test
  void textZonesInAnyOrder(SparkSession spark) {
    var access =
        Accessibility.over(times(spark), zones(spark), "hex")
            .opportunities("jobs")
            .demand("people")
            .measures(
                "cumulative(20)",
                "nearest(1)",
                "balancing_cost(1)",
                "floating_catchment(2sfca,binary,20)",
                "passive(cumulative(20))",
                "constrained(singly_demand,binary,20)")
            .compute();
    assertThat(access.columns())
        .containsExactly("hex", "opportunity", "measure", "value", "unit", "reason");
    assertThat(access.count()).isEqualTo(4 * 6);
    // a: 1 + 2 within 20; b: 2 + 1; c: 4 + 2; back: a from a and b, b from all, c from c
    assertThat(values(access.where("measure like '%within_20'")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "a within_20", 3.0,
                "b within_20", 3.0,
                "c within_20", 6.0,
                "d within_20", 0.0,
                "a passive_within_20", 3.0,
                "b passive_within_20", 7.0,
                "c passive_within_20", 4.0,
                "d passive_within_20", 0.0));
    // a: 1 / (30 + 20), b: 2 / 60, c: 4 / 10
    assertThat(values(access.where("measure like 'fca%'")))
        .containsEntry("a fca_2sfca_binary_20", 1 / 50.0 + 2 / 60.0)
        .containsEntry("c fca_2sfca_binary_20", 2 / 60.0 + 4 / 10.0)
        .containsEntry("d fca_2sfca_binary_20", 0.0);
    // 30 of a to a and b as 1 to 2, 20 of b likewise, 10 of c to b and c as 2 to 4
    assertThat(values(access.where("measure like 'constrained%'")))
        .hasEntrySatisfying(
            "b constrained_singly_demand_binary_20",
            people -> assertThat(people).isBetween(36.666, 36.667));
    var reasons =
        access.where("value is null").select("hex", "measure", "reason").collectAsList().stream()
            .map(Row::toString)
            .toList();
    // 1 + 2 jobs never exceed 30 people, nor 7 of b's 20 and 6 of c's 10; of d the people are
    // unknown
    assertThat(reasons)
        .containsExactlyInAnyOrder(
            "[a,balancing_cost_1,unreachable]",
            "[b,balancing_cost_1,unreachable]",
            "[c,balancing_cost_1,unreachable]",
            "[d,balancing_cost_1,unknown_demand]",
            "[d,nearest_1,unreachable]");
  }

  @Test
  void timesWithinAZoneAreGivenConstantOrFromItsArea(SparkSession spark) {
    var access =
        Accessibility.over(times(spark), zones(spark), "hex")
            .opportunities("people")
            .area("km2")
            .measures("nearest(1)", "cost_to_reach(30)", "spatial_availability(binary,60)")
            .demand("people");
    var constant = values(access.intrazonal(IntrazonalRule.parse("constant(7.5)")).compute());
    assertThat(constant)
        .containsEntry("a nearest_1", 7.5)
        .containsEntry("c nearest_1", 7.5)
        .containsEntry("d nearest_1", Double.NaN); // nobody in d: nothing to reach
    // 128 r / (45 pi), r = sqrt(4 / pi): 1.0216 km, at 15 km/h 4.086 minutes; 1 km2 half of it
    var area = values(access.intrazonal(IntrazonalRule.parse("area(15)")).compute());
    assertThat(area.get("a nearest_1")).isBetween(4.086, 4.087);
    assertThat(area.get("c nearest_1")).isBetween(2.043, 2.044);
    var given = values(access.intrazonal(IntrazonalRule.parse("given")).compute());
    assertThat(given).containsEntry("a nearest_1", 5.0);
  }

  @Test
  void aZoneWithoutARowReachesItselfWhenItsTimeIsSet(SparkSession spark) {
    var lonely =
        spark.createDataFrame(
            List.of(RowFactory.create("a", 2.0), RowFactory.create("e", 8.0)),
            new StructType().add("hex", DataTypes.StringType).add("jobs", DataTypes.DoubleType));
    var access =
        Accessibility.over(pairs(spark, new Object[] {"a", "a", 1.0}), lonely, "hex")
            .opportunities("jobs")
            .demand("jobs")
            .intrazonal(IntrazonalRule.parse("constant(3)"))
            .measures("cumulative(3)", "floating_catchment(2sfca,binary,3)")
            .compute();
    assertThat(values(access))
        .containsEntry("e within_3", 8.0)
        .containsEntry("e fca_2sfca_binary_3", 1.0)
        .containsEntry("a fca_2sfca_binary_3", 1.0);
  }

  @Test
  void whatDoesNotFitIsSaid(SparkSession spark) {
    var access = Accessibility.over(times(spark), zones(spark), "hex").measures("cumulative(20)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> access.opportunities("shops").compute())
        .withMessageContaining("no column 'shops'")
        .withMessageContaining("jobs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> access.opportunities("hex").compute())
        .withMessageContaining("expected numbers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> access.opportunities("jobs").measures("gravity(pbl)").compute())
        .withMessageContaining("gravity_pbl needs the decay curve 'pbl' for auto");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> access.opportunities("jobs").measures("balancing_cost(1)").compute())
        .withMessageContaining("balancing_cost_1 needs the demand");
    var unknown = pairs(spark, new Object[] {"a", "x", 1.0});
    assertThatThrownBy(
            () ->
                Accessibility.over(unknown, zones(spark), "hex")
                    .opportunities("jobs")
                    .measures("cumulative(20)")
                    .compute()
                    .count())
        .hasMessageContaining("destination x is not one of the zones");
    var twice = zones(spark).union(zones(spark));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Accessibility.over(times(spark), twice, "hex")
                    .opportunities("jobs")
                    .measures("cumulative(20)")
                    .compute())
        .withMessageContaining("twice");
  }
}
