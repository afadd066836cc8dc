package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.peil.catalogue.Basis;
import nl.peil.catalogue.CatalogueRegion;
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
      if (files.listsZones(layout)) {
        inputs.addAll(available.matching(InputTables.ZONES, Slice.ALL, List.of()));
        if (inputs.isEmpty()) {
          continue;
        }
      }
      inputs.addAll(files.inputs(layout));
      targets.add(new Target(Slice.of("layout", layout.layout()), inputs, settings(layout), code));
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

  /**
   * The catalogue may have other names for the regions of a layout that comes with the delivery.
   */
  private String settings(LayoutConfig layout) {
    return layout.fromCatalogue()
        ? files.settings(layout)
        : files.settings(layout) + "\n" + files.catalogue().content(layout.layout());
  }

  private List<Row> read(LayoutConfig layout, RegionOutlines outlines)
      throws IOException, RejectedFileException {
    var shapes = outlines.of(layout);
    boolean complete = true;
    for (var base : files.bases(layout)) {
      complete &= files.drawn(base).complete();
    }
    var told = new HashMap<String, CatalogueRegion>();
    files.catalogue().regions(layout.layout()).forEach(line -> told.put(line.region(), line));
    Map<String, String> names;
    var regions = new TreeSet<String>();
    Set<String> incomplete = Set.of();
    if (layout.polygons() == null) {
      var listed = files.listed(layout);
      names = listed.names();
      regions.addAll(listed.regions());
      incomplete = listed.incomplete();
      if (layout.fromCatalogue()) {
        regions.addAll(told.keySet());
      }
    } else {
      names = files.drawn(layout).names();
      regions.addAll(shapes.keySet());
    }
    var rows = new ArrayList<Row>();
    for (var region : regions) {
      boolean whole = complete && !incomplete.contains(region);
      rows.add(
          row(
              layout,
              region,
              names.getOrDefault(region, region),
              whole,
              told.get(region),
              shapes.get(region)));
    }
    return rows;
  }

  private static Row row(
      LayoutConfig layout,
      String region,
      String name,
      boolean whole,
      @Nullable CatalogueRegion told,
      @Nullable Geometry outline) {
    // Of a layout that comes with the delivery the catalogue tells other names only
    var own = layout.fromCatalogue() ? told : null;
    var basis = own == null ? Basis.DELIVERED : own.basis();
    var status = own == null ? layout.status() : own.status();
    var box = outline == null ? null : outline.getEnvelopeInternal();
    return RowFactory.create(
        layout.layout(),
        region,
        name,
        told == null ? null : aliases(told, name),
        whole ? status : LayoutReader.INCOMPLETE,
        own == null ? layout.source() : own.source(),
        LayoutReader.date(layout.validFrom()),
        LayoutReader.date(layout.validTo()),
        basis.key(),
        basis == Basis.STATED || basis == Basis.DELIVERED,
        told == null || told.note().isEmpty() ? null : told.note(),
        box == null ? null : box.getMinX(),
        box == null ? null : box.getMinY(),
        box == null ? null : box.getMaxX(),
        box == null ? null : box.getMaxY(),
        outline == null ? null : new WKBWriter().write(outline));
  }

  /** The names of the catalogue that differ from the one of the delivery; null when none does. */
  private static @Nullable String aliases(CatalogueRegion told, String name) {
    var others =
        Stream.concat(Stream.of(told.name()), told.aliases().stream())
            .filter(other -> !other.equals(name))
            .distinct()
            .toList();
    return others.isEmpty() ? null : String.join("|", others);
  }
}
