package nl.peil.source.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** The rows of a layer or a table of a GeoPackage. */
final class GeoPackageRows implements RowSink {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int BATCH = 1000;

  private final GeoPackageOut out;
  private final Sheet sheet;
  private final GeoPackageOut.@Nullable Shapes shapes;
  private final List<Field> fields;
  private final int shape;
  private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
  private final Envelope box = new Envelope();
  private final PreparedStatement insert;
  private int waiting;

  GeoPackageRows(GeoPackageOut out, Sheet sheet, GeoPackageOut.@Nullable Shapes shapes)
      throws IOException {
    this.out = out;
    this.sheet = sheet;
    this.shapes = shapes;
    this.fields = sheet.fields();
    this.shape = sheet.shape();
    try {
      create();
      var columns =
          fields.stream()
              .filter(field -> field.kind() != Field.Kind.SHAPE)
              .map(field -> GeoPackageSchema.name(field.name()))
              .collect(Collectors.toList());
      if (shapes != null) {
        columns.add(0, GeoPackageOut.GEOMETRY);
      }
      this.insert =
          out.connection()
              .prepareStatement(
                  "INSERT INTO %s (%s) VALUES (%s)"
                      .formatted(
                          GeoPackageSchema.name(sheet.name()),
                          String.join(", ", columns),
                          "?, ".repeat(columns.size() - 1) + "?"));
    } catch (SQLException e) {
      throw out.failed(e);
    }
  }

  private void create() throws SQLException {
    var sql =
        new StringBuilder("CREATE TABLE ")
            .append(GeoPackageSchema.name(sheet.name()))
            .append(" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
    if (shapes != null) {
      sql.append(", ").append(GeoPackageOut.GEOMETRY).append(' ').append(shapes);
    }
    var labels = new HashSet<String>();
    for (var field : fields) {
      if (field.kind() != Field.Kind.SHAPE) {
        sql.append(", ")
            .append(GeoPackageSchema.name(field.name()))
            .append(' ')
            .append(GeoPackageSchema.type(field.kind()));
        if (out.isDescribed()) {
          // Labels must differ within a table
          var label =
              labels.add(field.label()) ? field.label() : field.label() + " (" + field.name() + ")";
          out.describe(sheet.name(), field.name(), label, field.meaning());
        }
      }
    }
    out.execute(sql.append(')').toString());
  }

  @Override
  public void row(@Nullable Object[] values) throws IOException {
    try {
      int place = 1;
      if (shapes != null) {
        insert.setBytes(place++, blob((Geometry) values[shape]));
      }
      for (int i = 0; i < values.length; i++) {
        if (i != shape) {
          insert.setObject(place++, stored(values[i]));
        }
      }
      insert.addBatch();
      if (++waiting == BATCH) {
        insert.executeBatch();
        waiting = 0;
      }
    } catch (SQLException e) {
      throw out.failed(e);
    }
  }

  private static @Nullable Object stored(@Nullable Object value) {
    if (value instanceof Instant moment) {
      return MOMENT.format(moment);
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    return value == null || value instanceof Number ? value : value.toString();
  }

  /** A GeoPackage geometry: GP, version 0, flags (little endian, envelope xy), srs, box, WKB. */
  private byte @Nullable [] blob(@Nullable Geometry geometry) {
    if (geometry == null || geometry.isEmpty()) {
      return null;
    }
    var stored =
        geometry instanceof Polygon polygon
            ? geometry.getFactory().createMultiPolygon(new Polygon[] {polygon})
            : geometry;
    var bounds = geometry.getEnvelopeInternal();
    box.expandToInclude(bounds);
    byte[] bytes = wkb.write(stored);
    return ByteBuffer.allocate(40 + bytes.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'G')
        .put((byte) 'P')
        .put((byte) 0)
        .put((byte) 3)
        .putInt(GeoPackageSchema.RD)
        .putDouble(bounds.getMinX())
        .putDouble(bounds.getMaxX())
        .putDouble(bounds.getMinY())
        .putDouble(bounds.getMaxY())
        .put(bytes)
        .array();
  }

  @Override
  public void close() throws IOException {
    try {
      if (waiting > 0) {
        insert.executeBatch();
      }
      insert.close();
      boolean drawn = shapes != null && !box.isNull();
      out.insert(
          "gpkg_contents",
          sheet.name(),
          shapes == null ? "attributes" : "features",
          sheet.label(),
          sheet.meaning(),
          out.changed(),
          drawn ? box.getMinX() : null,
          drawn ? box.getMinY() : null,
          drawn ? box.getMaxX() : null,
          drawn ? box.getMaxY() : null,
          shapes == null ? null : GeoPackageSchema.RD);
      if (shapes != null) {
        out.insert(
            "gpkg_geometry_columns",
            sheet.name(),
            GeoPackageOut.GEOMETRY,
            shapes.name(),
            GeoPackageSchema.RD,
            0,
            0);
      }
    } catch (SQLException e) {
      throw out.failed(e);
    }
  }
}
