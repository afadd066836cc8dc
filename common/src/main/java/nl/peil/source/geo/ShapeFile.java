package nl.peil.source.geo;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.Delivery;
import nl.peil.source.FoundFile;
import nl.peil.source.geo.RawLayer.RawFeature;
import org.apache.sedona.core.formatMapper.shapefileParser.parseUtils.dbf.DbfParseUtil;
import org.apache.sedona.core.formatMapper.shapefileParser.parseUtils.shp.ShapeType;
import org.apache.sedona.core.formatMapper.shapefileParser.shapes.PrimitiveShape;
import org.apache.sedona.core.formatMapper.shapefileParser.shapes.ShapeFileReader;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * An ESRI shapefile (.shp with .dbf, and .prj for its coordinate system), through Sedona's parsers.
 * Its Spark data source is passed by: it takes brackets in a name for a pattern, and logs a stack
 * trace for every .prj because geotools is not there.
 */
final class ShapeFile {

  private static final int HEADER_BYTES = 100;
  private static final int FILE_CODE = 9994;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Pattern WKT_NAME = Pattern.compile("[A-Z_]+\\s*\\[\\s*\"([^\"]*)\"");
  private static final Pattern WKT_CODE =
      Pattern.compile(
          "(?:AUTHORITY|ID)\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?(\\d+)\"?\\s*\\]\\s*\\]\\s*$");

  private final Delivery delivery;
  private final FoundFile file;
  private final Intake intake;

  private ShapeFile(Delivery delivery, FoundFile file, Intake intake) {
    this.delivery = delivery;
    this.file = file;
    this.intake = intake;
  }

  /**
   * Reads a shapefile whole.
   *
   * @throws RejectedFileException when it is cut off, no shapefile, or its .dbf is not beside it
   */
  static RawLayer read(Delivery delivery, FoundFile file, Intake intake)
      throws IOException, RejectedFileException {
    return new ShapeFile(delivery, file, intake).read();
  }

  private RawLayer read() throws IOException, RejectedFileException {
    checkWhole();
    var attributes = attributes();
    var prj = beside("prj");
    var features = new ArrayList<RawFeature>();
    var shapes = new ShapeFileReader();
    try (var in = delivery.open(file.path())) {
      shapes.initialize(in);
      while (shapes.nextKeyValue()) {
        int at = features.size();
        features.add(
            feature(at + 1, at < attributes.size() ? attributes.get(at) : Map.of(), shapes));
      }
    } catch (EOFException e) {
      throw reject(
          "truncated",
          "expected a whole record after " + features.size() + ", the file ends",
          "the file was cut off: transfer it again");
    }
    if (features.size() != attributes.size()) {
      throw reject(
          "missing_part",
          "expected as many rows in the .dbf as shapes, got %,d and %,d"
              .formatted(attributes.size(), features.size()),
          "deliver .shp, .dbf, .shx and .prj of one export together");
    }
    return new RawLayer(
        features, prj == null ? null : crs(new String(prj, StandardCharsets.UTF_8)), null);
  }

  private static RawFeature feature(
      long position, Map<String, String> attributes, ShapeFileReader shapes) throws IOException {
    var shape = shapes.getCurrentValue();
    if (shape.getType() == ShapeType.NULL) {
      return new RawFeature(position, attributes, null, null);
    }
    if (!shape.getType().isSupported()) {
      return new RawFeature(
          position, attributes, null, "expected points, lines or polygons, got " + shape.getType());
    }
    try {
      var geometry = new PrimitiveShape(shape).getShape(new GeometryFactory());
      return new RawFeature(position, attributes, geometry, null);
    } catch (IllegalArgumentException e) {
      return new RawFeature(position, attributes, null, String.valueOf(e.getMessage()));
    }
  }

  /** The rows of the .dbf, as text in the encoding of the .cpg, UTF-8 or else Windows-1252. */
  private List<Map<String, String>> attributes() throws IOException, RejectedFileException {
    var bytes = beside("dbf");
    if (bytes == null) {
      throw reject(
          "missing_part",
          "expected a .dbf with the attributes beside it, there is none",
          "deliver .shp, .dbf, .shx and .prj together");
    }
    var encoding = encoding(bytes);
    var rows = new ArrayList<Map<String, String>>();
    var dbf = new DbfParseUtil();
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      dbf.parseFileHead(in);
      for (var fields = dbf.parse(in); fields != null; fields = dbf.parse(in)) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < fields.size(); i++) {
          var field = dbf.getFieldDescriptors().get(i);
          // Deleted and unfilled values are blanks, or NUL bytes, or stars in a number
          var text = new String(fields.get(i), encoding).replace('\0', ' ').strip();
          if (!text.isEmpty() && !text.startsWith("*")) {
            row.put(field.getFieldName(), number(field.getFieldType()) ? plain(text) : text);
          }
        }
        rows.add(row);
      }
    } catch (EOFException e) {
      throw reject(
          "truncated",
          "expected %,d rows in the .dbf, it ends after %,d".formatted(dbf.numRecord, rows.size()),
          "the .dbf was cut off: transfer it again");
    }
    return rows;
  }

  private Charset encoding(byte[] dbf) throws IOException, RejectedFileException {
    var cpg = beside("cpg");
    if (cpg == null) {
      return utf8(dbf) ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }
    var name = new String(cpg, StandardCharsets.US_ASCII).strip();
    var code = name.matches("\\d{4}") ? "windows-" + name : name;
    if (code.isEmpty() || !Charset.isSupported(code)) {
      throw reject(
          "wrong_encoding",
          "expected the name of an encoding in the .cpg, got '" + name + "'",
          "write UTF-8 or 1252 in the .cpg, or leave it out to have the encoding detected");
    }
    return Charset.forName(code);
  }

  private static boolean utf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      // That is the answer: not UTF-8
      return false;
    }
  }

  private static boolean number(byte type) {
    return type == 'N' || type == 'F';
  }

  private static String plain(String number) {
    try {
      return AttributeText.of(new BigDecimal(number));
    } catch (NumberFormatException e) {
      // What is no number is passed on as it stands, for the rules of the table to judge
      return number;
    }
  }

  /** The header states the length of the whole file, in words of two bytes. */
  private void checkWhole() throws IOException, RejectedFileException {
    byte[] head;
    try (var in = delivery.open(file.path())) {
      head = in.readNBytes(HEADER_BYTES);
    }
    var header = ByteBuffer.wrap(head);
    if (head.length < HEADER_BYTES || header.getInt(0) != FILE_CODE) {
      throw reject(
          "not_shapefile",
          "expected the header of a shapefile (file code 9994), it is not there",
          "check the extension of the file, or transfer it again");
    }
    long stated = 2L * header.getInt(24);
    if (file.size() < stated) {
      throw reject(
          "truncated",
          "expected %,d bytes, as the header states, got %,d".formatted(stated, file.size()),
          "the file was cut off: transfer it again");
    }
  }

  /** The part with this extension, in lower or upper case; null when it is not there. */
  private byte @Nullable [] beside(String extension) throws IOException {
    var base = file.path().substring(0, file.path().length() - "shp".length());
    for (var name : List.of(base + extension, base + extension.toUpperCase(Locale.ROOT))) {
      try (var in = delivery.open(name)) {
        return in.readAllBytes();
      } catch (FileNotFoundException e) {
        // The other spelling may be there; null tells that neither is
      }
    }
    return null;
  }

  /** The name that {@link nl.peil.geo.Crs#of} knows for a .prj, or the name it gives itself. */
  static String crs(String wkt) {
    var code = WKT_CODE.matcher(wkt.strip());
    if (code.find()) {
      return "EPSG:" + code.group(1);
    }
    var matcher = WKT_NAME.matcher(wkt);
    var name = matcher.find() ? matcher.group(1) : wkt.strip();
    boolean projected = wkt.strip().startsWith("PROJ");
    return switch (name.toLowerCase(Locale.ROOT).replace(' ', '_')) {
      case "rd_new", "amersfoort_/_rd_new", "amersfoort_rd_new" -> projected ? "EPSG:28992" : name;
      case "gcs_wgs_1984", "wgs_84", "wgs_1984", "gcs_wgs_84" -> projected ? name : "EPSG:4326";
      case "wgs_1984_web_mercator_auxiliary_sphere", "wgs_84_/_pseudo-mercator" -> "EPSG:3857";
      default -> name;
    };
  }

  private RejectedFileException reject(String rule, String message, String advice) {
    return new RejectedFileException(rule, intake.table(), intake.file(), 0, message, advice);
  }
}
