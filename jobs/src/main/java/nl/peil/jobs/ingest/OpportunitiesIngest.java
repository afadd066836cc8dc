package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import nl.peil.config.OpportunitiesConfig;
import nl.peil.jobs.ingest.SliceFiles.Source;
import nl.peil.model.ScenarioYear;
import nl.peil.quality.RejectedFileException;
import nl.peil.run.Available;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.source.FoundFile;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;

/**
 * Opportunities per zone and service, from points, postcodes or numbers per zone. Every delivered
 * zone gets a row for every service, also when there is nothing: nothing to reach is an answer.
 */
public final class OpportunitiesIngest implements Producer {

  private final IngestContext context;
  private final SliceFiles<OpportunitiesConfig> files;
  private final FacilityChanges changes;

  /**
   * Finds the files of the delivery.
   *
   * @param scenarioYears for which a file holds that names no scenario and year
   */
  public OpportunitiesIngest(IngestContext context, List<ScenarioYear> scenarioYears) {
    this.context = context;
    this.files = new SliceFiles<>(context);
    for (var config : context.config().opportunities()) {
      for (var file : context.find(config.file().path())) {
        for (var slice : slices(config, file, scenarioYears)) {
          files.add(slice, config, file);
        }
      }
    }
    this.changes = FacilityChanges.of(context.config().scenarios(), files);
    if (!changes.unfounded().isEmpty()) {
      throw new MissingFileException(
          context.config().file() + ": " + String.join("; ", changes.unfounded()));
    }
  }

  private static List<Slice> slices(
      OpportunitiesConfig config, FoundFile file, List<ScenarioYear> scenarioYears) {
    boolean stated = config.scenarioYear() != null || file.values().containsKey("scenario");
    var keys =
        stated
            ? List.of(IngestContext.slice(config.scenarioYear(), file))
            : scenarioYears.stream().map(key -> IngestContext.slice(key, file)).toList();
    return keys.stream()
        .map(
            key ->
                Slice.of(
                    "scenario",
                    key.get("scenario"),
                    "year",
                    key.get("year"),
                    "service",
                    config.service()))
        .toList();
  }

  @Override
  public TableSpec table() {
    return InputTables.OPPORTUNITIES;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of(InputTables.ZONES);
  }

  @Override
  public List<Target> targets(Available available) {
    return files.targets(
        available,
        OpportunitiesIngest.class,
        (slice, configs) ->
            configs + " snap " + context.config().zones().snapMetres() + changes.text(slice));
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var zones = context.zoneByCode();
    var needed = new LinkedHashSet<Source<OpportunitiesConfig>>();
    batch.forEach(planned -> needed.addAll(files.of(planned.slice())));
    var reader = new OpportunityReader(context, zones);
    var made = new Made();
    var totals = new HashMap<Source<OpportunitiesConfig>, Map<Integer, ZoneOpportunities>>();
    var rejected = new LinkedHashMap<Source<OpportunitiesConfig>, RejectedFileException>();
    var booked = new LinkedHashSet<Source<OpportunitiesConfig>>();
    var read = reader.read(needed, rejected);
    for (var planned : batch) {
      var slice = planned.slice();
      boolean usable = true;
      for (var file : files.of(slice)) {
        var books = read.get(file);
        if (books != null && booked.add(file)) {
          made.booked(slice, books.intake());
        }
        var reason = rejected.get(file);
        if (reason != null) {
          made.rejected(slice, reason.finding());
          usable = false;
        } else if (books != null) {
          totals.put(file, books.byZone());
        }
      }
      for (var problem : changes.problems(slice, zones.keySet())) {
        made.rejected(slice, problem);
        usable = false;
      }
      if (usable) {
        made.accept(slice);
      }
    }
    var rows = new ArrayList<Row>();
    for (var slice : made.slices()) {
      rows.addAll(rows(slice, zones, totals));
    }
    return made.rows(context.spark().createDataFrame(rows, InputTables.OPPORTUNITIES.schema()));
  }

  private List<Row> rows(
      Slice slice,
      Map<String, Integer> zones,
      Map<Source<OpportunitiesConfig>, Map<Integer, ZoneOpportunities>> totals) {
    var rows = new ArrayList<Row>();
    zones.forEach(
        (code, zone) -> {
          var sum = new ZoneOpportunities();
          for (var file : files.of(slice)) {
            var part = totals.getOrDefault(file, Map.of()).get(zone);
            if (part != null) {
              sum.add(part);
            }
          }
          rows.add(changes.applied(slice, code, sum).row(slice, zone));
        });
    return rows;
  }
}
