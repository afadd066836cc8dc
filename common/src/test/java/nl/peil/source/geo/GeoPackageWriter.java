package nl.peil.source.geo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.sqlite.SQLiteConfig;

/** Writes a small GeoPackage: just the tables that a reader needs. */
final class GeoPackageWriter implements AutoCloseable {

  private final Connection connection;

  GeoPackageWriter(Path file) throws SQLException {
    connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
    sql("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, srs_id INTEGER)");
    sql("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)");
    sql(
        "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT,"
            + " organization_coordsys_id INTEGER)");
    sql("INSERT INTO gpkg_spatial_ref_sys VALUES (-1, 'NONE', -1), (28992, 'EPSG', 28992)");
  }

  void layer(String name, int srs, String columns) throws SQLException {
    sql("CREATE TABLE " + name + " (fid INTEGER PRIMARY KEY, geom GEOMETRY, " + columns + ")");
    sql("INSERT INTO gpkg_contents VALUES ('" + name + "', 'features', " + srs + ")");
    sql("INSERT INTO gpkg_geometry_columns VALUES ('" + name + "', 'geom', " + srs + ")");
  }

  /** Inserts a row; {@code envelope} is the code of the envelope in the header: 0 none, 1 XY. */
  void insert(String layer, @Nullable String wkt, int envelope, String values)
      throws SQLException, ParseException {
    try (var statement =
        connection.prepareStatement(
            "INSERT INTO " + layer + " SELECT NULL, ?, * FROM (VALUES (" + values + "))")) {
      statement.setBytes(1, wkt == null ? null : blob(wkt, envelope));
      statement.executeUpdate();
    }
  }

  private static byte[] blob(String wkt, int envelope) throws ParseException {
    var geometry = new WKTReader().read(wkt);
    byte[] wkb = new WKBWriter().write(geometry);
    var buffer = ByteBuffer.allocate(8 + 32 * envelope + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) (1 | envelope << 1));
    buffer.putInt(28992);
    if (envelope == 1) {
      var box = geometry.getEnvelopeInternal();
      buffer.putDouble(box.getMinX()).putDouble(box.getMaxX());
      buffer.putDouble(box.getMinY()).putDouble(box.getMaxY());
    }
    return buffer.put(wkb).array();
  }

  private void sql(String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(text);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
