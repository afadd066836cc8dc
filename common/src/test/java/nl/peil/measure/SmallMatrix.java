package nl.peil.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import nl.peil.measure.decay.Decay;
import nl.peil.model.Mode;

/**
 * A matrix in memory, for tests of measures over whole matrices.
 *
 * @param minutes by origin and destination; NaN where there is no journey
 * @param opportunities by zone
 * @param demand by zone
 */
@SuppressWarnings("ArrayRecordComponent")
record SmallMatrix(double[][] minutes, double[] opportunities, double[] demand) {

  /** One value per zone. */
  double[] values(String measure) {
    return values(MeasureDefinition.parse(measure), Map.of());
  }

  double[] values(MeasureDefinition definition, Map<String, Decay> curves) {
    var binding = new Binding(Mode.AUTO, "s", OptionalDouble.of(30), curves);
    return values(definition.bind(binding).orElseThrow(), definition.direction());
  }

  double[] values(Stage stage, Direction direction) {
    var supply =
        direction == Direction.PASSIVE_DEMAND
            ? new Supply("s", known(demand), opportunities, List.of(stage))
            : new Supply("s", opportunities, demand, List.of(stage));
    return values(supply, direction, IntrazonalTimes.asGiven());
  }

  double[] values(Supply supply, Direction direction, IntrazonalTimes intrazonal) {
    int n = minutes.length;
    var zones = new ZoneIndex(IntStream.range(0, n).toArray());
    var kernel = new Kernel(zones, List.of(supply), intrazonal, direction);
    while (!kernel.ready()) {
      // In two parts, as tasks do.
      var even = kernel.gatherer();
      var odd = kernel.gatherer();
      for (int i = 0; i < n; i++) {
        var row = row(i, direction);
        (i % 2 == 0 ? even : odd).gather(i, row.zones, row.times, row.times.length);
      }
      var sums = even.sums();
      var others = odd.sums();
      for (int k = 0; k < sums.length; k++) {
        for (int j = 0; j < sums[k].length; j++) {
          sums[k][j] += others[k][j];
        }
      }
      kernel = kernel.next(sums);
    }
    var evaluator = kernel.evaluator();
    var values = new double[n];
    for (int i = 0; i < n; i++) {
      var row = row(i, direction);
      values[i] = evaluator.evaluate(i, row.zones, row.times, row.times.length)[0];
    }
    return values;
  }

  private record Line(int[] zones, float[] times) {}

  private Line row(int i, Direction direction) {
    var zones =
        IntStream.range(0, minutes.length)
            .filter(j -> !Double.isNaN(cell(i, j, direction)))
            .toArray();
    var times = new float[zones.length];
    for (int k = 0; k < times.length; k++) {
      times[k] = (float) cell(i, zones[k], direction);
    }
    return new Line(zones, times);
  }

  private double cell(int row, int column, Direction direction) {
    return direction.transposed() ? minutes[column][row] : minutes[row][column];
  }

  private static double[] known(double[] people) {
    return Arrays.stream(people).map(p -> Double.isNaN(p) ? 0 : p).toArray();
  }

  static double[][] table(double[]... rows) {
    return rows;
  }
}
