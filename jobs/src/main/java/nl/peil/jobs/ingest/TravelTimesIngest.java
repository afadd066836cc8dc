package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.peil.jobs.ingest.SliceFiles.Source;
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
import nl.peil.source.travel.FileDigests;
import nl.peil.source.travel.InspectedFile;
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

  private static final long SPLIT_BYTES = 32L << 20;

  private final IngestContext context;
  private final TravelMatrices matrices;
  private final TravelFormats formats;
  private final FileDigests digests = new FileDigests();

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
    return batches;
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var zoneByCode = context.zoneByCode();
    var codes = ZoneCodes.of(zoneByCode);
    var made = new Made();
    var slices = new ArrayList<Slice>();
    var loadings = new ArrayList<TravelTimesFiles.Loading>();
    for (var planned : batch) {
      var slice = planned.slice();
      var inspected = inspect(slice, matrices.of(slice), zoneByCode, codes, made);
      if (inspected != null) {
        slices.add(slice);
        loadings.add(new TravelTimesFiles.Loading(inspected, context.store().path(table(), slice)));
      }
    }
    var written = new TravelTimesFiles(context.spark(), codes).write(loadings);
    var files = new ArrayList<DataFile>();
    for (int i = 0; i < slices.size(); i++) {
      var slice = slices.get(i);
      made.accept(slice);
      written.get(i).forEach(file -> files.add(dataFile(slice, file)));
    }
    return made.files(files);
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

  private @Nullable InspectedFile inspect(
      Slice slice,
      List<Source<TravelSource>> sources,
      Map<String, Integer> zoneByCode,
      ZoneCodes codes,
      Made made)
      throws IOException {
    var file = sources.get(0).file();
    try {
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
      var told = formats.of(sources.get(0).config(), file, zoneByCode);
      var inspection =
          Inspector.inspect(formats.file(file), told.format(), codes, SPLIT_BYTES, digests);
      var detected = told.detected();
      if (detected != null) {
        inspection.intake().info("format_detected", 0, "the file was read as " + detected);
      }
      var unused = sources.get(0).config().unused();
      if (!unused.isEmpty()) {
        inspection
            .intake()
            .info("matrices_not_used", unused.size(), "the file has matrices besides: " + unused);
      }
      if (!inspection.sha256().equals(fingerprint.sha256())) {
        throw new RejectedFileException(
            "file_changed",
            InputTables.TRAVEL_TIMES.name(),
            file.path(),
            0,
            "expected the file as it was when the run began, it was changed since",
            "wait until the delivery is complete and run again");
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
