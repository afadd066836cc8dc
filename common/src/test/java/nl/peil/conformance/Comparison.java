package nl.peil.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Numbers of one measure beside those of a source, row by row. */
final class Comparison {

  private final String source;
  private final String measure;
  private final Tolerance tolerance;
  private final Set<String> rows = new HashSet<>();
  private final List<String> apart = new ArrayList<>();
  private double largest;

  Comparison(String source, String measure, Tolerance tolerance) {
    this.source = source;
    this.measure = measure;
    this.tolerance = tolerance;
  }

  /**
   * Compares one row.
   *
   * @param row what tells it from the other rows
   * @param found our number, NaN when there is none
   * @param expected their number, NaN when there is none
   * @throws IllegalArgumentException when the row came before
   */
  void row(String row, double found, double expected) {
    if (!rows.add(row)) {
      throw new IllegalArgumentException(this + ": row '" + row + "' comes twice");
    }
    largest = Math.max(largest, error(found, expected));
    if (!tolerance.accepts(found, expected)) {
      apart.add("%s: expected %s, but found %s".formatted(row, expected, found));
    }
  }

  /** Relative error; absolute where 0 is expected, infinite where only one has a value. */
  private static double error(double found, double expected) {
    if (Double.isNaN(found) || Double.isNaN(expected)) {
      return Double.isNaN(found) == Double.isNaN(expected) ? 0 : Double.POSITIVE_INFINITY;
    }
    double difference = Math.abs(found - expected);
    return expected == 0 ? difference : difference / Math.abs(expected);
  }

  /**
   * Ends the comparison.
   *
   * @param expectedRows how many rows there had to be
   * @throws AssertionError when there were more or fewer, or when one is out of tolerance
   */
  void requireAgreement(int expectedRows) {
    assertThat(apart).as("%s: rows out of tolerance (%s)", this, tolerance.text()).isEmpty();
    assertThat(rows).as("%s: rows compared", this).hasSize(expectedRows);
  }

  String source() {
    return source;
  }

  String measure() {
    return measure;
  }

  Tolerance tolerance() {
    return tolerance;
  }

  int compared() {
    return rows.size();
  }

  double largest() {
    return largest;
  }

  @Override
  public String toString() {
    return source + ", " + measure;
  }
}
