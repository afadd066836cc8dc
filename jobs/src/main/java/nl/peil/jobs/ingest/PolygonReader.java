package nl.peil.jobs.ingest;

import java.io.IOException;
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
import nl.peil.source.FoundFile;
import nl.peil.source.geo.FeatureFile;
import nl.peil.source.geo.GeoFormat;
import nl.peil.table.InputTables;

/** Reads the polygons of one layout, and their names where these stand in a table of their own. */
final class PolygonReader {

  private static final String TABLE = InputTables.REGION_MEMBERSHIP.name();

  private final IngestContext context;
  private final LayoutConfig layout;
  private final List<RegionOverlap.Part> parts = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final List<Intake> books = new ArrayList<>();

  PolygonReader(IngestContext context, LayoutConfig layout) {
    this.context = context;
    this.layout = layout;
  }

  /** Reads all files. */
  DrawnLayout read(GeoFile source) throws IOException {
    try {
      for (var file : context.find(source.path())) {
        var intake = new Intake(TABLE, file.path());
        books.add(intake);
        readPolygons(source, file, intake);
        if (layout.partition()) {
          refuseOverlap(file.path());
        }
      }
      boolean complete = books.stream().allMatch(intake -> intake.rowsQuarantined() == 0);
      var named = layout.names();
      if (named != null) {
        readNames(named);
      }
      return new DrawnLayout(null, complete, parts, names, books);
    } catch (RejectedFileException e) {
      return DrawnLayout.rejected(e, books);
    }
  }

  private void readPolygons(GeoFile source, FoundFile file, Intake intake)
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

  private void refuseOverlap(String file) throws RejectedFileException {
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

  /** A table may name more regions than the delivery has, or other years of the same one. */
  private void readNames(SourceFile source) throws IOException, RejectedFileException {
    var drawn = new HashSet<String>();
    parts.forEach(part -> drawn.add(part.region()));
    var found = new HashMap<String, String>();
    String last = "";
    for (var file : context.find(source.path())) {
      var intake = new Intake(TABLE, file.path());
      for (var row :
          context.read(file, source, InputTables.REGION_MEMBERSHIP, source.columns()).rows()) {
        var region = row.text("region");
        var name = row.text("region_name");
        if (region.isEmpty() || name.isEmpty()) {
          intake.quarantine(row.line(), "no_region_name", row.raw());
        } else if (!drawn.contains(region)) {
          intake.notSelected();
        } else if (!name.equals(found.getOrDefault(region, name))) {
          intake.quarantine(row.line(), "second_region_name", row.raw());
        } else {
          intake.loaded();
          found.put(region, name);
        }
      }
      books.add(intake);
      intake.close(context.config().quality().maxBadShare());
      last = file.path();
    }
    names.putAll(found);
    drawn.removeAll(names.keySet());
    if (!drawn.isEmpty()) {
      books
          .get(books.size() - 1)
          .info(
              "regions_without_name",
              drawn.size(),
              "layout %s: %d regions have no name in %s and are shown by their code, e.g. %s"
                  .formatted(
                      layout.layout(),
                      drawn.size(),
                      last,
                      drawn.stream().sorted().toList().get(0)));
    }
  }
}
