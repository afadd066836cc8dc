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
      int to = comma < 0 || comma > close ? close : comma;
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
    return WORD.matcher(arguments.get(i).text()).matches();
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
    if (!NUMBER.matcher(word(i)).matches()) {
      throw wrong(i, "expected " + what + " as a number of 0 or more, for example 30 or 0.1");
    }
    return Double.parseDouble(word(i));
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
      throw problem(text, text.lastIndexOf(')'), "an argument is missing: write " + usage);
    }
    if (size() > expected) {
      throw wrong(expected, "an argument too many: write " + usage);
    }
  }

  /**
   * The error to throw for an argument (from 0).
   *
   * @param problem what was expected
   */
  public IllegalArgumentException wrong(int i, String problem) {
    return problem(text, arguments.get(i).at(), problem);
  }

  IllegalArgumentException wrongKeyword(List<String> known) {
    return problem(
        text,
        keyword.isEmpty() ? 0 : text.indexOf(keyword),
        "'" + keyword + "' is not a known measure; known are " + String.join(", ", known));
  }

  private static IllegalArgumentException problem(String text, int at, String problem) {
    return new IllegalArgumentException(
        "measure '" + text + "', character " + (at + 1) + ": " + problem);
  }
}
