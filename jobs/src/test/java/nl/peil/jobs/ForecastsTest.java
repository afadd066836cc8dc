package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import nl.peil.QuickPlans;
import nl.peil.SparkExtension;
import nl.peil.table.AccessTables;
import nl.peil.table.ForecastTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What changes between scenario-years, and why: one run, looked at from all sides. */
@Tag("thorough")
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForecastsTest {

  private TinyDelivery tiny;
  private Dataset<Row> forecasts;
  private SparkSession spark;

  @BeforeAll
  void run(@TempDir Path folder, SparkSession session) throws Exception {
    spark = session;
    QuickPlans.in(spark);
    tiny = TinyDelivery.in(folder);
    tiny.configure(
        """
        scenarios = [
          { scenario = hoog, year = 2030, model_version = "IMA 2021" }
          { scenario = tijden, year = 2030, inherit = basis/2022, inherit_from { travel_times = hoog/2030 } }
          { scenario = stil, year = 2030, inherit = basis/2022 }
        ]
        comparisons = [
          { base = basis/2022, future = hoog/2030 }
          { base = basis/2022, future = tijden/2030 }
          { base = basis/2022, future = stil/2030 }
        ]
        """);
    var run =
        tiny.command(
            "run",
            "--only",
            "scenarios,comparisons,norms,zones,population_grid,region_membership,opportunities,travel_times,"
                + "accessibility,region_accessibility,accessibility_swaps,forecasts");
    assertThat(run.code()).as(run.err()).isZero();
    forecasts = tiny.table(spark, ForecastTables.FORECASTS).cache();
  }

  private Dataset<Row> of(String scenario) {
    return forecasts.where("scenario = '" + scenario + "'");
  }

  private static final List<String> PARTS =
      List.of(
          "delta",
          "delta_network",
          "delta_land_use",
          "delta_services",
          "only_network",
          "only_land_use",
          "only_services",
          "interaction");

  @Test
  void aScenarioEqualToTheBaseGivesZeroesEverywhere() {
    var still = of("stil");
    assertThat(still.count()).isPositive();
    assertThat(still.where("delta IS NOT NULL").count()).isPositive();
    for (var part : PARTS) {
      assertThat(still.where(part + " <> 0").isEmpty()).as(part).isTrue();
    }
    assertThat(still.where("crosses_norm OR persons_gain_norm <> 0 OR persons_lose_norm <> 0"))
        .satisfies(rows -> assertThat(rows.isEmpty()).isTrue());
  }

  @Test
  void onlyOtherTimesLeaveNothingToLandUseAndServices() {
    var times = of("tijden");
    assertThat(times.where("delta_network <> 0").count()).isPositive();
    assertThat(
            times
                .where(
                    "delta_land_use <> 0 OR delta_services <> 0 OR only_land_use <> 0 OR interaction > 1e-9")
                .isEmpty())
        .isTrue();
    assertThat(times.where("abs(delta_network - delta) > 1e-9 * abs(delta)").isEmpty()).isTrue();
  }

  @Test
  void thePartsSumToTheChange() {
    var all = forecasts.where("delta IS NOT NULL AND delta_network IS NOT NULL");
    assertThat(of("hoog").where("delta_network <> 0 AND delta_land_use <> 0").count()).isPositive();
    assertThat(
            all.where(
                    "abs(delta_network + delta_land_use + delta_services - delta)"
                        + " > 1e-12 * greatest(abs(base), abs(future), 1)")
                .isEmpty())
        .isTrue();
    assertThat(all.where("abs(future - base - delta) > 0").isEmpty()).isTrue();
  }

  /** Both ends are what the tables of access say of the regions of each scenario-year. */
  @Test
  void baseAndFutureAreTheMeansOfTheRegions() {
    for (var end : List.of("base", "future")) {
      var joined =
          of("hoog")
              .as("f")
              .join(
                  tiny.table(spark, AccessTables.REGION_ACCESSIBILITY).as("r"),
                  functions.expr(
                      (end.equals("base")
                              ? "r.scenario = f.base_scenario AND r.year = f.base_year"
                              : "r.scenario = f.scenario AND r.year = f.year")
                          + " AND r.layout = f.layout AND r.region = f.region AND r.mode = f.mode"
                          + " AND r.period = f.period AND r.service = f.service AND r.measure = f.measure"));
      assertThat(joined.count()).isPositive();
      assertThat(
              joined
                  .where(
                      "NOT (r.mean <=> f.%1$s) AND (r.mean IS NULL OR f.%1$s IS NULL OR abs(r.mean - f.%1$s) > 1e-12 * abs(r.mean))"
                          .formatted(end))
                  .isEmpty())
          .as(end)
          .isTrue();
    }
  }

  @Test
  void whoGainsOrLosesTheNormExplainsThePersonsThatMeetIt() {
    // With the people of the base in both, the change is who gains minus who loses
    var rows =
        of("tijden")
            .where("measure IN ('nearest_1', 'persons_meeting_norm') AND norm_min IS NOT NULL")
            .groupBy("layout", "region", "mode", "period", "service")
            .agg(
                functions.expr("max(persons_gain_norm) - max(persons_lose_norm) AS net"),
                functions.expr("max(if(measure = 'persons_meeting_norm', delta, null)) AS change"),
                functions.expr("max(crosses_norm) AS crosses"))
            .collectAsList();
    assertThat(rows).isNotEmpty().anyMatch(row -> row.<Boolean>getAs("crosses"));
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.<Double>getAs("net"))
                    .isCloseTo(row.<Double>getAs("change"), within(1e-9)));
  }

  @Test
  void theRangeIsThatOfTheScenariosOfTheYear() {
    assertThat(
            forecasts.where("scenarios > 3 OR future NOT BETWEEN future_lowest AND future_highest"))
        .satisfies(rows -> assertThat(rows.isEmpty()).isTrue());
    assertThat(forecasts.where("scenarios = 3 AND future_lowest < future_highest").count())
        .isPositive();
    assertThat(of("hoog").where("model_version <> 'IMA 2021'").isEmpty()).isTrue();
  }
}
