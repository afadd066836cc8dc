package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.peil.config.BarrierSourceConfig;
import nl.peil.config.LayoutConfig;
import nl.peil.config.WelfareConfig;
import nl.peil.jobs.derive.RelationRows.Position;
import nl.peil.jobs.derive.RelationRows.Series;
import nl.peil.table.AccessTables;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.WelfareTables;
import nl.peil.welfare.Places;
import nl.peil.welfare.Standing;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Indicators of brede welvaart beside the share of people for whom the norm is met, per region, and
 * the rank correlation of both over the areas of the region and of the country. Figures are few and
 * stand in arrays; the draws of the bootstrap are the work, and tasks share it.
 */
public final class WelfareRelationTable {

  /** An area counts with the region where at least this share of its people live. */
  private static final double MOST_OF_IT = 0.5;

  private final WelfareConfig config;
  private final String areaLayout;

  private WelfareRelationTable(WelfareConfig config) {
    this.config = config;
    this.areaLayout = config.relationAreas();
  }

  /** The declaration: for the scenario-years that are asked for. */
  public static Derived declare(WelfareConfig config) {
    var output = WelfareTables.WELFARE_RELATION;
    var areas = Map.of("layout", Set.of(config.relationAreas()));
    var inputs =
        Stream.of(
            Derived.Input.of(WelfareTables.WELFARE_INDICATORS, output),
            Derived.Input.of(AccessTables.REGION_LEVEL, output),
            Derived.Input.of(InputTables.REGION_MEMBERSHIP, output),
            new Derived.Input(WelfareTables.WELFARE_INDICATORS, Map.of(), Map.of(), areas, true),
            new Derived.Input(
                AccessTables.REGION_LEVEL,
                Map.of("scenario", "scenario", "year", "year"),
                Map.of(),
                areas,
                true),
            new Derived.Input(InputTables.REGION_MEMBERSHIP, Map.of(), Map.of(), areas, true));
    var ofZones =
        config.relationAreas().equals(BarrierSourceConfig.ZONE)
            ? Stream.of(
                Derived.Input.of(WelfareTables.WELFARE_SOURCE, output),
                Derived.Input.of(AccessTables.ACCESSIBILITY_LEVEL, output))
            : Stream.<Derived.Input>of();
    return new Derived(
            output,
            Stream.concat(inputs, ofZones).toList(),
            List.of("scenario", "year"),
            slice -> config.relation() + " over " + config.relationAreas(),
            WelfareRelationTable.class,
            new WelfareRelationTable(config)::rows)
        .only(
            slice ->
                config.relation().scenarios().stream()
                    .anyMatch(
                        year ->
                            year.scenario().equals(slice.get("scenario"))
                                && Integer.toString(year.year()).equals(slice.get("year"))));
  }

  private Dataset<Row> rows(Derived.Inputs inputs) {
    var spark = SparkSession.active();
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var places = WelfarePlaces.read(inputs);
    var positions = RegionPositions.read(inputs);
    var years =
        inputs.slices().stream()
            .map(slice -> slice.project(List.of("scenario", "year")))
            .distinct();
    JavaRDD<Row> all = context.emptyRDD();
    for (var year : years.toList()) {
      var layouts =
          inputs.slices().stream()
              .filter(slice -> slice.project(List.of("scenario", "year")).equals(year))
              .map(slice -> slice.get("layout"))
              .toList();
      var access = WelfareAccess.read(inputs, year, config.relation(), areaLayout);
      all = all.union(rows(context, year, layouts, places, positions, access, inputs));
    }
    return spark.createDataFrame(all, WelfareTables.WELFARE_RELATION.schema());
  }

  private JavaRDD<Row> rows(
      JavaSparkContext context,
      Slice year,
      List<String> layouts,
      WelfarePlaces places,
      RegionPositions positions,
      WelfareAccess access,
      Derived.Inputs inputs) {
    var areas = places.areas(areaLayout);
    var codes = areas.stream().map(Places::code).toList();
    var series = positions.series();
    var keys = access.keys();
    var related =
        new RelatedAreas(
            ofAreas(series, positions, areas, inputs),
            keys.stream().map(key -> access.of(key, areaLayout, codes)).toArray(double[][]::new),
            series.stream().map(Series::indicator).toList(),
            keys,
            config.relation().fewestForInterval(),
            config.relation().draws());
    var everywhere =
        new RelatedAreas.Scope(
            LayoutConfig.DELIVERY,
            "all",
            IntStream.range(0, areas.size()).toArray(),
            areas.stream().mapToDouble(places::people).toArray());
    int tasks = Math.max(1, 4 * context.defaultParallelism());
    var country = country(context, related, everywhere, tasks);
    var regions = new ArrayList<RelationRows.Region>();
    for (var layout : layouts) {
      regions.addAll(regions(year, layout, places, series, positions, access));
    }
    // Those with many areas are the work: each task gets some of them
    regions.sort(
        Comparator.<RelationRows.Region>comparingInt(region -> -region.scope().numbers().length)
            .thenComparing(region -> region.slice())
            .thenComparing(region -> region.scope().region()));
    var dealt = new ArrayList<RelationRows.Region>();
    int hands = Math.max(1, Math.min(tasks, regions.size()));
    for (int first = 0; first < hands; first++) {
      for (int i = first; i < regions.size(); i += hands) {
        dealt.add(regions.get(i));
      }
    }
    var maker =
        context.broadcast(
            new RelationRows(related, series, country, areaLayout, config.relation().tooFew()));
    return context.parallelize(dealt, hands).flatMap(region -> maker.value().of(region));
  }

  /** How each indicator goes with access over the whole delivery. */
  private static RelatedAreas.Relation[][] country(
      JavaSparkContext context, RelatedAreas related, RelatedAreas.Scope everywhere, int tasks) {
    int indicators = related.indicators().length;
    var found = new RelatedAreas.Relation[indicators][];
    if (indicators == 0) {
      return found;
    }
    var shared = context.broadcast(related);
    var scope = context.broadcast(everywhere);
    var numbers = IntStream.range(0, indicators).boxed().toList();
    var made =
        context
            .parallelize(numbers, Math.min(tasks, indicators))
            .map(
                indicator ->
                    IntStream.range(0, shared.value().keys().size())
                        .mapToObj(reached -> shared.value().over(scope.value(), indicator, reached))
                        .toArray(RelatedAreas.Relation[]::new))
            .collect();
    return made.toArray(found);
  }

  private List<RelationRows.Region> regions(
      Slice year,
      String layout,
      WelfarePlaces places,
      List<Series> series,
      RegionPositions positions,
      WelfareAccess access) {
    var slice =
        Slice.of("scenario", year.get("scenario"), "year", year.get("year"), "layout", layout);
    var regions = places.areas(layout);
    var codes = regions.stream().map(Places::code).toList();
    var shares = new ArrayList<Position[]>();
    for (var key : access.keys()) {
      var values = access.of(key, layout, codes);
      var standings = Standing.among(values);
      shares.add(
          IntStream.range(0, values.length)
              .mapToObj(
                  i -> new Position(values[i], standings[i].zScore(), standings[i].percentile()))
              .toArray(Position[]::new));
    }
    var lying = places.lying(areaLayout, layout);
    var found = new ArrayList<RelationRows.Region>();
    for (int i = 0; i < codes.size(); i++) {
      int region = i;
      var areas = lying.get(i);
      int[] most =
          IntStream.range(0, areas.areas().length)
              .filter(area -> areas.shares()[area] >= MOST_OF_IT)
              .toArray();
      found.add(
          new RelationRows.Region(
              slice,
              new RelatedAreas.Scope(
                  layout,
                  codes.get(i),
                  IntStream.of(most).map(area -> areas.areas()[area]).toArray(),
                  IntStream.of(most).mapToDouble(area -> areas.people()[area]).toArray()),
              series.stream()
                  .map(each -> positions.of(each, layout, codes.get(region)))
                  .toArray(Position[]::new),
              shares.stream().map(all -> all[region]).toArray(Position[]::new)));
    }
    return found;
  }

  /** The value of each indicator in each area; of zones only what is delivered for zones. */
  private double[][] ofAreas(
      List<Series> series, RegionPositions positions, List<Places> areas, Derived.Inputs inputs) {
    if (!areaLayout.equals(BarrierSourceConfig.ZONE)) {
      return series.stream()
          .map(
              each ->
                  areas.stream()
                      .mapToDouble(area -> positions.of(each, areaLayout, area.code()).value())
                      .toArray())
          .toArray(double[][]::new);
    }
    var ofZones = new HashMap<Series, double[]>();
    for (var each : WelfareSeries.read(inputs)) {
      ofZones.put(
          new Series(each.indicator(), each.suppliedBy(), each.year()),
          Stream.of(each.figures(areaLayout, areas))
              .mapToDouble(figure -> figure == null ? Double.NaN : figure.value())
              .toArray());
    }
    return series.stream()
        .map(
            each -> {
              var values = ofZones.get(each);
              return values != null
                  ? values
                  : areas.stream().mapToDouble(area -> Double.NaN).toArray();
            })
        .toArray(double[][]::new);
  }
}
