package nl.peil.jobs.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * Writes the zones as a GeoPackage (OGC 12-128r18, version 1.3) without spatial index. The same
 * zones give the same bytes with the same SQLite.
 */
final class GeoPackageWriter {

  private static final String LAYER = "zones";

  private static final List<String> SCHEMA =
      List.of(
          "PRAGMA application_id = 1196444487",
          "PRAGMA user_version = 10300",
          "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL"
              + " PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT"
              + " NULL, definition TEXT NOT NULL, description TEXT)",
          "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT"
              + " NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME"
              + " NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y"
              + " DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id"
              + " FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
          "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT"
              + " NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT"
              + " NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name,"
              + " column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT"
              + " fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
              + " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys"
              + " (srs_id))",
          "CREATE TABLE zones (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON,"
              + " pc4 TEXT, naam TEXT, oppervlakte_km2 REAL)");

  private static final String WGS84 =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
          + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,"
          + "AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,"
          + "AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]";

  private static final String RD_NEW =
      "PROJCS[\"Amersfoort / RD New\",GEOGCS[\"Amersfoort\",DATUM[\"Amersfoort\","
          + "SPHEROID[\"Bessel 1841\",6377397.155,299.1528128]],PRIMEM[\"Greenwich\",0],"
          + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
          + "AUTHORITY[\"EPSG\",\"4289\"]],PROJECTION[\"Oblique_Stereographic\"],"
          + "PARAMETER[\"latitude_of_origin\",52.1561605555556],"
          + "PARAMETER[\"central_meridian\",5.38763888888889],"
          + "PARAMETER[\"scale_factor\",0.9999079],PARAMETER[\"false_easting\",155000],"
          + "PARAMETER[\"false_northing\",463000],UNIT[\"metre\",1],AXIS[\"Easting\",EAST],"
          + "AXIS[\"Northing\",NORTH],AUTHORITY[\"EPSG\",\"28992\"]]";

  private GeoPackageWriter() {}

  /** Writes zones/zones.gpkg. */
  static void write(DeliveryFolder folder, List<Zone> zones) throws IOException {
    var path = "zones/zones.gpkg";
    var file = folder.place(path).toAbsolutePath();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      try (var statement = connection.createStatement()) {
        // One writer and no reader: no journal, and unused bytes are zero.
        statement.execute("PRAGMA page_size = 4096");
        statement.execute("PRAGMA journal_mode = OFF");
        statement.execute("PRAGMA secure_delete = ON");
      }
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        for (var sql : SCHEMA) {
          statement.execute(sql);
        }
      }
      references(connection);
      contents(connection, zones);
      features(connection, zones);
      connection.commit();
    } catch (SQLException e) {
      throw new IOException("cannot write the GeoPackage " + file + ": " + e.getMessage(), e);
    }
    folder.register(
        FileNote.binary(
            path,
            "zones_vlakken",
            "EPSG:28992",
            "layer zones; one zone has no inhabitants, one lies across the coast"),
        zones.size());
  }

  private static void references(Connection connection) throws SQLException {
    var sql = "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)";
    try (var insert = connection.prepareStatement(sql)) {
      Object[][] rows = {
        {"Undefined Cartesian SRS", -1, "NONE", -1, "undefined"},
        {"Undefined geographic SRS", 0, "NONE", 0, "undefined"},
        {"WGS 84 geodetic", 4326, "EPSG", 4326, WGS84},
        {"Amersfoort / RD New", Region.RD, "EPSG", Region.RD, RD_NEW},
      };
      for (var row : rows) {
        for (int i = 0; i < row.length; i++) {
          insert.setObject(i + 1, row[i]);
        }
        insert.executeUpdate();
      }
    }
  }

  private static void contents(Connection connection, List<Zone> zones) throws SQLException {
    var box = new Envelope();
    zones.forEach(zone -> box.expandToInclude(zone.area().getEnvelopeInternal()));
    var contents =
        "INSERT INTO gpkg_contents VALUES (?, 'features', ?, 'zones of a fictional region',"
            + " '2022-01-01T00:00:00.000Z', ?, ?, ?, ?, ?)";
    try (var insert = connection.prepareStatement(contents)) {
      insert.setString(1, LAYER);
      insert.setString(2, LAYER);
      insert.setDouble(3, box.getMinX());
      insert.setDouble(4, box.getMinY());
      insert.setDouble(5, box.getMaxX());
      insert.setDouble(6, box.getMaxY());
      insert.setInt(7, Region.RD);
      insert.executeUpdate();
    }
    var geometry = "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'MULTIPOLYGON', ?, 0, 0)";
    try (var insert = connection.prepareStatement(geometry)) {
      insert.setString(1, LAYER);
      insert.setInt(2, Region.RD);
      insert.executeUpdate();
    }
  }

  private static void features(Connection connection, List<Zone> zones) throws SQLException {
    var sql = "INSERT INTO zones (geom, pc4, naam, oppervlakte_km2) VALUES (?, ?, ?, ?)";
    try (var insert = connection.prepareStatement(sql)) {
      for (var zone : zones) {
        insert.setBytes(1, blob(zone.area()));
        insert.setString(2, zone.code());
        insert.setString(3, zone.name());
        insert.setDouble(4, Math.rint(zone.km2() * 10_000) / 10_000);
        insert.executeUpdate();
      }
    }
  }

  /** A GeoPackage geometry: GP, version 0, flags (little endian, envelope xy), srs, box, WKB. */
  private static byte[] blob(MultiPolygon area) {
    byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(area);
    var box = area.getEnvelopeInternal();
    return ByteBuffer.allocate(40 + wkb.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'G')
        .put((byte) 'P')
        .put((byte) 0)
        .put((byte) 3)
        .putInt(Region.RD)
        .putDouble(box.getMinX())
        .putDouble(box.getMaxX())
        .putDouble(box.getMinY())
        .putDouble(box.getMaxY())
        .put(wkb)
        .array();
  }
}
