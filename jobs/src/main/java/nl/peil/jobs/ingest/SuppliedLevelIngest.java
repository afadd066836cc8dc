package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import nl.peil.config.SuppliedLevelConfig;
import nl.peil.model.Mode;
import nl.peil.quality.Intake;
import nl.peil.run.Available;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.source.CsvRow;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Acceptable and realised travel times as the state supplies them; kept beside what Peil computes
 * itself.
 */
public final class SuppliedLevelIngest implements Producer {

  private final IngestContext context;
  private final SliceFiles<SuppliedLevelConfig> byYear;

  /** Finds the files of the delivery. */
  public SuppliedLevelIngest(IngestContext context) {
    this.context = context;
    this.byYear = new SliceFiles<>(context);
    for (var config : context.config().suppliedLevels()) {
      for (var file : context.find(config.file().path())) {
        var year = config.year();
        var slice =
            Slice.of(
                "year", year == null ? file.values().getOrDefault("year", "") : year.toString());
        byYear.add(slice, config, file);
      }
    }
  }

  @Override
  public TableSpec table() {
    return InputTables.SUPPLIED_LEVEL;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of(InputTables.ZONES);
  }

  @Override
  public List<Target> targets(Available available) {
    return byYear.targets(
        available, SuppliedLevelIngest.class, (slice, configs) -> configs.toString());
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var zones = context.zoneByCode();
    var made = new Made();
    var rows = byYear.read(table(), batch, slice -> reader(slice, zones), made);
    return made.rows(context.spark().createDataFrame(rows, table().schema()));
  }

  private SliceFiles.Reader<SuppliedLevelConfig> reader(Slice slice, Map<String, Integer> zones) {
    var seen = new HashSet<String>();
    return (supplied, intake, rows) -> {
      var source = supplied.config().file();
      for (var row : context.read(supplied.file(), source, table(), source.columns()).rows()) {
        add(row, slice, zones, seen, intake, rows);
      }
    };
  }

  private static void add(
      CsvRow row,
      Slice slice,
      Map<String, Integer> zones,
      HashSet<String> seen,
      Intake intake,
      List<Row> rows) {
    var zone = zones.get(row.text("zone"));
    if (zone == null) {
      intake.quarantine(row.line(), "unknown_zone", row.raw());
      return;
    }
    try {
      var mode = Mode.of(row.text("mode")).key();
      var acceptable = row.number("acceptable");
      var realised = row.number("realised");
      if ((acceptable != null && acceptable < 0) || (realised != null && realised < 0)) {
        intake.quarantine(row.line(), "negative_time", row.raw());
      } else if (!seen.add(zone + "/" + row.text("service") + "/" + mode)) {
        intake.quarantine(row.line(), "duplicate_level", row.raw());
      } else {
        intake.loaded();
        rows.add(
            RowFactory.create(
                Integer.parseInt(slice.get("year")),
                zone,
                row.text("service"),
                mode,
                acceptable,
                realised));
      }
    } catch (NumberFormatException e) {
      intake.quarantine(row.line(), "bad_number", row.raw());
    } catch (IllegalArgumentException e) {
      intake.quarantine(row.line(), "unknown_mode", row.raw());
    }
  }
}
