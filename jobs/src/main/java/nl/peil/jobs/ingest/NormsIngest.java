package nl.peil.jobs.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nl.peil.config.ScenarioChanges.NormChange;
import nl.peil.config.ScenarioConfig;
import nl.peil.config.ScenarioConfig.Inherited;
import nl.peil.model.Mode;
import nl.peil.quality.Finding;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.quality.Severity;
import nl.peil.run.Available;
import nl.peil.run.CodeVersion;
import nl.peil.run.Fingerprints;
import nl.peil.run.InputRef;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.source.CsvFormat;
import nl.peil.source.CsvTable;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Acceptable travel times: the CSV files beside the configuration. */
public final class NormsIngest implements Producer {

  private static final List<String> COLUMNS =
      List.of("service", "mode", "minutes", "norm_version", "source");

  private final IngestContext context;

  /**
   * The norms of all, which belong to the base year, and those of scenario-years with their own.
   */
  private final Map<Slice, Path> files = new TreeMap<>();

  /** Norms that a what-if changes. */
  private final Map<Slice, List<NormChange>> changes = new HashMap<>();

  /** With this context. */
  public NormsIngest(IngestContext context) {
    this.context = context;
    var config = context.config();
    files.put(IngestContext.slice(config.basePopulation()), config.norms());
    for (var scenario : config.scenarios()) {
      var own = scenario.norms();
      var slice = IngestContext.slice(scenario.key());
      if (own != null) {
        files.put(slice, own);
      }
      if (!scenario.changes().norms().isEmpty()) {
        changes.put(slice, scenario.changes().norms());
      }
    }
    // A what-if changes the norms of its parent; files of parents are known by now
    for (var scenario : config.scenarios()) {
      var slice = IngestContext.slice(scenario.key());
      var parent = scenario.whatIfOf();
      if (changes.containsKey(slice) && parent != null) {
        files.put(
            slice,
            ScenarioConfig.line(config.scenarios(), parent, Inherited.NORMS).stream()
                .map(key -> files.get(IngestContext.slice(key)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(config.norms()));
      }
    }
  }

  @Override
  public TableSpec table() {
    return InputTables.NORMS;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of();
  }

  @Override
  public List<Target> targets(Available available) {
    var targets = new ArrayList<Target>();
    files.forEach(
        (slice, file) ->
            targets.add(
                new Target(
                    slice,
                    List.of(InputRef.file(Fingerprints.beside(file))),
                    changes.containsKey(slice) ? String.valueOf(changes.get(slice)) : "",
                    CodeVersion.of(NormsIngest.class))));
    return targets;
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var made = new Made();
    var rows = new ArrayList<Row>();
    for (var planned : batch) {
      var slice = planned.slice();
      var file = Objects.requireNonNull(files.get(slice));
      var intake = new Intake(InputTables.NORMS.name(), file.getFileName().toString());
      try {
        var norms = read(slice, file, intake);
        // A norm decides who is told to miss it: one bad row rejects the whole set.
        intake.close(0);
        made.booked(slice, intake).accept(slice);
        var changed = changed(slice, norms);
        examples(norms, intake.file()).ifPresent(finding -> made.found(slice, finding));
        rows.addAll(changed);
      } catch (RejectedFileException e) {
        made.booked(slice, intake).rejected(slice, e.finding());
      }
    }
    return made.rows(context.spark().createDataFrame(rows, InputTables.NORMS.schema()));
  }

  private static List<Row> read(Slice slice, Path file, Intake intake)
      throws IOException, RejectedFileException {
    Map<String, String> columns = new LinkedHashMap<>();
    COLUMNS.forEach(column -> columns.put(column, column));
    var table =
        CsvTable.read(
            Files.newInputStream(file),
            intake.file(),
            InputTables.NORMS.name(),
            CsvFormat.DETECT,
            columns);
    var rows = new ArrayList<Row>();
    var seen = new HashSet<String>();
    for (var row : table.rows()) {
      try {
        var minutes = row.number("minutes");
        var mode = Mode.of(row.text("mode")).key();
        if (minutes == null || minutes <= 0 || row.text("service").isEmpty()) {
          intake.quarantine(row.line(), "bad_norm", row.raw());
        } else if (!seen.add(row.text("service") + "/" + mode)) {
          intake.quarantine(row.line(), "duplicate_norm", row.raw());
        } else {
          intake.loaded();
          rows.add(
              RowFactory.create(
                  slice.get("scenario"),
                  Integer.parseInt(slice.get("year")),
                  row.text("service"),
                  mode,
                  minutes,
                  row.text("norm_version"),
                  row.text("source")));
        }
      } catch (IllegalArgumentException e) {
        intake.quarantine(row.line(), "bad_norm", row.raw());
      }
    }
    return rows;
  }

  /** The norms of a what-if: those that it changes are its own, whether there was one or not. */
  private List<Row> changed(Slice slice, List<Row> norms) {
    var byKey = new LinkedHashMap<String, Row>();
    norms.forEach(norm -> byKey.put(norm.getString(2) + "/" + norm.getString(3), norm));
    for (var change : changes.getOrDefault(slice, List.of())) {
      byKey.put(
          change.service() + "/" + change.mode(),
          RowFactory.create(
              slice.get("scenario"),
              Integer.parseInt(slice.get("year")),
              change.service(),
              change.mode(),
              change.minutes(),
              "what-if",
              "scenario " + slice.get("scenario")));
    }
    return List.copyOf(byKey.values());
  }

  private static Optional<Finding> examples(List<Row> norms, String file) {
    var examples = norms.stream().filter(row -> row.getString(6).startsWith("EXAMPLE")).count();
    return examples == 0
        ? Optional.empty()
        : Optional.of(
            new Finding(
                Severity.WARN,
                "example_norms",
                InputTables.NORMS.name(),
                file,
                0,
                examples,
                examples
                    + " of "
                    + norms.size()
                    + " norms are examples, not norms of the state or a region",
                "point 'norms' at a file with the norms of the base package"));
  }
}
