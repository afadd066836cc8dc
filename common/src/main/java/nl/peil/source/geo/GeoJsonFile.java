package nl.peil.source.geo;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peil.geo.Crs;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.geo.RawLayer.RawFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A GeoJSON feature collection (RFC 7946), read feature by feature, so that each knows the line it
 * starts on. The {@code crs} member of the 2008 specification is honoured, because Dutch publishers
 * still write it; without it coordinates are degrees.
 */
final class GeoJsonFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Intake intake;
  private final List<RawFeature> features = new ArrayList<>();
  private @Nullable String statedCrs;
  private @Nullable String type;
  private boolean hasFeatures;

  private GeoJsonFile(Intake intake) {
    this.intake = intake;
  }

  /**
   * Reads a file whole.
   *
   * @param in bytes of the file; closed afterwards
   * @throws RejectedFileException when it is cut off, no JSON, or no feature collection
   */
  static RawLayer read(InputStream in, Intake intake) throws IOException, RejectedFileException {
    var file = new GeoJsonFile(intake);
    try (in;
        var parser = JSON.createParser(in)) {
      file.collection(parser);
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw file.reject(
          "not_geojson",
          line,
          "expected whole GeoJSON, got: " + e.getOriginalMessage(),
          "the file is cut off or damaged here: transfer it again");
    }
    return new RawLayer(file.features, file.statedCrs, Crs.WGS84);
  }

  private void collection(JsonParser parser) throws IOException, RejectedFileException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw notCollection(line(parser), "a file that does not start with an object");
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var member = parser.currentName();
      parser.nextToken();
      switch (member) {
        case "type" -> type = parser.getText();
        case "crs" -> statedCrs = crs(parser);
        case "features" -> features(parser);
        default -> parser.skipChildren();
      }
    }
    if (!"FeatureCollection".equals(type) || !hasFeatures) {
      throw notCollection(
          1, "type '" + type + "'" + (hasFeatures ? "" : " without an array 'features'"));
    }
    if (parser.nextToken() != null) {
      throw notCollection(line(parser), "more after the end of the collection");
    }
  }

  private void features(JsonParser parser) throws IOException, RejectedFileException {
    if (!parser.isExpectedStartArrayToken()) {
      throw notCollection(line(parser), "'features' that is no array");
    }
    hasFeatures = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      long line = line(parser);
      JsonNode node = JSON.readTree(parser);
      features.add(feature(line, node));
    }
  }

  private static RawFeature feature(long line, JsonNode node) {
    if (!node.path("type").asText().equals("Feature")) {
      return new RawFeature(line, Map.of(), null, "expected an object of type Feature");
    }
    var attributes = new LinkedHashMap<String, String>();
    put(attributes, "id", node.path("id"));
    node.path("properties")
        .fields()
        .forEachRemaining(p -> put(attributes, p.getKey(), p.getValue()));
    try {
      Geometry geometry = GeoJsonGeometry.read(node.get("geometry"));
      return new RawFeature(line, attributes, geometry, null);
    } catch (IllegalArgumentException e) {
      return new RawFeature(line, attributes, null, e.getMessage());
    }
  }

  private static void put(Map<String, String> attributes, String name, JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return;
    }
    attributes.put(
        name,
        value.isNumber()
            ? AttributeText.of(value.numberValue())
            : value.isValueNode() ? value.asText().strip() : value.toString());
  }

  private @Nullable String crs(JsonParser parser) throws IOException, RejectedFileException {
    long line = line(parser);
    JsonNode node = JSON.readTree(parser);
    if (node.isNull()) {
      return null;
    }
    var name = node.path("properties").path("name");
    if (!name.isTextual()) {
      throw reject(
          "unknown_crs",
          line,
          "expected \"crs\": {\"type\": \"name\", \"properties\": {\"name\": ...}}, got " + node,
          "correct the member, or declare 'crs' for this source and take the member out");
    }
    return name.asText();
  }

  private RejectedFileException notCollection(long line, String got) {
    return reject(
        "not_geojson",
        line,
        "expected a GeoJSON FeatureCollection, got " + got,
        "export the layer as one feature collection");
  }

  private RejectedFileException reject(String rule, long line, String message, String advice) {
    return new RejectedFileException(rule, intake.table(), intake.file(), line, message, advice);
  }

  private static long line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
