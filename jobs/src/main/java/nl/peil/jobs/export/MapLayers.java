package nl.peil.jobs.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.peil.jobs.words.Words;
import nl.peil.model.ScenarioYear;
import nl.peil.model.Services;
import nl.peil.source.write.Field;
import nl.peil.source.write.GeoPackageOut;
import nl.peil.source.write.Sheet;
import nl.peil.table.AccessTables;
import nl.peil.table.Column;
import nl.peil.table.InputTables;
import nl.peil.table.RegionTables;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Map layers: the regions of each layout, and the zones. A feature has what is known of its place,
 * and a column per service, mode and period for each figure of one scenario-year.
 */
final class MapLayers {

  private static final List<String> OF_REGIONS =
      List.of("region", "region_name", "aliases", "status", "source");
  private static final List<String> OF_ZONES =
      List.of("zone", "zone_code", "name", "area_km2", "border_zone");
  private static final String GEOMETRY = GeoPackageOut.GEOMETRY;

  private final Snapshot snapshot;
  private final Selection selection;
  private final Words words;
  private final Optional<ScenarioYear> moment;

  /**
   * Layers of a scenario-year.
   *
   * @param moment the scenario-year; empty: nothing is computed, features have no figures
   */
  MapLayers(Snapshot snapshot, Selection selection, Words words, Optional<ScenarioYear> moment) {
    this.snapshot = snapshot;
    this.selection = selection;
    this.words = words;
    this.moment = moment;
  }

  /** The layers, regions before zones. */
  List<Exported> layers() {
    var layers = new ArrayList<Exported>();
    snapshot
        .read(RegionTables.REGIONS)
        .ifPresent(
            regions -> {
              for (var layout : selection.layouts()) {
                regions(layout, selection.of(RegionTables.REGIONS, regions)).ifPresent(layers::add);
              }
            });
    snapshot
        .read(InputTables.ZONES)
        .ifPresent(
            zones ->
                layers.add(zones(selection.of(InputTables.ZONES, zones).where(col("delivered")))));
    return layers;
  }

  /** The regions of a layout; empty when nobody said where any of them lies. */
  private Optional<Exported> regions(String layout, Dataset<Row> all) {
    var regions = all.where(col("layout").equalTo(layout));
    if (regions.where(col("geometry").isNotNull()).isEmpty()) {
      return Optional.empty();
    }
    var sources = new ArrayList<WideFigures.Source>();
    read(AccessTables.REGION_LEVEL, layout)
        .ifPresent(
            rows ->
                sources.add(
                    source(
                        rows,
                        "region",
                        figure("share_meeting_norm"),
                        figure("persons_below_norm"))));
    read(AccessTables.REGION_ACCESSIBILITY, layout)
        .ifPresent(
            rows -> {
              sources.add(
                  mean(
                      rows.where(col("measure").equalTo("nearest_1")),
                      "mean_min",
                      "mean over persons of the minutes to the nearest; of those who can reach one"));
              sources.add(
                  mean(
                      rows.where(
                          col("measure")
                              .equalTo("within_norm")
                              .and(col("service").equalTo(Services.JOBS))),
                      "mean_within_norm",
                      "mean over persons of the number within the norm"));
            });
    return Optional.of(
        layer(
            layout.equals("zones") ? "map_layout_zones" : "map_" + layout,
            words.format(
                "export.map", layout.equals("zones") ? "layout zones" : words.layout(layout)),
            "regions of layout " + layout + about(),
            RegionTables.REGIONS,
            OF_REGIONS,
            regions.orderBy("region"),
            GeoPackageOut.Shapes.MULTIPOLYGON,
            new WideFigures(words, sources)));
  }

  private WideFigures.Source mean(Dataset<Row> rows, String name, String meaning) {
    return new WideFigures.Source(
        rows.select("region", "service", "mode", "period", "mean"),
        List.of(new WideFigures.Figure(name, words.format("export." + name), false, meaning)));
  }

  private Exported zones(Dataset<Row> zones) {
    var sources = new ArrayList<WideFigures.Source>();
    read(AccessTables.ACCESSIBILITY_LEVEL, null)
        .ifPresent(
            rows -> {
              var level = AccessTables.ACCESSIBILITY_LEVEL;
              sources.add(
                  source(
                      rows, "zone", figure(level, "nearest_1_min"), figure(level, "meets_norm")));
              sources.add(
                  source(
                      rows.where(col("service").equalTo(Services.JOBS)),
                      "zone",
                      figure(level, "within_norm")));
            });
    boolean drawn = !zones.where(col("geometry").isNotNull()).isEmpty();
    return layer(
        "map_zones",
        words.format("export.map", words.table("zones")),
        "zones" + about(),
        InputTables.ZONES,
        OF_ZONES,
        zones.orderBy("zone"),
        drawn ? GeoPackageOut.Shapes.MULTIPOLYGON : GeoPackageOut.Shapes.POINT,
        new WideFigures(words, sources));
  }

  private String about() {
    return moment.map(known -> "; figures of " + known).orElse("");
  }

  private Optional<Dataset<Row>> read(TableSpec table, @Nullable String layout) {
    if (moment.isEmpty()) {
      return Optional.empty();
    }
    var at = moment.get();
    return snapshot
        .read(table)
        .map(rows -> selection.of(table, rows))
        .map(
            rows ->
                rows.where(
                    col("scenario")
                        .equalTo(at.scenario())
                        .and(col("year").equalTo(at.year()))
                        .and(layout == null ? lit(true) : col("layout").equalTo(layout))));
  }

  private WideFigures.Figure figure(String name) {
    return figure(AccessTables.REGION_LEVEL, name);
  }

  private WideFigures.Figure figure(TableSpec table, String name) {
    var column = table.column(name);
    return new WideFigures.Figure(
        name,
        words.column(table.name(), name),
        column.type().equals(org.apache.spark.sql.types.DataTypes.BooleanType),
        column.comment());
  }

  private static WideFigures.Source source(
      Dataset<Row> rows, String place, WideFigures.Figure... figures) {
    var columns = new ArrayList<org.apache.spark.sql.Column>();
    for (var name : List.of(place, "service", "mode", "period")) {
      columns.add(col(name));
    }
    for (var figure : figures) {
      columns.add(col(figure.name()));
    }
    return new WideFigures.Source(
        rows.select(columns.toArray(org.apache.spark.sql.Column[]::new)), List.of(figures));
  }

  private Exported layer(
      String name,
      String label,
      String meaning,
      TableSpec table,
      List<String> columns,
      Dataset<Row> rows,
      GeoPackageOut.Shapes shapes,
      WideFigures figures) {
    var own = new ArrayList<Field>();
    own.add(new Field(GEOMETRY, words.column(table.name(), "geometry"), Field.Kind.SHAPE, "", ""));
    for (var column : columns) {
      own.add(field(table, table.column(column)));
    }
    int first = own.size();
    var fields = new ArrayList<>(own);
    fields.addAll(figures.fields());
    boolean points = shapes == GeoPackageOut.Shapes.POINT;
    var selected = new ArrayList<org.apache.spark.sql.Column>();
    selected.add(points ? functions.array(col("x"), col("y")) : col("geometry"));
    columns.forEach(column -> selected.add(col(column)));
    var chosen = rows.select(selected.toArray(org.apache.spark.sql.Column[]::new));
    return new Exported(
        new Sheet(name, label, meaning, fields),
        null,
        shapes,
        taker -> {
          for (var all = chosen.toLocalIterator(); all.hasNext(); ) {
            var row = all.next();
            var values = new @Nullable Object[fields.size()];
            values[0] =
                points ? point(row.getList(0)) : RowValues.value(row.get(0), Field.Kind.SHAPE);
            for (int i = 1; i < first; i++) {
              values[i] = RowValues.value(row.get(i), fields.get(i).kind());
            }
            figures.fill(row.get(1).toString(), values, first);
            taker.row(values);
          }
        });
  }

  private static Object point(List<Double> at) {
    return new GeometryFactory().createPoint(new Coordinate(at.get(0), at.get(1)));
  }

  private Field field(TableSpec table, Column column) {
    var kind = TidyTables.kind(column.type());
    return new Field(
        column.name(),
        words.column(table.name(), column.name()),
        kind,
        column.comment(),
        Units.numberFormat(column.name(), kind));
  }
}
