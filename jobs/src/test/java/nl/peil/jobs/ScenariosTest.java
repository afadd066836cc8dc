package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.peil.QuickPlans;
import nl.peil.SparkExtension;
import nl.peil.table.AccessTables;
import nl.peil.table.InputTables;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Scenario-years that take inputs of others. */
@Tag("thorough")
@ExtendWith(SparkExtension.class)
class ScenariosTest {

  @TempDir Path folder;

  private static Dataset<Row> rows(
      TinyDelivery tiny, SparkSession spark, TableSpec table, String scenario, int year) {
    return tiny.table(spark, table)
        .where("scenario = '" + scenario + "' AND year = " + year)
        .drop("scenario", "year");
  }

  @Test
  void anHeirOfEverythingEqualsItsParentButForItsOwnNorms(SparkSession spark) throws Exception {
    QuickPlans.in(spark);
    var tiny = TinyDelivery.in(folder);
    Files.writeString(
        tiny.conf().resolveSibling("streng.csv"),
        "service,mode,minutes,norm_version,source\nhuisarts,auto,2,streng,hand\n");
    tiny.configure(
        """
        scenarios = [
          { scenario = streng, year = 2035, model_version = "IMA 2021 & later", label = "Strenger", inherit = basis/2022, norms = "streng.csv" }
          { scenario = gemengd, year = 2035, inherit_from { travel_times = hoog/2030, population = basis/2022, jobs = basis/2022, services = hoog/2030 } }
          { scenario = niets, year = 2035, inherit_from { travel_times = weg/2022 } }
        ]
        """);
    var run =
        tiny.command(
            "run",
            "--only",
            "scenarios,norms,zones,population_grid,opportunities,travel_times,accessibility,accessibility_level");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("! scenarios: niets/2035 inherits travel_times of weg/2022, which has none");

    // Nothing was copied
    assertThat(tiny.table(spark, InputTables.TRAVEL_TIMES).where("year = 2035").isEmpty()).isTrue();
    assertThat(tiny.table(spark, InputTables.OPPORTUNITIES).where("year = 2035").isEmpty())
        .isTrue();

    var strict = rows(tiny, spark, AccessTables.ACCESSIBILITY_LEVEL, "streng", 2035);
    assertThat(
            strict.where("norm_min IS NOT NULL").select("service", "mode", "norm_min").distinct())
        .satisfies(
            norms ->
                assertThat(norms.collectAsList().toString()).isEqualTo("[[huisarts,auto,2.0]]"));
    var own = rows(tiny, spark, AccessTables.ACCESSIBILITY, "streng", 2035);
    var parents = rows(tiny, spark, AccessTables.ACCESSIBILITY, "basis", 2022);
    assertThat(own.count()).isPositive();
    assertThat(own.where("measure <> 'within_norm'").exceptAll(parents).isEmpty()).isTrue();
    assertThat(parents.where("measure <> 'within_norm'").exceptAll(own).isEmpty()).isTrue();

    // People and jobs of the base, times of the other: the times to a service are those of hoog
    var mixed = rows(tiny, spark, AccessTables.ACCESSIBILITY, "gemengd", 2035);
    var times = "service = 'huisarts' AND measure = 'nearest_1'";
    assertThat(mixed.where(times).drop("population").count()).isPositive();
    assertThat(
            mixed
                .where(times)
                .drop("population")
                .exceptAll(
                    rows(tiny, spark, AccessTables.ACCESSIBILITY, "hoog", 2030)
                        .where(times)
                        .drop("population"))
                .isEmpty())
        .isTrue();
    assertThat(mixed.select("zone", "population").distinct().collectAsList())
        .containsExactlyInAnyOrderElementsOf(
            rows(tiny, spark, AccessTables.ACCESSIBILITY, "basis", 2022)
                .select("zone", "population")
                .distinct()
                .collectAsList());
    assertThat(tiny.table(spark, InputTables.SCENARIOS).where("scenario = 'streng'").first())
        .satisfies(
            row -> {
              assertThat(row.<String>getAs("model_version")).isEqualTo("IMA 2021 & later");
              assertThat(row.<String>getAs("travel_times_from")).isEqualTo("basis/2022");
            });

    // New people of the base: its two matrices, and the 2 and 9 of its heirs; the 9 of hoog, with
    // people of its own,
    // stay as they are
    tiny.population("basis_2022", 3);
    assertThat(tiny.command("plan").out())
        .contains("population_grid        1 of 2 to make")
        .contains("accessibility          13 of 22 to make");
  }

  @Test
  void aLayoutThatIsForOneScenarioYearHasNoFiguresOfAnother(SparkSession spark) throws Exception {
    QuickPlans.in(spark);
    var tiny = TinyDelivery.in(folder);
    tiny.configure(
        """
        layouts += { layout = later, scenarios = [hoog/2030], source = test
          list { path = "regio/streek.csv", of = zones, columns { region = streek, member = zone } } }
        """);
    var only =
        "scenarios,norms,zones,population_grid,opportunities,travel_times,region_membership,accessibility,accessibility_level,region_level";
    assertThat(tiny.command("run", "--only", only).code()).isZero();
    var levels = tiny.table(spark, AccessTables.REGION_LEVEL);
    assertThat(
            levels.where("layout = 'later'").select("scenario", "year").distinct().collectAsList())
        .hasToString("[[hoog,2030]]");
    assertThat(levels.where("layout = 'streek' AND scenario = 'basis'").isEmpty()).isFalse();

    // What is no longer asked for stays, and is told
    tiny.configure(
        """
        layouts += { layout = later, scenarios = [basis/2022], source = test
          list { path = "regio/streek.csv", of = zones, columns { region = streek, member = zone } } }
        """);
    var again = tiny.command("run", "--only", only);
    assertThat(again.out())
        .containsPattern(
            "region_level +scenario=hoog/year=2030/layout=later is stored but no longer in the"
                + " delivery or configuration: kept as it is");
    assertThat(
            tiny.table(spark, AccessTables.REGION_LEVEL)
                .where("layout = 'later'")
                .select("scenario")
                .distinct()
                .count())
        .isEqualTo(2);
  }
}
