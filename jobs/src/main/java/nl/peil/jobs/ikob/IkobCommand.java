package nl.peil.jobs.ikob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import nl.peil.barrier.ikob.Accessibility;
import nl.peil.barrier.ikob.ExperiencedAccessibility;
import nl.peil.barrier.ikob.Motive;
import nl.peil.barrier.ikob.Parameters;
import nl.peil.config.ConfigProblemException;
import nl.peil.jobs.cli.Arguments;
import nl.peil.quality.RejectedFileException;

/** Runs a project of CROW's IKOB as it is: no Spark, no configuration of Peil. */
public final class IkobCommand {

  private final Path file;
  private final Path out;
  private final ProjectPaths paths;
  private final Set<Variant> variants;
  private final Map<Motive, Path> destinations;
  private final Consumer<String> say;

  private IkobCommand(
      Path file,
      Path out,
      ProjectPaths paths,
      Set<Variant> variants,
      Map<Motive, Path> destinations,
      Consumer<String> say) {
    this.file = file;
    this.out = out;
    this.paths = paths;
    this.variants = variants;
    this.destinations = destinations;
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
        destinations(args.all("destinations")),
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
    requireDestinations(project);
    project.notes().forEach(note -> say.accept(file + ": " + note));
    var tables = ProjectTables.read(project, paths, variants, destinations);
    int threads = Runtime.getRuntime().availableProcessors();
    var root = out.resolve(project.name());
    var results = new ProjectResults(root, project, tables, variants.contains(Variant.HEADERS));
    try (var tidy = new TidyTable(root.resolve("ikob.csv"))) {
      results.groups();
      for (var partOfDay : project.partsOfDay()) {
        long started = System.nanoTime();
        var skims = Skims.read(project, paths, partOfDay, tables.zones(), threads);
        say.accept(
            String.format(
                Locale.ROOT,
                "%s: %,d zones; skims read in %.1f s",
                partOfDay,
                tables.zones(),
                seconds(started)));
        for (var motive : project.parameters().entrySet()) {
          started = System.nanoTime();
          var found = compute(tables, motive.getKey(), motive.getValue(), skims, project, threads);
          double computed = seconds(started);
          started = System.nanoTime();
          results.write(motive.getKey(), partOfDay, found);
          tidy.add(project, motive.getKey(), partOfDay, found, tables.zones());
          say.accept(
              String.format(
                  Locale.ROOT,
                  "%s, %s: computed in %.1f s, written in %.1f s",
                  partOfDay,
                  motive.getKey().label(),
                  computed,
                  seconds(started)));
        }
      }
      tidy.finish();
      say.accept(
          "%s: %,d files as IKOB writes them, and ikob.csv with %,d rows"
              .formatted(root, results.written(), tidy.rows()));
    }
  }

  private static Accessibility compute(
      ProjectTables tables,
      Motive motive,
      Parameters parameters,
      Skims skims,
      Project project,
      int threads) {
    return new ExperiencedAccessibility(
            tables.population(),
            tables.shares(),
            tables.destinations(motive),
            tables.parking(),
            parameters,
            skims)
        .compute(project.categories(), threads);
  }

  /** Destinations of motives other than work, each with its file. */
  private static Map<Motive, Path> destinations(List<String> given) throws ConfigProblemException {
    var files = new EnumMap<Motive, Path>(Motive.class);
    for (var text : given) {
      int equals = text.indexOf('=');
      var name = equals < 0 ? text : text.substring(0, equals);
      var motive =
          Arrays.stream(Motive.values())
              .filter(each -> each != Motive.WERK && each.label().equals(name))
              .findFirst();
      if (motive.isEmpty() || equals == text.length() - 1 || equals < 0) {
        throw new ConfigProblemException(
            List.of(
                "--destinations takes MOTIVE=FILE for a motive other than werk, got '%s'"
                    .formatted(text)));
      }
      files.put(motive.get(), Path.of(text.substring(equals + 1)));
    }
    return files;
  }

  private void requireDestinations(Project project) throws ConfigProblemException {
    for (var motive : project.parameters().keySet()) {
      if (motive != Motive.WERK && !destinations.containsKey(motive)) {
        throw new ConfigProblemException(
            List.of(
                ("%s: motive '%s' needs destinations per zone: expected --destinations %s=FILE; IKOB"
                        + " itself stops at this motive")
                    .formatted(file, motive.label(), motive.label())));
      }
    }
  }

  private static double seconds(long started) {
    return (System.nanoTime() - started) / 1e9;
  }
}
