package nl.peil.bench.jmh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.travel.Inspection;
import nl.peil.source.travel.Inspector;
import nl.peil.source.travel.LongCsv;
import nl.peil.source.travel.ZoneCodes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Parsing and checking long CSV from memory, with the digest of its bytes and the search for pairs
 * that come twice: time per row on one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ParserBenchmark {

  private static final int ZONES = 500;
  private static final int ROWS = ZONES * ZONES;
  private static final int FIRST_ZONE = 1011;

  private static final LongCsv FORMAT = LongCsv.of("herkomst", "bestemming", "reistijd");

  private byte[] file = {};
  private ZoneCodes codes = codes();

  /** A quarter of a million rows. */
  @Setup
  public void prepare() {
    var random = new Random(500);
    var text = new StringBuilder("herkomst,bestemming,reistijd\n");
    for (int pair = 0; pair < ROWS; pair++) {
      text.append(FIRST_ZONE + pair / ZONES)
          .append(',')
          .append(FIRST_ZONE + pair % ZONES)
          .append(',')
          .append(random.nextInt(1800) / 10.0)
          .append('\n');
    }
    file = text.toString().getBytes(StandardCharsets.US_ASCII);
    codes = codes();
  }

  private static ZoneCodes codes() {
    var zones = new LinkedHashMap<String, Integer>();
    for (int zone = FIRST_ZONE; zone < FIRST_ZONE + ZONES; zone++) {
      zones.put(String.valueOf(zone), zone);
    }
    return ZoneCodes.of(zones);
  }

  /** The whole file. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public Inspection row() throws IOException, RejectedFileException {
    return Inspector.inspect(new ByteArrayInputStream(file), "bench.csv", FORMAT, codes, 32L << 20);
  }
}
