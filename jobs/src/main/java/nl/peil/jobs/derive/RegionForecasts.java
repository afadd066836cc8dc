package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.peil.measure.ZoneIndex;
import nl.peil.run.Batches;
import nl.peil.table.ColumnBlock;
import nl.peil.table.ForecastTables;
import nl.peil.table.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Turns access in every state of the inputs into the rows of forecasts: a block per layout, or
 * more. The scenarios of a year are made together, for their range.
 */
final class RegionForecasts extends Batches<ColumnBlock> {

  /** Numbers of accessibility_swaps in the order in which they are expected. */
  static final List<String> NUMBERS =
      Stream.concat(
              Stream.of("population_base", "population_future"),
              Stream.concat(SwappedAccess.STATES.stream(), Stream.of("norm_min")))
          .toList();

  private static final int NORM = NUMBERS.indexOf("norm_min");

  /** The measure that norms are about. */
  private static final String NEAREST = "nearest_1";

  /** Rows of a block, about: 25 MB. */
  private static final int BLOCK = 1 << 17;

  private final Iterator<ByMeasure.Piece> pieces;
  private final ZoneIndex zones;
  private final List<RegionIndex.Layout> layouts;
  private final Map<Slice, String> modelVersions;
  private final ForecastColumns[] columns;
  private ByMeasure.@Nullable Piece ahead;
  private Slice slice = Slice.ALL;

  /**
   * A measure in a scenario.
   *
   * @param numbers as in {@link #NUMBERS}, then place
   * @param norm acceptable minutes; NaN without
   * @param nearest whether norms are about this measure
   */
  private record Scenario(
      String name, String modelVersion, double[][] numbers, double norm, boolean nearest) {}

  /**
   * Over measures of one base, year and mode.
   *
   * @param pieces by rising key, with {@link #NUMBERS}
   * @param zones the zones of all regions
   * @param layouts the layouts wanted
   * @param modelVersions release of the traffic model by scenario-year
   */
  RegionForecasts(
      Iterator<ByMeasure.Piece> pieces,
      ZoneIndex zones,
      List<RegionIndex.Layout> layouts,
      Map<Slice, String> modelVersions) {
    this.pieces = pieces;
    this.zones = zones;
    this.layouts = layouts;
    this.modelVersions = modelVersions;
    this.columns = new ForecastColumns[layouts.size()];
    Arrays.setAll(columns, layout -> new ForecastColumns());
    this.ahead = pieces.hasNext() ? pieces.next() : null;
  }

  @Override
  protected boolean make(Consumer<ColumnBlock> ready) {
    if (ahead == null) {
      return false;
    }
    addMeasure(ahead);
    for (int layout = 0; layout < columns.length; layout++) {
      if (columns[layout].size() > 0 && (ahead == null || columns[layout].size() >= BLOCK)) {
        ready.accept(columns[layout].block(sliceOf(layouts.get(layout))));
        columns[layout] = new ForecastColumns();
      }
    }
    return true;
  }

  private Slice sliceOf(RegionIndex.Layout layout) {
    var order = ForecastTables.FORECASTS.sliceBy();
    return slice.project(order).merge(Slice.of("layout", layout.layout()), order);
  }

  /** All scenarios and periods of a measure. */
  private void addMeasure(ByMeasure.Piece first) {
    slice = first.key().slice();
    var byPeriod = new TreeMap<String, TreeMap<String, double[][]>>();
    var piece = first;
    while (piece != null && piece.key().sameMeasure(first.key())) {
      var from = piece.key().slice();
      place(
          piece.zones(),
          byPeriod
              .computeIfAbsent(from.get("period"), key -> new TreeMap<>())
              .computeIfAbsent(from.get("scenario"), key -> nothing()));
      piece = pieces.hasNext() ? pieces.next() : null;
    }
    ahead = piece;
    byPeriod.forEach(
        (period, found) -> {
          var scenarios = new ArrayList<Scenario>();
          found.forEach((name, numbers) -> scenarios.add(scenario(name, first.key(), numbers)));
          for (int layout = 0; layout < columns.length; layout++) {
            add(columns[layout], layouts.get(layout), first.key(), period, scenarios);
          }
        });
  }

  /** The norm is that of the base, and so the same in all zones and scenarios. */
  private Scenario scenario(String name, MeasureKey key, double[][] numbers) {
    return new Scenario(
        name,
        modelVersions.getOrDefault(Slice.of("scenario", name, "year", slice.get("year")), ""),
        numbers,
        Arrays.stream(numbers[NORM])
            .filter(norm -> !Double.isNaN(norm))
            .findFirst()
            .orElse(Double.NaN),
        key.measure().equals(NEAREST));
  }

  private double[][] nothing() {
    var numbers = new double[NUMBERS.size()][zones.size()];
    for (var column : numbers) {
      Arrays.fill(column, Double.NaN);
    }
    return numbers;
  }

  /** Zones of no region have no place. */
  private void place(ZoneColumns found, double[][] numbers) {
    for (int i = 0; i < found.zones().length; i++) {
      int place = zones.find(found.zones()[i]);
      if (place >= 0) {
        for (int column = 0; column < numbers.length; column++) {
          numbers[column][place] = found.numbers()[column][i];
        }
      }
    }
  }

  private void add(
      ForecastColumns to,
      RegionIndex.Layout layout,
      MeasureKey key,
      String period,
      List<Scenario> scenarios) {
    for (int r = 0; r < layout.regions().size(); r++) {
      int start = to.size();
      for (var scenario : scenarios) {
        double norm = scenario.norm();
        boolean aboutNorm = scenario.nearest() && !Double.isNaN(norm);
        var change =
            RegionChange.of(
                layout.places().region(r), scenario.numbers(), aboutNorm ? norm : Double.NaN);
        var names =
            List.of(
                scenario.name(),
                scenario.modelVersion(),
                layout.regions().get(r).region(),
                period,
                key.service());
        to.add(with(names, key.measure(), key.unit()), change.persons(), change.mean(), norm);
        if (aboutNorm) {
          to.crossing(change.gain(), change.lose());
          to.add(
              with(names, "share_meeting_norm", "share"),
              change.persons(),
              change.shareMeeting(),
              norm);
          to.add(
              with(names, "persons_meeting_norm", "persons"),
              change.persons(),
              change.meeting(),
              norm);
        }
      }
      setRanges(to, start, scenarios.size());
    }
  }

  private static List<String> with(List<String> names, String measure, String unit) {
    return Stream.concat(names.stream(), Stream.of(measure, unit)).toList();
  }

  /** The rows of a region come scenario by scenario, each with the same measures. */
  private static void setRanges(ForecastColumns columns, int start, int scenarios) {
    int each = (columns.size() - start) / scenarios;
    for (int measure = 0; measure < each; measure++) {
      var rows = new int[scenarios];
      for (int scenario = 0; scenario < scenarios; scenario++) {
        rows[scenario] = start + scenario * each + measure;
      }
      columns.range(rows);
    }
  }
}
