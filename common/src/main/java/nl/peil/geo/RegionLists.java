package nl.peil.geo;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Membership of layouts that are given as lists: of zones, or of regions of another layout. */
public final class RegionLists {

  private RegionLists() {}

  /**
   * Membership of regions that consist of regions of another layout, such as a province of its
   * municipalities. Weights and people add up over the members; where members overlap, a zone
   * counts in full at most once.
   *
   * @param membership layout, region, zone, weight, persons, zone_persons, basis of the layouts
   *     that the members are in, see {@link RegionMembership#membership}
   * @param members layout STRING, region STRING, of_layout STRING, of_region STRING
   * @return the same columns as membership; basis is that of the members
   */
  public static Dataset<Row> ofRegions(Dataset<Row> membership, Dataset<Row> members) {
    var list = members.select("layout", "region", "of_layout", "of_region").distinct();
    var parts =
        membership.select(
            col("layout").as("part_layout"),
            col("region").as("part_region"),
            col("zone"),
            col("weight"),
            col("persons"),
            col("zone_persons"),
            col("basis"));
    return list.join(parts, sameRegion())
        .groupBy("layout", "region", "zone")
        .agg(
            least(sumInOrder("weight"), lit(1.0)).as("weight"),
            least(sumInOrder("persons"), max("zone_persons")).as("persons"),
            max("zone_persons").as("zone_persons"),
            min("basis").as("basis"));
  }

  /**
   * A sum that does not depend on the order in which rows come, from the smallest number on; null
   * when there is none.
   */
  private static Column sumInOrder(String column) {
    return expr(
        "if(count(%1$s) = 0, null, aggregate(sort_array(collect_list(%1$s)), 0D, (a, b) -> a + b))"
            .formatted(column));
  }

  /**
   * Members that no zone belongs to: a region that does not exist, or has no zone in this study.
   *
   * @return the rows of members concerned
   */
  public static Dataset<Row> unknownMembers(Dataset<Row> membership, Dataset<Row> members) {
    return members.join(
        membership
            .select(col("layout").as("part_layout"), col("region").as("part_region"))
            .distinct(),
        sameRegion(),
        "left_anti");
  }

  /**
   * Membership of regions that are lists of zones: weight 1, basis {@code list}.
   *
   * @param members layout STRING, region STRING, zone INT
   * @param cells zone INT, persons DOUBLE (null where withheld), the grid that people are counted
   *     with
   * @return layout, region, zone, weight, persons, zone_persons, basis
   */
  public static Dataset<Row> ofZones(Dataset<Row> members, Dataset<Row> cells) {
    var people = cells.groupBy("zone").agg(coalesce(sum("persons"), lit(0.0)).as("known"));
    var persons = coalesce(col("known"), lit(0.0));
    return members
        .select("layout", "region", "zone")
        .distinct()
        .join(people, new String[] {"zone"}, "left")
        .select(
            col("layout"),
            col("region"),
            col("zone"),
            lit(1.0).as("weight"),
            persons.as("persons"),
            persons.as("zone_persons"),
            lit("list").as("basis"));
  }

  private static Column sameRegion() {
    return col("of_layout")
        .equalTo(col("part_layout"))
        .and(col("of_region").equalTo(col("part_region")));
  }
}
