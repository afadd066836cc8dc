package nl.peil.source.geo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.geo.RawLayer.RawFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.sqlite.SQLiteConfig;

/**
 * A layer of a GeoPackage (OGC 12-128), read through SQLite itself. Sedona's reader was tried
 * first: it fails on a path with a blank, on column types in lower case, and does not give the
 * authority of a coordinate system.
 */
final class GeoPackageFile {

  private static final int HEADER_BYTES = 100;
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private final Intake intake;

  private GeoPackageFile(Intake intake) {
    this.intake = intake;
  }

  /**
   * Reads a layer whole.
   *
   * @param in bytes of the file; closed afterwards. They are copied to a local file, which SQLite
   *     needs, and which is deleted again
   * @param layer name of the layer; null: the only one
   * @throws RejectedFileException when it is cut off, no GeoPackage, or the layer cannot be chosen
   */
  static RawLayer read(InputStream in, @Nullable String layer, Intake intake)
      throws IOException, RejectedFileException {
    var file = new GeoPackageFile(intake);
    var copy = Files.createTempFile("peil-", ".gpkg");
    try {
      try (in) {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      file.checkWhole(copy);
      // 'immutable' keeps SQLite from looking for a journal beside the copy
      var url = "jdbc:sqlite:file:" + copy.toUri().getRawPath() + "?immutable=1";
      try (var connection = new SQLiteConfig().createConnection(url)) {
        return file.layer(connection, layer);
      } catch (SQLException e) {
        throw file.reject(
            "not_geopackage",
            "expected a whole GeoPackage, got: " + e.getMessage(),
            "transfer the file again, or export it again as GeoPackage 1.2 or later");
      }
    } finally {
      Files.delete(copy);
    }
  }

  /** SQLite opens a file that was cut off and fails, or not, at a page that is missing. */
  private void checkWhole(Path copy) throws IOException, RejectedFileException {
    byte[] head;
    try (var in = Files.newInputStream(copy)) {
      head = in.readNBytes(HEADER_BYTES);
    }
    if (head.length < HEADER_BYTES
        || !ByteBuffer.wrap(head, 0, 16).equals(ByteBuffer.wrap(MAGIC))) {
      throw reject(
          "not_geopackage",
          "expected an SQLite file, the first bytes are not its signature",
          "check the extension of the file");
    }
    var header = ByteBuffer.wrap(head);
    int stated = Short.toUnsignedInt(header.getShort(16));
    long pageSize = stated == 1 ? 65_536 : stated;
    long pages = Integer.toUnsignedLong(header.getInt(28));
    // The number of pages counts only when written by a SQLite that keeps it up to date (3.7 on)
    boolean pagesKept = header.getInt(24) == header.getInt(92);
    if (pagesKept && Files.size(copy) < pages * pageSize) {
      throw reject(
          "truncated",
          "expected %,d bytes (%,d pages of %,d), got %,d"
              .formatted(pages * pageSize, pages, pageSize, Files.size(copy)),
          "the file was cut off: transfer it again");
    }
  }

  private RawLayer layer(Connection connection, @Nullable String wanted)
      throws SQLException, RejectedFileException {
    var names = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY 1")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    var layer = wanted == null && names.size() == 1 ? names.get(0) : wanted;
    if (layer == null || !names.contains(layer)) {
      throw reject(
          "unknown_layer",
          "expected "
              + (layer == null ? "one layer of features" : "a layer '" + layer + "'")
              + ", the file has "
              + names,
          "name one of them under 'layer' of this source");
    }
    try (var statement =
        connection.prepareStatement(
            "SELECT g.column_name, g.srs_id, s.organization, s.organization_coordsys_id"
                + " FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s"
                + " ON s.srs_id = g.srs_id WHERE g.table_name = ?")) {
      statement.setString(1, layer);
      try (var rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw reject(
              "not_geopackage",
              "expected the layer '" + layer + "' in gpkg_geometry_columns, it is not there",
              "export the layer again");
        }
        var crs = crs(rows);
        return new RawLayer(features(connection, layer, rows.getString(1)), crs, null);
      }
    }
  }

  private static @Nullable String crs(ResultSet row) throws SQLException {
    int id = row.getInt(2);
    if (id == 0 || id == -1) {
      // The standard's two codes for undefined
      return null;
    }
    var organization = row.getString(3);
    return organization == null ? "EPSG:" + id : organization + ":" + row.getInt(4);
  }

  private static List<RawFeature> features(
      Connection connection, String layer, String geometryColumn) throws SQLException {
    var features = new ArrayList<RawFeature>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery("SELECT * FROM \"" + layer.replace("\"", "\"\"") + "\"")) {
      var columns = rows.getMetaData();
      while (rows.next()) {
        var attributes = new LinkedHashMap<String, String>();
        byte[] geometry = null;
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          var value = rows.getObject(i);
          if (columns.getColumnName(i).equalsIgnoreCase(geometryColumn)) {
            geometry = rows.getBytes(i);
          } else if (value != null && !(value instanceof byte[])) {
            attributes.put(columns.getColumnName(i), AttributeText.of(value));
          }
        }
        features.add(feature(features.size() + 1, attributes, geometry));
      }
    }
    return features;
  }

  private static RawFeature feature(
      long position, Map<String, String> attributes, byte @Nullable [] blob) {
    if (blob == null) {
      return new RawFeature(position, attributes, null, null);
    }
    try {
      return new RawFeature(position, attributes, geometry(blob), null);
    } catch (ParseException | IllegalArgumentException e) {
      return new RawFeature(position, attributes, null, String.valueOf(e.getMessage()));
    }
  }

  /** A GeoPackage blob: header with an envelope of known length (section 2.1.3), then WKB. */
  private static Geometry geometry(byte[] blob) throws ParseException {
    if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
      throw new IllegalArgumentException("expected a GeoPackage geometry that starts with GP");
    }
    int envelopeBytes =
        switch ((blob[3] >> 1) & 7) {
          case 0 -> 0;
          case 1 -> 32;
          case 2, 3 -> 48;
          case 4 -> 64;
          default -> throw new IllegalArgumentException("unknown kind of envelope in the header");
        };
    int start = 8 + envelopeBytes;
    if (start >= blob.length) {
      throw new IllegalArgumentException("the geometry ends within its header");
    }
    var wkb = ByteBuffer.wrap(blob, start, blob.length - start).order(ByteOrder.BIG_ENDIAN);
    byte[] bytes = new byte[wkb.remaining()];
    wkb.get(bytes);
    return new WKBReader().read(bytes);
  }

  private RejectedFileException reject(String rule, String message, String advice) {
    return new RejectedFileException(rule, intake.table(), intake.file(), 0, message, advice);
  }
}
