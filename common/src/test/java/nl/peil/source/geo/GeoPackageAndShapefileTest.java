package nl.peil.source.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.util.Map;
import nl.peil.quality.QuarantinedRow;
import nl.peil.quality.RejectedFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoPackageAndShapefileTest extends FeatureFileReading {

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
}
