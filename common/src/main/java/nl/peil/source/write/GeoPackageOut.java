package nl.peil.source.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes a GeoPackage (OGC 12-128r18, version 1.3) in EPSG:28992, without spatial index: layers of
 * points or multipolygons, and tables without shapes. The same rows give the same bytes with the
 * same SQLite.
 */
public final class GeoPackageOut implements Closeable {

  /** The column of shapes of every layer. */
  public static final String GEOMETRY = "geom";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** What shapes a layer has. */
  public enum Shapes {
    /** Points. */
    POINT,
    /** Polygons with one or more parts. */
    MULTIPOLYGON
  }

  private final Path file;
  private final Connection connection;
  private final String changed;
  private boolean described;

  /**
   * Begins a file.
   *
   * @param file the file, which must not be there
   * @param changed when its contents changed last, UTC
   */
  public GeoPackageOut(Path file, Instant changed) throws IOException {
    this.file = file.toAbsolutePath();
    this.changed = MOMENT.format(changed);
    if (Files.exists(file)) {
      throw new IOException("expected no file " + file + ", and there is one");
    }
    try {
      this.connection = DriverManager.getConnection("jdbc:sqlite:" + this.file);
      try (var statement = connection.createStatement()) {
        // One writer and no reader: no journal, and unused bytes are zero.
        statement.execute("PRAGMA page_size = 4096");
        statement.execute("PRAGMA journal_mode = OFF");
        statement.execute("PRAGMA secure_delete = ON");
      }
      connection.setAutoCommit(false);
      for (var sql : GeoPackageSchema.CORE) {
        execute(sql);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Begins a layer with a shape per row, in {@link #GEOMETRY}.
   *
   * @param sheet what is written; the name of its column of shapes does not matter
   * @param shapes what shapes; polygons are made into multipolygons
   */
  public RowSink layer(Sheet sheet, Shapes shapes) throws IOException {
    if (sheet.shape() < 0) {
      throw new IllegalArgumentException(sheet.name() + " has no shapes");
    }
    return new GeoPackageRows(this, sheet, shapes);
  }

  /** Begins a table without shapes; a column of shapes is left out. */
  public RowSink table(Sheet sheet) throws IOException {
    return new GeoPackageRows(this, sheet, null);
  }

  /** Says what a column of a table is, for readers (gpkg_data_columns). */
  void describe(String table, String column, String label, String meaning) throws SQLException {
    insert("gpkg_data_columns", table, column, label, label, meaning, null, null);
  }

  /** From now on labels and meanings of columns are written. */
  public void describe() throws IOException {
    try {
      for (var sql : GeoPackageSchema.DESCRIBED) {
        execute(sql);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    described = true;
  }

  /** True when columns are to be described. */
  boolean isDescribed() {
    return described;
  }

  /**
   * Adds what is to be known of the whole file, after {@link #describe()}.
   *
   * @param json what is to be known
   */
  public void metadata(String json) throws IOException {
    try {
      insert(
          "gpkg_metadata",
          1,
          "dataset",
          "https://www.geopackage.org/spec130/#extension_metadata",
          "application/json",
          json);
      insert("gpkg_metadata_reference", "geopackage", null, null, null, changed, 1, null);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  Connection connection() {
    return connection;
  }

  String changed() {
    return changed;
  }

  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void insert(String table, @org.jspecify.annotations.Nullable Object... values)
      throws SQLException {
    var gaps = "?, ".repeat(values.length - 1) + "?";
    try (var insert =
        connection.prepareStatement("INSERT INTO " + table + " VALUES (" + gaps + ")")) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }

  IOException failed(SQLException e) {
    return new IOException("cannot write the GeoPackage " + file + ": " + e.getMessage(), e);
  }

  /** Writes what is left; without it the file is not whole. */
  public void finish() throws IOException {
    try {
      for (var row : GeoPackageSchema.references()) {
        insert("gpkg_spatial_ref_sys", row[0], row[1], row[2], row[3], row[4], null);
      }
      connection.commit();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
