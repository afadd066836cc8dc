package nl.peil.source.travel;

/** A format of lines with fields; it may be packed with gzip. */
public sealed interface TextFormat extends TravelFormat permits LongCsv, SquareCsv {

  /** Character between fields; an ASCII character. */
  char delimiter();

  /** Numbers are written as {@code 12,3}. */
  boolean decimalComma();

  /**
   * Checks a delimiter.
   *
   * @throws IllegalArgumentException when it cannot stand between numbers
   */
  static void checkDelimiter(char delimiter) {
    if (delimiter > 126 || "\"\r\n.-+0123456789".indexOf(delimiter) >= 0 || delimiter == 0) {
      throw new IllegalArgumentException(
          "delimiter '"
              + delimiter
              + "' cannot separate numbers; expected one of , ; | tab or another ASCII mark");
    }
  }

  /** The mark between whole and fraction. */
  default byte decimalMark() {
    return (byte) (decimalComma() ? ',' : '.');
  }
}
