package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.peil.config.PublishedForecastConfig;
import nl.peil.config.SourceFile;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.run.Available;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.source.CsvRow;
import nl.peil.source.FoundFile;
import nl.peil.table.InputTables;
import nl.peil.table.PublishedTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Which share of the model zones of a publication lies in which zone, a slice per publication: two
 * that use one file have it each, so that a number leads to the weights it was made with.
 */
public final class ForecastZoneWeightsIngest implements Producer {

  /** How far the shares of a model zone may be from 1: shares are published in three decimals. */
  private static final double TOLERANCE = 0.001;

  private final IngestContext context;
  private final SliceFiles<SourceFile> files;

  /** Finds the files of the delivery. */
  public ForecastZoneWeightsIngest(IngestContext context) {
    this.context = context;
    this.files = new SliceFiles<>(context);
    for (var published : context.config().publishedForecasts()) {
      var weights = published.zoneWeights();
      if (weights != null) {
        for (var file : context.find(weights.path())) {
          files.add(slice(published), weights, file);
        }
      }
    }
  }

  static Slice slice(PublishedForecastConfig published) {
    return Slice.of("publication", published.publication());
  }

  @Override
  public TableSpec table() {
    return PublishedTables.FORECAST_ZONE_WEIGHTS;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of(InputTables.ZONES);
  }

  @Override
  public List<Target> targets(Available available) {
    return files.targets(
        available, ForecastZoneWeightsIngest.class, (slice, configs) -> configs.toString());
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var zones = context.zoneByCode();
    var made = new Made();
    var rows =
        files.read(
            table(),
            batch,
            slice ->
                (weights, intake, ofSlice) ->
                    ofSlice.addAll(read(slice, weights.config(), weights.file(), zones, intake)),
            made);
    return made.rows(context.spark().createDataFrame(rows, table().schema()));
  }

  private List<Row> read(
      Slice slice, SourceFile source, FoundFile file, Map<String, Integer> zones, Intake intake)
      throws IOException, RejectedFileException {
    var rows = new ArrayList<Row>();
    var seen = new HashSet<List<Object>>();
    var sums = new TreeMap<String, Double>();
    for (var row : context.read(file, source, table(), source.columns()).rows()) {
      var modelZone = row.text("model_zone");
      var zone = zones.get(row.text("zone"));
      var weight = weight(row);
      if (row.hasErrorCell()) {
        intake.quarantine(row.line(), "error_cell", row.raw());
      } else if (modelZone.isEmpty()) {
        intake.quarantine(row.line(), "no_zone", row.raw());
      } else if (zone == null) {
        intake.quarantine(row.line(), "unknown_zone", row.raw());
      } else if (Double.isNaN(weight)) {
        intake.quarantine(row.line(), "bad_number", row.raw());
      } else if (weight < 0 || weight > 1 + 1e-9) {
        intake.quarantine(row.line(), "bad_weight", row.raw());
      } else if (!seen.add(List.of(modelZone, zone))) {
        intake.quarantine(row.line(), "duplicate_zone", row.raw());
      } else if (weight == 0) {
        // Nothing of the model zone lies there: right, and nothing to record
        intake.notSelected();
      } else {
        intake.loaded();
        sums.merge(modelZone, weight, Double::sum);
        rows.add(RowFactory.create(slice.get("publication"), modelZone, zone, weight));
      }
    }
    tellSums(sums, intake);
    return rows;
  }

  /** The share; NaN when there is none. */
  private static double weight(CsvRow row) {
    try {
      return Objects.requireNonNullElse(row.number("weight"), Double.NaN);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static void tellSums(Map<String, Double> sums, Intake intake) {
    var off =
        sums.entrySet().stream().filter(sum -> Math.abs(sum.getValue() - 1) > TOLERANCE).toList();
    if (!off.isEmpty()) {
      intake.warn(
          "weights_do_not_sum_to_1",
          0,
          off.size(),
          "the shares of %,d of %,d model zones do not sum to 1, the first '%s' to %s; they are used as they are: that part of a quantity is lost or doubled"
              .formatted(
                  off.size(), sums.size(), off.get(0).getKey(), off.get(0).getValue().floatValue()),
          "correct the file, unless the rest of these zones lies outside the delivery");
    }
  }
}
