package nl.peil.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.peil.inequality.WeightedQuantiles.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The inequality of jobs within 30 minutes in Belo Horizonte, as the authors of the R package
 * accessibility (Ipea) have it in their tests. Runs when {@code -Doracles} names a folder with
 * their inputs and results.
 */
@EnabledIf("isGiven")
class IpeaInequalityTest {

  private static final List<String> FIVE =
      List.of(
          "89a88cdb57bffff",
          "89a88cdb597ffff",
          "89a88cdb5b3ffff",
          "89a88cdb5cfffff",
          "89a88cd909bffff");
  private static final List<String> FOUR =
      FIVE.stream().filter(id -> !id.equals("89a88cdb5cfffff")).toList();

  private static final Map<String, Double> JOBS = new HashMap<>();
  private static final Map<String, Double> PEOPLE = new HashMap<>();
  private static final Map<String, Double> INCOME = new HashMap<>();
  private static final Map<String, String> DECILE = new HashMap<>();

  static boolean isGiven() {
    return Files.isDirectory(folder());
  }

  private static Path folder() {
    return Path.of(System.getProperty("oracles", "none"), "ipea-accessibility");
  }

  @BeforeAll
  static void read() throws IOException {
    for (var line : Files.readAllLines(folder().resolve("input/land_use_data.csv"))) {
      var row = line.split(",", -1);
      if (!row[0].equals("id")) {
        PEOPLE.put(row[0], Double.valueOf(row[1]));
        INCOME.put(row[0], row[4].isEmpty() ? Double.NaN : Double.parseDouble(row[4]));
        DECILE.put(row[0], row[5]);
      }
    }
    var access = folder().resolve("expected/cumulative_cutoff_active.csv");
    for (var line : Files.readAllLines(access)) {
      var row = line.split(",", -1);
      if (row[1].equals("30") && row[3].equals("jobs")) {
        JOBS.put(row[0], Double.valueOf(row[2]));
      }
    }
  }

  @Test
  void agreesWithTheNumbersOfTheAuthors() {
    assertStatistic("gini", FIVE, 0.1386);
    assertStatistic("gini", FOUR, 0.1148);
    for (var option : List.of("", ",lightest_first")) {
      assertStatistic("concentration(income" + option + ")", FIVE, -0.0248);
      assertStatistic("concentration(income" + option + ")", FOUR, -0.1148);
      assertStatistic("concentration_corrected(income" + option + ")", FIVE, -0.1314);
      assertStatistic("concentration_corrected(income" + option + ")", FOUR, -0.8282);
    }
    assertStatistic("fgt(0,100000)", FIVE, 1);
    assertStatistic("fgt(1,100000)", FIVE, 0.5588);
    assertStatistic("fgt(2,100000)", FIVE, 0.3256);
    assertStatistic("fgt(0,100000)", FOUR, 1);
    assertStatistic("fgt(1,100000)", FOUR, 0.6367);
    assertStatistic("fgt(2,100000)", FOUR, 0.4129);
    var withIncome = new ArrayList<>(List.of("89a88cd900bffff"));
    withIncome.addAll(FIVE.subList(0, 4));
    assertStatistic("theil(decile)", withIncome, 0.0852, 0.0515, 0.0337, 0.0515 / 0.0852);
  }

  @Test
  void palmaAgreesWithTheIncomeLimitsOfTheWholeCity() {
    var all = INCOME.keySet().stream().filter(id -> !get(INCOME, id).isNaN()).toList();
    var limits = Palma.Limits.of(numbers(INCOME, all), numbers(PEOPLE, all), Rule.INTERPOLATED);
    assertThat(palma(FIVE, limits)).isCloseTo(1.0911, within(0.00005));
    assertThat(palma(FOUR, limits)).isCloseTo(0.5249, within(0.00005));
  }

  private static double palma(List<String> ids, Palma.Limits limits) {
    var inhabited = ids.stream().filter(id -> get(PEOPLE, id) > 0).toList();
    return Palma.of(
        numbers(JOBS, inhabited), numbers(PEOPLE, inhabited), numbers(INCOME, inhabited), limits);
  }

  private static void assertStatistic(String text, List<String> ids, double... expected) {
    var zones =
        ZoneValues.of(numbers(JOBS, ids), numbers(PEOPLE, ids))
            .rankedBy(numbers(INCOME, ids))
            .groupedBy(ids.stream().map(id -> get(DECILE, id)).toList());
    var found = InequalityStatistic.parse(text).over(zones).values().values();
    assertThat(found).as(text).hasSize(expected.length);
    int i = 0;
    for (double number : found) {
      double tolerance = i == 3 ? 0.002 : 0.00005; // the share is of two rounded numbers
      assertThat(number).as(text).isCloseTo(expected[i++], within(tolerance));
    }
  }

  private static double[] numbers(Map<String, Double> column, List<String> ids) {
    return ids.stream().mapToDouble(id -> get(column, id)).toArray();
  }

  private static <V> V get(Map<String, V> map, String id) {
    return Objects.requireNonNull(map.get(id), () -> "nothing for " + id);
  }
}
