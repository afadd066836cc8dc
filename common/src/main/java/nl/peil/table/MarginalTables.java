package nl.peil.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;

import org.apache.spark.sql.types.DataTypes;

/** The tables of what opening and closing services does. */
public final class MarginalTables {

  private MarginalTables() {}

  private static final Column NORM =
      Column.of("norm_min", DoubleType, "acceptable travel time in minutes");

  /** What opening and closing does, per zone. */
  public static final TableSpec MARGINAL_ACCESS =
      TableSpec.named(
              "marginal_access",
              "zone x service",
              "What it does when a service opens in a zone, or when all its places there close, one zone at a time; services with a norm, without jobs")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.MODE,
              Keys.PERIOD,
              Keys.ZONE,
              Keys.SERVICE,
              NORM,
              Column.of("count", DoubleType, "places in the zone now").where("count >= 0"),
              Keys.POPULATION,
              persons(
                  "persons_gain",
                  "persons of all zones who miss the norm and would meet it with one place more here"),
              persons(
                  "persons_newly_reaching",
                  "persons who can reach no place at all now, and would reach this one"),
              persons(
                  "person_minutes_saved",
                  "minutes to the nearest that a place here saves, summed over the persons who can reach one already"),
              persons(
                      "persons_lose",
                      "persons who meet the norm and would miss it without the places here; null when there are none")
                  .orNull(),
              persons(
                      "persons_without_any",
                      "persons who would reach no place at all any more; null likewise")
                  .orNull(),
              persons(
                      "persons_affected",
                      "persons whose nearest is here and nowhere else as near, those who would reach none included; null likewise")
                  .orNull(),
              persons(
                      "person_minutes_added",
                      "minutes to the next option beyond those to the nearest, summed over the persons affected who have one; null likewise")
                  .orNull(),
              Column.of(
                      "minutes_added_mean",
                      DoubleType,
                      "person_minutes_added per person affected who has a next option; null when there is nobody")
                  .orNull()
                  .where("minutes_added_mean > 0"))
          .partitionedBy("scenario", "year", "mode", "period")
          .statisticsOn("zone", "service")
          .keyedBy("scenario", "year", "mode", "period", "zone", "service")
          .build();

  /** Where a place would help whom. */
  public static final TableSpec NORM_GAPS =
      TableSpec.named(
              "norm_gaps",
              "zone that misses a norm x service",
              "In which zones one new place would bring a zone within the norm that misses it now; best_places reads this instead of travel times")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.MODE,
              Keys.PERIOD,
              Keys.ZONE,
              Keys.SERVICE,
              NORM,
              Column.of(
                  "places",
                  DataTypes.createArrayType(IntegerType, false),
                  "zones within the norm from this zone, rising, at least one: a zone that no place would help has no row"))
          .partitionedBy("scenario", "year", "mode", "period")
          .statisticsOn("zone", "service")
          .keyedBy("scenario", "year", "mode", "period", "zone", "service")
          .build();

  /** Where to open first. */
  public static final TableSpec BEST_PLACES =
      TableSpec.named(
              "best_places",
              "region x service x rank",
              "New places in each region, one after the other, each where most people of the region gain the norm who did not gain it by those before (greedy)")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.LAYOUT,
              Keys.REGION,
              Keys.MODE,
              Keys.PERIOD,
              Keys.SERVICE,
              NORM,
              Column.of("rank", IntegerType, "order of choice, 1 and up; at most marginal.best")
                  .where("rank >= 1"),
              Column.of("zone", IntegerType, "zone key of the place, a zone of the region"),
              Column.of(
                      "persons_gain",
                      DoubleType,
                      "persons of the region who gain the norm by this place, and not by those before")
                  .where("persons_gain > 0"),
              persons(
                  "persons_below_norm",
                  "persons of the region who miss the norm now, before rank 1"),
              persons(
                  "persons_below_norm_after",
                  "persons of the region who still miss the norm with this place and those before"),
              Column.of(
                      "share_helped",
                      DoubleType,
                      "share of persons_below_norm who gain the norm by this place and those before, 0 to 1")
                  .where("share_helped BETWEEN 0 AND 1.000000001"))
          .partitionedBy("scenario", "year", "layout")
          .statisticsOn("region", "mode", "service")
          .keyedBy("scenario", "year", "layout", "region", "mode", "period", "service", "rank")
          .build();

  /** A sum over persons. */
  private static Column persons(String name, String comment) {
    return Column.of(name, DoubleType, comment).where(name + " >= 0");
  }
}
