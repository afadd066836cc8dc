package nl.peil.bench.jmh;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the small pieces with JMH, each in a JVM of its own. */
public final class SmallPieces {

  private static final int WARM_UP = 3;
  private static final int MEASURED = 5;

  private SmallPieces() {}

  /** Runs them all; the results as a table in Markdown. */
  public static String run() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(SmallPieces.class.getPackageName().replace(".", "\\.") + "\\.")
            .forks(1)
            .warmupIterations(WARM_UP)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(MEASURED)
            .measurementTime(TimeValue.seconds(1))
            .build();
    return table(new Runner(options).run());
  }

  private static String table(Collection<RunResult> results) {
    var text = new StringBuilder("| piece | time | error (99.9 %) |\n| --- | --- | --- |\n");
    for (var result : results) {
      var primary = result.getPrimaryResult();
      var benchmark = result.getParams().getBenchmark();
      var zones = result.getParams().getParam("zones");
      text.append(
          String.format(
              Locale.ROOT,
              "| %s%s | %.2f %s | %.2f |%n",
              benchmark.substring(SmallPieces.class.getPackageName().length() + 1),
              zones == null ? "" : ", " + zones + " zones",
              primary.getScore(),
              primary.getScoreUnit(),
              primary.getScoreError()));
    }
    text.append(
        """

        One thread. KernelBenchmark: 27 measures over a row of 4,067 destinations, per pair. ParserBenchmark:
        parse, check and digest, per row. QuantileBenchmark: p10, p50 and p90 of one region.
        """);
    return text.toString();
  }
}
