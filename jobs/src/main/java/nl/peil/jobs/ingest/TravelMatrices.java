package nl.peil.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.config.TravelTimesConfig;
import nl.peil.model.MatrixKey;
import nl.peil.model.Mode;
import nl.peil.model.Period;
import nl.peil.model.ScenarioYear;
import nl.peil.quality.Finding;
import nl.peil.quality.RejectedFileException;
import nl.peil.run.Available;
import nl.peil.run.Target;
import nl.peil.source.FoundFile;
import nl.peil.source.omx.MatrixSelection;
import nl.peil.source.omx.OmxFile;
import nl.peil.table.Slice;

/**
 * The travel-time matrices of the delivery: which slice comes from which file, and from which
 * matrix of it. A file of which the configuration says that its matrices have names is opened for
 * its table of contents; no other file is.
 */
final class TravelMatrices {

  private final IngestContext context;
  private final SliceFiles<TravelSource> files;
  private final Map<String, Integer> slicesOfFile = new HashMap<>();
  private final List<Finding> unusable = new ArrayList<>();

  /**
   * Finds them.
   *
   * @throws UncheckedIOException when a file cannot be reached
   */
  TravelMatrices(IngestContext context) {
    this.context = context;
    this.files = new SliceFiles<>(context);
    for (var config : context.config().travelTimes()) {
      var zoneList = config.matrix().zoneList();
      var besides = zoneList == null ? List.<FoundFile>of() : context.find(zoneList).subList(0, 1);
      for (var file : context.find(config.file().path())) {
        for (var slice : slices(config, file)) {
          besides.forEach(list -> files.addBesides(slice, list));
        }
      }
    }
  }

  private List<Slice> slices(TravelTimesConfig config, FoundFile file) {
    var wanted = config.matrix().matrices();
    if (wanted == null) {
      return List.of(add(config, file, file.values(), TravelSource.file(config)));
    }
    var slices = new ArrayList<Slice>();
    try {
      var choice = choose(wanted, file);
      for (var matrix : choice.matrices()) {
        var values = new HashMap<>(file.values());
        values.putAll(matrix.values());
        slices.add(
            add(config, file, values, new TravelSource(config, matrix.name(), choice.ignored())));
      }
    } catch (RejectedFileException e) {
      unusable.add(e.finding());
    }
    return slices;
  }

  private Slice add(
      TravelTimesConfig config, FoundFile file, Map<String, String> values, TravelSource source) {
    var slice = slice(key(config, values));
    files.add(slice, source, file);
    slicesOfFile.merge(file.path(), 1, Integer::sum);
    return slice;
  }

  private MatrixSelection.Choice choose(MatrixSelection wanted, FoundFile file)
      throws RejectedFileException {
    try (var omx =
        OmxFile.open(
            file.uri(), file.path(), context.spark().sparkContext().hadoopConfiguration())) {
      return wanted.choose(file.path(), omx.matrices());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + file.uri(), e);
    }
  }

  private static MatrixKey key(TravelTimesConfig config, Map<String, String> values) {
    var scenario = config.scenario();
    var year = config.year();
    var mode = config.mode();
    var period = config.period();
    return new MatrixKey(
        new ScenarioYear(
            scenario == null ? values.getOrDefault("scenario", "") : scenario,
            year == null ? Integer.parseInt(values.getOrDefault("year", "0")) : year),
        mode == null ? Mode.of(values.getOrDefault("mode", "")) : mode,
        period == null ? Period.of(values.getOrDefault("period", "")) : period);
  }

  private static Slice slice(MatrixKey key) {
    return Slice.of(
        "scenario", key.scenarioYear().scenario(),
        "year", Integer.toString(key.scenarioYear().year()),
        "mode", key.mode().key(),
        "period", key.period().key());
  }

  /** The slices that have a matrix, in order. */
  Set<Slice> slices() {
    return files.slices();
  }

  /** What a slice is made from: one, unless the delivery is wrong. */
  List<SliceFiles.Source<TravelSource>> of(Slice slice) {
    return files.of(slice);
  }

  /** About how many bytes of files a slice takes: a file with several matrices counts in parts. */
  long bytes(Slice slice) {
    return files.of(slice).stream()
        .map(SliceFiles.Source::file)
        .mapToLong(file -> file.size() / slicesOfFile.getOrDefault(file.path(), 1))
        .sum();
  }

  /** Why files give no slice at all. */
  List<Finding> unusable() {
    return List.copyOf(unusable);
  }

  /** What can be made. */
  List<Target> targets(Available available) {
    return files.targets(
        available,
        TravelTimesIngest.class,
        (slice, sources) -> sources.stream().map(TravelFormats::settings).toList().toString());
  }
}
