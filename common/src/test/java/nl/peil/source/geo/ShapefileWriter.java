package nl.peil.source.geo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a small polygon shapefile after ESRI's technical description of 1998: .shp, and a .dbf
 * with CODE C(4) and N N(6,0).
 */
final class ShapefileWriter {

  private final ByteArrayOutputStream records = new ByteArrayOutputStream();
  private final List<String> rows = new ArrayList<>();

  /** Adds a polygon; each ring as x, y, x, y..., not closed; shells clockwise, holes not. */
  void polygon(String code, int n, double[]... rings) throws IOException {
    int points = 0;
    for (var ring : rings) {
      points += ring.length / 2 + 1;
    }
    var content =
        ByteBuffer.allocate(44 + 4 * rings.length + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
    content.putInt(5);
    content.putDouble(0).putDouble(0).putDouble(300_000).putDouble(600_000);
    content.putInt(rings.length).putInt(points);
    int start = 0;
    for (var ring : rings) {
      content.putInt(start);
      start += ring.length / 2 + 1;
    }
    for (var ring : rings) {
      for (double ordinate : ring) {
        content.putDouble(ordinate);
      }
      content.putDouble(ring[0]).putDouble(ring[1]);
    }
    record(content.array(), code, n);
  }

  /** Adds a null shape. */
  void empty(String code, int n) throws IOException {
    record(new byte[4], code, n);
  }

  private void record(byte[] content, String code, int n) throws IOException {
    records.write(
        ByteBuffer.allocate(8).putInt(rows.size() + 1).putInt(content.length / 2).array());
    records.write(content);
    rows.add(" %-4s%6d".formatted(code, n));
  }

  void write(Path shp) throws IOException {
    var header = ByteBuffer.allocate(100);
    header.putInt(0, 9994).putInt(24, (100 + records.size()) / 2);
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5);
    var out = new ByteArrayOutputStream();
    out.write(header.array());
    records.writeTo(out);
    Files.write(shp, out.toByteArray());
    var name = shp.getFileName().toString();
    Files.write(shp.resolveSibling(name.substring(0, name.length() - 3) + "dbf"), dbf());
  }

  private byte[] dbf() throws IOException {
    var header = ByteBuffer.allocate(32 + 2 * 32 + 1).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 3).put(new byte[] {124, 1, 1}).putInt(rows.size());
    header.putShort((short) header.capacity()).putShort((short) 11);
    header.position(32);
    field(header, "CODE", 'C', 4);
    field(header, "N", 'N', 6);
    header.put((byte) 0x0D);
    var out = new ByteArrayOutputStream();
    out.write(header.array());
    for (var row : rows) {
      out.write(row.getBytes(StandardCharsets.US_ASCII));
    }
    out.write(0x1A);
    return out.toByteArray();
  }

  private static void field(ByteBuffer header, String name, char type, int length) {
    int start = header.position();
    header.put(name.getBytes(StandardCharsets.US_ASCII));
    header.put(start + 11, (byte) type).put(start + 16, (byte) length);
    header.position(start + 32);
  }
}
