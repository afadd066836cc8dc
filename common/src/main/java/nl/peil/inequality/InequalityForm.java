package nl.peil.inequality;

import java.util.List;
import nl.peil.model.Contract;

/**
 * A kind of statistic: how it is written in the configuration, what can be relied on of it, and how
 * the text becomes a statistic. A new one is a class with a form of its own, and one line in {@link
 * #all}.
 *
 * @param keyword the word before the bracket
 * @param usages how it is written, for example {@code palma(ranking_column)}
 * @param meaning what it says, in a sentence
 * @param contract formula, unit, range, monotonicity and source
 * @param examples texts that can be parsed
 * @param reader makes the statistic
 */
public record InequalityForm(
    String keyword,
    List<String> usages,
    String meaning,
    Contract contract,
    List<String> examples,
    Reader reader) {

  /**
   * Every form. (Not a constant: the forms are constants of the statistics, which need this class
   * first.)
   */
  public static List<InequalityForm> all() {
    return List.of(
        Mean.FORM,
        WeightedQuantiles.FORM,
        Gini.FORM,
        Theil.FORM,
        Palma.FORM,
        ConcentrationIndex.PLAIN,
        ConcentrationIndex.CORRECTED,
        Fgt.BELOW,
        Fgt.OVER,
        Sufficiency.FROM_LINE,
        Sufficiency.WITHIN_NORM);
  }

  /** Makes a statistic from a text whose keyword fits. */
  @FunctionalInterface
  public interface Reader {

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException when they do not fit; see {@link StatisticText#wrong}
     */
    InequalityStatistic read(StatisticText text);
  }
}
