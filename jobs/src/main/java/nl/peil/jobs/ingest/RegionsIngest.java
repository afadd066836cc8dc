package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.config.LayoutConfig;
import nl.peil.quality.RejectedFileException;
import nl.peil.run.Available;
import nl.peil.run.CodeVersion;
import nl.peil.run.InputRef;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.table.InputTables;
import nl.peil.table.RegionTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * The regions of all layouts with their names and outlines. What is wrong with the files of layouts
 * is told by {@link MembershipIngest}, which reads the same; here only that a file was rejected.
 */
public final class RegionsIngest implements Producer {

  private static final Slice WHOLE = Slice.of("layout", LayoutConfig.DELIVERY);

  private final IngestContext context;
  private final LayoutFiles files;

  /** With this context and these files. */
  public RegionsIngest(IngestContext context, LayoutFiles files) {
    this.context = context;
    this.files = files;
  }

  @Override
  public TableSpec table() {
    return RegionTables.REGIONS;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of(InputTables.ZONES);
  }

  @Override
  public List<Target> targets(Available available) {
    var code = CodeVersion.of(RegionsIngest.class);
    var targets = new ArrayList<Target>();
    for (var layout : context.config().layouts()) {
      var inputs = new ArrayList<InputRef>();
      if (LayoutFiles.ofZones(layout)) {
        inputs.addAll(available.matching(InputTables.ZONES, Slice.ALL, List.of()));
        if (inputs.isEmpty()) {
          continue;
        }
      }
      inputs.addAll(files.inputs(layout));
      targets.add(
          new Target(Slice.of("layout", layout.layout()), inputs, files.settings(layout), code));
    }
    targets.add(new Target(WHOLE, List.of(), "built in", code));
    return targets;
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var made = new Made();
    var rows = new ArrayList<Row>();
    var outlines = new RegionOutlines(context, files);
    for (var planned : batch) {
      var slice = planned.slice();
      if (slice.equals(WHOLE)) {
        rows.add(wholeDelivery());
        made.accept(WHOLE);
        continue;
      }
      try {
        rows.addAll(read(files.layout(slice.get("layout")), outlines));
        made.accept(slice);
      } catch (RejectedFileException e) {
        made.rejected(slice, e.finding());
      }
    }
    return made.slices().isEmpty()
        ? made
        : made.rows(context.spark().createDataFrame(rows, RegionTables.REGIONS.schema()));
  }

  private static Row wholeDelivery() {
    return RowFactory.create(
        LayoutConfig.DELIVERY,
        LayoutReader.EVERYWHERE,
        LayoutReader.EVERYWHERE_NAME,
        null,
        "vastgesteld",
        "built in",
        null,
        null,
        "delivered",
        true,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private List<Row> read(LayoutConfig layout, RegionOutlines outlines)
      throws IOException, RejectedFileException {
    var base = files.base(layout);
    var polygons = base.polygons();
    var list = layout.list();
    boolean complete = polygons == null || files.drawn(base, polygons).complete();
    Map<String, Geometry> shapes;
    Map<String, String> names;
    Set<String> regions;
    Set<String> incomplete = Set.of();
    if (list != null) {
      shapes = outlines.listed(layout, list);
      var listed = files.listed(layout, list);
      regions = listed.regions();
      incomplete = listed.incomplete();
      names = listed.names();
    } else if (polygons != null) {
      shapes = outlines.drawn(layout, polygons);
      regions = shapes.keySet();
      names = files.drawn(layout, polygons).names();
    } else {
      throw new IllegalArgumentException("layout " + layout.layout() + " has no polygons, no list");
    }
    var rows = new ArrayList<Row>();
    for (var region : regions) {
      rows.add(
          row(
              layout,
              region,
              names.getOrDefault(region, region),
              complete && !incomplete.contains(region) ? layout.status() : "onvolledig",
              shapes.get(region)));
    }
    return rows;
  }

  private static Row row(
      LayoutConfig layout, String region, String name, String status, @Nullable Geometry outline) {
    var box = outline == null ? null : outline.getEnvelopeInternal();
    return RowFactory.create(
        layout.layout(),
        region,
        name,
        null,
        status,
        layout.source(),
        LayoutReader.date(layout.validFrom()),
        LayoutReader.date(layout.validTo()),
        "delivered",
        true,
        null,
        box == null ? null : box.getMinX(),
        box == null ? null : box.getMinY(),
        box == null ? null : box.getMaxX(),
        box == null ? null : box.getMaxY(),
        outline == null ? null : new WKBWriter().write(outline));
  }
}
