package nl.peil.source;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table: of a CSV file, or of a sheet of a workbook.
 *
 * @param line line number where the row starts, from 1, header included; of a sheet the row number
 * @param fields value by the name that the reader gave the column; a column that the row lacks is
 *     absent
 * @param raw the row's fields joined by the file's delimiter; of a sheet each with its address
 * @param decimalComma numbers are written as {@code 12,3}
 */
public record CsvRow(long line, Map<String, String> fields, String raw, boolean decimalComma) {

  /** CBS writes this for a value that is secret, below five or unknown. */
  public static final String SUPPRESSED = "-99997";

  private static final Pattern POINT_NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /** A point may only set thousands apart: 1.5 in a file with decimal commas is no 15. */
  private static final Pattern COMMA_NUMBER =
      Pattern.compile("[+-]?(\\d{1,3}(\\.\\d{3})+(,\\d*)?|(\\d+,?\\d*|,\\d+)([eE][+-]?\\d+)?)");

  /** What Excel shows for a cell that it cannot compute, in English and in Dutch. */
  private static final Pattern ERROR =
      Pattern.compile(
          "#(N/A|N/B|REF!|VERW!|VALUE!|WAARDE!|DIV/0!|DEEL/0!|NAME\\?|NAAM\\?|NUM!|GETAL!|NULL!|LEEG!"
              + "|SPILL!|OVERLOOP!|CALC!|BEREKENEN!|GETTING_DATA)");

  /**
   * True when one of the columns asked for has an error of Excel (#N/A) in the place of a value.
   */
  public boolean hasErrorCell() {
    return fields.values().stream().anyMatch(value -> ERROR.matcher(value.strip()).matches());
  }

  /** The text of a column, without surrounding blanks; empty when the row lacks it. */
  public String text(String column) {
    var value = fields.get(column);
    return value == null ? "" : value.strip();
  }

  /**
   * True when the publisher withheld the value: {@code -99997}, also with decimals, or a lone
   * point.
   */
  public boolean suppressed(String column) {
    var text = text(column);
    return text.equals(".")
        || (text.startsWith(SUPPRESSED)
            && text.substring(SUPPRESSED.length()).matches("([.,]0+)?"));
  }

  /**
   * The number in a column; null when it is empty or suppressed.
   *
   * @throws NumberFormatException when the text is no finite number
   */
  public @Nullable Double number(String column) {
    var text = text(column);
    if (text.isEmpty() || suppressed(column)) {
      return null;
    }
    if (!(decimalComma ? COMMA_NUMBER : POINT_NUMBER).matcher(text).matches()) {
      throw new NumberFormatException("'" + text + "' is not a number");
    }
    var value = Double.valueOf(decimalComma ? text.replace(".", "").replace(',', '.') : text);
    if (!Double.isFinite(value)) {
      throw new NumberFormatException("'" + text + "' is not a finite number");
    }
    return value;
  }
}
