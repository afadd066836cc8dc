package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.peil.QuickPlans;
import nl.peil.SparkExtension;
import nl.peil.config.EffectiveAccessConfig;
import nl.peil.jobs.derive.EffectiveAccessTable;
import nl.peil.jobs.derive.RegionEffectiveAccessTable;
import nl.peil.model.Barrier;
import nl.peil.model.BarrierGroup;
import nl.peil.model.Mode;
import nl.peil.table.AccessTables;
import nl.peil.table.BarrierTables;
import nl.peil.table.EffectiveAccessTables;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How many people reach a general practitioner in time on paper, and how many really, by hand:
 *
 * <pre>
 *   zone  people  auto (norm 10)  ov_lopen (25)  fiets (15, whole day)  no car   no bicycle
 *   1     100     8               30             12                     30 %     50 %
 *   2     200     9               unreachable    40                     20 %     10 %
 *   3     50      20              40             30                     40 %     50 %
 *   4     80      5               30             30                     unknown  20 %
 * </pre>
 *
 * The theatre is as far as the practitioner and has no norm; the school has one for the car only,
 * and can be reached from zone 1 alone, in 10 minutes. West is zones 1 and 2, east half of 2 and
 * all of 3 and 4, far is zone 4. Nobody has a driving licence; that counts for its own group alone.
 */
@ExtendWith(SparkExtension.class)
class EffectiveAccessTest {

  private static final Path QUERIES = Path.of("../docs/queries");

  private static final EffectiveAccessConfig CONFIG =
      new EffectiveAccessConfig(
          List.of(
              new Barrier("geen_auto", "geen_auto", Set.of(Mode.AUTO)),
              new Barrier("geen_fiets", "geen_fiets", Set.of(Mode.FIETS, Mode.OV_FIETS)),
              new Barrier("geen_rijbewijs", "geen_rijbewijs", Set.of(Mode.AUTO))),
          List.of(new BarrierGroup("geen_auto_geen_fiets", List.of("geen_auto", "geen_fiets"))),
          Set.of("geen_auto", "geen_fiets"),
          Set.of(),
          Set.of());

  private static final double[] PEOPLE = {100, 200, 50, 80};
  private static final double NO = Double.NaN;
  private static final double[] AUTO = {8, 9, 20, 5};
  private static final double[] OV = {30, NO, 40, 30};
  private static final double[] FIETS = {12, 40, 30, 30};
  private static final double[] SCHOOL = {10, NO, NO, NO};

  private static HandMadeTables tables;

  @BeforeAll
  static void make(SparkSession spark) {
    QuickPlans.in(spark);
    var levels = new ArrayList<Row>();
    var shares = new ArrayList<Row>();
    for (int i = 0; i < PEOPLE.length; i++) {
      level(levels, "auto", "spits", i, "huisarts", AUTO[i], 10.0);
      level(levels, "ov_lopen", "spits", i, "huisarts", OV[i], 25.0);
      level(levels, "fiets", "etmaal", i, "huisarts", FIETS[i], 15.0);
      level(levels, "auto", "spits", i, "schouwburg", AUTO[i], null);
      level(levels, "fiets", "etmaal", i, "schouwburg", FIETS[i], null);
      level(levels, "auto", "spits", i, "school", SCHOOL[i], 10.0);
      level(levels, "fiets", "etmaal", i, "school", SCHOOL[i], null);
    }
    Double[] noCar = {0.3, 0.2, 0.4, null};
    Double[] noBicycle = {0.5, 0.1, 0.5, 0.2};
    for (int i = 0; i < PEOPLE.length; i++) {
      share(shares, i, "geen_auto", noCar[i]);
      share(shares, i, "geen_fiets", noBicycle[i]);
      share(shares, i, "geen_rijbewijs", 1.0);
    }
    tables =
        new HandMadeTables(spark, Slice.of("scenario", "basis", "year", "2022"))
            .add(
                AccessTables.ACCESSIBILITY_LEVEL,
                levels,
                "scenario",
                "year",
                "mode",
                "period",
                "zone",
                "service",
                "nearest_1_min",
                "norm_min",
                "meets_norm",
                "population")
            .add(
                BarrierTables.BARRIERS,
                shares,
                "scenario",
                "year",
                "zone",
                "indicator",
                "share",
                "known")
            .add(
                InputTables.REGION_MEMBERSHIP,
                List.of(
                    RowFactory.create("streek", "west", 1, 1.0),
                    RowFactory.create("streek", "west", 2, 1.0),
                    RowFactory.create("streek", "oost", 2, 0.5),
                    RowFactory.create("streek", "oost", 3, 1.0),
                    RowFactory.create("streek", "oost", 4, 1.0),
                    RowFactory.create("streek", "ver", 4, 1.0)),
                "layout",
                "region",
                "zone",
                "weight")
            .make(EffectiveAccessTable.declare(CONFIG))
            .make(RegionEffectiveAccessTable.declare());
  }

  private static void level(
      List<Row> rows,
      String mode,
      String period,
      int i,
      String service,
      double minutes,
      @Nullable Double norm) {
    boolean reached = !Double.isNaN(minutes);
    rows.add(
        RowFactory.create(
            "basis",
            2022,
            mode,
            period,
            i + 1,
            service,
            reached ? minutes : null,
            norm,
            norm == null ? null : reached && minutes <= norm,
            PEOPLE[i]));
  }

  private static void share(List<Row> rows, int i, String indicator, @Nullable Double share) {
    rows.add(RowFactory.create("basis", 2022, i + 1, indicator, share, share != null));
  }

  private static Row zone(int zone, String service, String group) {
    return only(
        tables
            .read(EffectiveAccessTables.EFFECTIVE_ACCESS)
            .where(
                "zone = %d AND service = '%s' AND barrier_group = '%s'"
                    .formatted(zone, service, group)));
  }

  private static Row region(String region, String service, String group) {
    return only(
        tables
            .read(EffectiveAccessTables.REGION_EFFECTIVE_ACCESS)
            .where(
                "region = '%s' AND service = '%s' AND barrier_group = '%s'"
                    .formatted(region, service, group)));
  }

  private static Row only(Dataset<Row> rows) {
    var list = rows.collectAsList();
    assertThat(list).hasSize(1);
    return list.get(0);
  }

  private static void assertValues(Row row, Map<String, ?> expected) {
    expected.forEach(
        (column, value) -> {
          if (value instanceof Double number) {
            assertThat(row.<Double>getAs(column)).as(column).isCloseTo(number, within(1e-9));
          } else {
            assertThat(row.<Object>getAs(column)).as(column).isEqualTo(value);
          }
        });
  }

  private static void assertUnknown(Row row, String... columns) {
    for (var column : columns) {
      assertThat(row.<Object>getAs(column)).as(column).isNull();
    }
  }

  /** The bicycle, which has one time for the whole day, is what 30 people without car have left. */
  @Test
  void whoHasAnotherModeWithinItsNormReallyGetsThere() {
    assertValues(
        zone(1, "huisarts", "geen_auto"),
        Map.ofEntries(
            Map.entry("period", "spits"),
            Map.entry("barriers", "geen_auto"),
            Map.entry("usable_modes", "ov_lopen,fiets"),
            Map.entry("best_mode_potential", "auto"),
            Map.entry("best_min_potential", 8.0),
            Map.entry("meeting_mode_potential", "auto"),
            Map.entry("potential_meets_norm", true),
            Map.entry("best_mode", "fiets"),
            Map.entry("best_min", 12.0),
            Map.entry("meeting_mode", "fiets"),
            Map.entry("meets_norm", true),
            Map.entry("extra_min", 4.0),
            Map.entry("persons", 30.0),
            Map.entry("persons_potential", 30.0),
            Map.entry("persons_effective", 30.0),
            Map.entry("persons_lost", 0.0),
            Map.entry("assumption", "zone_share")));
  }

  /** With neither there is only the bus, in 30 minutes: 30 % x 50 %, at least 0, at most 30 %. */
  @Test
  void whoHasNeitherLosesTheNorm() {
    assertValues(
        zone(1, "huisarts", "geen_auto_geen_fiets"),
        Map.ofEntries(
            Map.entry("best_mode", "ov_lopen"),
            Map.entry("meets_norm", false),
            Map.entry("extra_min", 22.0),
            Map.entry("share", 0.15),
            Map.entry("persons", 15.0),
            Map.entry("persons_low", 0.0),
            Map.entry("persons_high", 30.0),
            Map.entry("persons_effective", 0.0),
            Map.entry("persons_lost_high", 30.0),
            Map.entry("assumption", "independence")));
    assertUnknown(zone(1, "huisarts", "geen_auto_geen_fiets"), "meeting_mode");
    assertValues(
        zone(1, "huisarts", "iedereen"),
        Map.of(
            "persons", 100.0,
            "persons_potential", 100.0,
            "persons_effective", 85.0,
            "persons_effective_low", 70.0,
            "persons_effective_high", 100.0,
            "persons_lost", 15.0));
    assertUnknown(zone(1, "huisarts", "iedereen"), "best_mode", "best_min", "meets_norm");
    // Of zone 2 nobody without car gets there: no bus, the bicycle too slow. That is known exactly
    assertValues(
        zone(2, "huisarts", "iedereen"),
        Map.of("persons_effective", 160.0, "persons_lost_low", 40.0, "persons_lost_high", 40.0));
    var both = zone(2, "huisarts", "geen_auto_geen_fiets");
    assertUnknown(both, "best_mode", "best_min", "extra_min", "meeting_mode");
    assertValues(
        both, Map.of("persons_lost", 4.0, "meets_norm", false, "usable_modes", "ov_lopen"));
  }

  @Test
  void whatIsMissedOnPaperIsLostByNobody() {
    for (var group : List.of("iedereen", "geen_auto", "geen_fiets", "geen_auto_geen_fiets")) {
      assertValues(
          zone(3, "huisarts", group),
          Map.of(
              "potential_meets_norm", false,
              "persons_potential", 0.0,
              "persons_effective", 0.0,
              "persons_lost", 0.0));
    }
  }

  @Test
  void anUnknownShareLeavesPeopleUnknownAndTimesKnown() {
    for (var group : List.of("iedereen", "geen_auto", "geen_auto_geen_fiets")) {
      var row = zone(4, "huisarts", group);
      assertValues(row, Map.of("known", false));
      assertUnknown(row, "persons_effective", "persons_lost", "persons_lost_low");
    }
    assertUnknown(zone(4, "huisarts", "geen_auto"), "share", "persons", "persons_potential");
    assertValues(
        zone(4, "huisarts", "geen_auto"),
        Map.of("best_min", 30.0, "extra_min", 25.0, "meets_norm", false));
    assertValues(zone(4, "huisarts", "geen_fiets"), Map.of("persons_effective", 16.0));
  }

  /** Who has no car has no norm to meet at school: it has none for the bicycle. */
  @Test
  void aModeWithoutNormMeetsNoneAndAServiceWithoutNormHasTimesOnly() {
    assertValues(
        zone(1, "school", "geen_auto"),
        Map.of("best_mode", "fiets", "meets_norm", false, "extra_min", 0.0, "persons_lost", 30.0));
    var theatre = zone(1, "schouwburg", "geen_auto");
    assertValues(theatre, Map.of("best_min", 12.0, "persons", 30.0));
    assertUnknown(
        theatre, "potential_meets_norm", "meets_norm", "persons_potential", "persons_effective");
    assertThat(
            tables
                .read(EffectiveAccessTables.REGION_EFFECTIVE_ACCESS)
                .where("service = 'schouwburg'")
                .count())
        .isZero();
  }

  /** West: 300 people reach the practitioner in time on paper, 245 really. */
  @Test
  void howManyReallyPerRegion() {
    assertValues(
        region("west", "huisarts", "iedereen"),
        Map.ofEntries(
            Map.entry("population", 300.0),
            Map.entry("population_potential", 300.0),
            Map.entry("share_known", 1.0),
            Map.entry("persons_potential", 300.0),
            Map.entry("persons_effective", 245.0),
            Map.entry("persons_effective_low", 230.0),
            Map.entry("persons_effective_high", 260.0),
            Map.entry("persons_lost", 55.0),
            Map.entry("percent_potential", 100.0),
            Map.entry("percent_effective", 245 / 3.0),
            Map.entry("points_lost", 55 / 3.0),
            Map.entry("points_lost_low", 40 / 3.0),
            Map.entry("points_lost_high", 70 / 3.0)));
    assertValues(
        region("west", "huisarts", "geen_auto"),
        Map.of("persons", 70.0, "persons_effective", 30.0, "points_lost", 400 / 7.0));
    // Who has neither loses it in both zones, however many they are
    assertValues(
        region("west", "huisarts", "geen_auto_geen_fiets"),
        Map.of(
            "persons", 19.0,
            "persons_lost_high", 50.0,
            "points_lost_low", 100.0,
            "points_lost_high", 100.0));
  }

  /** East: half of zone 2 and zone 3 are known, 150 of 230 people; zone 4 has it on paper too. */
  @Test
  void whatIsUnknownStandsBeside() {
    assertValues(
        region("oost", "huisarts", "iedereen"),
        Map.ofEntries(
            Map.entry("population", 230.0),
            Map.entry("population_potential", 180.0),
            Map.entry("population_known", 150.0),
            Map.entry("share_known", 150 / 230.0),
            Map.entry("persons", 150.0),
            Map.entry("persons_potential", 100.0),
            Map.entry("persons_effective", 80.0),
            Map.entry("points_lost", 20 / 1.5)));
    // 4 % x 100 x 20 % lose it (at most 10), 10 (at most 20) of zone 3 have nothing to lose
    assertValues(
        region("oost", "huisarts", "geen_auto_geen_fiets"),
        Map.of(
            "persons", 12.0,
            "persons_lost", 2.0,
            "points_lost", 100 * 2 / 12.0,
            "points_lost_low", 0.0,
            "points_lost_high", 100.0));
    assertValues(
        region("oost", "huisarts", "geen_fiets"), Map.of("share_known", 1.0, "persons", 51.0));
    var far = region("ver", "huisarts", "iedereen");
    assertValues(far, Map.of("population_potential", 80.0, "share_known", 0.0));
    assertUnknown(far, "persons", "persons_effective", "points_lost", "points_lost_low");
  }

  @Test
  void theQueriesGiveTheSameTables(SparkSession spark) throws IOException {
    assertSame(spark, "effective_access", EffectiveAccessTables.EFFECTIVE_ACCESS, 4 * 3 * 5);
    assertSame(
        spark, "region_effective_access", EffectiveAccessTables.REGION_EFFECTIVE_ACCESS, 3 * 2 * 5);
  }

  private static void assertSame(SparkSession spark, String query, TableSpec table, int size)
      throws IOException {
    var sql = Files.readString(QUERIES.resolve(query + ".sql"));
    // With the lines for who knows who has no bicycle
    var recomputed = spark.sql(sql.replaceAll("-- \\((2|'geen_fiets')", "($1"));
    var columns = table.columnNames().toArray(String[]::new);
    assertThat(recomputed.columns()).containsExactlyInAnyOrder(columns);
    var expected = byKey(tables.read(table), table);
    var actual = byKey(recomputed, table);
    assertThat(expected).hasSize(size);
    assertThat(actual).containsOnlyKeys(expected.keySet());
    expected.forEach(
        (key, row) -> {
          var other = actual.getOrDefault(key, row);
          for (var column : columns) {
            assertThat(row.<Object>getAs(column) == null)
                .as(column + " of " + key)
                .isEqualTo(other.getAs(column) == null);
            if (row.getAs(column) instanceof Double number) {
              assertThat(other.<Double>getAs(column))
                  .as(column + " of " + key)
                  .isCloseTo(number, within(1e-9));
            } else {
              assertThat(other.<Object>getAs(column))
                  .as(column + " of " + key)
                  .isEqualTo(row.getAs(column));
            }
          }
        });
  }

  private static Map<String, Row> byKey(Dataset<Row> rows, TableSpec table) {
    var columns = table.columnNames().toArray(String[]::new);
    return rows.selectExpr(columns).collectAsList().stream()
        .collect(
            Collectors.toMap(
                row ->
                    table.key().stream()
                        .map(column -> String.valueOf(row.<Object>getAs(column)))
                        .collect(Collectors.joining("/")),
                row -> row));
  }
}
