package nl.peil.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes workbooks cell by cell, with what a program that only writes values cannot make: errors,
 * formulas with and without a stored value, and rows that are left out.
 */
public final class TinyWorkbook {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

  /** Style of a date, and of a number with a format that only looks like that of a date. */
  private static final String STYLES =
      "<styleSheet xmlns='%s'><numFmts count='2'><numFmt numFmtId='164' formatCode='dd\\-mm\\-yyyy'/>"
          + "<numFmt numFmtId='165' formatCode='[Red]#,##0.0&quot; dagen&quot;'/></numFmts>"
          + "<cellXfs count='3'><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/></cellXfs>"
          + "</styleSheet>";

  private final List<String> names = new ArrayList<>();
  private final List<TreeMap<Integer, StringBuilder>> sheets = new ArrayList<>();

  /** Starts a sheet; what follows goes there. */
  public TinyWorkbook sheet(String name) {
    names.add(name);
    sheets.add(new TreeMap<>());
    return this;
  }

  /** A row of texts and numbers. */
  public TinyWorkbook row(int number, Object... values) {
    for (int i = 0; i < values.length; i++) {
      var address = String.valueOf((char) ('A' + i)) + number;
      if (values[i] instanceof Number) {
        cell(address, "<v>" + values[i] + "</v>", "");
      } else {
        cell(address, "<is><t>" + values[i] + "</t></is>", " t='inlineStr'");
      }
    }
    return this;
  }

  /** A cell as it stands in the file: its content, and its type or style. */
  public TinyWorkbook cell(String address, String content, String attributes) {
    sheets
        .get(sheets.size() - 1)
        .computeIfAbsent(Integer.valueOf(address.substring(1)), row -> new StringBuilder())
        .append("<c r='" + address + "'" + attributes + ">" + content + "</c>");
    return this;
  }

  /** The file. */
  public byte[] bytes() {
    var parts = new TreeMap<String, String>();
    var types = new StringBuilder();
    var book = new StringBuilder();
    var links = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      var id = "s" + (i + 1);
      book.append("<sheet name='%s' sheetId='%d' r:id='%s'/>".formatted(names.get(i), i + 1, id));
      links.append(
          "<Relationship Id='%s' Type='%s/worksheet' Target='worksheets/%s.xml'/>"
              .formatted(id, OFFICE, id));
      parts.put("xl/worksheets/" + id + ".xml", sheet(sheets.get(i)));
    }
    for (var part : List.of("workbook:sheet.main", "styles:styles")) {
      var nameAndType = part.split(":", -1);
      types.append(
          "<Override PartName='/xl/%s.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml'/>"
              .formatted(nameAndType[0], nameAndType[1]));
    }
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns='%scontent-types'><Default Extension='xml' ContentType='application/xml'/>%s</Types>"
            .formatted(PACKAGE, types));
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns='%srelationships'><Relationship Id='r' Type='%s/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            .formatted(PACKAGE, OFFICE));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='%srelationships'>%s</Relationships>".formatted(PACKAGE, links));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns='%s' xmlns:r='%s'><sheets>%s</sheets></workbook>"
            .formatted(MAIN, OFFICE, book));
    parts.put("xl/styles.xml", STYLES.formatted(MAIN));
    return zip(parts);
  }

  private static String sheet(Map<Integer, StringBuilder> rows) {
    var text = new StringBuilder("<worksheet xmlns='" + MAIN + "'><sheetData>");
    rows.forEach(
        (number, cells) -> text.append("<row r='" + number + "'>").append(cells).append("</row>"));
    return text.append("</sheetData></worksheet>").toString();
  }

  private static byte[] zip(Map<String, String> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
