package nl.peil.jobs.ingest;

import java.io.IOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.peil.config.GeoFile;
import nl.peil.config.LayoutConfig;
import nl.peil.config.SourceFile;
import nl.peil.geo.RegionOverlap;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.run.Made;
import nl.peil.source.FoundFile;
import nl.peil.source.geo.FeatureFile;
import nl.peil.source.geo.GeoFormat;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.WKBWriter;

/**
 * Reads the files of layouts, checks them, and collects what the spatial join and the lists need.
 */
final class LayoutReader {

  private static final String TABLE = InputTables.REGION_MEMBERSHIP.name();

  /** The one region of the layout of the whole delivery. */
  private static final String EVERYWHERE = "all";

  private final IngestContext context;
  private final Map<String, Integer> zones;
  private final Map<String, Polygons> read = new HashMap<>();
  private final LayoutRows found;

  /** What became of the polygons of a layout. */
  private record Polygons(
      boolean complete, @Nullable RejectedFileException rejection, Set<String> regions) {}

  LayoutReader(IngestContext context, LayoutRows found) {
    this.context = context;
    this.zones = context.zoneByCode();
    this.found = found;
  }

  /**
   * Reads a layout.
   *
   * @param layout the layout
   * @param base the layout whose regions it lists; the layout itself when it lists none
   * @return false when a file was rejected; the reason is among the findings
   */
  boolean read(LayoutConfig layout, LayoutConfig base, Made made, Slice slice) throws IOException {
    boolean complete = true;
    var source = base.polygons();
    if (source != null) {
      var drawn = polygons(base, source, made, slice);
      var rejection = drawn.rejection();
      if (rejection != null) {
        made.rejected(slice, rejection.finding());
        return false;
      }
      complete = drawn.complete();
    }
    var list = layout.list();
    if (list != null && !readList(layout, list, base, made, slice)) {
      return false;
    }
    found.descriptions.add(
        RowFactory.create(
            layout.layout(),
            layout.partition() && complete,
            date(layout.validFrom()),
            date(layout.validTo()),
            complete ? layout.status() : "onvolledig",
            layout.source()));
    return true;
  }

  /** The layout that needs no file: one region with every delivered zone in full. */
  void addWholeDelivery() {
    zones
        .values()
        .forEach(
            zone ->
                found.zoneMembers.add(RowFactory.create(LayoutConfig.DELIVERY, EVERYWHERE, zone)));
    found.names.put(List.of(LayoutConfig.DELIVERY, EVERYWHERE), "the whole delivery");
    found.descriptions.add(
        RowFactory.create(LayoutConfig.DELIVERY, true, null, null, "vastgesteld", "built in"));
  }

  private static @Nullable Date date(@Nullable LocalDate date) {
    return date == null ? null : Date.valueOf(date);
  }

  /** The polygons of a layout, read once however many layouts list its regions. */
  private Polygons polygons(LayoutConfig layout, GeoFile source, Made made, Slice slice)
      throws IOException {
    var before = read.get(layout.layout());
    if (before != null) {
      return before;
    }
    var rows = new ArrayList<Row>();
    var parts = new ArrayList<RegionOverlap.Part>();
    Polygons result;
    long setAside = 0;
    try {
      for (var file : context.find(source.path())) {
        var intake = new Intake(TABLE, file.path());
        try {
          readPolygons(layout.layout(), source, file, intake, rows, parts);
        } finally {
          made.booked(slice, intake);
        }
        setAside += intake.rowsQuarantined();
        if (layout.partition()) {
          refuseOverlap(file.path(), parts);
        }
      }
      boolean complete = setAside == 0;
      found.polygons.addAll(rows);
      // With a region missing the rest of a zone must not be taken for the whole of it
      found.layouts.add(RowFactory.create(layout.layout(), layout.partition() && complete));
      result =
          new Polygons(
              complete,
              null,
              parts.stream().map(RegionOverlap.Part::region).collect(Collectors.toSet()));
    } catch (RejectedFileException e) {
      result = new Polygons(false, e, Set.of());
    }
    read.put(layout.layout(), result);
    return result;
  }

  private void readPolygons(
      String layout,
      GeoFile source,
      FoundFile file,
      Intake intake,
      List<Row> rows,
      List<RegionOverlap.Part> parts)
      throws IOException, RejectedFileException {
    context.checked(file, InputTables.REGION_MEMBERSHIP);
    var writer = new WKBWriter();
    for (var feature :
        FeatureFile.read(
            context.delivery(), file, new GeoFormat(source.layer(), source.crs()), intake)) {
      var region =
          feature
              .attributes()
              .getOrDefault(source.columns().getOrDefault("region", ""), "")
              .strip();
      if (region.isEmpty()) {
        intake.quarantine(feature.line(), "no_region_code", feature.attributes().toString());
        intake.advise(
            "no_region_code",
            "the attributes are "
                + feature.attributes().keySet()
                + "; name the one with the code under columns { region = ... }");
        continue;
      }
      intake.loaded();
      parts.add(new RegionOverlap.Part(region, feature.geometry()));
      rows.add(RowFactory.create(layout, region, writer.write(feature.geometry())));
      var name = feature.attributes().get(source.columns().getOrDefault("region_name", ""));
      if (name != null) {
        found.names.putIfAbsent(List.of(layout, region), name);
      }
    }
    intake.close(context.config().quality().maxBadFeatureShare());
  }

  private static void refuseOverlap(String file, List<RegionOverlap.Part> parts)
      throws RejectedFileException {
    var overlaps = RegionOverlap.find(parts);
    if (!overlaps.isEmpty()) {
      var worst = overlaps.get(0);
      throw new RejectedFileException(
          "overlapping_regions",
          TABLE,
          file,
          0,
          "expected regions that do not overlap, as the layout is declared a partition; %d pairs do, e.g. %s and %s share %.1f km2, %.0f %% of the smaller"
              .formatted(
                  overlaps.size(),
                  worst.region(),
                  worst.other(),
                  worst.areaM2() / 1e6,
                  100 * worst.share()),
          "correct the polygons, or take 'partition = true' out when the regions overlap on purpose");
    }
  }

  private boolean readList(
      LayoutConfig layout, SourceFile source, LayoutConfig base, Made made, Slice slice)
      throws IOException {
    boolean ofZones = "zones".equals(layout.memberOf());
    var known = read.get(base.layout());
    var members = new ArrayList<Row>();
    var seen = new HashSet<List<String>>();
    for (var file : context.find(source.path())) {
      var intake = new Intake(TABLE, file.path());
      try {
        for (var row :
            context.read(file, source, InputTables.REGION_MEMBERSHIP, source.columns()).rows()) {
          var member = row.text("member");
          var region = row.text("region");
          boolean exists =
              ofZones
                  ? zones.containsKey(member)
                  : known != null && known.regions().contains(member);
          if (region.isEmpty()) {
            intake.quarantine(row.line(), "no_region_code", row.raw());
          } else if (!exists) {
            intake.quarantine(row.line(), ofZones ? "unknown_zone" : "unknown_member", row.raw());
          } else if (!seen.add(List.of(member, region))) {
            intake.quarantine(row.line(), "duplicate_member", row.raw());
          } else {
            intake.loaded();
            members.add(
                ofZones
                    ? RowFactory.create(layout.layout(), region, zones.get(member))
                    : RowFactory.create(layout.layout(), region, base.layout(), member));
            if (!row.text("region_name").isEmpty()) {
              found.names.putIfAbsent(List.of(layout.layout(), region), row.text("region_name"));
            }
          }
        }
        made.booked(slice, intake);
        intake.close(context.config().quality().maxBadShare());
      } catch (RejectedFileException e) {
        made.rejected(slice, e.finding());
        return false;
      }
    }
    (ofZones ? found.zoneMembers : found.regionMembers).addAll(members);
    return true;
  }
}
