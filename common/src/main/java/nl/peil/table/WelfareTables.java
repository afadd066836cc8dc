package nl.peil.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** The tables of brede welvaart: indicators and goals, and how indicators go with access. */
public final class WelfareTables {

  private static final Column INDICATOR =
      Column.of("indicator", StringType, "what is told, e.g. percentage_koopwoningen");

  private static final Column DIMENSION =
      Column.of(
          "dimension",
          StringType,
          "veiligheid, duurzaamheid, gezondheid, leefomgeving, wonen, economie, bereikbaarheid or an"
              + " own one");

  private static final Column LABEL = Column.of("label", StringType, "name to read, in Dutch");

  private static final Column UNIT =
      Column.of("unit", StringType, "unit of the value; empty when not said");

  private static final Column DIRECTION =
      Column.of("direction", StringType, "higher_better, lower_better, or none: no judgement")
          .where("direction IN ('higher_better', 'lower_better', 'none')");

  private static final Column AGGREGATE =
      Column.of(
              "aggregate",
              StringType,
              "sum: a count, which is added up; mean: a value per person or place")
          .where("aggregate IN ('sum', 'mean')");

  private static final Column SUPPLIED_BY = Column.of("supplied_by", StringType, "who supplied it");

  private static final Column SOURCE =
      Column.of("source", StringType, "where the figures come from; empty when not said");

  private static final Column CONTRADICTION =
      Column.of(
          "contradiction",
          BooleanType,
          "another supplier gives another value for the same; both stay");

  private WelfareTables() {}

  /** Indicators as delivered. */
  public static final TableSpec WELFARE_SOURCE =
      TableSpec.named(
              "welfare_source",
              "indicator x area x year x supplier",
              "Indicators of brede welvaart as delivered")
          .columns(
              DIMENSION,
              INDICATOR,
              LABEL,
              Column.of("area_kind", StringType, "zone, or the name of a region layout"),
              Column.of("area", StringType, "code of the zone or region"),
              Column.of("zone", IntegerType, "zone key; null when the area is no zone").orNull(),
              Keys.YEAR,
              number("value", "the value; null when suppressed or not filled in"),
              UNIT,
              DIRECTION,
              AGGREGATE,
              Column.of(
                      "weight",
                      StringType,
                      "indicator that weighs a mean, of the same area, year and supplier; null: people")
                  .orNull(),
              Column.of("suppressed", BooleanType, "withheld by the publisher, on purpose"),
              CONTRADICTION,
              SUPPLIED_BY,
              SOURCE,
              Column.of("file", StringType, "the file, relative to the delivery"))
          .keyedBy("indicator", "area_kind", "area", "year", "supplied_by")
          .build();

  /** Goals as delivered, by region. */
  public static final TableSpec WELFARE_GOALS =
      TableSpec.named(
              "welfare_goals",
              "row of a goal x region",
              "Goals of regions with how binding they are (hardheid) and how far they are realised;"
                  + " sources that contradict each other stay side by side")
          .columns(
              text("goal_id", "key of the goal; rows of several sources may share it"),
              text("theme", "theme, e.g. wonen; empty when not said"),
              text("programme", "programme, e.g. NOVEX; empty when not said"),
              text("region_text", "the region as the source names it"),
              Column.of("layout", StringType, "region layout; null: the region is not known")
                  .orNull(),
              Column.of("region", StringType, "code of the region; null: it is not known").orNull(),
              text("goal", "the goal in words"),
              number("value_min", "smallest value that is aimed at; null when not said"),
              number("value_max", "largest value that is aimed at; null when not said"),
              text("unit", "unit of the values; empty when not said"),
              year("base_year", "year that the goal is measured from; null when not said"),
              year("target_year", "year in which it should be reached; null when not said"),
              text(
                      "hardheid",
                      "how binding: wettelijk, bestuurlijke afspraak, bod, doel, ambitie or"
                          + " indicatief; empty when not said")
                  .where(
                      "hardheid IN ('', 'wettelijk', 'bestuurlijke afspraak', 'bod', 'doel',"
                          + " 'ambitie', 'indicatief')"),
              text("hardheid_source", "where the hardheid is stated; empty when not said"),
              text("status", "how far it is realised; empty when not said"),
              Column.of("peildatum", DateType, "date of the status; null when not said").orNull(),
              text("relation_to_accessibility", "what it has to do with access; empty: not said"),
              text("trade_off", "what it goes at the cost of; empty when not said"),
              text("responsible", "who is responsible; empty when not said"),
              text("instrument", "by what means; empty when not said"),
              text("source", "document that states it; empty when not said"),
              text("source_place", "place in the document; empty when not said"),
              text("supplied_by", "who supplied the row; empty when not said"),
              Column.of(
                  "contradiction",
                  BooleanType,
                  "the source tells of a contradiction, or another row gives the same goal and region"
                      + " other values"),
              text("contradiction_note", "what contradicts what; empty: nothing is said"),
              text("file", "the file; one that belongs to the configuration by its name"),
              Column.of("line", LongType, "line of the file, from 1"),
              Column.of(
                  "region_number", IntegerType, "number of the region among those of the line"))
          .keyedBy("file", "line", "region_number")
          .build();

  /** Indicators per region. */
  public static final TableSpec WELFARE_INDICATORS =
      TableSpec.named(
              "welfare_indicators",
              "region x indicator x year x supplier",
              "Indicators of brede welvaart per region, beside the country and the regions of the"
                  + " same layout; layout delivery, region all stands for the country")
          .columns(
              Keys.LAYOUT,
              Keys.REGION,
              DIMENSION,
              INDICATOR,
              LABEL,
              Keys.YEAR,
              number("value", "the value of the region; null with a reason"),
              UNIT,
              DIRECTION,
              AGGREGATE,
              Column.of(
                  "basis",
                  StringType,
                  "as delivered, or the kind of areas that it was aggregated from: zone or a layout"),
              number(
                      "weight_covered",
                      "share of the region's people that live in areas with a value, 0 to 1; null"
                          + " without people")
                  .where("weight_covered BETWEEN 0 AND 1.000000001"),
              number("national_value", "the same aggregate over the whole delivery"),
              number("difference", "value - national_value; null for counts"),
              number(
                  "z_score",
                  "standard deviations above the mean of the regions of the layout, each counting"
                      + " once (not by people), divisor peers; null for counts, under 3 peers or"
                      + " without spread"),
              number(
                      "percentile",
                      "share of the regions of the layout with a lower value, equal ones and itself"
                          + " for half; null as z_score")
                  .where("percentile BETWEEN 0 AND 1"),
              Column.of("peers", LongType, "regions of the layout with a value, itself included"),
              CONTRADICTION,
              SUPPLIED_BY,
              SOURCE,
              Column.of(
                      "reason",
                      StringType,
                      "why there is no value: suppressed, empty, absent or too_little_covered; null"
                          + " when there is one")
                  .orNull())
          .slicedBy("layout")
          .keyedBy("layout", "region", "indicator", "year", "supplied_by")
          .build();

  /** Indicators beside access. */
  public static final TableSpec WELFARE_RELATION =
      TableSpec.named(
              "welfare_relation",
              "region x indicator x service x mode",
              "Indicators of regions beside the share of people for whom the norm is met, and how the"
                  + " two go together over areas; no cause, and no score")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.LAYOUT,
              Keys.REGION,
              INDICATOR,
              Column.of("indicator_year", IntegerType, "year of the indicator: its latest"),
              SUPPLIED_BY,
              Keys.SERVICE,
              Keys.MODE,
              Keys.PERIOD,
              number("value", "the indicator, as in welfare_indicators"),
              number("z_score", "of the indicator, as in welfare_indicators"),
              number("percentile", "of the indicator, as in welfare_indicators"),
              number("share_meeting_norm", "as in region_level"),
              number(
                  "share_z_score",
                  "standard deviations of share_meeting_norm above the mean of the regions of the"
                      + " layout, as z_score"),
              number("share_percentile", "of share_meeting_norm among them, as percentile")
                  .where("share_percentile BETWEEN 0 AND 1"),
              text("area_layout", "areas of the correlation: zone, or a layout"),
              Column.of("n", LongType, "areas of the region with both figures and people"),
              correlation(
                  "correlation",
                  "Spearman's rank correlation over the areas of the region, weighted by people; null"
                      + " under 3 areas or without spread"),
              correlation(
                  "ci_low", "lower end of its 95 % bootstrap interval; null under few areas"),
              correlation("ci_high", "upper end"),
              Column.of("too_few", BooleanType, "n is too small to conclude anything from"),
              Column.of("country_n", LongType, "areas of the whole delivery with both figures"),
              correlation("country_correlation", "the same over all areas of the delivery"),
              correlation("country_ci_low", "lower end of its 95 % bootstrap interval"),
              correlation("country_ci_high", "upper end"),
              Column.of(
                  "country_too_few", BooleanType, "country_n is too small to conclude anything"))
          .partitionedBy("scenario", "year", "layout")
          .statisticsOn("region", "indicator")
          .keyedBy(
              "scenario",
              "year",
              "layout",
              "region",
              "indicator",
              "supplied_by",
              "service",
              "mode",
              "period")
          .build();

  private static Column text(String name, String comment) {
    return Column.of(name, StringType, comment);
  }

  private static Column number(String name, String comment) {
    return Column.of(name, DoubleType, comment).orNull();
  }

  private static Column year(String name, String comment) {
    return Column.of(name, IntegerType, comment).orNull().where(name + " BETWEEN 1900 AND 2200");
  }

  private static Column correlation(String name, String comment) {
    return number(name, comment).where(name + " BETWEEN -1 AND 1");
  }
}
