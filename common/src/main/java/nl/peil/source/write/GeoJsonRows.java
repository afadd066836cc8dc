package nl.peil.source.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A map layer as GeoJSON (RFC 7946), a feature to a line: longitude and latitude in WGS 84 with six
 * decimals (some 0.1 m), outer rings against the clock and holes with it.
 */
public final class GeoJsonRows implements RowSink {

  private static final int DECIMALS = 6;

  private final JsonGenerator json;
  private final List<Field> fields;
  private final int shape;
  private final UnaryOperator<Geometry> toDegrees;

  /**
   * Begins a layer.
   *
   * @param file the file; one that is there is replaced
   * @param sheet what is written; it has a shape
   * @param about members of the collection beside its features, for example the source
   * @param toDegrees from EPSG:28992 to longitude and latitude
   */
  public GeoJsonRows(
      Path file, Sheet sheet, Map<String, ?> about, UnaryOperator<Geometry> toDegrees)
      throws IOException {
    this.fields = sheet.fields();
    this.shape = sheet.shape();
    this.toDegrees = toDegrees;
    this.json =
        new JsonFactory()
            .createGenerator(Files.newBufferedWriter(file))
            .setCodec(new ObjectMapper())
            .setRootValueSeparator(null);
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    json.writeStringField("name", sheet.name());
    for (var member : about.entrySet()) {
      json.writeObjectField(member.getKey(), member.getValue());
    }
    json.writeArrayFieldStart("features");
  }

  @Override
  public void row(@Nullable Object[] values) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeObjectFieldStart("properties");
    for (int i = 0; i < values.length; i++) {
      if (i != shape) {
        property(fields.get(i), values[i]);
      }
    }
    json.writeEndObject();
    json.writeFieldName("geometry");
    var geometry = shape < 0 ? null : (Geometry) values[shape];
    if (geometry == null || geometry.isEmpty()) {
      json.writeNull();
    } else {
      geometry(toDegrees.apply(geometry));
    }
    json.writeEndObject();
  }

  private void property(Field field, @Nullable Object value) throws IOException {
    json.writeFieldName(field.name());
    if (value == null) {
      json.writeNull();
    } else {
      switch (field.kind()) {
        case WHOLE -> json.writeNumber((Long) value);
        case NUMBER -> json.writeNumber((Double) value);
        case FLAG -> json.writeBoolean((Boolean) value);
        default -> json.writeString(value.toString());
      }
    }
  }

  private void geometry(Geometry geometry) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", geometry.getGeometryType());
    json.writeFieldName("coordinates");
    if (geometry instanceof Point point) {
      position(point.getCoordinate());
    } else if (geometry instanceof Polygon polygon) {
      polygon(polygon);
    } else if (geometry.getGeometryType().equals("MultiPolygon")) {
      json.writeStartArray();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        polygon((Polygon) geometry.getGeometryN(i));
      }
      json.writeEndArray();
    } else {
      throw new IOException(
          "expected a point, polygon or multipolygon, got a " + geometry.getGeometryType());
    }
    json.writeEndObject();
  }

  private void polygon(Polygon polygon) throws IOException {
    json.writeStartArray();
    ring(polygon.getExteriorRing(), true);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      ring(polygon.getInteriorRingN(i), false);
    }
    json.writeEndArray();
  }

  private void ring(LineString ring, boolean againstTheClock) throws IOException {
    boolean turn = Orientation.isCCW(ring.getCoordinateSequence()) != againstTheClock;
    json.writeStartArray();
    for (var vertex : distinct(turn ? ring.reverse().getCoordinates() : ring.getCoordinates())) {
      position(vertex);
    }
    json.writeEndArray();
  }

  /** Without vertices that rounding makes equal to the one before; a ring keeps at least four. */
  private static List<Coordinate> distinct(Coordinate[] ring) {
    var kept = new ArrayList<Coordinate>(ring.length);
    for (int i = 0; i < ring.length; i++) {
      boolean needed = ring.length - i <= 4 - kept.size() || i == ring.length - 1;
      var last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      if (needed || last == null || !same(last, ring[i])) {
        kept.add(ring[i]);
      }
    }
    return kept;
  }

  private static boolean same(Coordinate a, Coordinate b) {
    return rounded(a.x).equals(rounded(b.x)) && rounded(a.y).equals(rounded(b.y));
  }

  private void position(Coordinate at) throws IOException {
    json.writeStartArray();
    json.writeNumber(rounded(at.x));
    json.writeNumber(rounded(at.y));
    json.writeEndArray();
  }

  private static BigDecimal rounded(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
