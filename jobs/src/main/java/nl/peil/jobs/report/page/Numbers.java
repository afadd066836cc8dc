package nl.peil.jobs.report.page;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How pages write numbers: persons rounded to tens, since the numbers behind them are no more exact
 * than that; shares as percentages; always the same way. What is not known is written as a dash
 * with a word for it in the template, never as 0.
 */
public final class Numbers {

  /** What stands where there is no number. */
  public static final String NONE = "–";

  private static final int TENS = 10;

  private final DecimalFormatSymbols symbols;

  /** Numbers of a language. */
  Numbers(Locale locale) {
    this.symbols = DecimalFormatSymbols.getInstance(locale);
  }

  // A DecimalFormat cannot be shared by threads, and pages are made by several
  private String format(String pattern, double value) {
    var format = new DecimalFormat(pattern, symbols);
    format.setRoundingMode(RoundingMode.HALF_UP);
    var text = format.format(value);
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }

  /** Persons, rounded to tens; 1 to 4 become "&lt; 5". */
  public String persons(@Nullable Double value) {
    if (value == null) {
      return NONE;
    }
    double size = Math.abs(value);
    if (size >= 0.5 && size < TENS / 2.0) {
      return (value < 0 ? "> −5" : "< 5");
    }
    return format("#,##0", Math.rint(value / TENS) * TENS + 0.0);
  }

  /** A whole number. */
  public String whole(@Nullable Number value) {
    return value == null ? NONE : format("#,##0", value.doubleValue());
  }

  /** A share (0 to 1) as a percentage: whole, but 99.6% does not become 100%, nor 0.4% 0%. */
  public String percent(@Nullable Double share) {
    if (share == null) {
      return NONE;
    }
    double percent = share * 100;
    boolean edge = (percent > 0 && percent < 0.5) || (percent > 99.5 && percent < 100);
    return edge ? nearEdge(percent) : format("0", percent) + "%";
  }

  private String nearEdge(double percent) {
    return percent < 1 ? "< " + format("0.#", 0.5) + "%" : "> " + format("0.#", 99.5) + "%";
  }

  /** A share (0 to 1) as a percentage with one decimal. */
  public String percentExact(@Nullable Double share) {
    return share == null ? NONE : format("0.0", share * 100) + "%";
  }

  /** A difference of shares in percentage points, with its sign. */
  public String points(@Nullable Double difference) {
    if (difference == null) {
      return NONE;
    }
    var text = format("0.0", difference * 100);
    return difference > 0 && !text.equals(format("0.0", 0)) ? "+" + text : unsignedZero(text);
  }

  private String unsignedZero(String text) {
    var zero = format("0.0", 0);
    return text.equals("−" + zero) ? zero : text;
  }

  /** Minutes with one decimal. */
  public String minutes(@Nullable Double value) {
    return value == null ? NONE : format("0.0", value);
  }

  /** Minutes of a norm: whole when they are. */
  public String norm(@Nullable Double value) {
    return value == null ? NONE : format("0.#", value);
  }

  /** A correlation, -1 to 1, with its sign. */
  public String correlation(double value) {
    var text = format("0.00", value);
    return value > 0 ? "+" + text : text;
  }

  /** A value of any size: three digits that matter, whole above 100. */
  public String value(@Nullable Double value) {
    if (value == null) {
      return NONE;
    }
    double size = Math.abs(value);
    return format(size >= 100 ? "#,##0" : size >= 10 ? "0.#" : "0.##", value);
  }
}
