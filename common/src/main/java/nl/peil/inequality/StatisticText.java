package nl.peil.inequality;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import nl.peil.inequality.WeightedQuantiles.Rule;
import nl.peil.model.CallText;

/** The text of a statistic, such as {@code palma(income,interpolated)} or {@code gini}. */
public final class StatisticText extends CallText {

  private StatisticText(String text) {
    super("statistic", text);
  }

  /**
   * Takes the text apart.
   *
   * @throws IllegalArgumentException when it is not {@code keyword} or {@code
   *     keyword(argument,...)}
   */
  static StatisticText parse(String text) {
    return new StatisticText(text);
  }

  /** Keyword and arguments with underscores between: {@code fgt_1_100000}. */
  public String name() {
    var name = new StringBuilder(keyword());
    for (int i = 0; i < size(); i++) {
      name.append('_').append(isNumber(i) ? plain(Double.parseDouble(word(i))) : word(i));
    }
    return name.toString();
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
    var usage = String.join(" or ", form.usages());
    if (size() < fewest) {
      throw missing(size(), usage);
    }
    if (size() > most) {
      throw wrong(most, "an argument too many: write " + usage);
    }
  }
}
