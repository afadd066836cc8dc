package nl.peil.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** The tables of barriers: who cannot use the access that there is. */
public final class BarrierTables {

  private static final String UNIT_INTERVAL = " BETWEEN 0 AND 1";

  private static final Column UNIT =
      Column.of("unit", StringType, "unit of value and denominator, e.g. huishoudens");

  private static final Column SHARE_KNOWN =
      share("share_known", "population_known / population; null in a region without people");

  private BarrierTables() {}

  /** Indicators as delivered. */
  public static final TableSpec BARRIER_SOURCE =
      TableSpec.named(
              "barrier_source",
              "scenario-year x indicator x area x supplier",
              "Indicators of barriers as delivered, national ones and those of regions side by side")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Column.of("indicator", StringType, "what is told, e.g. aantal_huishoudens"),
              Column.of("area_kind", StringType, "zone, cell, or the name of a region layout"),
              Column.of("area", StringType, "code of the zone, cell or region, as delivered"),
              Column.of("zone", IntegerType, "zone key; null when the area is no zone").orNull(),
              Column.of("cell_size_m", IntegerType, "side of the cell in metres; null: no cell")
                  .orNull()
                  .where("cell_size_m > 0"),
              Column.of("value", DoubleType, "the value; null when suppressed or not filled in")
                  .orNull(),
              UNIT,
              Column.of(
                      "aggregate",
                      StringType,
                      "sum: a count, which is added up; mean: a value that holds for every part")
                  .where("aggregate IN ('sum', 'mean')"),
              Column.of("suppressed", BooleanType, "withheld by the publisher, on purpose"),
              Column.of("supplied_by", StringType, "who supplied the row"),
              Column.of("level", StringType, "national, or regional: a supplement or correction")
                  .where("level IN ('national', 'regional')"),
              Column.of("peildatum", DateType, "date that the value describes"),
              Column.of("file", StringType, "the file, relative to the delivery"))
          .partitionedBy("scenario", "year")
          .keyedBy(
              "scenario",
              "year",
              "indicator",
              "area_kind",
              "area",
              "supplied_by",
              "level",
              "peildatum")
          .build();

  /** Indicators per zone. */
  public static final TableSpec BARRIERS =
      TableSpec.named(
              "barriers",
              "scenario-year x zone x indicator",
              "Indicators and shares of people with a barrier per zone: the value that counts, and"
                  + " the national one beside it where a region overrides")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.ZONE,
              Column.of(
                  "indicator",
                  StringType,
                  "an indicator of barrier_source, or one that the configuration derives"),
              Column.of(
                      "value",
                      DoubleType,
                      "the value; of a derived indicator the numerator; null when unknown")
                  .orNull(),
              Column.of(
                      "denominator",
                      DoubleType,
                      "what value is a part of; null: value is no part of anything counted")
                  .orNull(),
              share(
                  "share",
                  "share of the zone's people or households, 0 to 1; null when unknown or no share"),
              Column.of(
                  "clamped",
                  BooleanType,
                  "value / denominator lay outside 0 to 1, and share was put at the nearest end"),
              UNIT,
              Column.of(
                      "aggregate",
                      StringType,
                      "sum: a count, which is added up; mean: a value that holds for every part;"
                          + " share: value and denominator are added up")
                  .where("aggregate IN ('sum', 'mean', 'share')"),
              Column.of(
                  "known", BooleanType, "the value, or of a derived indicator the share, is known"),
              Column.of(
                      "reason",
                      StringType,
                      "why it is unknown: suppressed, empty, absent, conflict or zero_denominator;"
                          + " null when known")
                  .orNull(),
              Column.of(
                      "basis",
                      StringType,
                      "what it was delivered for: zone, cell, or the name of a layout; null when absent")
                  .orNull(),
              Column.of("supplied_by", StringType, "who supplied it; null when absent").orNull(),
              Column.of(
                      "level",
                      StringType,
                      "national or regional; of a derived indicator regional when any part is; null"
                          + " when absent")
                  .orNull(),
              Column.of("peildatum", DateType, "date that it describes, of several the earliest")
                  .orNull(),
              Column.of(
                      "national_value",
                      DoubleType,
                      "the national value that a region overrides; of a derived indicator the"
                          + " national share; null: none, or it counts itself")
                  .orNull(),
              Column.of(
                      "national_supplied_by",
                      StringType,
                      "who supplied the national value, also when it is withheld; null: none, or it"
                          + " counts itself")
                  .orNull(),
              Keys.POPULATION)
          .partitionedBy("scenario", "year")
          .statisticsOn("zone")
          .keyedBy("scenario", "year", "zone", "indicator")
          .build();

  /** The risk score for transport poverty. */
  public static final TableSpec BARRIER_RISK =
      TableSpec.named(
              "barrier_risk",
              "scenario-year x zone x risk class",
              "Risk score for transport poverty per zone, and which share of its people is in which"
                  + " class")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.ZONE,
              Column.of("risk_class", StringType, "very_low, low, high or very_high"),
              share(
                  "share",
                  "share of the zone's people in the class when the variables are independent of"
                      + " each other; null when no variable is known"),
              share("share_low", "the least it can be, however the variables hang together"),
              share("share_high", "the most it can be, however the variables hang together"),
              Column.of(
                      "score_mean",
                      DoubleType,
                      "mean over people and known variables of the points, 0 to 2")
                  .orNull()
                  .where("score_mean BETWEEN 0 AND 2"),
              Column.of("variables_known", IntegerType, "variables with points in this zone"),
              Column.of(
                  "variables_unknown",
                  StringType,
                  "variables with cut points whose indicator is unknown in this zone, by comma"),
              Column.of(
                  "variables_open",
                  StringType,
                  "variables of the method for which no cut points are configured, by comma"),
              Column.of("version", StringType, "version of the cut points"),
              Keys.POPULATION)
          .partitionedBy("scenario", "year")
          .statisticsOn("zone")
          .keyedBy("scenario", "year", "zone", "risk_class")
          .build();

  /** Barriers per region. */
  public static final TableSpec REGION_BARRIERS =
      TableSpec.named(
              "region_barriers",
              "scenario-year x region x indicator, joint share or risk class",
              "How many people of a region have a barrier, several at once, or a risk of transport"
                  + " poverty")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.LAYOUT,
              Keys.REGION,
              Column.of(
                      "kind",
                      StringType,
                      "indicator (one barrier), joint (all of several at once), risk_class or"
                          + " risk_score (mean)")
                  .where("kind IN ('indicator', 'joint', 'risk_class', 'risk_score')"),
              Column.of(
                  "indicator",
                  StringType,
                  "the indicator, those of a joint share with + between them, or the risk class"),
              Column.of("population", DoubleType, "persons in the region").where("population >= 0"),
              Column.of("population_known", DoubleType, "those in zones where it is known")
                  .where("population_known >= 0"),
              SHARE_KNOWN,
              Column.of(
                      "persons",
                      DoubleType,
                      "persons for whom it holds: share x population_known; null when unknown")
                  .orNull()
                  .where("persons >= 0"),
              share("share", "share of population_known for whom it holds"),
              share("share_low", "the least it can be, whatever the assumption"),
              share("share_high", "the most it can be, whatever the assumption"),
              Column.of(
                      "value",
                      DoubleType,
                      "the counted part in its unit, e.g. households; of risk_score the mean score"
                          + " (0 to 2); null: not counted")
                  .orNull(),
              Column.of("denominator", DoubleType, "what value is a part of; null: not counted")
                  .orNull(),
              UNIT,
              Column.of(
                  "assumption",
                  StringType,
                  "what share rests on besides the data: zone_share (people of a zone have its"
                      + " share), independence, or none"))
          .partitionedBy("scenario", "year")
          .slicedBy("scenario", "year", "layout")
          .keyedBy("scenario", "year", "layout", "region", "kind", "indicator")
          .build();

  private static Column share(String name, String comment) {
    return Column.of(name, DoubleType, comment).orNull().where(name + UNIT_INTERVAL);
  }
}
