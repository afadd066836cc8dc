package nl.peil.geo;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Membership of zones that have no people in cells to weigh them by: by area, else by the zone's
 * point, else (in a partition) the nearest region.
 *
 * @param membership layout, region, zone, weight, persons, zone_persons, basis
 * @param cached the overlaps, cached because each of the three ways uses them
 */
record ZoneFallback(Dataset<Row> membership, Dataset<Row> cached) {

  /**
   * Weighs zones without people.
   *
   * @param needs layout, partition, zone, x, y, geometry, zone_persons: what has to be weighed
   * @param regions layout, region, partition, shape
   */
  static ZoneFallback of(Dataset<Row> needs, Dataset<Row> regions) {
    var overlaps = overlaps(needs, regions).cache();
    var byArea = overlaps.where("total_area > 0 AND area > 0");
    var byPoint =
        overlaps
            .where("total_area = 0 AND holds_point")
            .withColumn(
                "nth", row_number().over(Window.partitionBy("layout", "zone").orderBy("region")))
            .where(col("nth").equalTo(1).or(not(col("partition"))));
    var left =
        RegionMembership.without(
            needs.where(col("partition")),
            overlaps.where("total_area > 0 OR any_point").select("layout", "zone"));
    var weight =
        col("area").divide(when(col("partition"), col("total_area")).otherwise(col("zone_area")));
    return new ZoneFallback(
        rows(byArea, least(weight, lit(1.0)), "area")
            .unionByName(rows(byPoint, lit(1.0), "point"))
            .unionByName(rows(nearest(left, regions), lit(1.0), "nearest")),
        overlaps);
  }

  private static Dataset<Row> rows(Dataset<Row> found, Column weight, String basis) {
    // Nobody of the zone is known to live in the region: persons is 0 by the grid
    return found.select(
        col("layout"),
        col("region"),
        col("zone"),
        weight.as("weight"),
        lit(0.0).as("persons"),
        col("zone_persons"),
        lit(basis).as("basis"));
  }

  /** Regions that a zone's polygon overlaps or its point lies in, with the areas in m2. */
  private static Dataset<Row> overlaps(Dataset<Row> needs, Dataset<Row> regions) {
    var shapes =
        needs
            .groupBy("zone", "x", "y", "geometry")
            .agg(max("zone_persons").as("zone_persons"))
            .withColumn("point", expr("ST_Point(x, y)"))
            .withColumn("polygon", expr("ST_GeomFromWKB(geometry)"))
            // A box round polygon and point finds the candidates for both in one join
            .withColumn(
                "box", coalesce(expr("ST_Envelope(ST_Collect(polygon, point))"), col("point")));
    var zone = Window.partitionBy("layout", "zone");
    var area = overlapArea().apply(col("shape"), col("polygon"));
    var found =
        shapes
            .join(broadcast(regions), expr("ST_Intersects(shape, box)"))
            .select(
                col("layout"),
                col("partition"),
                col("region"),
                col("zone"),
                col("zone_persons"),
                area.as("area"),
                coalesce(expr("ST_Area(polygon)"), lit(0.0)).as("zone_area"),
                coalesce(expr("ST_Intersects(shape, point)"), lit(false)).as("holds_point"));
    var keys = needs.select(col("layout").as("needs_layout"), col("zone").as("needs_zone"));
    return found
        .join(
            keys,
            col("layout").equalTo(col("needs_layout")).and(col("zone").equalTo(col("needs_zone"))),
            "left_semi")
        .where("area > 0 OR holds_point")
        .withColumn("total_area", sum("area").over(zone))
        .withColumn("any_point", max("holds_point").over(zone));
  }

  private static Dataset<Row> nearest(Dataset<Row> left, Dataset<Row> regions) {
    var away = struct(expr("ST_Distance(shape, ST_Point(x, y))").as("distance"), col("region"));
    return left.join(regions.drop("partition"), "layout")
        .groupBy("layout", "zone")
        .agg(min(away).as("closest"), max("zone_persons").as("zone_persons"))
        .select(
            col("layout"), col("zone"), col("zone_persons"), col("closest.region").as("region"));
  }

  /** Area that two polygons share, m2; robust where their edges nearly coincide. */
  private static UserDefinedFunction overlapArea() {
    return udf(
        (UDF2<@Nullable Geometry, @Nullable Geometry, Double>) ZoneFallback::overlapArea,
        DataTypes.DoubleType);
  }

  private static double overlapArea(@Nullable Geometry a, @Nullable Geometry b) {
    return a == null || b == null
        ? 0
        : OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION).getArea();
  }
}
