package nl.peil.jobs.sample;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Geometries in RD as GeoJSON in longitude and latitude, seven decimals (about a centimetre). */
final class GeoJsonLines {

  private final SampleCrs crs = new SampleCrs();

  /** One feature on one line. */
  String feature(Map<String, String> properties, String geometry) {
    var text = new StringBuilder("{\"type\":\"Feature\",\"properties\":{");
    properties.forEach(
        (key, value) -> {
          text.append(text.charAt(text.length() - 1) == '{' ? "" : ",");
          text.append(quoted(key)).append(':').append(quoted(value));
        });
    return text.append("},\"geometry\":").append(geometry).append('}').toString();
  }

  /** A multipolygon as a GeoJSON geometry; outer rings run against the clock (RFC 7946). */
  String geometry(MultiPolygon areas) {
    var text = new StringBuilder("{\"type\":\"MultiPolygon\",\"coordinates\":[");
    for (int i = 0; i < areas.getNumGeometries(); i++) {
      var area = (Polygon) areas.getGeometryN(i);
      text.append(i == 0 ? "[" : ",[");
      // A polygon in normal form has its outer ring clockwise and its holes against the clock.
      ring(area.getExteriorRing().reverse(), text);
      for (int hole = 0; hole < area.getNumInteriorRing(); hole++) {
        text.append(',');
        ring(area.getInteriorRingN(hole).reverse(), text);
      }
      text.append(']');
    }
    return text.append("]}").toString();
  }

  /** A line as a GeoJSON geometry. */
  String geometry(LineString line) {
    var text = new StringBuilder("{\"type\":\"LineString\",\"coordinates\":");
    ring(line, text);
    return text.append('}').toString();
  }

  private void ring(LineString line, StringBuilder text) {
    text.append('[');
    var vertices = line.getCoordinates();
    for (int i = 0; i < vertices.length; i++) {
      Coordinate at = crs.toDegrees(vertices[i].x, vertices[i].y);
      text.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "[%.7f,%.7f]", at.x, at.y));
    }
    text.append(']');
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
