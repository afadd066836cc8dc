package nl.peil.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.peil.config.ScenarioChanges.TimeChange;
import nl.peil.quality.Finding;
import nl.peil.quality.Severity;
import nl.peil.run.Available;
import nl.peil.run.CodeVersion;
import nl.peil.run.InputRef;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.table.ForecastTables;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * The travel times that what-ifs change, with the zones of the regions they name: a zone belongs to
 * the region in which most of its people live.
 */
public final class TimeChangesIngest implements Producer {

  private final IngestContext context;
  private final Map<Slice, List<TimeChange>> changes = new TreeMap<>();

  /** With this context. */
  public TimeChangesIngest(IngestContext context) {
    this.context = context;
    for (var scenario : context.config().scenarios()) {
      if (!scenario.changes().times().isEmpty()) {
        changes.put(IngestContext.slice(scenario.key()), scenario.changes().times());
      }
    }
  }

  @Override
  public TableSpec table() {
    return ForecastTables.TIME_CHANGES;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of(InputTables.REGION_MEMBERSHIP);
  }

  @Override
  public List<Target> targets(Available available) {
    var targets = new ArrayList<Target>();
    changes.forEach(
        (slice, wanted) -> {
          var layouts = new TreeSet<String>();
          wanted.forEach(
              change -> {
                var layout = change.layout();
                if (layout != null) {
                  layouts.add(layout);
                }
              });
          var inputs = new ArrayList<InputRef>();
          layouts.forEach(
              layout ->
                  inputs.addAll(
                      available.matching(
                          InputTables.REGION_MEMBERSHIP,
                          Slice.of("layout", layout),
                          List.of("layout"))));
          targets.add(
              new Target(
                  slice, inputs, wanted.toString(), CodeVersion.of(TimeChangesIngest.class)));
        });
    return targets;
  }

  @Override
  public Made make(List<PlannedSlice> batch) {
    var made = new Made();
    var rows = new ArrayList<Row>();
    for (var planned : batch) {
      var slice = planned.slice();
      int number = 0;
      boolean usable = true;
      for (var change : changes.getOrDefault(slice, List.of())) {
        number++;
        var layout = change.layout();
        var region = change.region();
        if (layout == null || region == null) {
          rows.add(row(slice, number, change, "all", null));
          continue;
        }
        var zones = zones(layout, region);
        if (zones.isEmpty()) {
          made.rejected(slice, unknownRegion(slice, layout, region));
          usable = false;
        }
        for (int zone : zones) {
          rows.add(row(slice, number, change, change.ends(), zone));
        }
      }
      if (usable) {
        made.accept(slice);
      }
    }
    rows.removeIf(row -> !made.slices().contains(slice(row)));
    return made.rows(context.spark().createDataFrame(rows, ForecastTables.TIME_CHANGES.schema()));
  }

  private static Slice slice(Row row) {
    return Slice.of("scenario", row.getString(0), "year", Integer.toString(row.getInt(1)));
  }

  private static Row row(
      Slice slice, int number, TimeChange change, String ends, @Nullable Integer zone) {
    return RowFactory.create(
        slice.get("scenario"),
        Integer.parseInt(slice.get("year")),
        number,
        change.mode(),
        change.factor(),
        ends,
        zone);
  }

  private List<Integer> zones(String layout, String region) {
    return context
        .store()
        .read(InputTables.REGION_MEMBERSHIP)
        .where(Slice.predicate(InputTables.REGION_MEMBERSHIP, List.of(Slice.of("layout", layout))))
        .where(org.apache.spark.sql.functions.col("region").equalTo(region))
        .where("weight >= 0.5")
        .select("zone")
        .orderBy("zone")
        .collectAsList()
        .stream()
        .map(row -> row.getInt(0))
        .toList();
  }

  private static Finding unknownRegion(Slice slice, String layout, String region) {
    return new Finding(
        Severity.REJECT,
        "what_if_region",
        ForecastTables.TIME_CHANGES.name(),
        "",
        0,
        1,
        "expected a region with zones in which most people live, got '"
            + region
            + "' of layout '"
            + layout
            + "'",
        "correct 'layout' and 'region' in the scenario " + slice.get("scenario"));
  }
}
