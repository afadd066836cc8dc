package nl.peil.geo;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Which share of each zone's people lives in each region, for all layouts that are given as
 * polygons, from one spatial join of the inhabited grid cells with all their polygons.
 *
 * <p>A layout that claims to partition the country gets weights that add up to 1 for every zone:
 * people in cells outside all its regions (over the water, over the border) follow the rest of
 * their zone. Any other layout may overlap itself and leave gaps.
 *
 * <p>The results share what is expensive to compute, which stays cached until {@link #close}.
 */
public final class RegionMembership implements AutoCloseable {

  /** Weights below this are rounding, and are left out. */
  public static final double MIN_WEIGHT = 1e-12;

  private final Dataset<Row> membership;
  private final Dataset<Row> coverage;
  private final List<Dataset<Row>> cached;

  private RegionMembership(
      Dataset<Row> membership, Dataset<Row> coverage, List<Dataset<Row>> cached) {
    this.membership = membership;
    this.coverage = coverage;
    this.cached = cached;
  }

  /**
   * Declares the computation; it runs when a result is used.
   *
   * @param cells cell_code STRING (unique), x and y DOUBLE (centre, metres in EPSG:28992), zone INT
   *     (not null), persons DOUBLE (null where withheld: counts as nobody, but the cell exists)
   * @param polygons layout STRING, region STRING, geometry BINARY (WKB in EPSG:28992); several
   *     polygons of one region are one region
   * @param zones zone INT, x and y DOUBLE (metres), geometry BINARY (WKB or null)
   * @param layouts layout STRING, partition BOOLEAN; only these layouts are computed
   */
  public static RegionMembership of(
      Dataset<Row> cells, Dataset<Row> polygons, Dataset<Row> zones, Dataset<Row> layouts) {
    var inhabited =
        cells
            .where("persons IS NULL OR persons > 0")
            .select(
                col("cell_code"),
                col("x"),
                col("y"),
                col("zone"),
                coalesce(col("persons"), lit(0.0)).as("persons"));
    var zonePersons = inhabited.groupBy("zone").agg(sum("persons").as("zone_persons"));
    var regions = regions(polygons, layouts).cache();
    var tally = tally(hits(inhabited, regions)).cache();
    var needs =
        layouts
            .select("layout", "partition")
            .crossJoin(
                zones
                    .select("zone", "x", "y", "geometry")
                    .join(zonePersons, new String[] {"zone"}, "left")
                    .select(
                        col("zone"),
                        col("x"),
                        col("y"),
                        col("geometry"),
                        coalesce(col("zone_persons"), lit(0.0)).as("zone_persons")))
            .where(col("partition").or(col("zone_persons").equalTo(0.0)));
    var fallback = ZoneFallback.of(without(needs, tally.where("persons > 0")), regions);
    var membership =
        byPeople(tally, zonePersons)
            .unionByName(fallback.membership())
            .where(col("weight").geq(MIN_WEIGHT));
    return new RegionMembership(
        membership,
        coverage(inhabited, tally, membership, zones, layouts),
        List.of(regions, tally, fallback.cached()));
  }

  /**
   * layout STRING, region STRING, zone INT, weight DOUBLE (share of the zone, above 0, at most 1),
   * persons DOUBLE (people of the zone in the region according to the grid), zone_persons DOUBLE
   * (all people of the zone), basis STRING: {@code grid} (people in cells), {@code area} (nobody in
   * cells: share of the zone's polygon), {@code point} (no polygon, or none that overlaps: the
   * zone's point) or {@code nearest} (partition only: not even that).
   */
  public Dataset<Row> membership() {
    return membership;
  }

  /**
   * One row per layout, for findings: layout STRING, partition BOOLEAN, persons_outside DOUBLE and
   * cells_outside BIGINT (people and inhabited cells in no region), zones_outside BIGINT (zones no
   * part of which is in a region; in a partition they went to the nearest), persons_shared DOUBLE
   * and cells_shared BIGINT (in more than one region; in a partition they went to the lowest).
   */
  public Dataset<Row> coverage() {
    return coverage;
  }

  /** Gives up the cache. */
  @Override
  public void close() {
    cached.forEach(Dataset::unpersist);
  }

  /**
   * One geometry for each region: land and water parts, or islands, must not count a cell twice.
   */
  static Dataset<Row> regions(Dataset<Row> polygons, Dataset<Row> layouts) {
    return polygons
        .join(broadcast(layouts.select("layout", "partition")), "layout")
        .groupBy("layout", "region")
        .agg(
            first("partition").as("partition"),
            expr("ST_Union(collect_list(ST_GeomFromWKB(geometry)))").as("shape"));
  }

  /** Every inhabited cell with every region that it lies in, edges included. */
  static Dataset<Row> hits(Dataset<Row> inhabited, Dataset<Row> regions) {
    return inhabited
        .withColumn("place", expr("ST_Point(x, y)"))
        .join(broadcast(regions), expr("ST_Intersects(shape, place)"))
        .select("cell_code", "zone", "persons", "layout", "partition", "region");
  }

  /** People per layout, region and zone; in a partition a cell counts in one region only. */
  private static Dataset<Row> tally(Dataset<Row> hits) {
    var cell = Window.partitionBy("layout", "cell_code").orderBy("region");
    var isFirst = col("nth").equalTo(1);
    var shared = isFirst.and(col("next_region").isNotNull());
    return hits.withColumn("nth", row_number().over(cell))
        .withColumn("next_region", lead("region", 1).over(cell))
        .where(isFirst.or(not(col("partition"))))
        .groupBy("layout", "partition", "region", "zone")
        .agg(
            sum("persons").as("persons"),
            sum(when(isFirst, col("persons")).otherwise(0.0)).as("persons_once"),
            sum(when(isFirst, 1L).otherwise(0L)).as("cells_once"),
            sum(when(shared, col("persons")).otherwise(0.0)).as("persons_shared"),
            sum(when(shared, 1L).otherwise(0L)).as("cells_shared"));
  }

  private static Dataset<Row> byPeople(Dataset<Row> tally, Dataset<Row> zonePersons) {
    var within = sum("persons").over(Window.partitionBy("layout", "zone"));
    return tally
        .where("persons > 0")
        .join(zonePersons, "zone")
        .withColumn("all", when(col("partition"), within).otherwise(col("zone_persons")))
        .select(
            col("layout"),
            col("region"),
            col("zone"),
            col("persons").divide(col("all")).as("weight"),
            col("persons"),
            col("zone_persons"),
            lit("grid").as("basis"));
  }

  /** The rows of layouts and zones that the second dataset has no row for. */
  static Dataset<Row> without(Dataset<Row> all, Dataset<Row> has) {
    var keys = has.select(col("layout").as("has_layout"), col("zone").as("has_zone")).distinct();
    return all.join(
        keys,
        col("layout").equalTo(col("has_layout")).and(col("zone").equalTo(col("has_zone"))),
        "left_anti");
  }

  private static Dataset<Row> coverage(
      Dataset<Row> inhabited,
      Dataset<Row> tally,
      Dataset<Row> membership,
      Dataset<Row> zones,
      Dataset<Row> layouts) {
    var all =
        inhabited
            .agg(sum("persons").as("all_persons"), count(lit(1)).as("all_cells"))
            .crossJoin(zones.agg(count(lit(1)).as("all_zones")));
    var covered =
        tally
            .groupBy("layout")
            .agg(
                sum("persons_once").as("persons_in"),
                sum("cells_once").as("cells_in"),
                sum("persons_shared").as("persons_shared"),
                sum("cells_shared").as("cells_shared"));
    var zonesIn =
        membership
            .where("basis <> 'nearest'")
            .groupBy("layout")
            .agg(countDistinct("zone").as("zones_in"));
    return layouts
        .select("layout", "partition")
        .join(covered, new String[] {"layout"}, "left")
        .join(zonesIn, new String[] {"layout"}, "left")
        .crossJoin(all)
        .na()
        .fill(0)
        .select(
            col("layout"),
            col("partition"),
            col("all_persons").minus(col("persons_in")).as("persons_outside"),
            col("all_cells").minus(col("cells_in")).as("cells_outside"),
            col("all_zones").minus(col("zones_in")).as("zones_outside"),
            col("persons_shared"),
            col("cells_shared"));
  }
}
