package nl.peil.jobs.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;

/**
 * Writes the landscapes as an ESRI shapefile (ESRI Shapefile Technical Description, 1998) in
 * EPSG:3857: .shp, .shx, .dbf, .prj and .cpg.
 */
final class ShapefileWriter {

  private static final String BASE = "regio/landschap";
  private static final int POLYGON = 5;
  private static final int HEADER_BYTES = 100;
  private static final int RECORD_HEADER_BYTES = 8;
  private static final int CODE_WIDTH = 10;
  private static final int NAME_WIDTH = 40;

  private static final String PRJ =
      "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\",GEOGCS[\"GCS_WGS_1984\","
          + "DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
          + "PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],"
          + "PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],"
          + "UNIT[\"Meter\",1.0]]";

  private ShapefileWriter() {}

  /** Writes the five files. */
  static void write(DeliveryFolder folder, List<Landscape> landscapes) throws IOException {
    var crs = new SampleCrs();
    var rings =
        landscapes.stream()
            .map(
                landscape ->
                    landscape.ring().stream()
                        .map(at -> crs.toWebMercator(at.x, at.y))
                        .toArray(Coordinate[]::new))
            .toList();
    int records = landscapes.size();
    put(folder, ".shp", "outlines of the landscapes", shapes(rings), records);
    put(folder, ".shx", "index of the outlines", index(rings), records);
    put(folder, ".dbf", "attributes of the landscapes: code, naam", table(landscapes), records);
    put(folder, ".prj", "coordinate reference system", PRJ.getBytes(StandardCharsets.UTF_8), 0);
    put(folder, ".cpg", "encoding of the attributes", "UTF-8".getBytes(StandardCharsets.UTF_8), 0);
  }

  private static void put(
      DeliveryFolder folder, String extension, String note, byte[] bytes, int rows)
      throws IOException {
    var path = BASE + extension;
    Files.write(folder.place(path), bytes);
    folder.register(
        FileNote.binary(
            path,
            "regio_vlakken",
            "EPSG:3857",
            note + "; they overlap, cut through zones and lie partly outside the land"),
        rows);
  }

  private static byte[] shapes(List<Coordinate[]> rings) {
    int length = HEADER_BYTES;
    for (var ring : rings) {
      length += RECORD_HEADER_BYTES + contentBytes(ring);
    }
    var array = new byte[length];
    var bytes = header(array, rings);
    int record = 1;
    for (var ring : rings) {
      bytes.order(ByteOrder.BIG_ENDIAN).putInt(record++).putInt(contentBytes(ring) / 2);
      bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(POLYGON);
      box(bytes, CoordinateArrays.envelope(ring));
      bytes.putInt(1).putInt(ring.length).putInt(0);
      for (var at : ring) {
        bytes.putDouble(at.x).putDouble(at.y);
      }
    }
    return array;
  }

  private static byte[] index(List<Coordinate[]> rings) {
    var array = new byte[HEADER_BYTES + 8 * rings.size()];
    var bytes = header(array, rings).order(ByteOrder.BIG_ENDIAN);
    int offset = HEADER_BYTES;
    for (var ring : rings) {
      bytes.putInt(offset / 2).putInt(contentBytes(ring) / 2);
      offset += RECORD_HEADER_BYTES + contentBytes(ring);
    }
    return array;
  }

  private static ByteBuffer header(byte[] file, List<Coordinate[]> rings) {
    var bytes = ByteBuffer.wrap(file).order(ByteOrder.BIG_ENDIAN);
    bytes.putInt(9994).position(24);
    bytes.putInt(file.length / 2).order(ByteOrder.LITTLE_ENDIAN).putInt(1000).putInt(POLYGON);
    var all = new Envelope();
    rings.forEach(ring -> all.expandToInclude(CoordinateArrays.envelope(ring)));
    box(bytes, all);
    return bytes.position(HEADER_BYTES);
  }

  private static void box(ByteBuffer bytes, Envelope box) {
    bytes.putDouble(box.getMinX()).putDouble(box.getMinY());
    bytes.putDouble(box.getMaxX()).putDouble(box.getMaxY());
  }

  /** Shape type, box, numbers of parts and points, one part, the points. */
  private static int contentBytes(Coordinate[] ring) {
    return 4 + 32 + 8 + 4 + 16 * ring.length;
  }

  /** A dBASE III table of two text columns, dated 1 January 2022. */
  private static byte[] table(List<Landscape> landscapes) {
    int headerLength = 32 + 2 * 32 + 1;
    int recordLength = 1 + CODE_WIDTH + NAME_WIDTH;
    var bytes =
        ByteBuffer.allocate(headerLength + landscapes.size() * recordLength + 1)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 3).put((byte) 122).put((byte) 1).put((byte) 1);
    bytes.putInt(landscapes.size());
    bytes.putShort((short) headerLength).putShort((short) recordLength).position(32);
    column(bytes, "code", CODE_WIDTH);
    column(bytes, "naam", NAME_WIDTH);
    bytes.put((byte) 0x0D);
    for (var landscape : landscapes) {
      bytes.put((byte) ' ');
      bytes.put(padded(landscape.code(), CODE_WIDTH));
      bytes.put(padded(landscape.name(), NAME_WIDTH));
    }
    return bytes.put((byte) 0x1A).array();
  }

  private static void column(ByteBuffer bytes, String name, int width) {
    int start = bytes.position();
    bytes.put(name.getBytes(StandardCharsets.US_ASCII)).position(start + 11);
    bytes.put((byte) 'C').position(start + 16);
    bytes.put((byte) width).position(start + 32);
  }

  private static byte[] padded(String text, int width) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(bytes, width);
    Arrays.fill(padded, bytes.length, width, (byte) ' ');
    return padded;
  }
}
