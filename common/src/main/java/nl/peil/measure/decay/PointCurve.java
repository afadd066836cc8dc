package nl.peil.measure.decay;

import java.util.List;
import nl.peil.measure.decay.DecayFamily.Parameter;
import nl.peil.model.Contract;

/**
 * A curve given as points, linear between them. Before the first point it has the weight of the
 * first. The last point still counts; beyond it the weight is 0, whatever the last weight: what was
 * not observed is not counted. (A curve that should go on gets a last point far away.) Not
 * normalised: the first weight may be below 1.
 *
 * @param points at least two: minutes of 0 or more, rising, and their weights, 0 to 1 and never
 *     rising
 */
public record PointCurve(List<Point> points) implements Decay {

  static final DecayFamily FAMILY =
      new DecayFamily(
          "points",
          List.of(Parameter.of("t"), Parameter.of("f")),
          true,
          "points,0:1,15:0.8,30:0.3,60:0",
          false,
          true,
          new Contract(
              "linear between the points (t, f); the first f before them, 0 beyond the last",
              DecayFamily.WEIGHT,
              "0 to the first f",
              DecayFamily.NEVER_RISES,
              "observed curves, for example from a travel survey"),
          p -> new PointCurve(Point.list(p)));

  /**
   * Checks the points and keeps a copy.
   *
   * @throws DecayParameterException when there are fewer than two, times are negative or do not
   *     rise, or weights lie outside 0 to 1 or rise
   */
  public PointCurve {
    points = List.copyOf(points);
    Point.require("points", points, 2);
  }

  @Override
  public double at(double minutes) {
    var before = points.get(0);
    if (minutes <= before.minutes()) {
      return before.weight();
    }
    for (var after : points) {
      if (minutes < after.minutes()) {
        return between(before, after, minutes);
      }
      before = after;
    }
    return (float) minutes <= (float) before.minutes() ? before.weight() : 0;
  }

  private static double between(Point before, Point after, double minutes) {
    double share = (minutes - before.minutes()) / (after.minutes() - before.minutes());
    double weight = before.weight() - share * (before.weight() - after.weight());
    // Rounding may not take it below the point it falls to: a weight never rises again.
    return Math.max(after.weight(), weight);
  }
}
