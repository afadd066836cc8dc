package nl.peil.source;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is written. What is null is detected.
 *
 * @param encoding character set; null: UTF-8 when the bytes are valid UTF-8, else Windows-1252
 * @param delimiter character between fields; null: the one of {@code , ; tab |} that the header has
 *     most of
 * @param decimalComma numbers are written as {@code 12,3}
 */
public record CsvFormat(
    @Nullable Charset encoding, @Nullable Character delimiter, boolean decimalComma) {

  /** Everything detected, decimal point. */
  public static final CsvFormat DETECT = new CsvFormat(null, null, false);
}
