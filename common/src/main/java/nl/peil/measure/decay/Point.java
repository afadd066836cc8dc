package nl.peil.measure.decay;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A weight at a travel time, as part of a stepped decay or of a curve.
 *
 * @param minutes travel time, 0 or more
 * @param weight weight, 0 to 1
 */
public record Point(double minutes, double weight) implements Serializable {

  /** The points of numbers that come as time, weight, time, weight. */
  static List<Point> list(double... numbers) {
    var points = new ArrayList<Point>();
    for (int i = 0; i < numbers.length; i += 2) {
      points.add(new Point(numbers[i], numbers[i + 1]));
    }
    return List.copyOf(points);
  }

  /**
   * Refuses points that are no decay.
   *
   * @param family key of the family, for the message
   * @throws DecayParameterException when there are fewer than {@code least}, times are not finite,
   *     negative or do not rise (as floats, for so they are compared), or weights lie outside 0 to
   *     1 or rise
   */
  static void require(String family, List<Point> points, int least) {
    if (points.size() < least) {
      throw new DecayParameterException(
          0,
          "%s decay: expected at least %d times with a weight, but got %d"
              .formatted(family, least, points.size()));
    }
    double weightBefore = 1;
    for (int i = 0; i < points.size(); i++) {
      var point = points.get(i);
      DecayParameterException.requireNotNegative(2 * i, family, "t", point.minutes);
      if (i > 0 && (float) point.minutes <= (float) points.get(i - 1).minutes) {
        throw DecayParameterException.refused(
            2 * i,
            family,
            "t must be more than the " + points.get(i - 1).minutes + " before it",
            point.minutes);
      }
      if (!(point.weight >= 0 && point.weight <= weightBefore)) {
        throw DecayParameterException.refused(
            2 * i + 1,
            family,
            "w at t = %s must be from 0 to %s, for a weight never rises"
                .formatted(point.minutes, weightBefore),
            point.weight);
      }
      weightBefore = point.weight;
    }
  }
}
