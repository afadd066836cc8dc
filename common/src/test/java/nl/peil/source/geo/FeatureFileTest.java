package nl.peil.source.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import nl.peil.quality.Finding;
import nl.peil.quality.QuarantinedRow;
import nl.peil.quality.RejectedFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureFileTest extends FeatureFileReading {

  private static final String SQUARE =
      "[[[155000,463000],[156000,463000],[156000,464000],[155000,464000],[155000,463000]]]";
  private static final String BOW_TIE =
      "[[[155000,463000],[156000,464000],[156000,463000],[155000,464000],[155000,463000]]]";
  private static final String RD_MEMBER =
      "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::28992\"}},";

  private List<Feature> readText(String text, GeoFormat format) throws Exception {
    Files.writeString(folder.resolve("r.geojson"), text);
    return read("r.geojson", format);
  }

  private Finding rejection(String text, GeoFormat format) {
    var rejected = catchThrowableOfType(RejectedFileException.class, () -> readText(text, format));
    return rejected.finding();
  }

  private static String collection(String members, String... features) {
    return "{\"type\":\"FeatureCollection\","
        + members
        + "\"features\":[\n"
        + String.join(",\n", features)
        + "\n]}";
  }

  private static String feature(String code, String type, String coordinates) {
    return "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\"},\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}"
        .formatted(code, type, coordinates);
  }

  @Test
  void everyFeatureKnowsItsLineAndBrokenOnesAreSetAsideOneByOne() throws Exception {
    var features =
        readText(
            collection(
                RD_MEMBER,
                feature("A", "Polygon", SQUARE),
                feature("B", "Polygon", BOW_TIE),
                "{\"type\":\"Feature\",\"properties\":{\"code\":\"C\"},\"geometry\":null}",
                feature("D", "MultiPolygon", "[]"),
                feature("E", "Polygon", SQUARE.replace("155000,", "463000,")),
                feature("F", "Polygon", "[[[155000,463000],[156000,463000],[156000,464000]]]"),
                feature("G", "Polygon", "[[[1,2],[\"x\"]]]"),
                "{\"type\":\"Feature\",\n\"properties\":{\"code\":\"H\",\"n\":3,\"none\":null},\"id\":7,\n"
                    + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[155000,463000,5],[155003,463004,5]]}}",
                feature("I", "MultiPolygon", "[" + SQUARE + "]")),
            GeoFormat.DETECT);
    // The first line is the opening of the collection, each feature but H takes one line
    assertThat(features).extracting(Feature::line).containsExactly(2L, 9L, 12L);
    assertThat(features.get(0).geometry().getArea()).isEqualTo(1_000_000);
    assertThat(features.get(1).attributes())
        .containsExactlyInAnyOrderEntriesOf(Map.of("code", "H", "n", "3", "id", "7"));
    assertThat(features.get(1).geometry().getLength()).isEqualTo(5);
    assertThat(features.get(2).geometry().getSRID()).isEqualTo(28992);

    assertThat(intake.quarantined())
        .extracting(QuarantinedRow::line, QuarantinedRow::rule)
        .containsExactly(
            tuple(3L, "invalid_geometry"),
            tuple(4L, "empty_geometry"),
            tuple(5L, "empty_geometry"),
            tuple(6L, "outside_netherlands"),
            tuple(7L, "invalid_geometry"),
            tuple(8L, "invalid_geometry"));
    // The diagonals of a square of 1 km cross in its middle
    assertThat(intake.quarantined().get(0).raw())
        .contains("Self-intersection at RD (155500.0, 463500.0)")
        .contains("code=B");
    assertThat(features.size() + intake.quarantined().size()).isEqualTo(9);
  }

  @Test
  void degreesAreTheDefaultAndMayBeStatedAfterTheFeatures() throws Exception {
    var amersfoort = feature("A", "Point", "[5.38720621, 52.15517440]");
    var features = readText(collection("", amersfoort), GeoFormat.DETECT);
    assertThat(features.get(0).geometry().getCoordinate().x).isCloseTo(155_000, within(1.0));
    assertThat(features.get(0).geometry().getCoordinate().y).isCloseTo(463_000, within(1.0));
    var late =
        "{\"features\":[%s],%s\"type\":\"FeatureCollection\"}"
            .formatted(feature("A", "Point", "[155000,463000]"), RD_MEMBER);
    assertThat(readText("\uFEFF" + late, GeoFormat.DETECT).get(0).geometry().getCoordinate().x)
        .isEqualTo(155_000);
    assertThat(intake.findings()).isEmpty();
  }

  @Test
  void exchangedLongitudeAndLatitudeIsHinted() throws Exception {
    var right = feature("A", "Point", "[5.4, 52.2]");
    var exchanged = feature("B", "Point", "[52.2, 5.4]");
    assertThat(readText(collection("", right, exchanged), GeoFormat.DETECT)).hasSize(1);
    assertThat(intake.quarantined()).hasSize(1);
    assertThat(intake.quarantined().get(0).raw()).contains("exchanged");
    var finding = rejection(collection("", exchanged, exchanged), GeoFormat.DETECT);
    assertThat(finding.rule()).isEqualTo("wrong_crs");
    assertThat(finding.message()).contains("exchanged");
  }

  @Test
  void aFileInAnotherSystemThanDeclaredIsRejectedWithAHint() {
    var metres = collection("", feature("A", "Point", "[155000,463000]"));
    var finding = rejection(metres, GeoFormat.DETECT);
    assertThat(finding.rule()).isEqualTo("wrong_crs");
    assertThat(finding.line()).isEqualTo(2);
    assertThat(finding.message()).contains("RD metres (EPSG:28992)");
    var degrees = collection("", feature("A", "Point", "[5.4,52.2]"));
    assertThat(rejection(degrees, new GeoFormat(null, "EPSG:28992")).message())
        .contains("degrees (EPSG:4326)");
  }

  @Test
  void theDeclaredSystemGoesFirstAndAContradictionIsAWarning() throws Exception {
    var text =
        collection(
            RD_MEMBER.replace("EPSG::28992", "OGC:1.3:CRS84"),
            feature("A", "Point", "[155000,463000]"));
    assertThat(readText(text, new GeoFormat(null, "EPSG:28992"))).hasSize(1);
    assertThat(intake.findings()).extracting(Finding::rule).containsExactly("crs_contradiction");
    assertThat(intake.findings().get(0).message()).contains("EPSG:28992").contains("CRS84");

    var old = text.replace("OGC:1.3:CRS84", "EPSG::28991");
    assertThat(rejection(old, GeoFormat.DETECT).rule()).isEqualTo("unknown_crs");
    assertThat(rejection(old, new GeoFormat(null, "RD")).message()).contains("the configuration");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"type\":\"FeatureCollection\",\n\"features\":[\n{\"type\":\"Fea' | 3",
        "'code;naam\nA;B' | 1",
        "'{\"type\":\"FeatureCollection\",\n\"features\":[],' | 2",
        "'[1,2]' | 1",
        "'{\"type\":\"Topology\",\"objects\":{}}' | 1",
        "'{\"type\":\"FeatureCollection\"}' | 1",
        "'{\"type\":\"FeatureCollection\",\n\"features\":7}' | 2",
        "'{\"type\":\"FeatureCollection\",\"features\":[]}\n{}' | 2",
        "'' | 1"
      })
  void aFileThatIsNoWholeGeoJsonIsRejectedWithTheLine(String text, long line) {
    var finding = rejection(text, GeoFormat.DETECT);
    assertThat(finding.rule()).isEqualTo("not_geojson");
    assertThat(finding.line()).isEqualTo(line);
  }

  @Test
  void aCollectionWithoutFeaturesIsRejected() {
    assertThat(rejection(collection(""), GeoFormat.DETECT).rule()).isEqualTo("empty_file");
  }

  @Test
  void anUnknownExtensionIsRejected() throws Exception {
    Files.write(folder.resolve("a.kml"), "<kml/>".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> read("a.kml", GeoFormat.DETECT))
        .isInstanceOf(RejectedFileException.class)
        .hasMessageContaining(".gpkg, .geojson, .json or .shp");
  }
}
