package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.config.IncomeConfig;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.run.Available;
import nl.peil.run.CodeVersion;
import nl.peil.run.InputRef;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.source.CsvRow;
import nl.peil.source.FoundFile;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Income per zone. The table is made also when no income is configured, without rows: so a query
 * that joins it works on every output.
 */
public final class IncomeIngest implements Producer {

  private final IngestContext context;
  private final @Nullable IncomeConfig config;

  /** With this context. */
  public IncomeIngest(IngestContext context) {
    this.context = context;
    this.config = context.config().income();
  }

  @Override
  public TableSpec table() {
    return InputTables.ZONE_INCOME;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of(InputTables.ZONES);
  }

  @Override
  public List<Target> targets(Available available) {
    if (available.slices(InputTables.ZONES).isEmpty()) {
      return List.of();
    }
    var inputs = new ArrayList<InputRef>();
    files().forEach(file -> inputs.add(context.ref(file)));
    inputs.addAll(available.matching(InputTables.ZONES, Slice.ALL, List.of()));
    return List.of(
        new Target(
            Slice.ALL,
            inputs,
            config == null ? "none" : config.toString(),
            CodeVersion.of(IncomeIngest.class)));
  }

  private List<FoundFile> files() {
    return config == null ? List.of() : context.find(config.file().path());
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var made = new Made();
    var rows = new ArrayList<Row>();
    if (config != null) {
      var zones = context.zoneByCode();
      for (var file : files()) {
        var intake = new Intake(InputTables.ZONE_INCOME.name(), file.path());
        try {
          var source = config.file();
          var known = new HashSet<Integer>();
          for (var row : context.read(file, source, table(), source.columns()).rows()) {
            add(row, config, zones, intake, rows, known);
          }
          intake.close(context.config().quality().maxBadShare());
          tellUnknown(rows, zones.size(), known.size(), intake);
          made.booked(Slice.ALL, intake);
        } catch (RejectedFileException e) {
          return made.booked(Slice.ALL, intake).rejected(Slice.ALL, e.finding());
        }
      }
    }
    return made.accept(Slice.ALL)
        .rows(context.spark().createDataFrame(rows, InputTables.ZONE_INCOME.schema()));
  }

  private static void add(
      CsvRow row,
      IncomeConfig config,
      Map<String, Integer> zones,
      Intake intake,
      List<Row> rows,
      Set<Integer> known) {
    var zone = zones.get(row.text("zone"));
    if (zone == null) {
      intake.quarantine(row.line(), "unknown_zone", row.raw());
      return;
    }
    try {
      var income = row.number("income");
      if (income != null && income < 0) {
        intake.quarantine(row.line(), "negative_income", row.raw());
      } else if (!known.add(zone)) {
        intake.quarantine(row.line(), "duplicate_zone", row.raw());
      } else {
        intake.loaded();
        rows.add(RowFactory.create(zone, income, config.year(), config.source()));
      }
    } catch (NumberFormatException e) {
      intake.quarantine(row.line(), "bad_number", row.raw());
    }
  }

  private static void tellUnknown(List<Row> rows, int zones, int told, Intake intake) {
    long withheld = rows.stream().filter(row -> row.isNullAt(1)).count();
    long unknown = withheld + zones - told;
    if (unknown > 0) {
      intake.warn(
          "unknown_income",
          0,
          unknown,
          "%,d of %,d zones have no known income: of %,d it is withheld, %,d are not in the file;"
                  .formatted(unknown, zones, withheld, zones - told)
              + " palma and concentration leave their people out (population_with_income)",
          "");
    }
  }
}
