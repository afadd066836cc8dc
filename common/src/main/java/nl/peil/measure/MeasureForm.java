package nl.peil.measure;

import java.util.List;
import nl.peil.model.Contract;

/**
 * A kind of measure: how it is written in the configuration, and how that becomes a definition. A
 * new measure is a class with a form of its own, and one line in {@link #all}.
 *
 * @param keyword the word before the bracket
 * @param usages how it is written, for example {@code nearest(k)}
 * @param meaning what it says, in a sentence
 * @param examples texts that can be parsed; tests hold the contract of {@link Measure} against them
 * @param contract what can be relied on
 * @param reader makes the definition
 */
public record MeasureForm(
    String keyword,
    List<String> usages,
    String meaning,
    List<String> examples,
    Contract contract,
    Reader reader) {

  /**
   * Every form. (Not a constant: the forms are constants of the measures, which need this class
   * first.)
   */
  public static List<MeasureForm> all() {
    return List.of(
        Nearest.FORM,
        CostToReach.FORM,
        Cumulative.FORM,
        CumulativeInterval.FORM,
        Choice.FORM,
        Gravity.FORM,
        BalancingCost.FORM,
        FloatingCatchment.FORM,
        SpatialAvailability.FORM,
        Constrained.FORM,
        AllocatedMinutes.FORM);
  }

  /** Makes a definition from a text whose keyword fits. */
  @FunctionalInterface
  public interface Reader {

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException when they do not fit; see {@link MeasureText#wrong}
     */
    MeasureDefinition read(MeasureText text);
  }
}
