package nl.peil.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** The tables of access that people can really use, beside that on paper. */
public final class EffectiveAccessTables {

  private static final Column GROUP =
      Column.of(
          "barrier_group",
          StringType,
          "people for whom some barriers hold: a barrier or a group of effective_access in the"
              + " configuration; iedereen: all people, with whichever barriers they have");

  private static final Column ASSUMPTION =
      Column.of(
          "assumption",
          StringType,
          "what numbers without _low or _high rest on: zone_share (the share of a zone holds for"
              + " its people, wherever they live in it), or independence (zone_share, and barriers"
              + " are independent of each other); _low and _high hold whatever hangs together");

  private EffectiveAccessTables() {}

  /** On paper and really, per zone. */
  public static final TableSpec EFFECTIVE_ACCESS =
      TableSpec.named(
              "effective_access",
              "scenario-year x zone x service x period x group",
              "What modes offer on paper, and what is left of it for people with barriers")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.PERIOD,
              Keys.ZONE,
              Keys.SERVICE,
              GROUP,
              text(
                  "barriers",
                  "barriers that all people of the group have, by comma; of iedereen those that"
                      + " they may have"),
              text(
                  "usable_modes",
                  "modes with travel times that the group can use, by comma; empty: none; of"
                      + " iedereen those on paper"),
              text("best_mode_potential", "the fastest of all modes; null when none gets there")
                  .orNull(),
              minutes("best_min_potential", "its minutes"),
              text(
                      "meeting_mode_potential",
                      "the fastest of the modes that meet their own norm; null when none does")
                  .orNull(),
              Column.of(
                      "potential_meets_norm",
                      BooleanType,
                      "a mode meets its own norm; null when the service has no norm at all")
                  .orNull(),
              text(
                      "best_mode",
                      "the fastest mode that the group can use; null when none gets there, and for"
                          + " iedereen, who differ in that")
                  .orNull(),
              minutes("best_min", "its minutes"),
              text(
                      "meeting_mode",
                      "the fastest mode that the group can use and that meets its own norm, which"
                          + " need not be best_mode; null when none does, and for iedereen")
                  .orNull(),
              Column.of(
                      "meets_norm",
                      BooleanType,
                      "a mode that the group can use meets its own norm; null when the service has"
                          + " no norm at all, and for iedereen")
                  .orNull(),
              minutes(
                  "extra_min",
                  "best_min - best_min_potential; null when one of them is, and for iedereen"),
              Keys.POPULATION,
              Column.of(
                  "known", BooleanType, "the share of people is known for all of these barriers"),
              share("share", "share of the zone's people who are in the group; null when unknown"),
              share("share_low", "the least it can be"),
              share("share_high", "the most it can be"),
              persons("persons", "persons in the group: population x share"),
              persons("persons_low", "the least it can be"),
              persons("persons_high", "the most it can be"),
              persons(
                  "persons_potential",
                  "persons in the group for whom the norm holds on paper; null when unknown or"
                      + " without norm"),
              persons(
                  "persons_effective",
                  "persons in the group for whom it really holds; null likewise"),
              persons("persons_effective_low", "the least it can be"),
              persons("persons_effective_high", "the most it can be"),
              persons(
                  "persons_lost",
                  "persons in the group for whom it holds on paper and not really:"
                      + " persons_potential - persons_effective; null likewise"),
              persons("persons_lost_low", "the least it can be"),
              persons("persons_lost_high", "the most it can be"),
              ASSUMPTION)
          .partitionedBy("scenario", "year")
          .statisticsOn("zone", "service", "period")
          .keyedBy("scenario", "year", "period", "zone", "service", "barrier_group")
          .build();

  /** On paper and really, per region. */
  public static final TableSpec REGION_EFFECTIVE_ACCESS =
      TableSpec.named(
              "region_effective_access",
              "scenario-year x region x service x period x group",
              "How many people of a region reach a service in time on paper, and how many really;"
                  + " services with a norm")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.LAYOUT,
              Keys.REGION,
              Keys.PERIOD,
              Keys.SERVICE,
              GROUP,
              Column.of("population", DoubleType, "persons in the region").where("population >= 0"),
              Column.of(
                      "population_potential",
                      DoubleType,
                      "those for whom the norm holds on paper, with or without barriers, known or"
                          + " not")
                  .where("population_potential >= 0"),
              Column.of(
                      "population_known",
                      DoubleType,
                      "those in zones where the share of people is known for all barriers of the"
                          + " group; the columns below are about them alone")
                  .where("population_known >= 0"),
              share("share_known", "population_known / population; null without people"),
              persons(
                  "persons", "persons in the group; this and all below null when nothing is known"),
              persons("persons_low", "the least it can be"),
              persons("persons_high", "the most it can be"),
              persons("persons_potential", "those for whom the norm holds on paper"),
              persons("persons_effective", "those for whom it really holds"),
              persons("persons_effective_low", "the least it can be"),
              persons("persons_effective_high", "the most it can be"),
              persons("persons_lost", "persons_potential - persons_effective"),
              persons("persons_lost_low", "the least it can be"),
              persons("persons_lost_high", "the most it can be"),
              percent("percent_potential", "persons_potential as a percentage of persons"),
              percent("percent_effective", "persons_effective as a percentage of persons"),
              percent(
                  "points_lost",
                  "percentage points: percent_potential - percent_effective; null without persons"),
              percent("points_lost_low", "the least it can be"),
              percent("points_lost_high", "the most it can be"),
              ASSUMPTION)
          .partitionedBy("scenario", "year", "layout")
          .statisticsOn("region", "service", "period")
          .keyedBy("scenario", "year", "layout", "region", "period", "service", "barrier_group")
          .build();

  private static Column text(String name, String comment) {
    return Column.of(name, StringType, comment);
  }

  private static Column minutes(String name, String comment) {
    return Column.of(name, DoubleType, comment).orNull().where(name + " >= 0");
  }

  private static Column persons(String name, String comment) {
    return Column.of(name, DoubleType, comment).orNull().where(name + " >= 0");
  }

  private static Column share(String name, String comment) {
    return Column.of(name, DoubleType, comment).orNull().where(name + " BETWEEN 0 AND 1.000000001");
  }

  private static Column percent(String name, String comment) {
    return Column.of(name, DoubleType, comment).orNull().where(name + " BETWEEN 0 AND 100.0000001");
  }
}
