package nl.peil.bench.jmh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.peil.measure.Binding;
import nl.peil.measure.Kernel;
import nl.peil.measure.MeasureDefinition;
import nl.peil.measure.Supply;
import nl.peil.measure.ZoneIndex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Three measures of nine services over one row of the national matrix: time per pair. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelBenchmark {

  static final int ZONES = 4067;
  private static final int FIRST_ZONE = 1011;

  /** Share of the zones that has the service: general practitioners in half, hospitals in few. */
  private static final double[] SHARES = {0.9, 0.6, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 1};

  private int[] destinations = {};
  private float[] minutes = {};
  private Kernel.Evaluator evaluator = kernel(new Random(1)).evaluator();

  /** One row with all zones. */
  @Setup
  public void prepare() {
    var random = new Random(4067);
    destinations = IntStream.range(0, ZONES).map(i -> FIRST_ZONE + 2 * i).toArray();
    minutes = new float[ZONES];
    for (int i = 0; i < ZONES; i++) {
      minutes[i] = random.nextInt(1800) / 10f;
    }
    evaluator = kernel(random).evaluator();
  }

  private static Kernel kernel(Random random) {
    var measures =
        List.of("nearest(1)", "cumulative(30)", "gravity(pbl,-8.65786,2.492099,0.011641)").stream()
            .map(MeasureDefinition::parse)
            .toList();
    var supplies = new ArrayList<Supply>();
    for (int s = 0; s < SHARES.length; s++) {
      var counts = new double[ZONES];
      double share = SHARES[s];
      Arrays.setAll(counts, i -> random.nextDouble() < share ? 1 + random.nextInt(20) : 0);
      var binding =
          new Binding(nl.peil.model.Mode.AUTO, "service" + s, OptionalDouble.empty(), Map.of());
      supplies.add(
          new Supply(
              "service" + s,
              counts,
              measures.stream().map(measure -> measure.bind(binding).orElseThrow()).toList()));
    }
    var zones = IntStream.range(0, ZONES).map(i -> FIRST_ZONE + 2 * i).toArray();
    return new Kernel(new ZoneIndex(zones), supplies);
  }

  /** One row. */
  @Benchmark
  @OperationsPerInvocation(ZONES)
  public double[] pair() {
    return evaluator.evaluate(FIRST_ZONE, destinations, minutes, ZONES);
  }
}
