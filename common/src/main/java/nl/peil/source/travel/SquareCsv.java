package nl.peil.source.travel;

/**
 * How a square travel-time file is written: one line per zone of origin, in it one number per zone
 * of destination, and no keys. A first line in which nothing is a number is a header and is
 * skipped.
 *
 * @param delimiter character between numbers; an ASCII character
 * @param decimalComma numbers are written as {@code 12,3}
 * @param zones the zones of the rows, and of the columns
 * @param rules which travel times are believed
 */
public record SquareCsv(char delimiter, boolean decimalComma, ZoneOrder zones, TimeRules rules)
    implements TextFormat {

  private static final long serialVersionUID = 1L;

  /**
   * Checks the description.
   *
   * @throws IllegalArgumentException when the delimiter cannot be one
   */
  public SquareCsv {
    TextFormat.checkDelimiter(delimiter);
    if (decimalComma && delimiter == ',') {
      throw new IllegalArgumentException(
          "a comma cannot be both delimiter and decimal mark of a matrix; declare the delimiter");
    }
  }

  @Override
  public String kind() {
    return "square CSV";
  }
}
