package nl.peil.barrier;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A variable of the risk score: how its points are found. */
public sealed interface RiskVariable {

  /** Name, one of {@link RiskScore#NINE}. */
  String name();

  /**
   * Share of the people of a zone with 0, 1 and 2 points; empty when unknown.
   *
   * @param values value by indicator, NaN when unknown
   * @param shares share by indicator, 0 to 1, NaN when unknown
   */
  double[] points(ToDoubleFunction<String> values, ToDoubleFunction<String> shares);

  /**
   * All people of a zone have the same value, e.g. a distance. With rising cuts a value below the
   * first gives 0 points, below the second 1, and from there on 2; with falling cuts (an income) a
   * value above the first gives 0, above the second 1, and 2 from there on down.
   *
   * @param name name
   * @param indicator the value
   * @param first first cut
   * @param second second cut
   */
  record ByValue(String name, String indicator, double first, double second)
      implements RiskVariable {

    @Override
    public double[] points(ToDoubleFunction<String> values, ToDoubleFunction<String> shares) {
      double value = values.applyAsDouble(indicator);
      if (Double.isNaN(value)) {
        return new double[0];
      }
      double sign = first <= second ? 1 : -1;
      double rising = sign * value;
      var points = new double[PointSum.MOST + 1];
      points[rising < sign * first ? 0 : rising < sign * second ? 1 : 2] = 1;
      return points;
    }
  }

  /**
   * Shares of the people have 1 or 2 points, the others none. Unknown too when the shares, which
   * are of different people, sum to more than everybody.
   *
   * @param name name
   * @param one shares of those with 1 point
   * @param two shares of those with 2 points
   */
  record ByShares(String name, List<String> one, List<String> two) implements RiskVariable {

    private static final double ROUNDING = 1e-9;

    @Override
    public double[] points(ToDoubleFunction<String> values, ToDoubleFunction<String> shares) {
      double withOne = one.stream().mapToDouble(shares).sum();
      double withTwo = two.stream().mapToDouble(shares).sum();
      double without = 1 - withOne - withTwo;
      return without >= -ROUNDING
          ? new double[] {Math.max(0, without), withOne, withTwo}
          : new double[0];
    }
  }
}
