package nl.peil.geo;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Says for points (grid cells, schools) in which zone they lie.
 *
 * <p>Zone polygons leave gaps, water mostly, and cells straddle them: a point in no polygon goes to
 * the nearest delivered zone within reach. Some PC4 polygons are slivers of what the zone is said
 * to measure, because two zones share buildings; there a disc of the declared area round the zone's
 * point stands for the zone.
 */
public final class ZoneAssignment {

  /** Reach of a zone beyond its polygon unless configured otherwise, metres. */
  public static final double DEFAULT_SNAP_M = 1000;

  /** A polygon that covers less than this share of the declared area is a sliver. */
  public static final double SLIVER_SHARE = 0.10;

  private static final double M2_PER_KM2 = 1e6;

  private ZoneAssignment() {}

  /**
   * Adds to every point the zone it lies in.
   *
   * @param points any columns, with x and y DOUBLE in metres in EPSG:28992
   * @param zones zone INT, geometry BINARY (WKB in EPSG:28992, or null), x and y DOUBLE (metres),
   *     area_km2 DOUBLE (declared, or null), delivered BOOLEAN (false: the polygon is known, but
   *     the zone is not part of the study)
   * @param snapM how far from a delivered zone a point in no polygon may lie, metres
   * @return the same rows, each once, with zone INT and assignment STRING: {@code polygon} (in the
   *     polygon of a delivered zone, on a shared edge the lowest), {@code nearest} (in no polygon,
   *     the nearest delivered zone within reach), {@code other_zone} (in the polygon of a zone that
   *     is not delivered; zone null) or {@code outside} (zone null)
   */
  public static Dataset<Row> assign(Dataset<Row> points, Dataset<Row> zones, double snapM) {
    // A point's zone depends on its place alone, so the places are what is looked up: that keeps
    // double rows double, and needs no artificial key.
    var places =
        points
            .select(col("x").as("at_x"), col("y").as("at_y"))
            .where("at_x IS NOT NULL AND at_y IS NOT NULL")
            .distinct();
    var found = nearest(inside(places, zones), zones, snapM);
    var columns =
        Stream.concat(
            Arrays.stream(points.columns()).map(name -> points.col("`" + name + "`")),
            Stream.of(col("found_zone").as("zone"), assignment()));
    return points
        .join(
            found,
            points.col("x").equalTo(col("at_x")).and(points.col("y").equalTo(col("at_y"))),
            "left")
        .select(columns.toArray(Column[]::new));
  }

  /** Places with the lowest delivered zone they lie in, and whether they lie in another zone. */
  static Dataset<Row> inside(Dataset<Row> places, Dataset<Row> zones) {
    var polygons =
        zones
            .where("geometry IS NOT NULL")
            .select(col("zone"), col("delivered"), expr("ST_GeomFromWKB(geometry)").as("polygon"));
    return places
        .withColumn("place", expr("ST_Point(at_x, at_y)"))
        .join(broadcast(polygons), expr("ST_Intersects(polygon, place)"), "left")
        .groupBy("at_x", "at_y")
        .agg(
            min(when(col("delivered"), col("zone"))).as("inside_zone"),
            coalesce(max(not(col("delivered"))), lit(false)).as("in_other"));
  }

  /** The same places with the zone they end up in. */
  static Dataset<Row> nearest(Dataset<Row> places, Dataset<Row> zones, double snapM) {
    var leftover = col("inside_zone").isNull().and(not(col("in_other")));
    return places
        // Places that have their zone get no geometry here, and so take no part in the join
        .withColumn("place", when(leftover, expr("ST_Point(at_x, at_y)")))
        .join(broadcast(reaches(zones, snapM)), expr("ST_Distance(place, shape) <= reach"), "left")
        .groupBy("at_x", "at_y", "inside_zone", "in_other")
        .agg(
            min(when(
                    col("reach_zone").isNotNull(),
                    struct(
                        greatest(expr("ST_Distance(place, shape) - radius"), lit(0.0))
                            .as("distance"),
                        col("reach_zone"))))
                .as("closest"))
        .select(
            col("at_x"),
            col("at_y"),
            col("in_other"),
            col("inside_zone"),
            coalesce(col("inside_zone"), col("closest.reach_zone")).as("found_zone"));
  }

  /** What stands for each delivered zone: its polygon, or its point with the radius of a disc. */
  private static Dataset<Row> reaches(Dataset<Row> zones, double snapM) {
    var declaredM2 = coalesce(col("area_km2"), lit(0.0)).multiply(M2_PER_KM2);
    return zones
        .where(col("delivered"))
        .withColumn("polygon", expr("ST_GeomFromWKB(geometry)"))
        .withColumn(
            "disc",
            col("geometry")
                .isNull()
                .or(expr("ST_Area(polygon)").lt(declaredM2.multiply(SLIVER_SHARE)))
                .or(expr("ST_IsEmpty(polygon)")))
        .withColumn(
            "radius",
            when(col("disc"), expr("sqrt(coalesce(area_km2, 0D) * 1e6D / pi())")).otherwise(0.0))
        .select(
            col("zone").as("reach_zone"),
            when(col("disc"), expr("ST_Point(x, y)")).otherwise(col("polygon")).as("shape"),
            col("radius"),
            col("radius").plus(snapM).as("reach"));
  }

  private static Column assignment() {
    return when(col("inside_zone").isNotNull(), "polygon")
        .when(col("in_other"), "other_zone")
        .when(col("found_zone").isNotNull(), "nearest")
        .otherwise("outside")
        .as("assignment");
  }
}
