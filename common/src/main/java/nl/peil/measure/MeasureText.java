package nl.peil.measure;

import java.util.regex.Pattern;
import nl.peil.model.CallText;

/** The text of a measure, such as {@code gravity(exponential,0.1)}, taken apart. */
public final class MeasureText extends CallText {

  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern SIGNED = Pattern.compile("-?\\d+(\\.\\d+)?");

  private MeasureText(String what, String text) {
    super(what, text);
    if (isBare()) {
      throw withoutBracket();
    }
  }

  /**
   * Takes the text of a measure apart.
   *
   * @throws IllegalArgumentException when it is not {@code keyword(argument,...)}
   */
  static MeasureText parse(String text) {
    return new MeasureText("measure", text);
  }

  /** As {@link #parse}, for what is written like a measure and is none. */
  static MeasureText parse(String what, String text) {
    return new MeasureText(what, text);
  }

  /** True when the argument (from 0) is written as a word: lower case, digits, underscores. */
  public boolean isWord(int i) {
    return isWord(word(i));
  }

  /** True for lower case letters, digits and underscores, a letter first. */
  static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  /**
   * The argument (from 0) as a decimal number that may have a minus sign.
   *
   * @param what name of the argument, for the message
   * @throws IllegalArgumentException when it is not one
   */
  public double signedNumber(int i, String what) {
    if (!SIGNED.matcher(word(i)).matches()) {
      throw wrong(i, "expected " + what + " as a number, for example -8.65 or 0.1");
    }
    return Double.parseDouble(word(i));
  }

  /**
   * The argument (from 0) as two decimal numbers of 0 or more with a colon between, such as {@code
   * 20:0.68}.
   *
   * @param first name of the number before the colon, for the message
   * @param second name of the number after it
   * @return both numbers
   * @throws IllegalArgumentException when it is not such a pair
   */
  public double[] pair(int i, String first, String second) {
    int colon = word(i).indexOf(':');
    if (colon < 0) {
      throw wrong(i, "expected %s:%s, for example 20:0.68".formatted(first, second));
    }
    return new double[] {
      number(i, 0, colon, first), number(i, colon + 1, word(i).length(), second)
    };
  }

  /** True when the argument (from 0) is written as {@code key=...}. */
  public boolean isOption(int i, String key) {
    int equals = word(i).indexOf('=');
    return equals >= 0 && word(i).substring(0, equals).strip().equals(key);
  }

  /**
   * The number of 0 or more behind the equals sign of an argument (from 0) such as {@code max=61}.
   *
   * @param what name of the number, for the message
   * @throws IllegalArgumentException when it is not one
   */
  public double option(int i, String what) {
    return number(i, word(i).indexOf('=') + 1, word(i).length(), what);
  }

  /**
   * Checks the number of arguments.
   *
   * @param expected number of arguments
   * @param usage how it should be written, for the message
   * @throws IllegalArgumentException when there are more or fewer
   */
  public void requireSize(int expected, String usage) {
    if (size() < expected) {
      throw missing(size(), usage);
    }
    if (size() > expected) {
      throw wrong(expected, "an argument too many: write " + usage);
    }
  }

  /**
   * The error to throw when a parameter is refused where it is used.
   *
   * @param i the argument (from 0) to point at
   * @param cause what was refused
   */
  IllegalArgumentException refused(int i, IllegalArgumentException cause) {
    var error = wrong(i, String.valueOf(cause.getMessage()));
    error.initCause(cause);
    return error;
  }
}
