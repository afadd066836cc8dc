package nl.peil.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peil.bench.access.AccessContest;
import nl.peil.bench.harness.DisagreementException;
import nl.peil.bench.harness.Machine;
import nl.peil.bench.harness.Report;
import nl.peil.bench.harness.Result;
import nl.peil.bench.ikob.IkobRun;
import nl.peil.bench.jmh.SmallPieces;
import nl.peil.bench.load.LoadContest;
import nl.peil.bench.regions.RegionsContest;
import nl.peil.bench.scaling.Scaling;
import nl.peil.bench.setting.Settings;
import nl.peil.bench.setting.Workspace;
import nl.peil.bench.whole.WholeRun;

/** The program: runs the parts that were asked for and writes the report. */
public final class Bench {

  private static final List<String> USUAL =
      List.of("load", "accessibility", "regions", "whole", "jmh");

  private static final String IKOB = "ikob";

  private final Settings settings;
  private final Report report;
  private final PrintStream out;

  private Bench(Settings settings, Report report, PrintStream out) {
    this.settings = settings;
    this.report = report;
    this.out = out;
  }

  /** A part of the benchmarks. */
  @FunctionalInterface
  private interface Part {
    void run() throws Exception;
  }

  /** Runs it; ends with exit code 1 when contestants disagree. */
  public static void main(String[] words) throws Exception {
    var settings = Settings.fromProperties();
    var report =
        new Report(
            settings.target().resolve("performance.md"),
            settings.command(),
            Machine.here(),
            System.out);
    try {
      new Bench(settings, report, System.out).run();
    } catch (DisagreementException e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(1);
    }
  }

  private void run() throws Exception {
    if (settings.only().equals(List.of(IKOB))) {
      // Needs neither a delivery nor Spark
      ikob();
      return;
    }
    try (var spark = Workspace.session()) {
      var workspace =
          Workspace.prepare(
              settings.target().resolve("work"),
              settings.delivery(),
              settings.zones(),
              settings.conf(),
              spark);
      var parts = parts(workspace);
      var wanted = settings.only().isEmpty() ? USUAL : settings.only();
      for (var name : wanted) {
        var part = parts.get(name);
        if (part == null) {
          throw new IllegalArgumentException(
              "-Dbench.only: there is no '" + name + "'; there are " + parts.keySet());
        }
        part.run();
      }
    }
  }

  private Map<String, Part> parts(Workspace workspace) {
    var parts = new LinkedHashMap<String, Part>();
    parts.put("load", () -> add(LoadContest.hold(workspace, settings.rounds(), out)));
    parts.put("accessibility", () -> add(AccessContest.hold(workspace, settings.rounds(), out)));
    parts.put("regions", () -> add(RegionsContest.hold(workspace, settings.rounds(), out)));
    parts.put("whole", () -> add(WholeRun.hold(workspace, settings.rounds(), out)));
    parts.put("jmh", () -> report.add("small pieces (JMH)", SmallPieces.run()));
    parts.put(
        "scaling",
        () ->
            report.add(
                "growth with zones and matrices", Scaling.run(settings, workspace.spark(), out)));
    parts.put(IKOB, this::ikob);
    return parts;
  }

  private void ikob() throws Exception {
    add(IkobRun.hold(settings.target().resolve("work"), settings.zones(), settings.rounds(), out));
  }

  private void add(Result result) throws Exception {
    report.add(result.contest().title(), result.markdown());
  }
}
