package nl.peil.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** The tables of experienced accessibility, as IKOB computes it. */
public final class IkobTables {

  private static final Column MOTIVE =
      Column.of("motive", StringType, "what people travel for: werk, or one of the configuration");

  private static final Column INCOME_CLASS =
      Column.of("income_class", StringType, "laag, middellaag, middelhoog or hoog")
          .where("income_class IN ('laag', 'middellaag', 'middelhoog', 'hoog')");

  private static final Column MODES =
      Column.of(
          "modes",
          StringType,
          "modes that people have, of which they take the best: Fiets, Auto, OV, Auto_Fiets,"
              + " OV_Fiets, Auto_OV or Auto_OV_Fiets");

  private IkobTables() {}

  /** Experienced accessibility per zone. */
  public static final TableSpec EXPERIENCED_ACCESSIBILITY =
      TableSpec.named(
              "experienced_accessibility",
              "zone x income class x combination of modes x measure",
              "Jobs and workforce within reach and competition for both, with time and money as"
                  + " people experience them (IKOB)")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.PERIOD,
              Keys.ZONE,
              MOTIVE,
              INCOME_CLASS,
              MODES,
              Column.of(
                  "measure",
                  StringType,
                  "reachable_jobs (IKOB: bestemmingen), reachable_workforce (herkomsten),"
                      + " job_competition (concurrentie arbeidsplaatsen) or worker_competition"
                      + " (concurrentie inwoners)"),
              Column.of("value", DoubleType, "the value; null when there is none, see reason")
                  .orNull()
                  .where("value >= 0"),
              Column.of(
                  "unit",
                  StringType,
                  "jobs, persons, jobs/person or persons/job; places for jobs"
                      + " when the motive is not about jobs"),
              Column.of(
                      "reason",
                      StringType,
                      "why there is no value: no_labour_force (nobody of the class lives there; IKOB"
                          + " has 0), unknown_labour_force, unknown_cars or unknown_urbanisation"
                          + " (people whose groups cannot be told)")
                  .orNull(),
              Column.of(
                      "labour_force",
                      DoubleType,
                      "persons of the class who live there; null when unknown")
                  .orNull()
                  .where("labour_force >= 0"),
              Column.of("jobs", DoubleType, "jobs, or other destinations, for the class")
                  .where("jobs >= 0"))
          .partitionedBy("scenario", "year", "period")
          .statisticsOn("zone", "measure")
          .keyedBy(
              "scenario", "year", "period", "zone", "motive", "income_class", "modes", "measure")
          .build();

  /** Experienced accessibility per region. */
  public static final TableSpec REGION_EXPERIENCED_ACCESSIBILITY =
      TableSpec.named(
              "region_experienced_accessibility",
              "region x income class x combination of modes",
              "Means over the people or jobs of a region of experienced_accessibility, with what"
                  + " they are means of: sums of several regions, divided, are their mean")
          .columns(
              Keys.SCENARIO,
              Keys.YEAR,
              Keys.LAYOUT,
              Keys.REGION,
              Keys.PERIOD,
              MOTIVE,
              INCOME_CLASS,
              MODES,
              Column.of(
                      "labour_force",
                      DoubleType,
                      "persons of the class in the region, as far as known; weight of reachable_jobs"
                          + " and job_competition")
                  .where("labour_force >= 0"),
              Column.of(
                      "jobs",
                      DoubleType,
                      "jobs for the class in the region, those of a zone by the share of its people;"
                          + " weight of reachable_workforce")
                  .where("jobs >= 0"),
              Column.of(
                      "jobs_compared",
                      DoubleType,
                      "those in zones that have a worker_competition: its weight")
                  .where("jobs_compared >= 0"),
              Column.of(
                      "zones_unknown",
                      IntegerType,
                      "zones of the region whose labour force, cars or urbanisation is unknown: their"
                          + " people are in no number")
                  .where("zones_unknown >= 0"),
              mean("reachable_jobs", "jobs within reach, mean over labour_force"),
              sum("reachable_jobs_sum", "jobs within reach x persons"),
              mean("reachable_workforce", "workforce within reach, persons, mean over jobs"),
              sum("reachable_workforce_sum", "workforce within reach x jobs"),
              mean("job_competition", "jobs per person, mean over labour_force"),
              sum("job_competition_sum", "job_competition x persons"),
              mean("worker_competition", "persons per job, mean over jobs_compared"),
              sum("worker_competition_sum", "worker_competition x jobs"))
          .partitionedBy("scenario", "year")
          .slicedBy("scenario", "year", "layout")
          .keyedBy(
              "scenario", "year", "layout", "region", "period", "motive", "income_class", "modes")
          .build();

  private static Column mean(String name, String comment) {
    return Column.of(name, DoubleType, comment + "; null when there are none")
        .orNull()
        .where(name + " >= 0");
  }

  private static Column sum(String name, String comment) {
    return Column.of(name, DoubleType, "numerator of the mean: " + comment).where(name + " >= 0");
  }
}
