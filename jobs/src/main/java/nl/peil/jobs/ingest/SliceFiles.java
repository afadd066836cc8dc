package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.run.Available;
import nl.peil.run.CodeVersion;
import nl.peil.run.InputRef;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Target;
import nl.peil.source.FoundFile;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;

/**
 * The files that each slice of a table is made from, each with the part of the configuration that
 * describes it. Every such table is about zones, so there is nothing to make before they are there.
 *
 * @param <C> the part of the configuration
 */
final class SliceFiles<C> {

  private final IngestContext context;
  private final Map<Slice, List<Source<C>>> files = new TreeMap<>();
  private final Map<Slice, List<FoundFile>> besides = new HashMap<>();

  /**
   * A file and its description.
   *
   * @param <C> the part of the configuration
   * @param config its description
   * @param file the file
   */
  record Source<C>(C config, FoundFile file) {}

  /**
   * Reads one file of a slice.
   *
   * @param <C> the part of the configuration
   */
  @FunctionalInterface
  interface Reader<C> {

    /** Adds the rows of a file; the books of what was read and set aside are kept in the intake. */
    void read(Source<C> source, Intake intake, List<Row> rows)
        throws IOException, RejectedFileException;
  }

  SliceFiles(IngestContext context) {
    this.context = context;
  }

  /** Notes that a slice is made from a file, too. */
  void add(Slice slice, C config, FoundFile file) {
    files.computeIfAbsent(slice, key -> new ArrayList<>()).add(new Source<>(config, file));
  }

  /** Notes that a slice depends on a file that says how its own files are to be read. */
  void addBesides(Slice slice, FoundFile file) {
    var known = besides.computeIfAbsent(slice, key -> new ArrayList<>());
    if (!known.contains(file)) {
      known.add(file);
    }
  }

  /** The slices that have files, in order. */
  Set<Slice> slices() {
    return files.keySet();
  }

  /** The files of a slice; none when it has none. */
  List<Source<C>> of(Slice slice) {
    return files.getOrDefault(slice, List.of());
  }

  /**
   * Reads the files of slices. A slice with a file that is rejected is not made: none of its rows
   * are there.
   *
   * @param readers reads the files of a slice, one after the other
   * @param made what came of it
   */
  List<Row> read(
      TableSpec table, List<PlannedSlice> batch, Function<Slice, Reader<C>> readers, Made made)
      throws IOException {
    var rows = new ArrayList<Row>();
    for (var planned : batch) {
      var slice = planned.slice();
      var reader = readers.apply(slice);
      var ofSlice = new ArrayList<Row>();
      boolean rejected = false;
      for (var source : of(slice)) {
        var intake = new Intake(table.name(), source.file().path());
        try {
          reader.read(source, intake, ofSlice);
          intake.close(context.config().quality().maxBadShare());
          made.booked(slice, intake);
        } catch (RejectedFileException e) {
          made.booked(slice, intake).rejected(slice, e.finding());
          rejected = true;
        }
      }
      if (!rejected) {
        made.accept(slice);
        rows.addAll(ofSlice);
      }
    }
    return rows;
  }

  /**
   * What can be made: each slice from its files and the zones.
   *
   * @param job class whose code makes the slices
   * @param settings the settings that a slice depends on, from the slice and the descriptions of
   *     its files
   */
  List<Target> targets(
      Available available, Class<?> job, BiFunction<Slice, List<C>, String> settings) {
    if (available.slices(InputTables.ZONES).isEmpty()) {
      return List.of();
    }
    context
        .fingerprints()
        .prepare(files.values().stream().flatMap(List::stream).map(Source::file).toList());
    var code = CodeVersion.of(job);
    var targets = new ArrayList<Target>();
    files.forEach(
        (slice, sources) -> {
          var inputs = new ArrayList<InputRef>();
          sources.forEach(source -> inputs.add(context.ref(source.file())));
          besides.getOrDefault(slice, List.of()).forEach(file -> inputs.add(context.ref(file)));
          inputs.addAll(available.matching(InputTables.ZONES, Slice.ALL, List.of()));
          targets.add(
              new Target(
                  slice,
                  inputs,
                  settings.apply(slice, sources.stream().map(Source::config).toList()),
                  code));
        });
    return targets;
  }
}
