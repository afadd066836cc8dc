package nl.peil.source.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.peil.quality.Finding;
import nl.peil.quality.Intake;
import nl.peil.quality.QuarantinedRow;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.Delivery;
import nl.peil.source.FoundFile;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureFileTest {

  private static final String SQUARE =
      "[[[155000,463000],[156000,463000],[156000,464000],[155000,464000],[155000,463000]]]";
  private static final String BOW_TIE =
      "[[[155000,463000],[156000,464000],[156000,463000],[155000,464000],[155000,463000]]]";
  private static final String RD_MEMBER =
      "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::28992\"}},";

  @TempDir Path folder;
  private Intake intake = new Intake("regions", "none");

  private List<Feature> read(String name, GeoFormat format) throws Exception {
    var path = folder.resolve(name);
    intake = new Intake("regions", name);
    var file = new FoundFile(name, path.toUri().toString(), Files.size(path), 0, Map.of());
    return FeatureFile.read(
        new Delivery(folder.toString(), new Configuration()), file, format, intake);
  }

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
  void geoPackageLayersAreReadWithEmptyGeometriesSetAside() throws Exception {
    var name = "met een spatie.gpkg";
    try (var gpkg = new GeoPackageWriter(folder.resolve(name))) {
      gpkg.layer("wijk", 28992, "naam text, n REAL, km2 REAL, leeg TEXT");
      gpkg.insert("wijk", "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", 0, "'far', 1, 1, null");
      gpkg.insert(
          "wijk",
          "POLYGON ((155000 463000, 155010 463000, 155010 463010, 155000 463000))",
          1,
          "'A', 1011.0, 0.25, null");
      gpkg.insert("wijk", "MULTIPOLYGON EMPTY", 0, "'B', null, null, null");
      gpkg.insert("wijk", null, 0, "'C', null, null, null");
    }
    var features = read(name, GeoFormat.DETECT);
    assertThat(features).hasSize(1);
    assertThat(features.get(0).line()).isEqualTo(2);
    assertThat(features.get(0).geometry().getArea()).isEqualTo(50);
    assertThat(features.get(0).attributes())
        .containsEntry("naam", "A")
        .containsEntry("n", "1011")
        .containsEntry("km2", "0.25")
        .doesNotContainKey("leeg");
    assertThat(intake.quarantined())
        .extracting(QuarantinedRow::line, QuarantinedRow::rule)
        .containsExactly(
            tuple(1L, "outside_netherlands"),
            tuple(3L, "empty_geometry"),
            tuple(4L, "empty_geometry"));
  }

  @Test
  void aLayerMustBeNamedWhenThereAreMoreAndACrsWhenItIsUndefined() throws Exception {
    try (var gpkg = new GeoPackageWriter(folder.resolve("two.gpkg"))) {
      gpkg.layer("a", 28992, "naam TEXT");
      gpkg.layer("b", -1, "naam TEXT");
      gpkg.insert("a", "POINT (155000 463000)", 0, "'A'");
      gpkg.insert("b", "POINT (155000 463000)", 0, "'B'");
    }
    assertThatThrownBy(() -> read("two.gpkg", GeoFormat.DETECT)).hasMessageContaining("[a, b]");
    assertThatThrownBy(() -> read("two.gpkg", new GeoFormat("c", null)))
        .hasMessageContaining("'c'")
        .hasMessageContaining("[a, b]");
    assertThatThrownBy(() -> read("two.gpkg", new GeoFormat("b", null)))
        .isInstanceOf(RejectedFileException.class)
        .hasMessageContaining("missing_crs");
    assertThat(read("two.gpkg", new GeoFormat("b", "EPSG:28992")).get(0).attributes())
        .containsEntry("naam", "B");
    assertThat(read("two.gpkg", new GeoFormat("a", null)).get(0).attributes())
        .containsEntry("naam", "A");
  }

  @Test
  void aGeoPackageThatWasCutOffIsRejected() throws Exception {
    try (var gpkg = new GeoPackageWriter(folder.resolve("whole.gpkg"))) {
      gpkg.layer("a", 28992, "naam TEXT");
      gpkg.insert("a", "POINT (155000 463000)", 0, "'A'");
    }
    var bytes = Files.readAllBytes(folder.resolve("whole.gpkg"));
    Files.write(folder.resolve("cut.gpkg"), java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));
    assertThatThrownBy(() -> read("cut.gpkg", GeoFormat.DETECT)).hasMessageContaining("truncated");
    Files.writeString(folder.resolve("text.gpkg"), "pc4;geom");
    assertThatThrownBy(() -> read("text.gpkg", GeoFormat.DETECT))
        .isInstanceOf(RejectedFileException.class)
        .hasMessageContaining("not_geopackage");
  }

  @Test
  void shapefilesAreReadWithHolesAttributesAndTheSystemOfThePrj() throws Exception {
    var shell = new double[] {155000, 463000, 155000, 463100, 155100, 463100, 155100, 463000};
    var hole = new double[] {155040, 463040, 155060, 463040, 155060, 463060, 155040, 463060};
    var tie = new double[] {155000, 463000, 156000, 464000, 156000, 463000, 155000, 464000};
    var writer = new ShapefileWriter();
    writer.polygon("GM01", 12, shell, hole);
    writer.polygon("GM02", 7, tie);
    writer.empty("GM03", 0);
    writer.write(folder.resolve("wijk [1] kaart.shp"));
    assertThatThrownBy(() -> read("wijk [1] kaart.shp", GeoFormat.DETECT))
        .hasMessageContaining("missing_crs");
    Files.writeString(
        folder.resolve("wijk [1] kaart.prj"),
        "PROJCS[\"RD_New\",GEOGCS[\"GCS_Amersfoort\",DATUM[\"D_Amersfoort\",SPHEROID[\"Bessel_1841\","
            + "6377397.155,299.1528128]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
            + "PROJECTION[\"Double_Stereographic\"],UNIT[\"Meter\",1.0]]");
    var features = read("wijk [1] kaart.shp", GeoFormat.DETECT);
    assertThat(features).hasSize(1);
    // 100 x 100 m less a hole of 20 x 20 m
    assertThat(features.get(0).geometry().getArea()).isEqualTo(9600);
    assertThat(features.get(0).attributes()).isEqualTo(Map.of("CODE", "GM01", "N", "12"));
    assertThat(intake.quarantined())
        .extracting(QuarantinedRow::line, QuarantinedRow::rule)
        .containsExactly(tuple(2L, "invalid_geometry"), tuple(3L, "empty_geometry"));

    var bytes = Files.readAllBytes(folder.resolve("wijk [1] kaart.shp"));
    Files.write(folder.resolve("cut.shp"), java.util.Arrays.copyOf(bytes, bytes.length - 40));
    assertThatThrownBy(() -> read("cut.shp", GeoFormat.DETECT)).hasMessageContaining("truncated");
    var dbf = Files.readAllBytes(folder.resolve("wijk [1] kaart.dbf"));
    Files.write(folder.resolve("short.shp"), bytes);
    Files.write(folder.resolve("short.dbf"), java.util.Arrays.copyOf(dbf, dbf.length - 5));
    assertThatThrownBy(() -> read("short.shp", GeoFormat.DETECT)).hasMessageContaining(".dbf");
    Files.write(folder.resolve("alone.shp"), bytes);
    assertThatThrownBy(() -> read("alone.shp", GeoFormat.DETECT))
        .hasMessageContaining("missing_part");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PROJCS[\"RD_New\",GEOGCS[\"GCS_Amersfoort\"]] | EPSG:28992",
        "PROJCS[\"Amersfoort / RD New\",GEOGCS[\"Amersfoort\",AUTHORITY[\"EPSG\",\"4289\"]],AUTHORITY[\"EPSG\",\"28992\"]] | EPSG:28992",
        "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\"]] | EPSG:4326",
        "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\",GEOGCS[\"GCS_WGS_1984\"]] | EPSG:3857",
        "PROJCS[\"RD_Old\",GEOGCS[\"GCS_Amersfoort\"]] | RD_Old",
        "GEOGCS[\"GCS_Amersfoort\",DATUM[\"D_Amersfoort\"]] | GCS_Amersfoort"
      })
  void theNameInAPrjIsUnderstood(String wkt, String expected) {
    assertThat(ShapeFile.crs(wkt)).isEqualTo(expected);
  }

  @Test
  void anUnknownExtensionIsRejected() throws Exception {
    Files.write(folder.resolve("a.kml"), "<kml/>".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> read("a.kml", GeoFormat.DETECT))
        .isInstanceOf(RejectedFileException.class)
        .hasMessageContaining(".gpkg, .geojson, .json or .shp");
  }
}
