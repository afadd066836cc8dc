package nl.peil.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.peil.measure.Binding;
import nl.peil.measure.Direction;
import nl.peil.measure.IntrazonalTimes;
import nl.peil.measure.Kernel;
import nl.peil.measure.MeasureDefinition;
import nl.peil.measure.Supply;
import nl.peil.measure.ZoneIndex;
import nl.peil.model.Mode;

/** Zones with texts for names, what there is in them, and the travel times between them. */
final class StudyArea {

  /** The column with the people who compete. */
  static final String POPULATION = "population";

  /** A named curve that is 1 everywhere. */
  static final String ONE = "one";

  private final List<String> zones;
  private final Map<String, double[]> columns;
  private final List<Pair> pairs;
  private final Map<Boolean, List<MatrixRow>> rows = new HashMap<>();

  /** Travel time from zone to zone. */
  record Pair(String origin, String destination, double minutes) {}

  /**
   * An area.
   *
   * @param zones names of the zones
   * @param columns what there is in them, in the same order
   * @param pairs travel times; what is absent cannot be reached
   */
  StudyArea(List<String> zones, Map<String, double[]> columns, List<Pair> pairs) {
    this.zones = List.copyOf(zones);
    this.columns = Map.copyOf(columns);
    this.pairs = List.copyOf(pairs);
  }

  List<String> zones() {
    return zones;
  }

  /** The same area with only some of the pairs. */
  StudyArea where(Predicate<Pair> kept) {
    return new StudyArea(zones, columns, pairs.stream().filter(kept).toList());
  }

  /** The same area with every journey so many minutes longer. */
  StudyArea later(double minutes) {
    return new StudyArea(
        zones,
        columns,
        pairs.stream()
            .map(p -> new Pair(p.origin(), p.destination(), p.minutes() + minutes))
            .toList());
  }

  double[] column(String name) {
    return Objects.requireNonNull(columns.get(name), () -> "no column " + name);
  }

  /** The weight of a decay such as {@code exponential,0.1}: what is left of one opportunity. */
  static double weight(String decay, double minutes) {
    var area =
        new StudyArea(
            List.of("here", "there"),
            Map.of(POPULATION, new double[2], "count", new double[] {0, 1}),
            List.of(new Pair("here", "there", minutes)));
    return Objects.requireNonNull(area.values("gravity(" + decay + ")", "count").get("here"));
  }

  /**
   * A measure of every zone.
   *
   * @param measure as it is written in the configuration
   * @param opportunities column that is measured
   * @return by zone, NaN where there is no value
   */
  Map<String, Double> values(String measure, String opportunities) {
    var definition = MeasureDefinition.parse(measure);
    var direction = definition.direction();
    if (direction == Direction.PASSIVE_DEMAND) {
      throw new IllegalArgumentException(measure + " is not compared with anything");
    }
    var curves = Map.<String, nl.peil.measure.decay.Decay>of(ONE, minutes -> 1);
    var stage =
        definition
            .bind(new Binding(Mode.AUTO, opportunities, OptionalDouble.empty(), curves))
            .orElseThrow();
    var supply =
        new Supply(opportunities, column(opportunities), column(POPULATION), List.of(stage));
    var index = new ZoneIndex(IntStream.range(0, zones.size()).toArray());
    var kernel = new Kernel(index, List.of(supply), IntrazonalTimes.asGiven(), direction);
    var rows = this.rows.computeIfAbsent(direction.transposed(), this::rows);
    while (!kernel.ready()) {
      var gatherer = kernel.gatherer();
      for (int i = 0; i < rows.size(); i++) {
        var row = rows.get(i);
        gatherer.gather(i, row.zones, row.minutes, row.minutes.length);
      }
      kernel = kernel.next(gatherer.sums());
    }
    var evaluator = kernel.evaluator();
    var values = new LinkedHashMap<String, Double>();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      values.put(
          zones.get(i), evaluator.evaluate(i, row.zones, row.minutes, row.minutes.length)[0]);
    }
    return values;
  }

  private record MatrixRow(int[] zones, float[] minutes) {}

  private List<MatrixRow> rows(boolean transposed) {
    var places = new HashMap<String, Integer>();
    zones.forEach(zone -> places.put(zone, places.size()));
    List<List<Pair>> byZone = new ArrayList<>();
    zones.forEach(zone -> byZone.add(new ArrayList<>()));
    for (var pair : pairs) {
      byZone.get(place(places, transposed ? pair.destination() : pair.origin())).add(pair);
    }
    var rows = new ArrayList<MatrixRow>();
    for (var its : byZone) {
      var others = new int[its.size()];
      var minutes = new float[its.size()];
      for (int i = 0; i < others.length; i++) {
        var pair = its.get(i);
        others[i] = place(places, transposed ? pair.origin() : pair.destination());
        minutes[i] = (float) pair.minutes();
      }
      rows.add(new MatrixRow(others, minutes));
    }
    return rows;
  }

  private static int place(Map<String, Integer> places, String zone) {
    return Objects.requireNonNull(places.get(zone), () -> zone + " is not one of the zones");
  }
}
