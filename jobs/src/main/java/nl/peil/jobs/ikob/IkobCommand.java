package nl.peil.jobs.ikob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import nl.peil.barrier.ikob.ExperiencedAccessibility;
import nl.peil.config.ConfigProblemException;
import nl.peil.jobs.cli.Arguments;
import nl.peil.quality.RejectedFileException;

/** Runs a project of CROW's IKOB as it is: no Spark, no configuration of Peil. */
public final class IkobCommand {

  private final Path file;
  private final Path out;
  private final ProjectPaths paths;
  private final Set<Variant> variants;
  private final Consumer<String> say;

  private IkobCommand(
      Path file, Path out, ProjectPaths paths, Set<Variant> variants, Consumer<String> say) {
    this.file = file;
    this.out = out;
    this.paths = paths;
    this.variants = variants;
    this.say = say;
  }

  /**
   * The command with its options.
   *
   * @param args command line
   * @param say where to tell a person what is going on
   * @throws ConfigProblemException when something is missing or wrong
   */
  public static IkobCommand of(Arguments args, Consumer<String> say) throws ConfigProblemException {
    var file = args.path("project");
    var out = args.path("out");
    if (file == null || out == null) {
      throw new ConfigProblemException(
          List.of("ikob needs a project and a folder: peil ikob PROJECT.json --out DIR"));
    }
    return new IkobCommand(
        file,
        out,
        new ProjectPaths(file, args.path("base"), say),
        Variant.of(args.names("variant")),
        say);
  }

  /**
   * Computes and writes, one part of day after the other.
   *
   * @throws ConfigProblemException when the project cannot be used, or names what is not there
   * @throws RejectedFileException when a file cannot be used
   */
  public void run() throws IOException, ConfigProblemException, RejectedFileException {
    var project = Project.read(file, variants);
    project.notes().forEach(note -> say.accept(file + ": " + note));
    var tables = ProjectTables.read(project, paths, variants);
    int threads = Runtime.getRuntime().availableProcessors();
    var root = out.resolve(project.name());
    var results = new ProjectResults(root, project, tables, variants.contains(Variant.HEADERS));
    try (var tidy = new TidyTable(root.resolve("ikob.csv"))) {
      results.groups();
      for (var partOfDay : project.partsOfDay()) {
        long started = System.nanoTime();
        var skims = Skims.read(project, paths, partOfDay, tables.zones(), threads);
        double read = seconds(started);
        started = System.nanoTime();
        var found =
            new ExperiencedAccessibility(
                    tables.population(),
                    tables.shares(),
                    tables.jobs(),
                    tables.parking(),
                    project.parameters(),
                    skims)
                .compute(project.categories(), threads);
        double computed = seconds(started);
        started = System.nanoTime();
        results.partOfDay(partOfDay, found);
        tidy.add(project, partOfDay, found, tables.zones());
        say.accept(
            String.format(
                Locale.ROOT,
                "%s: %,d zones; skims read in %.1f s, computed in %.1f s, written in %.1f s",
                partOfDay,
                tables.zones(),
                read,
                computed,
                seconds(started)));
      }
      tidy.finish();
      say.accept(
          "%s: %,d files as IKOB writes them, and ikob.csv with %,d rows"
              .formatted(root, results.written(), tidy.rows()));
    }
  }

  private static double seconds(long started) {
    return (System.nanoTime() - started) / 1e9;
  }
}
