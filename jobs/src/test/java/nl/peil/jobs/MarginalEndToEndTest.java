package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.peil.SparkExtension;
import nl.peil.table.AccessTables;
import nl.peil.table.MarginalTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What opening and closing does, by hand and against runs of the changed delivery; see {@link
 * TinyDelivery} for the delivery.
 */
@Tag("thorough")
@ExtendWith({SparkExtension.class, FinishedRun.class})
class MarginalEndToEndTest {

  private static final String CAR_NOW = "scenario = 'basis' AND mode = 'auto'";

  private static Row of(SparkSession spark, TinyDelivery tiny, int zone, String service) {
    return tiny.table(spark, MarginalTables.MARGINAL_ACCESS)
        .where(CAR_NOW + " AND zone = " + zone + " AND service = '" + service + "'")
        .first();
  }

  private static void assertOpening(Row row, double gain, double newly, double saved) {
    assertThat(row.<Double>getAs("persons_gain")).isEqualTo(gain);
    assertThat(row.<Double>getAs("persons_newly_reaching")).isEqualTo(newly);
    assertThat(row.<Double>getAs("person_minutes_saved")).isCloseTo(saved, within(1e-9));
  }

  private static void assertClosing(
      Row row, double lose, double withoutAny, double affected, double added) {
    assertThat(row.<Double>getAs("persons_lose")).isEqualTo(lose);
    assertThat(row.<Double>getAs("persons_without_any")).isEqualTo(withoutAny);
    assertThat(row.<Double>getAs("persons_affected")).isEqualTo(affected);
    assertThat(row.<Double>getAs("person_minutes_added")).isCloseTo(added, within(1e-9));
  }

  @Test
  void byHand(SparkSession spark, TinyDelivery tiny) {
    // People: 100, 80, 50, 10, 0. Practitioners in 1001 (1) and 1003 (2), norm 10: nearest 2, 9, 3
    var between = of(spark, tiny, 1002, "huisarts");
    assertOpening(between, 0, 0, 80 * 7.0);
    assertThat(between.<Double>getAs("population")).isEqualTo(80.0);
    assertThat(between.<Double>getAs("count")).isZero();
    for (var column : List.of("persons_lose", "persons_affected", "minutes_added_mean")) {
      assertThat(between.<Object>getAs(column)).isNull();
    }
    // Without 1001 its own people go 10.1 minutes, a tenth too far, and those of 1002 30
    var west = of(spark, tiny, 1001, "huisarts");
    assertClosing(west, 180, 0, 180, 100 * 8.1 + 80 * 21);
    assertThat(west.<Double>getAs("minutes_added_mean")).isCloseTo(2490 / 180.0, within(1e-9));
    // Both practitioners of 1003 close: 25 minutes instead of 3
    assertClosing(of(spark, tiny, 1003, "huisarts"), 50, 0, 50, 50 * 22);
    // The only school, in 1002, norm 4: nearest 10, 2, 12
    var school = of(spark, tiny, 1002, "vo");
    assertClosing(school, 80, 230, 230, 0);
    assertThat(school.<Object>getAs("minutes_added_mean")).isNull();
    assertOpening(of(spark, tiny, 1001, "vo"), 100, 0, 100 * 8);
    assertOpening(of(spark, tiny, 1003, "vo"), 50, 0, 50 * 9);
    // No university anywhere, norm 30; from 1003 to 1004 it is an hour
    assertOpening(of(spark, tiny, 1002, "wo"), 230, 230, 0);
    assertOpening(of(spark, tiny, 1004, "wo"), 0, 50, 0);
  }

  @Test
  void servicesWithoutNormAndJobsHaveNoRows(SparkSession spark, TinyDelivery tiny) {
    var rows = tiny.table(spark, MarginalTables.MARGINAL_ACCESS);
    assertThat(texts(rows.where(CAR_NOW).select("service").distinct()))
        .containsExactly("huisarts", "vo", "wo");
    assertThat(texts(rows.where("mode = 'fiets'").select("service").distinct()))
        .containsExactly("huisarts");
    assertThat(rows.where("mode = 'lopen'").count()).isZero();
    assertThat(rows.where(CAR_NOW).count()).isEqualTo(5 * 3);
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.getString(0)).sorted().toList();
  }

  @Test
  void gapsNameTheZonesWhereAPlaceHelps(SparkSession spark, TinyDelivery tiny) {
    var gaps =
        tiny.table(spark, MarginalTables.NORM_GAPS)
            .where(CAR_NOW)
            .orderBy("service", "zone")
            .selectExpr("concat(service, ' ', zone, ' ', array_join(places, ','))");
    // 1004 misses every norm, and no journey starts there; 1005 has nobody, but misses it
    assertThat(gaps.collectAsList().stream().map(row -> row.getString(0)))
        .containsExactly(
            "huisarts 1005 1005",
            "vo 1001 1001",
            "vo 1003 1003",
            "vo 1005 1005",
            "wo 1001 1001,1002,1003",
            "wo 1002 1001,1002,1003",
            "wo 1003 1001,1002,1003",
            "wo 1005 1001,1005");
  }

  @Test
  void bestPlacesByHand(SparkSession spark, TinyDelivery tiny) {
    var best =
        tiny.table(spark, MarginalTables.BEST_PLACES)
            .where(CAR_NOW)
            .orderBy("layout", "region", "service", "rank")
            .selectExpr(
                "concat_ws(' ', layout, region, service, rank, zone)",
                "persons_gain",
                "persons_below_norm",
                "persons_below_norm_after",
                "share_helped",
                "norm_min")
            .collectAsList();
    assertThat(best.stream().map(row -> row.getString(0)))
        .containsExactly(
            // Who misses huisarts lives in 1004 (or nowhere): no place helps
            "delivery all vo 1 1001",
            "delivery all vo 2 1003",
            "delivery all wo 1 1001",
            "helft E vo 1 1003",
            "helft E wo 1 1002",
            "helft W vo 1 1001",
            "helft W wo 1 1001",
            "streek L1 vo 1 1001",
            "streek L1 wo 1 1001",
            "streek L2 vo 1 1003",
            "streek L2 wo 1 1002");
    assertNumbers(best.get(0), 100, 160, 60, 100 / 160.0, 4);
    assertNumbers(best.get(1), 50, 160, 10, 150 / 160.0, 4);
    assertNumbers(best.get(2), 230, 240, 10, 230 / 240.0, 30);
    assertNumbers(best.get(3), 50, 60, 10, 50 / 60.0, 4);
    // A quarter of 1002 lives in the east
    assertNumbers(best.get(4), 70, 80, 10, 70 / 80.0, 30);
    assertNumbers(best.get(6), 160, 160, 0, 1, 30);
  }

  private static void assertNumbers(Row row, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(row.getDouble(i + 1)).as(row + ": " + i).isCloseTo(expected[i], within(1e-9));
    }
  }

  /** Who misses a norm is counted as region_level does, also who cannot be helped. */
  @Test
  void personsBelowNormAreThoseOfTheRegion(SparkSession spark, TinyDelivery tiny) {
    var keys = "scenario, year, layout, region, mode, period, service";
    var differing =
        tiny.table(spark, MarginalTables.BEST_PLACES)
            .selectExpr((keys + ", persons_below_norm AS mine").split(", "))
            .join(
                tiny.table(spark, AccessTables.REGION_LEVEL),
                scala.jdk.javaapi.CollectionConverters.asScala(List.of(keys.split(", "))).toSeq(),
                "left")
            .where("persons_below_norm IS NULL OR abs(mine - persons_below_norm) > 1e-9");
    assertThat(differing.count()).isZero();
  }

  /**
   * Three places open, each of a service of its own, and everything is computed anew. The first
   * tables must have told what they do, and the second ones what it would be to close them again.
   */
  @Test
  void separateRunsGiveTheSame(SparkSession spark, TinyDelivery finished, @TempDir Path folder)
      throws IOException {
    var changed = finished.copy(folder);
    var opened = Map.of("huisarts", 1002, "vo", 1003, "wo", 1001);
    changed.write(
        "huisarts.csv",
        "id,x,y",
        "a,100100,450900",
        "b,102300,450200",
        "c,102700,450700",
        "d,101500,450500");
    changed.write("vo.csv", "postcode", "1002 AB", "1003 AB");
    changed.write("wo.csv", "zone,aantal", "1001,1", "1003,0");
    var run = changed.command("run");
    assertThat(run.code()).as(run.err()).isZero();
    var before = level(spark, finished);
    var after = level(spark, changed);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    for (var service : opened.keySet()) {
      var where = "service = '%s' AND zone = %d".formatted(service, opened.get(service));
      var opening = finished.table(spark, MarginalTables.MARGINAL_ACCESS).where(where);
      var rows = opening.collectAsList();
      assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
      for (var row : rows) {
        assertSums(
            row,
            before,
            after,
            "persons_gain",
            "persons_newly_reaching",
            "person_minutes_saved",
            "none");
      }
      var closing = changed.table(spark, MarginalTables.MARGINAL_ACCESS).where(where);
      for (var row : closing.collectAsList()) {
        assertSums(
            row,
            after,
            before,
            "persons_lose",
            "persons_without_any",
            "person_minutes_added",
            "persons_affected");
      }
    }
  }

  /** Rows of accessibility_level by matrix and service, then by zone. */
  private static Map<String, Map<Integer, Row>> level(SparkSession spark, TinyDelivery tiny) {
    var level = new HashMap<String, Map<Integer, Row>>();
    tiny.table(spark, AccessTables.ACCESSIBILITY_LEVEL)
        .where("norm_min IS NOT NULL")
        .collectAsList()
        .forEach(
            row ->
                level
                    .computeIfAbsent(matrix(row), key -> new HashMap<>())
                    .put(row.<Integer>getAs("zone"), row));
    return level;
  }

  private static String matrix(Row row) {
    return String.join(
        " ",
        row.<String>getAs("scenario"),
        row.<String>getAs("mode"),
        row.<String>getAs("period"),
        row.<String>getAs("service"));
  }

  /**
   * From one state to the other: persons whose norm changes, persons of whom one state has no
   * nearest, person-minutes between states where both have one, and persons of whom anything
   * changes.
   */
  private static void assertSums(
      Row row,
      Map<String, Map<Integer, Row>> from,
      Map<String, Map<Integer, Row>> to,
      String norm,
      String any,
      String minutes,
      String affected) {
    var sums = new double[4];
    var later = Objects.requireNonNull(to.get(matrix(row)));
    Objects.requireNonNull(from.get(matrix(row)))
        .forEach(
            (zone, now) -> {
              var then = Objects.requireNonNull(later.get(zone));
              double people = now.<Double>getAs("population");
              Double t1 = now.getAs("nearest_1_min");
              Double t2 = then.getAs("nearest_1_min");
              boolean changed = !Objects.equals(t1, t2);
              sums[0] += now.getAs("meets_norm").equals(then.getAs("meets_norm")) ? 0 : people;
              sums[1] += changed && (t1 == null || t2 == null) ? people : 0;
              sums[2] += t1 == null || t2 == null ? 0 : people * Math.abs(t2 - t1);
              sums[3] += changed ? people : 0;
            });
    assertThat(row.<Double>getAs(norm)).as(norm + " " + row).isCloseTo(sums[0], within(1e-9));
    assertThat(row.<Double>getAs(any)).as(any + " " + row).isCloseTo(sums[1], within(1e-9));
    assertThat(row.<Double>getAs(minutes)).as(minutes + " " + row).isCloseTo(sums[2], within(1e-9));
    if (!affected.equals("none")) {
      assertThat(row.<Double>getAs(affected))
          .as(affected + " " + row)
          .isCloseTo(sums[3], within(1e-9));
    }
  }
}
