package nl.peil.inequality;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statistic over zones as it is asked for in the configuration, for example {@code
 * palma(income)}: which columns of the zones it needs, and the numbers that it makes of them.
 *
 * <p>Who counts: a zone of which the value, or the ranking or group that the statistic needs, is
 * missing is left out, with its people, from every part of the statistic. So is a zone without
 * people, and a zone that is unreachable, where the statistic needs a finite value (see {@link
 * #countsUnreachable}). {@link Outcome#covered} says how many people are in.
 */
public final class InequalityStatistic implements Serializable {

  private static final long serialVersionUID = 1;

  private final String name;
  private final List<String> results;
  private final @Nullable String rankingColumn;
  private final @Nullable String groupColumn;
  private final boolean countsUnreachable;
  private final Formula formula;

  private InequalityStatistic(
      String name,
      List<String> results,
      @Nullable String rankingColumn,
      @Nullable String groupColumn,
      boolean countsUnreachable,
      Formula formula) {
    this.name = name;
    this.results = List.copyOf(results);
    this.rankingColumn = rankingColumn;
    this.groupColumn = groupColumn;
    this.countsUnreachable = countsUnreachable;
    this.formula = formula;
  }

  /** From zones of which nothing is missing and that have people to numbers. */
  @FunctionalInterface
  interface Formula extends Serializable {
    double[] of(ZoneValues people);
  }

  /** As {@link Formula}, for one number. */
  @FunctionalInterface
  interface SingleFormula extends Serializable {
    double of(ZoneValues people);
  }

  static InequalityStatistic of(StatisticText text, String result, SingleFormula formula) {
    return of(text, List.of(result), people -> new double[] {formula.of(people)});
  }

  static InequalityStatistic of(StatisticText text, List<String> results, Formula formula) {
    return new InequalityStatistic(text.name(), results, null, null, false, formula);
  }

  InequalityStatistic rankedBy(String column) {
    return new InequalityStatistic(name, results, column, groupColumn, countsUnreachable, formula);
  }

  InequalityStatistic groupedBy(String column) {
    return new InequalityStatistic(
        name, results, rankingColumn, column, countsUnreachable, formula);
  }

  InequalityStatistic countingUnreachable() {
    return new InequalityStatistic(name, results, rankingColumn, groupColumn, true, formula);
  }

  /**
   * Reads a statistic from configuration, for example {@code palma(income,interpolated)}.
   *
   * @throws IllegalArgumentException when it is not one; the message says where the text goes wrong
   *     and what is known
   */
  public static InequalityStatistic parse(String text) {
    var call = StatisticText.parse(text);
    for (var form : InequalityForm.all()) {
      if (form.keyword().equals(call.keyword())) {
        return form.reader().read(call);
      }
    }
    throw call.wrongKeyword(
        InequalityForm.all().stream().flatMap(form -> form.usages().stream()).toList());
  }

  /** Name in tables, with the arguments, for example {@code palma_income_interpolated}. */
  public String name() {
    return name;
  }

  /**
   * Names of the numbers, without the arguments, for example {@code palma}, or {@code theil},
   * {@code theil_between}, {@code theil_within} and {@code theil_between_share}. Beside {@link
   * #name} they are unique.
   */
  public List<String> results() {
    return results;
  }

  /** Column of the zones with the number by which people are ranked, such as income. */
  public Optional<String> rankingColumn() {
    return Optional.ofNullable(rankingColumn);
  }

  /** Column of the zones with the group of its people, such as the province. */
  public Optional<String> groupColumn() {
    return Optional.ofNullable(groupColumn);
  }

  /** True when a zone with an infinite value (unreachable) counts; if not, it is left out. */
  public boolean countsUnreachable() {
    return countsUnreachable;
  }

  /**
   * The numbers over zones.
   *
   * @throws IllegalArgumentException when the zones lack the ranking or group that the statistic
   *     needs, or have values that it cannot take, such as negative ones
   */
  public Outcome over(ZoneValues zones) {
    if (rankingColumn != null && !zones.isRanked()) {
      throw new IllegalArgumentException(
          "statistic %s needs the column %s of the zones, but they came without a ranking"
              .formatted(name, rankingColumn));
    }
    if (groupColumn != null && !zones.isGrouped()) {
      throw new IllegalArgumentException(
          "statistic %s needs the column %s of the zones, but they came without groups"
              .formatted(name, groupColumn));
    }
    var counted = zones.counted(countsUnreachable, rankingColumn != null, groupColumn != null);
    var numbers = new double[results.size()];
    if (counted.size() == 0) {
      Arrays.fill(numbers, Double.NaN);
    } else {
      numbers = formula.of(counted);
    }
    var values = new LinkedHashMap<String, Double>();
    for (int i = 0; i < numbers.length; i++) {
      values.put(results.get(i), numbers[i]);
    }
    return new Outcome(values, counted.people(), zones.people());
  }
}
