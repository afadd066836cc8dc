package nl.peil.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text such as {@code gravity(exponential,0.1)} taken apart into a keyword and arguments, each
 * with its place, so that an error can point at it.
 */
public final class MeasureText {

  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
  private static final Pattern SIGNED = Pattern.compile("-?" + NUMBER.pattern());

  private final String text;
  private final String keyword;
  private final List<Argument> arguments;

  private record Argument(String text, int at) {}

  private MeasureText(String text, String keyword, List<Argument> arguments) {
    this.text = text;
    this.keyword = keyword;
    this.arguments = List.copyOf(arguments);
  }

  /**
   * Takes the text apart; spaces around words and numbers do not count.
   *
   * @throws IllegalArgumentException when it is not {@code keyword(argument,...)}
   */
  static MeasureText parse(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      throw problem(text, text.length(), "expected '(' after the name of the measure");
    }
    int close = text.indexOf(')', open);
    if (close < 0) {
      throw problem(text, text.length(), "expected ')' at the end");
    }
    if (!text.substring(close + 1).isBlank()) {
      throw problem(text, close + 1, "expected nothing after ')'");
    }
    var arguments = new ArrayList<Argument>();
    int from = open + 1;
    while (from <= close) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 ? close : comma;
      var argument = text.substring(from, to).strip();
      int at = argument.isEmpty() ? to : text.indexOf(argument, from);
      if (argument.isEmpty()) {
        throw problem(text, at, "expected an argument before '" + text.charAt(to) + "'");
      }
      arguments.add(new Argument(argument, at));
      from = to + 1;
    }
    return new MeasureText(text, text.substring(0, open).strip(), arguments);
  }

  /** A number as it stands in names: without exponent and without zeros at the end. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** The word before the bracket. */
  public String keyword() {
    return keyword;
  }

  /** Number of arguments, at least 1. */
  public int size() {
    return arguments.size();
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
   * The argument (from 0) as it is written.
   *
   * @throws IndexOutOfBoundsException when there are not so many
   */
  public String word(int i) {
    return arguments.get(i).text();
  }

  /**
   * The argument (from 0) as a decimal number of 0 or more.
   *
   * @param what name of the argument, for the message
   * @throws IllegalArgumentException when it is not one
   */
  public double number(int i, String what) {
    return number(arguments.get(i), what);
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
      number(part(i, 0, colon), first), number(part(i, colon + 1, word(i).length()), second)
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
    return number(part(i, word(i).indexOf('=') + 1, word(i).length()), what);
  }

  /** A part of an argument, without the spaces around it. */
  private Argument part(int i, int from, int to) {
    var part = word(i).substring(from, to);
    int spaces = part.length() - part.stripLeading().length();
    return new Argument(part.strip(), arguments.get(i).at() + from + spaces);
  }

  private double number(Argument argument, String what) {
    if (!NUMBER.matcher(argument.text()).matches()) {
      throw problem(
          text,
          argument.at(),
          "expected " + what + " as a number of 0 or more, for example 30 or 0.1");
    }
    return Double.parseDouble(argument.text());
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
   * The error to throw when an argument is missing.
   *
   * @param i place (from 0) where it was expected; at most {@link #size}
   * @param usage how it should be written
   */
  public IllegalArgumentException missing(int i, String usage) {
    int at = i < size() ? arguments.get(i).at() : text.lastIndexOf(')');
    return problem(text, at, "an argument is missing: write " + usage);
  }

  /**
   * The error to throw for an argument (from 0).
   *
   * @param problem what was expected
   */
  public IllegalArgumentException wrong(int i, String problem) {
    return problem(text, arguments.get(i).at(), problem);
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

  IllegalArgumentException wrongKeyword(List<String> known) {
    return problem(
        text,
        text.indexOf(keyword),
        "'" + keyword + "' is not a known measure; known are " + String.join(", ", known));
  }

  private static IllegalArgumentException problem(String text, int at, String problem) {
    return new IllegalArgumentException(
        "measure '" + text + "', character " + (at + 1) + ": " + problem);
  }
}
