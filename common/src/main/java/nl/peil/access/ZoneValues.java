package nl.peil.access;

import java.util.List;
import nl.peil.measure.Kernel;
import org.jspecify.annotations.Nullable;

/**
 * What a pass found for a range of zones: a value for every column of the kernel and every zone,
 * also for one from which nothing can be reached.
 */
public final class ZoneValues {

  private static final int[] NOWHERE = {};
  private static final float[] NO_TIMES = {};

  private final int pass;
  private final Kernel kernel;
  private final int first;
  private final double[][] values;

  /**
   * Fills what the matrix has no row for.
   *
   * @param first place of the first zone among those of the kernel
   * @param values values of each zone by column; null for a zone without a row
   */
  ZoneValues(int pass, Kernel kernel, int first, double[] @Nullable [] values) {
    this.pass = pass;
    this.kernel = kernel;
    this.first = first;
    this.values = new double[values.length][];
    Kernel.Evaluator evaluator = null;
    for (int i = 0; i < values.length; i++) {
      var given = values[i];
      if (given == null) {
        evaluator = evaluator == null ? kernel.evaluator() : evaluator;
        given = evaluator.evaluate(zone(i), NOWHERE, NO_TIMES, 0).clone();
      }
      this.values[i] = given;
    }
  }

  /** Place of the pass in the list. */
  public int pass() {
    return pass;
  }

  /** What is measured. */
  public List<Kernel.Column> columns() {
    return kernel.columns();
  }

  /** Zones in the range. */
  public int size() {
    return values.length;
  }

  /** Place among the zones of the kernel of zone i of the range. */
  public int place(int i) {
    return first + i;
  }

  /** Number of zone i of the range. */
  public int zone(int i) {
    return kernel.zones().zone(first + i);
  }

  /** Value of zone i in a column; NaN when there is none. */
  public double value(int i, int column) {
    return values[i][column];
  }

  /** Why zone i has no value in a column; null when it has one. */
  public @Nullable String reason(int i, int column) {
    if (!Double.isNaN(values[i][column])) {
      return null;
    }
    var what = kernel.columns().get(column);
    if (!kernel.offers(what.service())) {
      return "no_opportunity";
    }
    return what.needsDemand() && !kernel.knowsDemand(first + i) ? "unknown_demand" : "unreachable";
  }
}
