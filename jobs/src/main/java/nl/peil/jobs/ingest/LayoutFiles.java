package nl.peil.jobs.ingest;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import nl.peil.config.GeoFile;
import nl.peil.config.LayoutConfig;
import nl.peil.config.SourceFile;
import nl.peil.geo.RegionOverlap;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.run.InputRef;
import nl.peil.source.CsvRow;
import nl.peil.source.FoundFile;
import nl.peil.source.geo.FeatureFile;
import nl.peil.source.geo.GeoFormat;
import nl.peil.table.InputTables;
import org.jspecify.annotations.Nullable;

/**
 * The files of layouts, read and checked: once in a run, however many layouts list the regions of
 * another and however many tables are made from them. What they hold goes when memory gets short,
 * and is read again then.
 */
public final class LayoutFiles {

  private static final String TABLE = InputTables.REGION_MEMBERSHIP.name();
  private static final String ZONES = "zones";

  private final IngestContext context;
  private final Map<String, SoftReference<DrawnLayout>> drawn = new HashMap<>();
  private final Map<String, SoftReference<ListedLayout>> listed = new HashMap<>();
  private @Nullable Map<String, Integer> zones;

  /** With this context. */
  public LayoutFiles(IngestContext context) {
    this.context = context;
  }

  /** The delivered zones by their code; they must be there by now. */
  Map<String, Integer> zones() {
    var known = zones;
    if (known == null) {
      known = context.zoneByCode();
      zones = known;
    }
    return known;
  }

  /** A layout by its name, which must be in the configuration. */
  LayoutConfig layout(String name) {
    return context.config().layouts().stream()
        .filter(layout -> layout.layout().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no layout " + name));
  }

  /** True for a list of zones. */
  static boolean ofZones(LayoutConfig layout) {
    return ZONES.equals(layout.memberOf());
  }

  /** The layout whose polygons decide: the one that it lists the regions of, or itself. */
  LayoutConfig base(LayoutConfig layout) {
    var of = layout.memberOf();
    return of == null || ofZones(layout) ? layout : layout(of);
  }

  /** The part of the configuration that a layout depends on. */
  String settings(LayoutConfig layout) {
    var base = base(layout);
    return base.equals(layout) ? layout.toString() : layout + " of " + base;
  }

  /** The files that a layout is made from. */
  List<InputRef> inputs(LayoutConfig layout) {
    var files = new ArrayList<FoundFile>();
    var polygons = base(layout).polygons();
    if (polygons != null) {
      files.addAll(context.withSidecars(polygons));
    }
    var list = layout.list();
    if (list != null) {
      files.addAll(context.find(list.path()));
    }
    return files.stream().map(context::ref).toList();
  }

  /** The polygons of a layout that has them. */
  DrawnLayout drawn(LayoutConfig layout, GeoFile source) throws IOException {
    var kept = drawn.get(layout.layout());
    var before = kept == null ? null : kept.get();
    if (before != null) {
      return before;
    }
    var now = readPolygons(layout, source);
    drawn.put(layout.layout(), new SoftReference<>(now));
    return now;
  }

  /** The members of a layout that is a list. */
  ListedLayout listed(LayoutConfig layout, SourceFile source) throws IOException {
    var kept = listed.get(layout.layout());
    var before = kept == null ? null : kept.get();
    if (before != null) {
      return before;
    }
    var now = readList(layout, source);
    listed.put(layout.layout(), new SoftReference<>(now));
    return now;
  }

  private DrawnLayout readPolygons(LayoutConfig layout, GeoFile source) throws IOException {
    var parts = new ArrayList<RegionOverlap.Part>();
    var names = new HashMap<String, String>();
    var books = new ArrayList<Intake>();
    try {
      for (var file : context.find(source.path())) {
        var intake = new Intake(TABLE, file.path());
        books.add(intake);
        readPolygons(source, file, intake, parts, names);
        if (layout.partition()) {
          refuseOverlap(file.path(), parts);
        }
      }
      return new DrawnLayout(null, parts, names, books);
    } catch (RejectedFileException e) {
      return DrawnLayout.rejected(e, books);
    }
  }

  private void readPolygons(
      GeoFile source,
      FoundFile file,
      Intake intake,
      List<RegionOverlap.Part> parts,
      Map<String, String> names)
      throws IOException, RejectedFileException {
    context.checked(file, InputTables.REGION_MEMBERSHIP);
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
      var name = feature.attributes().get(source.columns().getOrDefault("region_name", ""));
      if (name != null) {
        names.putIfAbsent(region, name);
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

  private ListedLayout readList(LayoutConfig layout, SourceFile source) throws IOException {
    var base = base(layout);
    var polygons = base.polygons();
    var known =
        polygons == null || ofZones(layout) ? zones().keySet() : drawn(base, polygons).regions();
    var members = new ArrayList<ListedLayout.Member>();
    var names = new HashMap<String, String>();
    var books = new ArrayList<Intake>();
    var incomplete = new HashSet<String>();
    var seen = new HashSet<ListedLayout.Member>();
    try {
      for (var file : context.find(source.path())) {
        var intake = new Intake(TABLE, file.path());
        for (var row :
            context.read(file, source, InputTables.REGION_MEMBERSHIP, source.columns()).rows()) {
          var member = new ListedLayout.Member(row.text("region"), row.text("member"));
          if (member.region().isEmpty()) {
            intake.quarantine(row.line(), "no_region_code", row.raw());
          } else if (!known.contains(member.member())) {
            intake.quarantine(
                row.line(), ofZones(layout) ? "unknown_zone" : "unknown_member", row.raw());
            incomplete.add(member.region());
            name(row, names);
          } else if (!seen.add(member)) {
            intake.quarantine(row.line(), "duplicate_member", row.raw());
          } else {
            intake.loaded();
            members.add(member);
            name(row, names);
          }
        }
        books.add(intake);
        intake.close(context.config().quality().maxBadShare());
      }
      return new ListedLayout(null, members, incomplete, names, books);
    } catch (RejectedFileException e) {
      return ListedLayout.rejected(e, books);
    }
  }

  private static void name(CsvRow row, Map<String, String> names) {
    if (!row.text("region_name").isEmpty()) {
      names.putIfAbsent(row.text("region"), row.text("region_name"));
    }
  }
}
