package nl.peil.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.peil.source.PathPattern;
import org.jspecify.annotations.Nullable;

/**
 * How a travel-time file is written, as far as it is declared.
 *
 * @param format format; AUTO: told from the file
 * @param decimalComma numbers are written as {@code 12,3}; null: told from the file
 * @param zoneList zones of the rows and columns of a square matrix; null: the delivered zones, when
 *     they are numbered 1 to N
 * @param zoneColumn header of the column with codes in that list; null: one code per line
 * @param matrix name of the matrix in an OMX file, or a pattern of names such as {@code
 *     {mode}_{period}}; null: the only one
 * @param mapping mapping to zones in an OMX file; null: the only one
 */
public record MatrixConfig(
    MatrixFormat format,
    @Nullable Boolean decimalComma,
    @Nullable PathPattern zoneList,
    @Nullable String zoneColumn,
    @Nullable PathPattern matrix,
    @Nullable String mapping) {

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
            section.optionalParsed("matrix", PathPattern::new),
            section.optionalText("mapping"));
    read.check(section, columns);
    return read;
  }

  private void check(Section section, Map<String, String> columns) {
    boolean square = format == MatrixFormat.SQUARE_CSV;
    boolean omx = format == MatrixFormat.OMX;
    var misplaced = new ArrayList<String>();
    if (zoneList != null && !square && format != MatrixFormat.AUTO) {
      misplaced.add("zone_list");
    }
    if (matrix != null && !omx) {
      misplaced.add("matrix");
    }
    if (mapping != null && !omx) {
      misplaced.add("mapping");
    }
    if (!columns.isEmpty() && (square || omx)) {
      misplaced.add("columns");
    }
    if (matrix != null && !List.of("mode", "period").containsAll(matrix.names())) {
      section.problem("matrix", "a name of a matrix can hold {mode} and {period} only");
    }
    misplaced.forEach(
        key ->
            section.problem(key, "means nothing with format = " + format.key() + ": take it out"));
  }

  /** Parts of the key of a matrix that the names of the matrices in a file give. */
  List<String> named() {
    return matrix == null ? List.of() : matrix.names();
  }
}
