package nl.peil.source.geo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** The geometry member of a GeoJSON feature (RFC 7946, section 3.1). Heights are dropped. */
final class GeoJsonGeometry {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private GeoJsonGeometry() {}

  /**
   * Reads a geometry; null stands for the JSON null.
   *
   * @throws IllegalArgumentException when it is not a geometry, or a ring is not closed
   */
  static @Nullable Geometry read(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isObject()) {
      throw new IllegalArgumentException("expected a geometry object, got " + cut(node));
    }
    var type = node.path("type").asText();
    var coordinates = node.path("coordinates");
    if (!type.equals("GeometryCollection") && !coordinates.isArray()) {
      throw new IllegalArgumentException(
          "expected 'coordinates' to be an array, got " + cut(coordinates));
    }
    return switch (type) {
      case "Point" -> point(coordinates);
      case "LineString" -> line(coordinates);
      case "Polygon" -> polygon(coordinates);
      case "MultiPoint" ->
          FACTORY.createMultiPoint(each(coordinates, GeoJsonGeometry::point, new Point[0]));
      case "MultiLineString" ->
          FACTORY.createMultiLineString(
              each(coordinates, GeoJsonGeometry::line, new LineString[0]));
      case "MultiPolygon" ->
          FACTORY.createMultiPolygon(each(coordinates, GeoJsonGeometry::polygon, new Polygon[0]));
      default ->
          throw new IllegalArgumentException(
              "expected a Point, LineString, Polygon or a Multi of those, got type '" + type + "'");
    };
  }

  private static Point point(JsonNode node) {
    return node.isEmpty() ? FACTORY.createPoint() : FACTORY.createPoint(position(node));
  }

  private static LineString line(JsonNode node) {
    return FACTORY.createLineString(positions(node));
  }

  private static Polygon polygon(JsonNode node) {
    if (node.isEmpty()) {
      return FACTORY.createPolygon();
    }
    var shell = FACTORY.createLinearRing(positions(node.get(0)));
    var holes = new LinearRing[node.size() - 1];
    for (int i = 1; i < node.size(); i++) {
      holes[i - 1] = FACTORY.createLinearRing(positions(node.get(i)));
    }
    return FACTORY.createPolygon(shell, holes);
  }

  private static Coordinate[] positions(JsonNode node) {
    if (!node.isArray()) {
      throw new IllegalArgumentException("expected an array of positions, got " + cut(node));
    }
    return each(node, GeoJsonGeometry::position, new Coordinate[0]);
  }

  private static Coordinate position(JsonNode node) {
    if (node.size() < 2 || !node.get(0).isNumber() || !node.get(1).isNumber()) {
      throw new IllegalArgumentException("expected a position [x, y], got " + cut(node));
    }
    return new Coordinate(node.get(0).doubleValue(), node.get(1).doubleValue());
  }

  private static <T> T[] each(JsonNode array, Function<JsonNode, T> read, T[] type) {
    var items = new ArrayList<T>(array.size());
    for (var item : array) {
      items.add(read.apply(item));
    }
    return items.toArray(type);
  }

  private static String cut(JsonNode node) {
    var text = node.isMissingNode() ? "nothing" : node.toString();
    return text.length() > 80 ? text.substring(0, 80) + "..." : text;
  }
}
