package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.peil.SparkExtension;
import nl.peil.table.EffectiveAccessTables;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a file with cars per zone to the people who really reach a practitioner; see {@link
 * TinyDelivery} for the delivery. By car the practitioner is within the norm of 1001, 1002 and
 * 1003, by bicycle of 1001 and 1003 alone.
 */
@Tag("thorough")
@ExtendWith({SparkExtension.class, FinishedRun.class})
class EffectiveAccessRunTest {

  private static final String BARRIERS =
      """
      barriers {
        sources = [
          { path = "barrieres/autos.csv", columns { area = zone }, supplied_by = "hand", peildatum = "2022-01-01"
            indicators = [ { indicator = autos, unit = stuks }, { indicator = huishoudens, unit = huishoudens } ] }
        ]
        indicators = [
          { indicator = geen_auto, numerator = [autos], denominator = [huishoudens], complement = true, unit = huishoudens }
        ]
        risk_score { version = none, variables = [] }
      }
      """;

  private static final String EFFECTIVE =
      "effective_access { barriers = [ { barrier = geen_auto, takes = [%s] } ] }\n";

  private static void run(TinyDelivery tiny) {
    var run = tiny.command("run");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.DONE.code());
  }

  private static Row region(SparkSession spark, TinyDelivery tiny, String where) {
    var rows =
        tiny.table(spark, EffectiveAccessTables.REGION_EFFECTIVE_ACCESS)
            .where("scenario = 'basis' AND service = 'huisarts' AND period = 'spits'")
            .where(where)
            .collectAsList();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static void assertNumbers(Row row, Map<String, Double> expected) {
    expected.forEach(
        (column, number) ->
            assertThat(row.<Double>getAs(column)).as(column).isCloseTo(number, within(1e-9)));
  }

  @Test
  void fromCarsPerZoneToPeopleWhoReallyGetThere(
      SparkSession spark, TinyDelivery finished, @TempDir Path folder) throws IOException {
    var tiny = finished.copy(folder);
    // No car: 40 % of 1001, 25 % of 1002, withheld in 1003, nobody in 1004; 1005 has no households
    tiny.write(
        "barrieres/autos.csv",
        "zone,autos,huishoudens",
        "1001,30,50",
        "1002,30,40",
        "1003,-99997,20",
        "1004,5,5",
        "1005,0,0");
    tiny.configure(BARRIERS + EFFECTIVE.formatted("auto"));
    run(tiny);

    // 100 + 80 + 50 of 240 people on paper. Of the 190 in 1001, 1002 and 1004 180 on paper, and
    // really all but 25 % of the 80 in 1002: those of 1001 have the bicycle
    assertNumbers(
        region(spark, tiny, "layout = 'delivery' AND barrier_group = 'iedereen'"),
        Map.of(
            "population", 240.0,
            "population_potential", 230.0,
            "population_known", 190.0,
            "persons_potential", 180.0,
            "persons_effective", 160.0,
            "persons_lost_low", 20.0,
            "persons_lost_high", 20.0,
            "percent_potential", 100 * 180 / 190.0,
            "points_lost", 100 * 20 / 190.0));
    assertNumbers(
        region(spark, tiny, "region = 'W' AND barrier_group = 'geen_auto'"),
        Map.of("persons", 40 + 15.0, "persons_effective", 40.0, "persons_lost", 15.0));
    var nobody = region(spark, tiny, "region = 'L3' AND barrier_group = 'iedereen'");
    for (var column : List.of("share_known", "persons", "persons_effective", "points_lost")) {
      assertThat(nobody.<Object>getAs(column)).as(column).isNull();
    }
    // The other scenario-year has the same cars, twice the people, and the bicycle takes as long as
    // the car: within the norm of 10 where the car is
    var later =
        tiny.table(spark, EffectiveAccessTables.EFFECTIVE_ACCESS)
            .where("year = 2030 AND period = 'spits' AND service = 'huisarts' AND zone = 1002")
            .where("barrier_group = 'geen_auto'")
            .collectAsList();
    assertThat(later).hasSize(1);
    assertThat(later.get(0).<String>getAs("meeting_mode")).isEqualTo("fiets");
    assertNumbers(
        later.get(0), Map.of("persons", 40.0, "persons_effective", 40.0, "extra_min", 0.0));

    // What a barrier takes is a matter of these two tables alone
    var before = new TreeMap<>(tiny.versions(spark));
    tiny.configure(BARRIERS + EFFECTIVE.formatted("auto, fiets"));
    run(tiny);
    var after = tiny.versions(spark);
    for (var bookkeeping : List.of("runs", "lineage", "findings", "quarantine")) {
      before.remove(bookkeeping);
      after.remove(bookkeeping);
    }
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach(
        (table, version) ->
            assertThat(version > before.getOrDefault(table, version))
                .as(table)
                .isEqualTo(table.endsWith("effective_access")));
    assertNumbers(
        region(spark, tiny, "layout = 'delivery' AND barrier_group = 'geen_auto'"),
        Map.of("persons", 40 + 20.0, "persons_effective", 0.0, "points_lost", 100.0));
  }
}
