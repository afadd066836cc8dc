package nl.peil.jobs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Rows as a table of text: numbers to the right, at most so many rows. */
final class TextTable {

  private static final int WIDEST = 60;

  private TextTable() {}

  static String of(Dataset<Row> rows, int limit) {
    var taken = rows.takeAsList(limit + 1);
    var names = rows.columns();
    var cells = new ArrayList<String[]>();
    cells.add(names);
    for (var row : taken.subList(0, Math.min(limit, taken.size()))) {
      var line = new String[names.length];
      for (int i = 0; i < line.length; i++) {
        line[i] = text(row.get(i));
      }
      cells.add(line);
    }
    var widths = new int[names.length];
    for (var line : cells) {
      for (int i = 0; i < line.length; i++) {
        widths[i] = Math.max(widths[i], line[i].length());
      }
    }
    var out = new StringBuilder();
    for (int r = 0; r < cells.size(); r++) {
      append(out, cells.get(r), widths, r == 0 ? null : taken.get(r - 1));
      if (r == 0) {
        for (int width : widths) {
          out.append("-".repeat(width)).append("  ");
        }
        out.append('\n');
      }
    }
    if (taken.size() > limit) {
      out.append("... more than ")
          .append(limit)
          .append(" rows; raise --limit, or use --format csv\n");
    } else {
      out.append(taken.size()).append(taken.size() == 1 ? " row\n" : " rows\n");
    }
    return out.toString();
  }

  private static void append(StringBuilder out, String[] line, int[] widths, @Nullable Row row) {
    for (int i = 0; i < line.length; i++) {
      boolean number = row != null && row.get(i) instanceof Number;
      var blanks = " ".repeat(widths[i] - line[i].length());
      out.append(number ? blanks + line[i] : line[i] + blanks).append("  ");
    }
    out.append('\n');
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    var text =
        value instanceof Double number
            ? number(number)
            : value instanceof byte[] bytes ? bytes.length + " bytes" : String.valueOf(value);
    var line = text.replace('\n', ' ');
    return line.length() > WIDEST ? line.substring(0, WIDEST - 3) + "..." : line;
  }

  /** Whole numbers in full, others in six digits without the zeros at the end. */
  private static String number(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return String.format(Locale.ROOT, "%.0f", number);
    }
    var rounded = BigDecimal.valueOf(number).round(new MathContext(6)).stripTrailingZeros();
    boolean readable = Math.abs(number) >= 1e-6 && Math.abs(number) < 1e15;
    return readable ? rounded.toPlainString() : rounded.toString();
  }
}
