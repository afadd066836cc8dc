package nl.peil.jobs.export;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.cli.Interrupt;
import nl.peil.jobs.cli.Progress;
import nl.peil.source.write.RowSink;
import nl.peil.table.DeltaStore;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The command export: tables and maps in files that open in Excel, QGIS and other programs. */
public final class ExportCommand {

  private final ExportRequest request;
  private final PeilConfig config;
  private final Progress progress;
  private final Interrupt interrupt;
  private final Dictionary dictionary;

  private ExportCommand(
      ExportRequest request, PeilConfig config, Progress progress, Interrupt interrupt) {
    this.request = request;
    this.config = config;
    this.progress = progress;
    this.interrupt = interrupt;
    this.dictionary = new Dictionary(request.words());
  }

  /**
   * Exports.
   *
   * @param args command line
   * @param config configuration
   * @param spark session
   * @param progress where to tell what is written
   * @param interrupt Ctrl-C
   * @param version version of Peil, which goes into the files
   * @throws ConfigProblemException when what is asked for is not there, or a file would be replaced
   * @throws IOException when a file cannot be written
   * @throws InterruptedException when Ctrl-C was pressed
   */
  public static void run(
      Arguments args,
      PeilConfig config,
      SparkSession spark,
      Progress progress,
      Interrupt interrupt,
      String version)
      throws ConfigProblemException, IOException, InterruptedException {
    var request = ExportRequest.of(args);
    new ExportCommand(request, config, progress, interrupt).run(spark, version);
  }

  private void run(SparkSession spark, String version)
      throws ConfigProblemException, IOException, InterruptedException {
    var snapshot = new Snapshot(new DeltaStore(spark, config.output()));
    var selection = Selection.of(request, snapshot);
    if (selection.zoneCount().filter(count -> count == 0).isPresent()) {
      progress.line("! no zones are known of what was asked for: its members are open");
    }
    var exported = exported(snapshot, selection);
    var now = Instant.now();
    var origin = Origin.of(request, snapshot, selection, config, exported, version, now);
    var lists =
        List.of(
            origin.asTable(request.words()),
            dictionary.columns(List.of(), false),
            dictionary.codes());
    try (var destination = new Destination(request, name(selection), origin, now)) {
      destination.check(
          Stream.concat(
                  exported.stream(), request.format().listsSource() ? lists.stream() : Stream.of())
              .map(Exported::sheet)
              .toList());
      var written = new ArrayList<Exported>();
      if (request.format().listsSource()) {
        write(destination, lists.get(0), true);
      }
      for (var one : exported) {
        interrupt.check();
        if (write(destination, one, !request.tables().isEmpty())) {
          written.add(one);
        }
      }
      if (request.format().listsSource()) {
        write(
            destination, dictionary.columns(written, request.format() == ExportFormat.GPKG), true);
        write(destination, dictionary.codes(), true);
      }
      tell(destination.finish());
    }
  }

  private List<Exported> exported(Snapshot snapshot, Selection selection)
      throws ConfigProblemException {
    var exported = new ArrayList<Exported>();
    if (request.format().maps()) {
      var moment = selection.forMaps(config.basePopulation());
      moment.ifPresent(known -> progress.line("maps show " + known));
      exported.addAll(new MapLayers(snapshot, selection, request.words(), moment).layers());
    }
    if (request.format().tables()) {
      exported.addAll(
          new TidyTables(snapshot, selection, request.words()).tables(request.tables()));
    }
    return exported;
  }

  /**
   * Writes a table or layer.
   *
   * @param always also without rows
   * @return it had rows, or was written without
   */
  private boolean write(Destination destination, Exported one, boolean always) throws IOException {
    progress.begin(one.sheet().name());
    try (var rows = new Counted(destination, one)) {
      one.rows().to(rows::row);
      if (always) {
        rows.begin();
      }
      progress.end(
          rows.count() == 0 && !always ? "empty, left out" : "%,d rows".formatted(rows.count()));
      return rows.begun();
    }
  }

  /** Opens what is written at the first row, and counts. */
  private final class Counted implements AutoCloseable {
    private final Destination destination;
    private final Exported one;
    private final int[] keys;
    private @Nullable RowSink sink;
    private long count;

    private Counted(Destination destination, Exported one) {
      this.destination = destination;
      this.one = one;
      var fields = one.sheet().fields();
      this.keys =
          java.util.stream.IntStream.range(0, fields.size())
              .filter(i -> one.table() != null && Dictionary.hasKeys(fields.get(i)))
              .toArray();
    }

    private RowSink begin() throws IOException {
      var open = sink;
      if (open == null) {
        open = destination.open(one);
        sink = open;
      }
      return open;
    }

    private void row(@Nullable Object[] values) throws IOException {
      begin().row(values);
      for (int key : keys) {
        var value = values[key];
        if (value != null) {
          dictionary.meet(one.sheet().fields().get(key).name(), (String) value);
        }
      }
      count++;
    }

    private long count() {
      return count;
    }

    private boolean begun() {
      return sink != null;
    }

    @Override
    public void close() throws IOException {
      var open = sink;
      if (open != null) {
        open.close();
      }
    }
  }

  private String name(Selection selection) {
    var parts = new ArrayList<String>(List.of("peil"));
    var layout = selection.layout();
    if (layout != null) {
      parts.add(layout);
    }
    var region = selection.region();
    if (region != null) {
      parts.add(region.code());
    }
    return String.join("_", parts).replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private void tell(List<java.nio.file.Path> files) throws IOException {
    long bytes = 0;
    for (var file : files) {
      bytes += Files.size(file);
    }
    progress.line(
        "wrote %s, %.1f MB"
            .formatted(
                files.size() == 1
                    ? files.get(0).toString()
                    : "%,d files to %s".formatted(files.size(), request.out()),
                bytes / 1e6));
  }
}
