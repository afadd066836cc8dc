package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import nl.peil.model.BarrierGroup;
import nl.peil.table.Derived;
import nl.peil.table.EffectiveAccessTables;
import nl.peil.table.InputTables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * How many people of each region reach a service in time on paper, and how many really. Sums are
 * over the zones in rising order, all of a region in one task, so that the last bits do not depend
 * on how many machines and tasks there are. A sum of what is unknown is unknown.
 */
public final class RegionEffectiveAccessTable {

  private static final List<String> PERSONS =
      List.of(
          "persons",
          "persons_low",
          "persons_high",
          "persons_potential",
          "persons_effective",
          "persons_effective_low",
          "persons_effective_high",
          "persons_lost",
          "persons_lost_low",
          "persons_lost_high");

  private RegionEffectiveAccessTable() {}

  /** The declaration. */
  public static Derived declare() {
    var output = EffectiveAccessTables.REGION_EFFECTIVE_ACCESS;
    return new Derived(
        output,
        List.of(
            Derived.Input.of(EffectiveAccessTables.EFFECTIVE_ACCESS, output),
            Derived.Input.of(InputTables.REGION_MEMBERSHIP, output)),
        List.of("scenario", "year"),
        slice -> "",
        RegionEffectiveAccessTable.class,
        RegionEffectiveAccessTable::rows);
  }

  private static Dataset<Row> rows(Derived.Inputs inputs) {
    var group = columns("scenario", "year", "period", "service", "barrier_group", "assumption");
    var zones =
        inputs
            .read(EffectiveAccessTables.EFFECTIVE_ACCESS)
            .where("potential_meets_norm IS NOT NULL")
            .repartition(group);
    var membership =
        inputs.read(InputTables.REGION_MEMBERSHIP).select("layout", "region", "zone", "weight");
    var sums = new ArrayList<Column>();
    sums.add(expr("sum(if(potential_meets_norm, population * weight, 0D))").as("potential"));
    sums.add(expr("sum(if(known, population * weight, 0D))").as("population_known"));
    for (var persons : PERSONS) {
      sums.add(expr("sum(if(known, " + persons + " * weight, null))").as(persons));
    }
    var byRegion = new ArrayList<>(List.of(col("layout"), col("region")));
    byRegion.addAll(List.of(group));
    return zones
        .join(broadcast(membership), "zone")
        // Here and not before the join: Spark leaves out a sort below one
        .sortWithinPartitions("zone")
        .groupBy(byRegion.toArray(Column[]::new))
        .agg(expr("sum(population * weight)").as("population"), sums.toArray(Column[]::new))
        .withColumnRenamed("potential", "population_potential")
        .withColumn("share_known", expr("population_known / nullif(population, 0D)"))
        .withColumn("percent_potential", percentage("persons_potential"))
        .withColumn("percent_effective", percentage("persons_effective"))
        .withColumn("points_lost", percentage("persons_lost"))
        .withColumn("points_lost_low", points("persons_lost_low", rest("low", "high")))
        .withColumn("points_lost_high", points("persons_lost_high", rest("high", "low")));
  }

  private static Column percentage(String persons) {
    return expr("100 * " + persons + " / nullif(persons, 0D)");
  }

  /**
   * Points when so many persons of the group lose the norm, and so many do not. Where that is
   * nobody the group may still have people: all of them lose it then, or none.
   */
  private static Column points(String lost, String rest) {
    return expr(
        "coalesce(100 * %1$s / nullif(%1$s + %2$s, 0D), points_lost)".formatted(lost, rest));
  }

  /**
   * How many of the group do not lose the norm, when as few or as many as possible do. Everyone is
   * a fixed number of people: who does not lose is the rest. In another group the people of a zone
   * all lose the norm or none does, so that both numbers are free of each other.
   */
  private static String rest(String lost, String group) {
    return "greatest(if(barrier_group = '%1$s', persons - persons_lost_%2$s, persons_%3$s - persons_lost_%3$s), 0D)"
        .formatted(BarrierGroup.EVERYONE, lost, group);
  }

  private static Column[] columns(String... names) {
    return List.of(names).stream().map(functions::col).toArray(Column[]::new);
  }
}
