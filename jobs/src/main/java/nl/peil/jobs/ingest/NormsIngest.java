package nl.peil.jobs.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Acceptable travel times: the CSV beside the configuration. */
public final class NormsIngest implements Producer {

  private static final List<String> COLUMNS =
      List.of("service", "mode", "minutes", "norm_version", "source");

  private final IngestContext context;

  /** With this context. */
  public NormsIngest(IngestContext context) {
    this.context = context;
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
    var file = Fingerprints.beside(context.config().norms());
    return List.of(
        new Target(Slice.ALL, List.of(InputRef.file(file)), "", CodeVersion.of(NormsIngest.class)));
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var made = new Made();
    var name = context.config().norms().getFileName().toString();
    var intake = new Intake(InputTables.NORMS.name(), name);
    try {
      Map<String, String> columns = new LinkedHashMap<>();
      COLUMNS.forEach(column -> columns.put(column, column));
      var table =
          CsvTable.read(
              Files.newInputStream(context.config().norms()),
              name,
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
      // A norm decides who is told to miss it: one bad row rejects the whole set.
      intake.close(0);
      made.booked(Slice.ALL, intake).accept(Slice.ALL);
      var examples = rows.stream().filter(row -> row.getString(4).startsWith("EXAMPLE")).count();
      if (examples > 0) {
        made.found(
            Slice.ALL,
            new Finding(
                Severity.WARN,
                "example_norms",
                InputTables.NORMS.name(),
                name,
                0,
                examples,
                examples
                    + " of "
                    + rows.size()
                    + " norms are examples, not norms of the state or a region",
                "point 'norms' at a file with the norms of the base package"));
      }
      return made.rows(context.spark().createDataFrame(rows, InputTables.NORMS.schema()));
    } catch (RejectedFileException e) {
      return made.booked(Slice.ALL, intake).rejected(Slice.ALL, e.finding());
    }
  }
}
