package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.peil.model.ScenarioYear;
import nl.peil.quality.Finding;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.quality.Severity;
import nl.peil.run.Available;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.source.stored.PairFile;
import nl.peil.source.stored.StoredPairs;
import nl.peil.source.travel.FileDigests;
import nl.peil.source.travel.InspectedFile;
import nl.peil.source.travel.Inspection;
import nl.peil.source.travel.Inspector;
import nl.peil.source.travel.OmxMatrix;
import nl.peil.source.travel.TravelTimesFiles;
import nl.peil.source.travel.ZoneCodes;
import nl.peil.table.DataFile;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.jspecify.annotations.Nullable;

/**
 * Travel-time matrices. Every file is inspected from the first to the last byte before anything
 * stored is replaced; then the good rows are loaded in parallel. A file that is in order is written
 * as it comes, whole origins to a file; another is sorted first.
 */
public final class TravelTimesIngest implements Producer {

  /**
   * Small matrices are written together, so that a small delivery is a few commits; large ones
   * apart, so that a rerun resumes.
   */
  private static final long BATCH_BYTES = 64L << 20;

  /** The next batch may be small: two keep the other cores busy while a large one is inspected. */
  private static final int BATCHES_AHEAD = 2;

  private static final long SPLIT_BYTES = 32L << 20;

  private final IngestContext context;
  private final TravelMatrices matrices;
  private final TravelFormats formats;
  private final FileDigests digests = new FileDigests();
  private final AheadOfTime<Looked> looks = new AheadOfTime<>(this::look);
  private final Map<List<PlannedSlice>, List<PlannedSlice>> following = new HashMap<>();

  private @Nullable Zones zones;

  /** The delivered zones. */
  private record Zones(Map<String, Integer> byCode, ZoneCodes codes) {}

  /** A file as its inspection found it. */
  private record Looked(TravelFormats.Told told, Inspection inspection) {}

  /** Finds the files of the delivery. */
  public TravelTimesIngest(IngestContext context) {
    this.context = context;
    this.matrices = new TravelMatrices(context);
    this.formats = new TravelFormats(context);
  }

  /** The scenario-years that the delivery has matrices for. */
  public List<ScenarioYear> scenarioYears() {
    return matrices.slices().stream()
        .map(slice -> new ScenarioYear(slice.get("scenario"), Integer.parseInt(slice.get("year"))))
        .distinct()
        .toList();
  }

  @Override
  public TableSpec table() {
    return InputTables.TRAVEL_TIMES;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of(InputTables.ZONES);
  }

  @Override
  public List<Target> targets(Available available) {
    return matrices.targets(available);
  }

  @Override
  public List<Finding> unusable() {
    return matrices.unusable();
  }

  @Override
  public List<List<PlannedSlice>> batches(List<PlannedSlice> stale) {
    var batches = new ArrayList<List<PlannedSlice>>();
    long bytes = 0;
    for (var planned : stale) {
      long size = matrices.bytes(planned.slice());
      if (batches.isEmpty() || bytes + size > BATCH_BYTES) {
        batches.add(new ArrayList<>());
        bytes = 0;
      }
      batches.get(batches.size() - 1).add(planned);
      bytes += size;
    }
    following.clear();
    for (int i = 0; i < batches.size(); i++) {
      following.put(
          batches.get(i),
          batches.subList(i + 1, Math.min(batches.size(), i + 1 + BATCHES_AHEAD)).stream()
              .flatMap(List::stream)
              .toList());
    }
    return batches;
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var codes = zones().codes();
    batch.stream().skip(1).forEach(planned -> looks.begin(planned.slice()));
    following.getOrDefault(batch, List.of()).forEach(planned -> looks.begin(planned.slice()));
    var made = new Made();
    var slices = new ArrayList<Slice>();
    var loadings = new ArrayList<TravelTimesFiles.Loading>();
    for (var planned : batch) {
      var slice = planned.slice();
      var inspected = inspect(slice, made);
      if (inspected != null) {
        slices.add(slice);
        loadings.add(new TravelTimesFiles.Loading(inspected, context.store().path(table(), slice)));
      }
    }
    var written = new TravelTimesFiles(context.spark(), codes).write(loadings);
    var files = new ArrayList<DataFile>();
    for (int i = 0; i < slices.size(); i++) {
      var slice = slices.get(i);
      var problem = problem(written.get(i), loadings.get(i).file());
      if (problem.isPresent()) {
        made.rejected(slice, notStored(slice, problem.get()));
      } else {
        made.accept(slice);
        written.get(i).forEach(file -> files.add(dataFile(slice, file)));
      }
    }
    return made.files(files);
  }

  /** Looks in the footers of what was written, before anything stored is replaced. */
  private Optional<String> problem(List<PairFile> written, InspectedFile file) throws IOException {
    return StoredPairs.of(
            written.stream().map(PairFile::path).toList(),
            context.spark().sparkContext().hadoopConfiguration())
        .problem(file.inspection().rowsLoaded());
  }

  private Finding notStored(Slice slice, String problem) {
    return new Finding(
        Severity.REJECT,
        "written_differs",
        InputTables.TRAVEL_TIMES.name(),
        matrices.of(slice).get(0).file().path(),
        0,
        1,
        "expected what was written to be what was read, in order; " + problem,
        "run again; what was stored of " + slice + " is as it was");
  }

  private static DataFile dataFile(Slice slice, PairFile file) {
    return new DataFile(
        slice,
        file.path(),
        file.rows(),
        file.bytes(),
        Map.of("origin", file.firstOrigin(), "destination", file.firstDestination()),
        Map.of("origin", file.lastOrigin(), "destination", file.lastDestination()));
  }

  /** Read once, when the first matrix is made: the zones are stored by then. */
  private synchronized Zones zones() {
    var known = zones;
    if (known == null) {
      var byCode = context.zoneByCode();
      known = new Zones(byCode, ZoneCodes.of(byCode));
      zones = known;
    }
    return known;
  }

  private Looked look(Slice slice) throws IOException, RejectedFileException {
    var sources = matrices.of(slice);
    var file = sources.get(0).file();
    if (sources.size() > 1) {
      throw new RejectedFileException(
          "two_files_for_one_matrix",
          InputTables.TRAVEL_TIMES.name(),
          file.path(),
          0,
          "expected one file for "
              + slice
              + ", found "
              + sources.stream().map(source -> source.file().path()).toList(),
          "remove one, or narrow the path in travel_times");
    }
    var fingerprint = context.checked(file, InputTables.TRAVEL_TIMES);
    digests.learn(
        file.uri(), fingerprint.size(), fingerprint.modifiedMillis(), fingerprint.sha256());
    var told = formats.of(sources.get(0).config(), file, zones().byCode());
    var inspection =
        Inspector.inspect(formats.file(file), told.format(), zones().codes(), SPLIT_BYTES, digests);
    if (!inspection.sha256().equals(fingerprint.sha256())) {
      throw new RejectedFileException(
          "file_changed",
          InputTables.TRAVEL_TIMES.name(),
          file.path(),
          0,
          "expected the file as it was when the run began, it was changed since",
          "wait until the delivery is complete and run again");
    }
    return new Looked(told, inspection);
  }

  private @Nullable InspectedFile inspect(Slice slice, Made made) throws IOException {
    var source = matrices.of(slice).get(0);
    var file = source.file();
    try {
      var looked = looks.take(slice);
      var told = looked.told();
      var inspection = looked.inspection();
      var detected = told.detected();
      if (detected != null) {
        inspection.intake().info("format_detected", 0, "the file was read as " + detected);
      }
      var unused = source.config().unused();
      if (!unused.isEmpty()) {
        inspection
            .intake()
            .info("matrices_not_used", unused.size(), "the file has matrices besides: " + unused);
      }
      try {
        inspection.close(context.config().quality().maxBadShare());
      } catch (RejectedFileException e) {
        made.booked(slice, inspection.intake()).rejected(slice, e.finding());
        return null;
      }
      made.booked(slice, inspection.intake());
      context
          .manifest()
          .of(file.path())
          .filter(entry -> entry.rows() >= 0 && entry.rows() != inspection.rowsRead())
          // What a row of a file with matrices is, nobody can know
          .filter(entry -> !(told.format() instanceof OmxMatrix))
          .ifPresent(
              entry ->
                  made.found(
                      slice,
                      new Finding(
                          Severity.WARN,
                          "row_count_differs",
                          InputTables.TRAVEL_TIMES.name(),
                          file.path(),
                          0,
                          inspection.rowsRead(),
                          "expected "
                              + entry.rows()
                              + " rows as the manifest says, read "
                              + inspection.rowsRead(),
                          "ask the supplier which is right")));
      return new InspectedFile(file.uri(), told.format(), inspection);
    } catch (RejectedFileException e) {
      made.booked(slice, new Intake(InputTables.TRAVEL_TIMES.name(), file.path()))
          .rejected(slice, e.finding());
      return null;
    }
  }
}
