package nl.peil.bench.jmh;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import nl.peil.inequality.WeightedQuantiles;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Three weighted quantiles over the zones of a region, and of the country: time per region. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QuantileBenchmark {

  /** Zones of the region. */
  @Param({"100", "4067"})
  public int zones;

  private double[] values = {};
  private double[] people = {};

  /** Minutes with one decimal, people by the thousand. */
  @Setup
  public void prepare() {
    var random = new Random(zones);
    values = new double[zones];
    people = new double[zones];
    for (int i = 0; i < zones; i++) {
      values[i] = random.nextInt(900) / 10.0;
      people[i] = random.nextInt(12_000);
    }
  }

  /** All three at once. */
  @Benchmark
  public double[] quantiles() {
    return WeightedQuantiles.quantiles(
        values, people, WeightedQuantiles.Rule.REACHED, 0.1, 0.5, 0.9);
  }
}
