package nl.peil.geo;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/** Small invented worlds: metres from (100000, 400000) in RD. */
record World(SparkSession spark) {

  static final double X0 = 100_000;
  static final double Y0 = 400_000;

  /** A polygon from x, y, x, y..., not closed. */
  static Geometry polygon(double... xy) {
    var ring = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < xy.length / 2; i++) {
      ring[i] = new Coordinate(X0 + xy[2 * i], Y0 + xy[2 * i + 1]);
    }
    ring[xy.length / 2] = ring[0];
    return new GeometryFactory().createPolygon(ring);
  }

  static Geometry box(double x1, double y1, double x2, double y2) {
    return polygon(x1, y1, x2, y1, x2, y2, x1, y2);
  }

  private static byte @Nullable [] wkb(@Nullable Geometry geometry) {
    return geometry == null ? null : new WKBWriter().write(geometry);
  }

  Dataset<Row> table(String ddl, Row... rows) {
    return spark.createDataFrame(List.of(rows), StructType.fromDDL(ddl));
  }

  static Row row(@Nullable Object... values) {
    return RowFactory.create(
        Arrays.stream(values).map(v -> v instanceof Geometry g ? wkb(g) : v).toArray());
  }

  static Row zone(
      int zone, @Nullable Geometry geometry, double x, double y, double km2, boolean delivered) {
    return row(zone, geometry, X0 + x, Y0 + y, km2, delivered);
  }

  Dataset<Row> zones(Row... rows) {
    return table(
        "zone INT, geometry BINARY, x DOUBLE, y DOUBLE, area_km2 DOUBLE, delivered BOOLEAN", rows);
  }

  static Row cell(String code, double x, double y, int zone, @Nullable Double persons) {
    return row(code, X0 + x, Y0 + y, zone, persons);
  }

  Dataset<Row> cells(Row... rows) {
    return table("cell_code STRING, x DOUBLE, y DOUBLE, zone INT, persons DOUBLE", rows);
  }

  Dataset<Row> polygons(Row... rows) {
    return table("layout STRING, region STRING, geometry BINARY", rows);
  }

  Dataset<Row> layouts(Row... rows) {
    return table("layout STRING, partition BOOLEAN", rows);
  }

  /** The physical plan as text. */
  static String plan(Dataset<Row> dataset) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) dataset)
        .queryExecution()
        .executedPlan()
        .toString();
  }
}
