package nl.peil.inequality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.peil.inequality.WeightedQuantiles.Rule;

/**
 * A text such as {@code palma(income,interpolated)} or {@code gini} taken apart into a keyword and
 * arguments, each with its place, so that an error can point at it.
 */
public final class StatisticText {

  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  private final String text;
  private final String keyword;
  private final List<Argument> arguments;

  private record Argument(String text, int at) {}

  private StatisticText(String text, String keyword, List<Argument> arguments) {
    this.text = text;
    this.keyword = keyword;
    this.arguments = List.copyOf(arguments);
  }

  /**
   * Takes the text apart; spaces around words and numbers do not count.
   *
   * @throws IllegalArgumentException when it is not {@code keyword} or {@code
   *     keyword(argument,...)}
   */
  static StatisticText parse(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return new StatisticText(text, text.strip(), List.of());
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
      if (argument.isEmpty()) {
        throw problem(text, to, "expected an argument before '" + text.charAt(to) + "'");
      }
      arguments.add(new Argument(argument, text.indexOf(argument, from)));
      from = to + 1;
    }
    return new StatisticText(text, text.substring(0, open).strip(), arguments);
  }

  /** A number as it stands in names: without exponent and without zeros at the end. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** The word before the bracket. */
  public String keyword() {
    return keyword;
  }

  /** Keyword and arguments with underscores between: {@code fgt_1_100000}. */
  public String name() {
    var name = new StringBuilder(keyword);
    for (int i = 0; i < size(); i++) {
      name.append('_').append(isNumber(i) ? plain(Double.parseDouble(word(i))) : word(i));
    }
    return name.toString();
  }

  /** Number of arguments. */
  public int size() {
    return arguments.size();
  }

  /**
   * The argument (from 0) as it is written.
   *
   * @throws IndexOutOfBoundsException when there are not so many
   */
  public String word(int i) {
    return arguments.get(i).text();
  }

  /** True when the argument (from 0) is a decimal number of 0 or more. */
  public boolean isNumber(int i) {
    return NUMBER.matcher(word(i)).matches();
  }

  /**
   * The argument (from 0) as a decimal number of 0 or more.
   *
   * @param what name of the argument, for the message
   * @throws IllegalArgumentException when it is not one
   */
  public double number(int i, String what) {
    if (!isNumber(i)) {
      throw wrong(i, "expected " + what + " as a number of 0 or more, for example 30 or 0.1");
    }
    return Double.parseDouble(word(i));
  }

  /**
   * The argument (from 0) as a number above 0.
   *
   * @param what name of the argument, for the message
   * @throws IllegalArgumentException when it is not one
   */
  public double positive(int i, String what) {
    double number = number(i, what);
    if (number == 0) {
      throw wrong(i, "expected " + what + " above 0");
    }
    return number;
  }

  /**
   * The argument (from 0) as the name of a column of the zones.
   *
   * @throws IllegalArgumentException when it is a number
   */
  public String column(int i) {
    if (isNumber(i)) {
      throw wrong(i, "expected the name of a column of the zones, not a number");
    }
    return word(i);
  }

  /**
   * The argument (from 0) as a rule for quantiles, {@code reached} (the default), {@code crossed}
   * or {@code interpolated}.
   *
   * @return the default when there are not so many arguments
   * @throws IllegalArgumentException when it is none of these
   */
  public Rule rule(int i) {
    return option(i, Rule.class).orElse(Rule.REACHED);
  }

  /**
   * The argument (from 0) as one of the constants of an enum, in lower case.
   *
   * @return empty when there are not so many arguments
   * @throws IllegalArgumentException when it is none of these
   */
  <E extends Enum<E>> Optional<E> option(int i, Class<E> type) {
    if (i >= size()) {
      return Optional.empty();
    }
    var known = new ArrayList<String>();
    for (var constant : type.getEnumConstants()) {
      var written = constant.name().toLowerCase(Locale.ROOT);
      if (written.equals(word(i))) {
        return Optional.of(constant);
      }
      known.add(written);
    }
    throw wrong(i, "expected one of " + String.join(", ", known));
  }

  /**
   * Checks the number of arguments.
   *
   * @param fewest fewest arguments
   * @param most most arguments
   * @param form says how it should be written, for the message
   * @throws IllegalArgumentException when there are more or fewer
   */
  public void requireSize(int fewest, int most, InequalityForm form) {
    var usage = "write " + String.join(" or ", form.usages());
    if (size() < fewest) {
      int at = text.indexOf(')');
      throw problem(text, at < 0 ? text.length() : at, "an argument is missing: " + usage);
    }
    if (size() > most) {
      throw wrong(most, "an argument too many: " + usage);
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
        "'" + keyword + "' is not a known statistic; known are " + String.join(", ", known));
  }

  private static IllegalArgumentException problem(String text, int at, String problem) {
    return new IllegalArgumentException(
        "statistic '" + text + "', character " + (at + 1) + ": " + problem);
  }
}
