package nl.peil.barrier.ikob;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nl.peil.measure.decay.Ikob;

/**
 * Several curves over the same times, with one exponential for all that are equally steep: {@code
 * exp(alpha (t - omega)) = exp(alpha t) exp(-alpha omega)}. Where a curve ends is found once, as
 * the last minute at which {@link Ikob#at} gives a weight, so that ends are exactly where that
 * formula has them, whatever the rounding here.
 */
final class CurveSheet {

  /** Every curve with a scale of 0.001 or more has a weight here. */
  private static final double LONG_BEFORE = -10_000;

  private static final double NOTHING_FROM_MINUTES = 180;

  private final double[] alphas;

  /** For each alpha: exp(-alpha omega) of the omegas that go with it. */
  private final double[][] shifts;

  /** For each alpha and omega: which curves of the list these are. */
  private final int[][][] curves;

  private final double[] scales;
  private final double[] lasts;

  CurveSheet(List<Ikob> list) {
    this.scales = list.stream().mapToDouble(Ikob::scale).toArray();
    this.lasts = list.stream().mapToDouble(CurveSheet::last).toArray();
    this.alphas = list.stream().mapToDouble(Ikob::alpha).distinct().toArray();
    this.shifts = new double[alphas.length][];
    this.curves = new int[alphas.length][][];
    for (int a = 0; a < alphas.length; a++) {
      double alpha = alphas[a];
      double[] omegas =
          list.stream()
              .filter(curve -> curve.alpha() == alpha)
              .mapToDouble(Ikob::omega)
              .distinct()
              .toArray();
      shifts[a] = Arrays.stream(omegas).map(omega -> Math.exp(-alpha * omega)).toArray();
      curves[a] =
          Arrays.stream(omegas)
              .mapToObj(
                  omega ->
                      IntStream.range(0, list.size())
                          .filter(i -> list.get(i).alpha() == alpha && list.get(i).omega() == omega)
                          .toArray())
              .toArray(int[][]::new);
    }
  }

  /** The last minute at which a curve has a weight; minus infinity when it never has. */
  static double last(Ikob curve) {
    if (curve.at(LONG_BEFORE) == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double with = LONG_BEFORE;
    double without = NOTHING_FROM_MINUTES;
    while (true) {
      double middle = with + (without - with) / 2;
      if (middle <= with || middle >= without) {
        return with;
      }
      if (curve.at(middle) > 0) {
        with = middle;
      } else {
        without = middle;
      }
    }
  }

  /** The last minute at which one of the curves has a weight. */
  double last() {
    return Arrays.stream(lasts).max().orElse(Double.NEGATIVE_INFINITY);
  }

  /**
   * Weights of times.
   *
   * @param minutes times, in the first places
   * @param count how many
   * @param scratch room for as many numbers
   * @param weights for each curve where its weights go
   */
  void weigh(double[] minutes, int count, double[] scratch, double[][] weights) {
    for (int a = 0; a < alphas.length; a++) {
      double alpha = alphas[a];
      double last = Double.NEGATIVE_INFINITY;
      for (int[] same : curves[a]) {
        for (int curve : same) {
          last = Math.max(last, lasts[curve]);
        }
      }
      for (int i = 0; i < count; i++) {
        double t = minutes[i];
        scratch[i] = t > last ? Double.POSITIVE_INFINITY : Math.exp(alpha * t);
      }
      for (int o = 0; o < shifts[a].length; o++) {
        for (int curve : curves[a][o]) {
          one(minutes, count, scratch, shifts[a][o], scales[curve], lasts[curve], weights[curve]);
        }
      }
    }
  }

  private static void one(
      double[] minutes,
      int count,
      double[] exponentials,
      double shift,
      double scale,
      double last,
      double[] weights) {
    for (int i = 0; i < count; i++) {
      double weight = scale / (1 + shift * exponentials[i]);
      weights[i] = minutes[i] > last ? 0 : weight;
    }
  }
}
