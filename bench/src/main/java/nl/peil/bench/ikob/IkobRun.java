package nl.peil.bench.ikob;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import nl.peil.bench.harness.Contest;
import nl.peil.bench.harness.Result;

/** IKOB for as many zones as were asked for; needs no delivery and no Spark. */
public final class IkobRun {

  private IkobRun() {}

  /**
   * Generates the project when it is not there, and runs it.
   *
   * @param work folder to work in
   */
  public static Result hold(Path work, int zones, int rounds, PrintStream progress)
      throws Exception {
    var project = GeneratedProject.of(work.resolve("ikob-" + zones), zones);
    return new Contest(
            String.format(Locale.ROOT, "IKOB, %,d zones, square CSV to result files", zones),
            (long) zones * zones,
            List.of(new IkobProcess(project, work)),
            false)
        .hold(rounds, progress);
  }
}
