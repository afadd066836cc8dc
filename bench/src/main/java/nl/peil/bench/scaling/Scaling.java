package nl.peil.bench.scaling;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.peil.bench.harness.Timings;
import nl.peil.bench.setting.Configuration;
import nl.peil.bench.setting.PeilCommand;
import nl.peil.bench.setting.Settings;
import nl.peil.bench.setting.Workspace;
import nl.peil.config.ConfigProblemException;
import org.apache.spark.sql.SparkSession;

/** How the cost of loading and of accessibility grows with zones, and with matrices. */
public final class Scaling {

  private static final Path SAMPLE = Path.of("conf/sample.conf").toAbsolutePath();
  private static final int ZONES_FOR_MATRICES = 500;
  private static final List<Integer> MATRICES = List.of(1, 5, 20, 35, 70);

  private final Settings settings;
  private final SparkSession spark;
  private final PrintStream progress;
  private final List<String> lines = new ArrayList<>();

  private Scaling(Settings settings, SparkSession spark, PrintStream progress) {
    this.settings = settings;
    this.spark = spark;
    this.progress = progress;
  }

  /** Measures both; the results as tables in Markdown. */
  public static String run(Settings settings, SparkSession spark, PrintStream progress)
      throws IOException, ConfigProblemException {
    var scaling = new Scaling(settings, spark, progress);
    for (int zones : settings.sizes()) {
      scaling.zones(zones);
    }
    for (int matrices : MATRICES) {
      if (matrices <= settings.matrices()) {
        scaling.matrices(matrices);
      }
    }
    return scaling.table();
  }

  private void zones(int zones) throws IOException, ConfigProblemException {
    var workspace = workspace(zones);
    measure(zones, workspace.matrices().size(), workspace, workspace.loaded());
  }

  private Workspace workspace(int zones) throws IOException, ConfigProblemException {
    return Workspace.prepare(folder(zones), null, zones, SAMPLE, spark);
  }

  /** A folder for each size: Spark remembers tables by their folder. */
  private Path folder(int zones) {
    return settings.target().resolve("scaling").resolve("zones-" + zones);
  }

  private void matrices(int matrices) throws IOException, ConfigProblemException {
    var workspace = workspace(ZONES_FOR_MATRICES);
    var delivery = folder(ZONES_FOR_MATRICES).resolve("delivery-" + matrices);
    ManyMatrices.make(workspace.raw(), delivery, matrices);
    measure(ZONES_FOR_MATRICES, matrices, workspace, workspace.loaded(delivery));
  }

  private void measure(int zones, int matrices, Workspace workspace, Configuration configuration) {
    var load = time(configuration, "travel_times");
    var access = time(configuration, "accessibility");
    long pairs = workspace.pairs(configuration);
    var line =
        String.format(
            Locale.ROOT,
            "| %,d | %d | %,d | %s | %.1f | %s | %.1f |",
            zones,
            matrices,
            pairs,
            load,
            load.median() * 1e9 / pairs,
            access,
            access.median() * 1e9 / pairs);
    progress.println(line);
    lines.add(line);
  }

  /** Once to warm up, then the rounds that count. */
  private Timings time(Configuration configuration, String table) {
    var seconds = new ArrayList<Double>();
    for (int round = 0; round <= settings.rounds(); round++) {
      long started = System.nanoTime();
      PeilCommand.run("run", "--conf", configuration.file().toString(), "--only", table, "--force");
      if (round > 0) {
        seconds.add((System.nanoTime() - started) / 1e9);
      }
    }
    return new Timings(seconds);
  }

  private String table() {
    return """
        | zones | matrices | pairs | load, s | load, ns per pair | accessibility, s | accessibility, ns per pair |
        | --- | --- | --- | --- | --- | --- | --- |
        %s

        Peil only: `peil run --only travel_times --force` and `--only accessibility --force` (27 measures) in a session
        that is open. Above 5,000 zones the generated matrices of car and public transport end at 120 minutes.
        """
        .formatted(String.join("\n", lines));
  }
}
