package nl.peil.source.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import nl.peil.geo.Crs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;
import org.sqlite.SQLiteConfig;

class MapFilesTest {

  @TempDir Path folder;

  @Test
  void geoJsonIsInDegreesWithOuterRingsAgainstTheClock() throws IOException, ParseException {
    // A hole of 100 m; both rings clockwise, which is right for neither in RFC 7946.
    var ring =
        new WKTReader()
            .read(
                "POLYGON ((155000 463000, 155000 464000, 156000 464000, 156000 463000, 155000 463000),"
                    + " (155100 463100, 155200 463100, 155200 463200, 155100 463200, 155100 463100))");
    var file = folder.resolve("figures.geojson");
    try (var rows =
        new GeoJsonRows(
            file, Written.SHEET, Map.of("peil", Map.of("version", "1")), Crs.WGS84::fromRd)) {
      rows.row(new @Nullable Object[] {Written.FORMULA, 3L, ring, 0.25, true, null, null});
      rows.row(new @Nullable Object[] {"<b>", null, null, null, null, null, null});
    }

    var json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.get("type").asText()).isEqualTo("FeatureCollection");
    assertThat(json.get("peil").get("version").asText()).isEqualTo("1");
    assertThat(json.get("features")).hasSize(2);
    var feature = json.get("features").get(0);
    assertThat(feature.get("properties").get("region").asText()).isEqualTo(Written.FORMULA);
    assertThat(feature.get("properties").get("share").isNumber()).isTrue();
    assertThat(feature.get("properties").has("geometry")).isFalse();
    var rings = feature.get("geometry").get("coordinates");
    assertThat(Orientation.isCCW(coordinates(rings.get(0)))).isTrue();
    assertThat(Orientation.isCCW(coordinates(rings.get(1)))).isFalse();
    // The tower of Amersfoort, where RD has its origin: 52.155172 N, 5.387206 E in WGS 84.
    var corner = coordinates(rings.get(0))[0];
    assertThat(corner.x).isCloseTo(5.387206, within(3e-6));
    assertThat(corner.y).isCloseTo(52.155172, within(3e-6));
    assertThat(Files.readString(file)).doesNotContainPattern("\\d\\.\\d{7,}");
    assertThat(json.get("features").get(1).get("geometry").isNull()).isTrue();
  }

  @Test
  void aGeoPackageHasWhatTheStandardAsks() throws Exception {
    var file = folder.resolve("figures.gpkg");
    write(file);
    try (var connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
        var sql = connection.createStatement()) {
      assertThat(sql.executeQuery("PRAGMA application_id").getInt(1)).isEqualTo(0x47504B47);
      assertThat(sql.executeQuery("PRAGMA user_version").getInt(1)).isEqualTo(10300);
      assertThat(sql.executeQuery("PRAGMA integrity_check").getString(1)).isEqualTo("ok");
      assertThat(sql.executeQuery("PRAGMA foreign_key_check").next()).isFalse();
      var ids = new ArrayList<Integer>();
      for (var rows = sql.executeQuery("SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1");
          rows.next(); ) {
        ids.add(rows.getInt(1));
      }
      assertThat(ids).containsExactly(-1, 0, 4326, 28992);
      var box =
          sql.executeQuery(
              "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'figures'");
      assertThat(
              new double[] {box.getDouble(1), box.getDouble(2), box.getDouble(3), box.getDouble(4)})
          .containsExactly(155_000, 463_000, 156_000, 464_000);
      assertThat(
              sql.executeQuery(
                      "SELECT title FROM gpkg_data_columns WHERE table_name = 'figures' AND"
                          + " column_name = 'share'")
                  .getString(1))
          .isEqualTo("Aandeel");
      assertThat(sql.executeQuery("SELECT metadata FROM gpkg_metadata").getString(1))
          .isEqualTo("{\"run\":\"r\"}");
      assertThat(sql.executeQuery("SELECT count(*) FROM plain").getInt(1)).isEqualTo(3);
      var row = sql.executeQuery("SELECT region, typeof(share), share, valid_from FROM figures");
      assertThat(row.getString(1)).isEqualTo(Written.FORMULA);
      assertThat(row.getString(2)).isEqualTo("real");
      assertThat(row.getString(4)).isEqualTo("2024-01-31");
    }
  }

  @Test
  void aShapeHasAHeaderWithItsBoxAndIsAMultipolygon() throws Exception {
    var file = folder.resolve("figures.gpkg");
    write(file);
    try (var connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
        var sql = connection.createStatement()) {
      var rows = sql.executeQuery("SELECT geom FROM figures ORDER BY fid");
      var blob = ByteBuffer.wrap(rows.getBytes(1)).order(ByteOrder.LITTLE_ENDIAN);
      assertThat(new byte[] {blob.get(), blob.get(), blob.get(), blob.get()})
          .containsExactly('G', 'P', 0, 3);
      assertThat(blob.getInt()).isEqualTo(28992);
      assertThat(
              new double[] {blob.getDouble(), blob.getDouble(), blob.getDouble(), blob.getDouble()})
          .containsExactly(155_000, 156_000, 463_000, 464_000);
      var wkb = new byte[blob.remaining()];
      blob.get(wkb);
      var read = new WKBReader().read(wkb);
      assertThat(read.getGeometryType()).isEqualTo("MultiPolygon");
      assertThat(read.getGeometryN(0).equalsTopo(Written.SQUARE)).isTrue();
      rows.next();
      rows.next();
      assertThat(rows.getBytes(1)).isNull();
    }
  }

  private void write(Path file) throws IOException {
    try (var out = new GeoPackageOut(file, Instant.parse("2026-11-21T18:00:00Z"))) {
      out.describe();
      out.metadata("{\"run\":\"r\"}");
      Written.to(out.layer(Written.SHEET, GeoPackageOut.Shapes.MULTIPOLYGON));
      Written.to(out.table(new Sheet("plain", "Plain", "without shapes", Written.SHEET.fields())));
      out.finish();
    }
  }

  private static Coordinate[] coordinates(JsonNode ring) {
    var all = new Coordinate[ring.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Coordinate(ring.get(i).get(0).asDouble(), ring.get(i).get(1).asDouble());
    }
    return all;
  }
}
