package nl.peil.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text such as {@code gravity(exponential,0.1)} or {@code gini} taken apart into a keyword and
 * arguments, each with its place, so that an error can point at it. What it is about adds its own
 * kinds of arguments.
 */
public abstract class CallText {

  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  private final String what;
  private final String text;
  private final String keyword;
  private final List<Argument> arguments = new ArrayList<>();

  private record Argument(String text, int at) {}

  /**
   * Takes the text apart; spaces around words and numbers do not count.
   *
   * @param what what the text is, for messages, for example {@code measure}
   * @param text the text
   * @throws IllegalArgumentException when it is not {@code keyword} or {@code
   *     keyword(argument,...)}
   */
  protected CallText(String what, String text) {
    this.what = what;
    this.text = text;
    int open = text.indexOf('(');
    if (open < 0) {
      this.keyword = text.strip();
      return;
    }
    this.keyword = text.substring(0, open).strip();
    int close = text.indexOf(')', open);
    if (close < 0) {
      throw problem(text.length(), "expected ')' at the end");
    }
    if (!text.substring(close + 1).isBlank()) {
      throw problem(close + 1, "expected nothing after ')'");
    }
    int from = open + 1;
    while (from <= close) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 ? close : comma;
      var argument = text.substring(from, to).strip();
      if (argument.isEmpty()) {
        throw problem(to, "expected an argument before '" + text.charAt(to) + "'");
      }
      arguments.add(new Argument(argument, text.indexOf(argument, from)));
      from = to + 1;
    }
  }

  /** A number as it stands in names: without exponent and without zeros at the end. */
  public static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** The word before the bracket. */
  public final String keyword() {
    return keyword;
  }

  /** Number of arguments. */
  public final int size() {
    return arguments.size();
  }

  /**
   * The argument (from 0) as it is written.
   *
   * @throws IndexOutOfBoundsException when there are not so many
   */
  public final String word(int i) {
    return arguments.get(i).text();
  }

  /** True when the argument (from 0) is a decimal number of 0 or more. */
  public final boolean isNumber(int i) {
    return NUMBER.matcher(word(i)).matches();
  }

  /**
   * The argument (from 0) as a decimal number of 0 or more.
   *
   * @param name name of the argument, for the message
   * @throws IllegalArgumentException when it is not one
   */
  public final double number(int i, String name) {
    return number(i, 0, word(i).length(), name);
  }

  /** A part of an argument as a number, without the spaces around it. */
  protected final double number(int i, int from, int to, String name) {
    var part = word(i).substring(from, to);
    if (!NUMBER.matcher(part.strip()).matches()) {
      int spaces = part.length() - part.stripLeading().length();
      throw problem(
          arguments.get(i).at() + from + spaces,
          "expected " + name + " as a number of 0 or more, for example 30 or 0.1");
    }
    return Double.parseDouble(part.strip());
  }

  /**
   * The error to throw for an argument (from 0).
   *
   * @param problem what was expected
   */
  public final IllegalArgumentException wrong(int i, String problem) {
    return problem(arguments.get(i).at(), problem);
  }

  /**
   * The error to throw when an argument is missing.
   *
   * @param i place (from 0) where it was expected; at most {@link #size}
   * @param usage how it should be written
   */
  public final IllegalArgumentException missing(int i, String usage) {
    int bracket = text.lastIndexOf(')');
    int end = bracket < 0 ? text.length() : bracket;
    return problem(
        i < size() ? arguments.get(i).at() : end, "an argument is missing: write " + usage);
  }

  /**
   * The error to throw when nothing is called like this.
   *
   * @param known what there is
   */
  public final IllegalArgumentException wrongKeyword(List<String> known) {
    return problem(
        text.indexOf(keyword),
        "'" + keyword + "' is not a known " + what + "; known are " + String.join(", ", known));
  }

  /** The error to throw when arguments are expected and there is no bracket. */
  protected final IllegalArgumentException withoutBracket() {
    return problem(text.length(), "expected '(' after the name of the " + what);
  }

  /** True when the text has no bracket. */
  protected final boolean isBare() {
    return text.indexOf('(') < 0;
  }

  private IllegalArgumentException problem(int at, String problem) {
    return new IllegalArgumentException(
        what + " '" + text + "', character " + (at + 1) + ": " + problem);
  }
}
