package nl.peil.source;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where in a workbook a table stands.
 *
 * @param sheet name of the sheet, or its number from 1; null: the first sheet
 * @param headerRow number of the row with the headers, as Excel counts from 1; null: the first row
 *     with anything in it
 */
public record ExcelFormat(@Nullable String sheet, @Nullable Integer headerRow) {

  /** The first sheet, from its first row with anything in it. */
  public static final ExcelFormat DETECT = new ExcelFormat(null, null);

  /** True when the name of a file is that of a workbook that can be read: .xlsx or .xlsm. */
  public static boolean names(String file) {
    var name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".xlsx") || name.endsWith(".xlsm");
  }
}
