package nl.peil.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;
import nl.peil.inequality.Gini;
import nl.peil.inequality.Theil;
import nl.peil.model.Mode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The R package accessibility (Ipea) on its matrix of 898 zones of Belo Horizonte. Runs when {@code
 * -Doracles} names a folder with its inputs and results.
 */
@EnabledIf("isGiven")
class IpeaConformanceTest {

  private static final List<String> FIVE =
      List.of(
          "89a88cdb57bffff",
          "89a88cdb597ffff",
          "89a88cdb5b3ffff",
          "89a88cdb5cfffff",
          "89a88cd909bffff");
  private static final Binding NONE =
      new Binding(Mode.OV_LOPEN, "", OptionalDouble.empty(), Map.of());

  private static final Map<String, Integer> ZONES = new LinkedHashMap<>();
  private static final Map<String, double[]> LAND_USE = new HashMap<>();
  private static final Map<Integer, Map<String, Double>> RESULTS = new HashMap<>();

  static boolean isGiven() {
    return Files.isDirectory(folder());
  }

  private static Path folder() {
    return Path.of(System.getProperty("oracles", "none"), "ipea-accessibility");
  }

  @BeforeAll
  static void evaluateAllRows() throws IOException {
    var landUse = rows("input/land_use_data.csv");
    for (var row : landUse) {
      ZONES.put(row[0], ZONES.size());
    }
    for (var column : List.of("population", "jobs", "schools")) {
      int at = List.of("id", "population", "jobs", "schools").indexOf(column);
      LAND_USE.put(
          column, landUse.stream().mapToDouble(row -> Double.parseDouble(row[at])).toArray());
    }
    var zones = new ZoneIndex(ZONES.values().stream().mapToInt(Integer::intValue).toArray());
    var measures =
        List.of(
            "cumulative(15)",
            "cumulative(30)",
            "cumulative(45)",
            "cumulative(60)",
            "nearest(1)",
            "nearest(3)",
            "nearest(10)",
            "gravity(binary,30)",
            "gravity(binary,45)",
            "gravity(linear,30)",
            "gravity(linear,45)",
            "gravity(exponential,0.05)",
            "gravity(exponential,0.1)",
            "gravity(exponential,0.5)",
            "gravity(exponential,0.6)");
    var bound =
        measures.stream().map(m -> MeasureDefinition.parse(m).bind(NONE).orElseThrow()).toList();
    var kernel =
        new Kernel(
            zones,
            LAND_USE.entrySet().stream()
                .map(e -> new Supply(e.getKey(), e.getValue(), bound))
                .toList());
    var byOrigin = new HashMap<Integer, List<String[]>>();
    for (var pair : rows("input/travel_matrix.csv.gz")) {
      byOrigin.computeIfAbsent(get(ZONES, pair[0]), o -> new ArrayList<>()).add(pair);
    }
    var evaluator = kernel.evaluator();
    for (int origin = 0; origin < ZONES.size(); origin++) {
      var pairs = byOrigin.getOrDefault(origin, List.of());
      var destinations = pairs.stream().mapToInt(pair -> get(ZONES, pair[1])).toArray();
      var minutes = new float[pairs.size()];
      for (int i = 0; i < minutes.length; i++) {
        minutes[i] = Float.parseFloat(pairs.get(i)[2]);
      }
      var values = evaluator.evaluate(origin, destinations, minutes, minutes.length);
      var named = new HashMap<String, Double>();
      for (int c = 0; c < values.length; c++) {
        var column = kernel.columns().get(c);
        named.put(column.service() + " " + column.measure(), values[c]);
      }
      RESULTS.put(origin, named);
    }
  }

  @Test
  void cumulativeAgreesForEveryZone() throws IOException {
    var expected = rows("expected/cumulative_cutoff_active.csv");
    assertThat(expected).hasSize(898 * 12);
    for (var row : expected) {
      assertThat(value(row[0], row[3] + " within_" + row[1]))
          .as("%s within %s from %s", row[3], row[1], row[0])
          .isEqualTo(Double.parseDouble(row[2]));
    }
  }

  @Test
  void nearestAgreesForEveryZone() throws IOException {
    var expected = rows("expected/cost_to_closest_schools.csv");
    assertThat(expected).hasSize(898 * 3);
    for (var row : expected) {
      Double found = value(row[0], "schools nearest_" + row[1]);
      var time = row[2].equals("Inf") || row[2].isEmpty() ? "NaN" : row[2];
      assertThat(found).as("%s from %s", row[1], row[0]).isEqualTo(Double.valueOf(time));
    }
  }

  @Test
  void gravityAgreesForEveryZone() throws IOException {
    int compared = 0;
    for (var row : rows("expected/gravity_scalar_param.csv")) {
      if (List.of("binary", "linear", "exponential").contains(row[3])) {
        double expected = Double.parseDouble(row[2]);
        assertThat(value(row[0], "jobs gravity_" + row[3] + "_" + row[1]))
            .as("%s %s from %s", row[3], row[1], row[0])
            .isCloseTo(expected, within(1e-10 * expected));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(898 * 6);
    assertThat(value(FIVE.get(0), "jobs gravity_exponential_0.5")).isCloseTo(14.11, within(0.005));
    assertThat(value(FIVE.get(1), "jobs gravity_exponential_0.6")).isCloseTo(13.4, within(0.005));
  }

  @Test
  void inequalityAgreesWithTheNumbersOfTheAuthors() {
    assertThat(Gini.of(jobsWithin30(FIVE), population(FIVE))).isCloseTo(0.1386, within(0.00005));
    var four = FIVE.stream().filter(id -> !id.equals("89a88cdb5cfffff")).toList();
    assertThat(Gini.of(jobsWithin30(four), population(four))).isCloseTo(0.1148, within(0.00005));
    var withIncome = new ArrayList<>(List.of("89a88cd900bffff"));
    withIncome.addAll(FIVE.subList(0, 4));
    assertThat(Theil.total(jobsWithin30(withIncome), population(withIncome)))
        .isCloseTo(0.0852, within(0.00005));
  }

  private static double[] jobsWithin30(List<String> ids) {
    return ids.stream().mapToDouble(id -> value(id, "jobs within_30")).toArray();
  }

  private static double[] population(List<String> ids) {
    var population = get(LAND_USE, "population");
    return ids.stream().mapToDouble(id -> population[get(ZONES, id)]).toArray();
  }

  private static double value(String id, String column) {
    return get(get(RESULTS, get(ZONES, id)), column);
  }

  private static <K, V> V get(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key), () -> "nothing for " + key);
  }

  private static List<String[]> rows(String file) throws IOException {
    var path = folder().resolve(file);
    try (InputStream raw = Files.newInputStream(path);
        InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
  }
}
