package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.peil.config.GeoFile;
import nl.peil.config.ZonesConfig;
import nl.peil.geo.Crs;
import nl.peil.quality.Finding;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.quality.Severity;
import nl.peil.run.Available;
import nl.peil.run.CodeVersion;
import nl.peil.run.InputRef;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.source.CsvRow;
import nl.peil.source.FoundFile;
import nl.peil.source.geo.FeatureFile;
import nl.peil.source.geo.GeoFormat;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** The zones: points, polygons or both. Points, when given, say which zones were delivered. */
public final class ZonesIngest implements Producer {

  private final IngestContext context;
  private final ZonesConfig config;

  /** With this context. */
  public ZonesIngest(IngestContext context) {
    this.context = context;
    this.config = context.config().zones();
  }

  @Override
  public TableSpec table() {
    return InputTables.ZONES;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of();
  }

  @Override
  public List<Target> targets(Available available) {
    var inputs = new ArrayList<InputRef>();
    files().forEach(file -> inputs.add(context.ref(file)));
    return List.of(new Target(Slice.ALL, inputs, settings(), CodeVersion.of(ZonesIngest.class)));
  }

  /** What the rows depend on; how far points snap to a zone is no property of the zones. */
  private String settings() {
    return List.of(
            config.system(),
            String.valueOf(config.points()),
            config.pointsCrs(),
            String.valueOf(config.polygons()),
            String.valueOf(config.border()),
            config.borderKm())
        .toString();
  }

  private List<FoundFile> files() {
    var files = new ArrayList<FoundFile>();
    var points = config.points();
    if (points != null) {
      files.addAll(context.find(points.path()));
    }
    for (var geo : new GeoFile[] {config.polygons(), config.border()}) {
      if (geo != null) {
        files.addAll(context.withSidecars(geo));
      }
    }
    return files;
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var made = new Made();
    var zones = new TreeMap<String, ZoneDraft>();
    try {
      readPoints(zones, made);
      readPolygons(zones, made);
      var border = readBorder(made);
      if (zones.values().stream().noneMatch(zone -> zone.delivered)) {
        throw new RejectedFileException(
            "no_zones",
            table().name(),
            "",
            0,
            "expected at least one zone, found none that can be used",
            "correct the files under 'zones'");
      }
      report(zones, made);
      made.accept(Slice.ALL);
      return made.rows(
          context.spark().createDataFrame(rows(zones, border), InputTables.ZONES.schema()));
    } catch (RejectedFileException e) {
      return made.rejected(Slice.ALL, e.finding());
    }
  }

  private void readPoints(TreeMap<String, ZoneDraft> zones, Made made)
      throws IOException, RejectedFileException {
    var source = config.points();
    if (source == null) {
      return;
    }
    var crs = Crs.of(config.pointsCrs());
    for (var file : context.find(source.path())) {
      var intake = new Intake(table().name(), file.path());
      for (var row : context.read(file, source, table(), source.columns()).rows()) {
        readPoint(row, crs, zones, intake);
      }
      made.booked(Slice.ALL, intake);
      intake.close(context.config().quality().maxBadShare());
    }
  }

  private static void readPoint(
      CsvRow row, Crs crs, TreeMap<String, ZoneDraft> zones, Intake intake) {
    try {
      var x = row.number("x");
      var y = row.number("y");
      var code = row.text("zone");
      if (code.isEmpty() || x == null || y == null) {
        intake.quarantine(row.line(), "incomplete_zone", row.raw());
      } else if (crs.implausible(x, y).isPresent()) {
        intake.quarantine(row.line(), "outside_netherlands", row.raw());
        intake.advise("outside_netherlands", crs.implausible(x, y).orElseThrow());
      } else if (zones.containsKey(code)) {
        intake.quarantine(row.line(), "duplicate_zone", row.raw());
      } else {
        var zone = new ZoneDraft();
        zone.delivered = true;
        zone.point = crs.toRd(x, y);
        zone.areaKm2 = row.number("area_km2");
        zone.name = row.text("name").isEmpty() ? null : row.text("name");
        zones.put(code, zone);
        intake.loaded();
      }
    } catch (NumberFormatException e) {
      intake.quarantine(row.line(), "bad_number", row.raw());
    }
  }

  private void readPolygons(TreeMap<String, ZoneDraft> zones, Made made)
      throws IOException, RejectedFileException {
    var source = config.polygons();
    if (source == null) {
      return;
    }
    for (var file : context.find(source.path())) {
      context.checked(file, table());
      var intake = new Intake(table().name(), file.path());
      var features =
          FeatureFile.read(
              context.delivery(), file, new GeoFormat(source.layer(), source.crs()), intake);
      for (var feature : features) {
        var code =
            feature
                .attributes()
                .getOrDefault(source.columns().getOrDefault("zone", ""), "")
                .strip();
        if (code.isEmpty()) {
          intake.quarantine(feature.line(), "incomplete_zone", feature.attributes().toString());
          continue;
        }
        intake.loaded();
        var zone = zones.computeIfAbsent(code, key -> new ZoneDraft());
        zone.delivered |= config.points() == null;
        zone.covers(feature.geometry());
        var name = feature.attributes().get(source.columns().getOrDefault("name", ""));
        zone.name = name == null ? zone.name : name;
        var area = feature.attributes().get(source.columns().getOrDefault("area_km2", ""));
        if (zone.areaKm2 == null && area != null && area.matches("\\d+(\\.\\d+)?")) {
          zone.areaKm2 = Double.valueOf(area);
        }
      }
      made.booked(Slice.ALL, intake);
      intake.close(context.config().quality().maxBadShare());
    }
  }

  private @Nullable Geometry readBorder(Made made) throws IOException, RejectedFileException {
    var source = config.border();
    if (source == null) {
      return null;
    }
    Geometry border = null;
    for (var file : context.find(source.path())) {
      context.checked(file, table());
      var intake = new Intake(table().name(), file.path());
      for (var feature :
          FeatureFile.read(
              context.delivery(), file, new GeoFormat(source.layer(), source.crs()), intake)) {
        intake.loaded();
        border = border == null ? feature.geometry() : border.union(feature.geometry());
      }
      made.booked(Slice.ALL, intake);
    }
    return border;
  }

  private void report(TreeMap<String, ZoneDraft> zones, Made made) {
    long without =
        zones.values().stream().filter(zone -> zone.delivered && zone.polygon == null).count();
    if (without > 0 && config.polygons() != null) {
      made.found(
          Slice.ALL,
          warning(
              "zone_without_polygon",
              without,
              without + " delivered zones have no polygon; a disc of their area stands for them"));
    }
    var slivers =
        zones.entrySet().stream()
            .filter(entry -> entry.getValue().sliver())
            .map(Map.Entry::getKey)
            .toList();
    if (!slivers.isEmpty()) {
      made.found(
          Slice.ALL,
          warning(
              "sliver_polygon",
              slivers.size(),
              "the polygons of zones "
                  + slivers
                  + " cover less than a tenth of their stated area; a disc of that area stands for them"));
    }
  }

  private Finding warning(String rule, long count, String message) {
    return new Finding(Severity.WARN, rule, table().name(), "", 0, count, message, "");
  }

  private List<Row> rows(TreeMap<String, ZoneDraft> zones, @Nullable Geometry border) {
    boolean numeric = zones.keySet().stream().allMatch(code -> code.matches("[1-9]\\d{0,8}"));
    var rows = new ArrayList<Row>();
    for (var entry : zones.entrySet()) {
      var zone = entry.getValue();
      var place = zone.place();
      if (place == null) {
        continue; // neither point nor polygon: the row was set aside
      }
      var polygon = zone.polygon;
      var box = polygon == null ? null : polygon.getEnvelopeInternal();
      rows.add(
          RowFactory.create(
              numeric ? Integer.parseInt(entry.getKey()) : rows.size() + 1,
              entry.getKey(),
              config.system(),
              zone.name,
              zone.squareKilometres(),
              place.getX(),
              place.getY(),
              box == null ? null : box.getMinX(),
              box == null ? null : box.getMinY(),
              box == null ? null : box.getMaxX(),
              box == null ? null : box.getMaxY(),
              polygon == null ? null : new WKBWriter().write(polygon),
              border == null ? null : zone.within(config.borderKm() * 1000, border),
              zone.delivered));
    }
    return rows;
  }
}
