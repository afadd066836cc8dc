package nl.peil.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.peil.source.PathPattern;
import nl.peil.source.omx.MatrixSelection;
import org.jspecify.annotations.Nullable;

/**
 * How a travel-time file is written, as far as it is declared.
 *
 * @param format format; AUTO: told from the file
 * @param decimalComma numbers are written as {@code 12,3}; null: told from the file
 * @param zoneList zones of the rows and columns of a square matrix, or of an OMX file instead of a
 *     mapping; null: the mapping, else the delivered zones when they are numbered 1 to N
 * @param zoneColumn header of the column with codes in that list; null: one code per line
 * @param matrices which matrices of an OMX file are read, and what their names tell; null: the only
 *     one
 * @param mapping mapping to zones in an OMX file; null: the only one
 */
public record MatrixConfig(
    MatrixFormat format,
    @Nullable Boolean decimalComma,
    @Nullable PathPattern zoneList,
    @Nullable String zoneColumn,
    @Nullable MatrixSelection matrices,
    @Nullable String mapping) {

  private static final String MODE_AND_PERIOD = "{mode}_{period}";

  /**
   * Reads what an entry says of its format.
   *
   * @param columns what it says of columns: an entry that names them and no format is long CSV
   */
  static MatrixConfig read(Section section, Map<String, String> columns) {
    var declared = section.optionalParsed("format", MatrixFormat::of);
    var format =
        declared != null ? declared : columns.isEmpty() ? MatrixFormat.AUTO : MatrixFormat.LONG_CSV;
    PathPattern zoneList = null;
    String zoneColumn = null;
    var list = section.optionalChild("zone_list");
    if (list != null) {
      zoneList = list.parsed("path", PathPattern::new);
      zoneColumn = list.optionalText("column");
      if (zoneList != null && !zoneList.isLiteral()) {
        list.problem("path", "a zone list is one file: name it in full");
      }
      list.done();
    }
    var read =
        new MatrixConfig(
            format,
            section.optionalFlag("decimal_comma"),
            zoneList,
            zoneColumn,
            matrices(section),
            section.optionalText("mapping"));
    read.check(section, columns);
    return read;
  }

  /** Names that are declared one by one are those of a model; ours say mode and period. */
  private static @Nullable MatrixSelection matrices(Section section) {
    var pattern = section.optionalParsed("matrix", PathPattern::new);
    var declared = section.map("matrices");
    if (pattern == null && declared.isEmpty()) {
      return null;
    }
    try {
      return new MatrixSelection(
          pattern == null ? new PathPattern(MODE_AND_PERIOD) : pattern, declared);
    } catch (IllegalArgumentException e) {
      section.problem("matrices", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void check(Section section, Map<String, String> columns) {
    boolean square = format == MatrixFormat.SQUARE_CSV;
    boolean omx = format == MatrixFormat.OMX;
    var misplaced = new ArrayList<String>();
    if (zoneList != null && !square && !omx && format != MatrixFormat.AUTO) {
      misplaced.add("zone_list");
    }
    if (!omx) {
      List.of("matrix", "matrices", "mapping").stream()
          .filter(section::has)
          .forEach(misplaced::add);
    }
    if (zoneList != null && mapping != null) {
      section.problem("mapping", "zone_list says which zones the rows are, too: leave one out");
    }
    if (!columns.isEmpty() && (square || omx)) {
      misplaced.add("columns");
    }
    if (!List.of("mode", "period").containsAll(named())) {
      section.problem("matrix", "a name of a matrix can hold {mode} and {period} only");
    }
    misplaced.forEach(
        key ->
            section.problem(key, "means nothing with format = " + format.key() + ": take it out"));
  }

  /** Parts of the key of a matrix that the names of the matrices in a file give. */
  List<String> named() {
    return matrices == null ? List.of() : matrices.pattern().names();
  }
}
