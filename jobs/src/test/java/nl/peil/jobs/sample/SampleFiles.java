package nl.peil.jobs.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Reads a sample with nothing of the code that wrote it. */
record SampleFiles(Path root) {

  /** All files, relative, sorted. */
  List<String> paths() throws IOException {
    try (var walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** The content of a file, decompressed when it is gzip. */
  byte[] content(String path) throws IOException {
    try (var in = Files.newInputStream(root.resolve(path))) {
      return path.endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
    }
  }

  /** The rows of a table, without header, split on its delimiter. */
  List<String[]> rows(String path) throws IOException {
    return rows(path, StandardCharsets.UTF_8);
  }

  /** The rows of a table in a character set. */
  List<String[]> rows(String path, Charset charset) throws IOException {
    var lines = new String(content(path), charset).lines().toArray(String[]::new);
    var delimiter = lines[0].contains(";") ? ";" : ",";
    var rows = new ArrayList<String[]>();
    for (int i = 1; i < lines.length; i++) {
      rows.add(lines[i].split(delimiter, -1));
    }
    return rows;
  }

  /** A matrix: [origin][destination] in zone order, NaN where a pair is absent or 9999. */
  double[][] matrix(String path, int zones) throws IOException {
    var minutes = new double[zones][zones];
    for (var row : minutes) {
      java.util.Arrays.fill(row, Double.NaN);
    }
    for (var row : rows(path)) {
      double time = Double.parseDouble(row[2].replace(',', '.'));
      if (time != 9999) {
        minutes[Integer.parseInt(row[0]) - 1001][Integer.parseInt(row[1]) - 1001] = time;
      }
    }
    return minutes;
  }

  /** The manifest. */
  JsonNode manifest() throws IOException {
    return new ObjectMapper().readTree(content("levering.json"));
  }

  /** The features of a GeoJSON file, in its own coordinates. */
  List<Feature> features(String path) throws IOException {
    var features = new ArrayList<Feature>();
    for (var feature : new ObjectMapper().readTree(content(path)).get("features")) {
      var factory = new GeometryFactory();
      var polygons = new ArrayList<Polygon>();
      for (var polygon : feature.get("geometry").get("coordinates")) {
        var holes = new ArrayList<LinearRing>();
        for (int i = 1; i < polygon.size(); i++) {
          holes.add(ring(factory, polygon.get(i)));
        }
        polygons.add(
            factory.createPolygon(ring(factory, polygon.get(0)), holes.toArray(new LinearRing[0])));
      }
      features.add(
          new Feature(
              feature.get("properties").get("gemeentecode").asText(),
              factory.createMultiPolygon(polygons.toArray(new Polygon[0]))));
    }
    return features;
  }

  private static LinearRing ring(GeometryFactory factory, JsonNode points) {
    var coordinates = new ArrayList<Coordinate>();
    points.forEach(
        point -> coordinates.add(new Coordinate(point.get(0).asDouble(), point.get(1).asDouble())));
    return factory.createLinearRing(coordinates.toArray(new Coordinate[0]));
  }

  /**
   * A polygon feature.
   *
   * @param code municipality
   * @param area its area in degrees
   */
  record Feature(String code, Geometry area) {}
}
