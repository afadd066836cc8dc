package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.peil.config.OpportunitiesConfig;
import nl.peil.model.ScenarioYear;
import nl.peil.quality.RejectedFileException;
import nl.peil.run.Available;
import nl.peil.run.CodeVersion;
import nl.peil.run.InputRef;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.source.FoundFile;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.apache.spark.sql.Row;

/**
 * Opportunities per zone and service, from points, postcodes or numbers per zone. Every delivered
 * zone gets a row for every service, also when there is nothing: nothing to reach is an answer.
 */
public final class OpportunitiesIngest implements Producer {

  private final IngestContext context;
  private final Map<Slice, List<ServiceFile>> files = new TreeMap<>();

  /**
   * A file of one service.
   *
   * @param config its description
   * @param file the file
   */
  record ServiceFile(OpportunitiesConfig config, FoundFile file) {}

  /**
   * Finds the files of the delivery.
   *
   * @param scenarioYears for which a file holds that names no scenario and year
   */
  public OpportunitiesIngest(IngestContext context, List<ScenarioYear> scenarioYears) {
    this.context = context;
    for (var config : context.config().opportunities()) {
      for (var file : context.find(config.file().path())) {
        for (var slice : slices(config, file, scenarioYears)) {
          files.computeIfAbsent(slice, key -> new ArrayList<>()).add(new ServiceFile(config, file));
        }
      }
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
    return Tables.OPPORTUNITIES;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of(Tables.ZONES);
  }

  @Override
  public List<Target> targets(Available available) {
    if (available.slices(Tables.ZONES).isEmpty()) {
      return List.of();
    }
    var code = CodeVersion.of(OpportunitiesIngest.class);
    var targets = new ArrayList<Target>();
    files.forEach(
        (slice, ofSlice) -> {
          var inputs = new ArrayList<InputRef>();
          ofSlice.forEach(one -> inputs.add(context.ref(one.file())));
          inputs.addAll(available.matching(Tables.ZONES, Slice.ALL, List.of()));
          var settings =
              ofSlice.stream().map(ServiceFile::config).toList()
                  + " snap "
                  + context.config().zones().snapMetres();
          targets.add(new Target(slice, inputs, settings, code));
        });
    return targets;
  }

  @Override
  public List<List<PlannedSlice>> batches(List<PlannedSlice> stale) {
    return List.of(stale);
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var zones = context.zoneByCode();
    var needed = new LinkedHashSet<ServiceFile>();
    batch.forEach(planned -> needed.addAll(of(planned)));
    var reader = new OpportunityReader(context, zones);
    var made = new Made();
    var totals = new HashMap<ServiceFile, Map<Integer, ZoneOpportunities>>();
    var rejected = new LinkedHashMap<ServiceFile, RejectedFileException>();
    var booked = new LinkedHashSet<ServiceFile>();
    var read = reader.read(needed, rejected);
    for (var planned : batch) {
      var slice = planned.slice();
      boolean usable = true;
      for (var file : of(planned)) {
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
      if (usable) {
        made.accept(slice);
      }
    }
    var rows = new ArrayList<Row>();
    for (var slice : made.slices()) {
      rows.addAll(rows(slice, zones.values(), totals));
    }
    return made.rows(context.spark().createDataFrame(rows, Tables.OPPORTUNITIES.schema()));
  }

  private List<ServiceFile> of(PlannedSlice planned) {
    return files.getOrDefault(planned.slice(), List.of());
  }

  private List<Row> rows(
      Slice slice,
      Iterable<Integer> zones,
      Map<ServiceFile, Map<Integer, ZoneOpportunities>> totals) {
    var rows = new ArrayList<Row>();
    for (int zone : zones) {
      var sum = new ZoneOpportunities();
      for (var file : files.getOrDefault(slice, List.of())) {
        var part = totals.getOrDefault(file, Map.of()).get(zone);
        if (part != null) {
          sum.add(part);
        }
      }
      rows.add(sum.row(slice, zone));
    }
    return rows;
  }
}
