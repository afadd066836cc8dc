package nl.peil.jobs.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.peil.config.LayoutConfig;
import nl.peil.geo.RegionLists;
import nl.peil.geo.RegionMembership;
import nl.peil.quality.Finding;
import nl.peil.quality.Severity;
import nl.peil.run.Available;
import nl.peil.run.CodeVersion;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who lives in which region: the layout of the whole delivery, and the polygons and lists of all
 * layouts that are stale, with one spatial join of the inhabited cells of the base population.
 */
public final class MembershipIngest implements Producer {

  private static final Slice WHOLE = Slice.of("layout", LayoutConfig.DELIVERY);

  private final IngestContext context;
  private final LayoutFiles files;
  private final Slice basePopulation;

  /** With this context and these files. */
  public MembershipIngest(IngestContext context, LayoutFiles files) {
    this.context = context;
    this.files = files;
    var base = context.config().basePopulation();
    this.basePopulation =
        Slice.of("scenario", base.scenario(), "year", Integer.toString(base.year()));
  }

  @Override
  public TableSpec table() {
    return InputTables.REGION_MEMBERSHIP;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of(InputTables.ZONES, InputTables.POPULATION_GRID);
  }

  @Override
  public List<Target> targets(Available available) {
    var base =
        available.slices(InputTables.POPULATION_GRID).stream()
            .filter(basePopulation::equals)
            .toList();
    if (available.slices(InputTables.ZONES).isEmpty() || base.isEmpty()) {
      return List.of();
    }
    var code = CodeVersion.of(MembershipIngest.class);
    var everywhere = new ArrayList<>(available.matching(InputTables.ZONES, Slice.ALL, List.of()));
    everywhere.addAll(
        available.matching(
            InputTables.POPULATION_GRID, basePopulation, List.of("scenario", "year")));
    var targets = new ArrayList<Target>();
    for (var layout : context.config().layouts()) {
      var inputs = new ArrayList<>(everywhere);
      inputs.addAll(files.inputs(layout));
      targets.add(new Target(slice(layout), inputs, files.settings(layout), code));
    }
    targets.add(new Target(WHOLE, everywhere, "built in", code));
    return targets;
  }

  private static Slice slice(LayoutConfig layout) {
    return Slice.of("layout", layout.layout());
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var made = new Made();
    var found = new LayoutRows(context.spark());
    var reader = new LayoutReader(files, found);
    for (var planned : batch) {
      if (planned.slice().equals(WHOLE)) {
        reader.addWholeDelivery();
        made.accept(WHOLE);
        continue;
      }
      var layout = files.layout(planned.slice().get("layout"));
      if (reader.read(layout, made, planned.slice())) {
        made.accept(planned.slice());
      }
    }
    if (made.slices().isEmpty()) {
      return made;
    }
    var cells =
        context
            .store()
            .read(InputTables.POPULATION_GRID, List.of(basePopulation))
            .where("zone IS NOT NULL")
            .select(
                col("cell_code"), col("x"), col("y"), col("zone"), col("population").as("persons"));
    var zones = context.store().read(InputTables.ZONES).where("delivered");
    try (var drawn = RegionMembership.of(cells, found.polygons(), zones, found.layouts())) {
      var all =
          drawn
              .membership()
              .unionByName(RegionLists.ofRegions(drawn.membership(), found.regionMembers()))
              .unionByName(RegionLists.ofZones(found.zoneMembers(), cells));
      var rows =
          all.join(broadcast(found.descriptions()), "layout")
              .join(
                  broadcast(found.names()),
                  all.col("layout")
                      .equalTo(col("named_layout"))
                      .and(all.col("region").equalTo(col("named_region"))),
                  "left")
              .withColumn("status", coalesce(col("region_status"), col("status")))
              .withColumn("source", coalesce(col("region_source"), col("source")))
              .localCheckpoint();
      report(drawn.coverage(), made);
      reportUnknown(RegionLists.unknownMembers(drawn.membership(), found.regionMembers()), made);
      return made.rows(rows);
    }
  }

  private static void report(Dataset<Row> coverage, Made made) {
    for (var row : coverage.orderBy("layout").collectAsList()) {
      var slice = Slice.of("layout", row.<String>getAs("layout"));
      if (!made.slices().contains(slice)) {
        continue; // a layout that was read only because another one lists its regions
      }
      boolean partition = row.<Boolean>getAs("partition");
      long cells = row.<Long>getAs("cells_outside");
      if (cells > 0) {
        made.found(
            slice,
            new Finding(
                partition ? Severity.WARN : Severity.INFO,
                "in_no_region",
                InputTables.REGION_MEMBERSHIP.name(),
                "",
                0,
                cells,
                String.format(
                    Locale.ROOT,
                    "layout %s: %,d inhabited cells with %,.0f people and %,d zones lie in no region%s",
                    slice.get("layout"),
                    cells,
                    row.<Double>getAs("persons_outside"),
                    row.<Long>getAs("zones_outside"),
                    partition
                        ? "; as the layout claims to be a partition they follow the rest of their zone"
                        : ""),
                ""));
      }
      long shared = row.<Long>getAs("cells_shared");
      if (shared > 0 && partition) {
        made.found(
            slice,
            new Finding(
                Severity.WARN,
                "in_two_regions",
                InputTables.REGION_MEMBERSHIP.name(),
                "",
                0,
                shared,
                String.format(
                    Locale.ROOT,
                    "layout %s: %,d cells with %,.0f people lie in more than one region; they count with the lowest code",
                    slice.get("layout"),
                    shared,
                    row.<Double>getAs("persons_shared")),
                "check the borders of the regions"));
      }
    }
  }

  private static void reportUnknown(Dataset<Row> unknown, Made made) {
    for (var row : unknown.groupBy("layout").count().orderBy("layout").collectAsList()) {
      made.found(
          Slice.of("layout", row.getString(0)),
          new Finding(
              Severity.INFO,
              "members_without_zones",
              InputTables.REGION_MEMBERSHIP.name(),
              "",
              0,
              row.getLong(1),
              "layout "
                  + row.getString(0)
                  + ": "
                  + row.getLong(1)
                  + " members of the list have no zone in this delivery",
              "nothing when the delivery is a part of the country; else check the codes of the list"));
    }
  }
}
