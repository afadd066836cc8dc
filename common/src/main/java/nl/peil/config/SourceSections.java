package nl.peil.config;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import nl.peil.model.ScenarioYear;
import nl.peil.source.CsvFormat;
import nl.peil.source.ExcelFormat;
import nl.peil.source.PathPattern;
import org.jspecify.annotations.Nullable;

/** Reads the parts that every source has: path, format, columns, scenario and year. */
final class SourceSections {

  private SourceSections() {}

  /** A table. @param required columns without which it is no use */
  static SourceFile file(Section section, List<String> required, List<String> optional) {
    return file(section, path(section), required, optional);
  }

  /** A table that stands at this path. */
  static SourceFile file(
      Section section, PathPattern path, List<String> required, List<String> optional) {
    var encoding =
        section.optionalParsed(
            "encoding",
            name -> {
              try {
                return Charset.forName(name);
              } catch (IllegalArgumentException e) {
                // The exception of a name with a blank says nothing but the name
                throw new IllegalArgumentException(
                    "encoding '" + name + "' is unknown; e.g. UTF-8 or windows-1252", e);
              }
            });
    var delimiter =
        section.optionalParsed(
            "delimiter",
            text -> {
              var plain = text.equals("tab") || text.equals("\\t") ? "\t" : text;
              if (plain.length() != 1) {
                throw new IllegalArgumentException(
                    "delimiter '" + text + "' is not one character (or 'tab')");
              }
              return plain.charAt(0);
            });
    var format = new CsvFormat(encoding, delimiter, section.flag("decimal_comma", false));
    return new SourceFile(path, format, excel(section, path), columns(section, required, optional));
  }

  private static ExcelFormat excel(Section section, PathPattern path) {
    var excel =
        new ExcelFormat(section.optionalText("sheet"), section.optionalInteger("header_row"));
    if (!excel.equals(ExcelFormat.DETECT) && !ExcelFormat.names(path.text())) {
      section.problem(
          excel.sheet() == null ? "header_row" : "sheet",
          "this is for workbooks, and '" + path.text() + "' does not end in .xlsx or .xlsm");
    }
    if (excel.headerRow() != null && excel.headerRow() < 1) {
      section.problem("header_row", "rows are counted from 1");
    }
    return excel;
  }

  /** A file with geometries. */
  static GeoFile geo(Section section, List<String> required, List<String> optional) {
    return new GeoFile(
        path(section),
        section.optionalText("layer"),
        section.optionalText("crs"),
        required.isEmpty() && optional.isEmpty() ? Map.of() : columns(section, required, optional));
  }

  private static PathPattern path(Section section) {
    var path = section.parsed("path", PathPattern::new);
    return path == null ? new PathPattern("") : path;
  }

  private static Map<String, String> columns(
      Section section, List<String> required, List<String> optional) {
    var columns = section.map("columns");
    section.expectColumns(required, optional);
    for (var name : required) {
      if (!columns.containsKey(name)) {
        section.problem(
            "columns",
            "the column '"
                + name
                + "' is required: name its header, as in columns { "
                + name
                + " = ... }");
      }
    }
    for (var name : columns.keySet()) {
      if (!required.contains(name) && !optional.contains(name)) {
        section.problem(
            "columns",
            "unknown column '"
                + name
                + "'; known here: "
                + required
                + " and optionally "
                + optional);
      }
    }
    return columns;
  }

  /** Scenario and year as literals; null when both are left to the path. */
  static @Nullable ScenarioYear scenarioYear(Section section, PathPattern path) {
    var scenario = section.optionalParsed("scenario", SourceSections::key);
    var year = section.optionalInteger("year");
    var named = path.names();
    inPathToo(section, "scenario", scenario != null && named.contains("scenario"));
    inPathToo(section, "year", year != null && named.contains("year"));
    if (scenario != null && year != null) {
      return new ScenarioYear(scenario, year);
    }
    if (scenario == null && year == null) {
      if (named.contains("scenario") != named.contains("year")) {
        section.problem("path", "name both {scenario} and {year}, or give both as keys");
      }
      return null;
    }
    section.problem("scenario", "give both scenario and year, or neither");
    return null;
  }

  /** A value that is given twice may differ: nobody should have to know which one wins. */
  static void inPathToo(Section section, String key, boolean twice) {
    if (twice) {
      section.problem(key, "stands in the path too: leave one out");
    }
  }

  /** A free key that may stand in file names and slices. */
  static String key(String text) {
    if (!text.matches("[A-Za-z0-9][A-Za-z0-9_.-]*")) {
      throw new IllegalArgumentException(
          "'" + text + "' must consist of letters, digits, '_', '.' and '-'");
    }
    return text;
  }
}
