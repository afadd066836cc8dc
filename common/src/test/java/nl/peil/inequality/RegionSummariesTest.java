package nl.peil.inequality;

import static nl.peil.inequality.RegionStatistic.CONCENTRATION;
import static nl.peil.inequality.RegionStatistic.CORRECTED;
import static nl.peil.inequality.RegionStatistic.FGT1;
import static nl.peil.inequality.RegionStatistic.FGT2;
import static nl.peil.inequality.RegionStatistic.GINI;
import static nl.peil.inequality.RegionStatistic.MAX;
import static nl.peil.inequality.RegionStatistic.MEAN;
import static nl.peil.inequality.RegionStatistic.MIN;
import static nl.peil.inequality.RegionStatistic.P10;
import static nl.peil.inequality.RegionStatistic.P50;
import static nl.peil.inequality.RegionStatistic.P90;
import static nl.peil.inequality.RegionStatistic.PALMA;
import static nl.peil.inequality.RegionStatistic.SUFFICIENCY;
import static nl.peil.inequality.RegionStatistic.THEIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RegionSummariesTest {

  private static final double NONE = Double.NaN;

  /** Zones with what they have, who lives there and what these earn, and regions of them. */
  record Country(double[] values, double[] population, double[] income, LayoutRegions layout) {

    ZonePeople people() {
      return ZonePeople.of(population, values);
    }
  }

  @Provide
  Arbitrary<Country> countries() {
    return Arbitraries.randomValue(RegionSummariesTest::country);
  }

  /** Few different values and incomes, so that some are equal; gaps of every kind. */
  private static Country country(Random random) {
    int zones = 1 + random.nextInt(60);
    int kind = random.nextInt(4);
    var values = new double[zones];
    var population = new double[zones];
    var income = new double[zones];
    for (int i = 0; i < zones; i++) {
      values[i] =
          switch (kind) {
            case 0 -> random.nextInt(6);
            case 1 -> random.nextInt(300) / 7.0;
            case 2 -> Math.exp(12 * random.nextDouble());
            default -> 1e5 + random.nextDouble(); // hardly different
          };
      values[i] = random.nextInt(10) == 0 ? NONE : values[i];
      population[i] = random.nextInt(12) == 0 ? 0 : random.nextInt(30_000) / 7.0;
      population[i] = random.nextInt(15) == 0 ? NONE : population[i];
      income[i] = random.nextInt(8) == 0 ? NONE : random.nextInt(20);
    }
    var regions = new ArrayList<LayoutRegions.Region>();
    for (int r = random.nextInt(5); r >= 0; r--) {
      int every = 1 + random.nextInt(3);
      regions.add(
          region(
              IntStream.range(0, zones).filter(i -> random.nextInt(every) == 0).toArray(),
              random.doubles(zones).map(x -> x < 0.6 ? 1 : x < 0.7 ? 0 : x).toArray(),
              income));
    }
    return new Country(values, population, income, new LayoutRegions(regions));
  }

  private static LayoutRegions.Region region(int[] places, double[] shares, double[] income) {
    var lowestFirst =
        IntStream.range(0, places.length)
            .filter(i -> !Double.isNaN(income[places[i]]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> income[places[i]]))
            .mapToInt(i -> i)
            .toArray();
    return new LayoutRegions.Region(
        places,
        Arrays.copyOf(shares, places.length),
        lowestFirst,
        IntStream.of(lowestFirst).mapToDouble(i -> income[places[i]]).toArray());
  }

  /** A zone as far as it lies in a region. */
  private record Part(double value, double persons, double income) {

    boolean counts() {
      return persons > 0 && !Double.isNaN(value);
    }
  }

  private static List<Part> parts(Country country, int region) {
    var its = country.layout().region(region);
    return IntStream.range(0, its.places().length)
        .filter(i -> !Double.isNaN(country.population()[its.places()[i]]))
        .mapToObj(
            i -> {
              int place = its.places()[i];
              return new Part(
                  country.values()[place],
                  country.population()[place] * its.shares()[i],
                  country.income()[place]);
            })
        .toList();
  }

  private static double[] of(List<Part> parts, ToDoubleFunction<Part> what) {
    return parts.stream().mapToDouble(what).toArray();
  }

  private static double sum(List<Part> parts) {
    return parts.stream().mapToDouble(Part::persons).sum();
  }

  /** What the classes of the single statistics tell. */
  private static Map<RegionStatistic, Double> expected(List<Part> parts, double line) {
    var expected = new EnumMap<RegionStatistic, Double>(RegionStatistic.class);
    for (var statistic : RegionStatistic.values()) {
      expected.put(statistic, NONE);
    }
    if (!parts.isEmpty()) {
      var all = Distribution.of(of(parts, Part::value), of(parts, Part::persons), line);
      expected.put(MEAN, all.mean());
      expected.put(MIN, all.min());
      expected.put(P10, all.p10());
      expected.put(P50, all.p50());
      expected.put(P90, all.p90());
      expected.put(MAX, all.max());
      expected.put(GINI, all.gini());
      expected.put(THEIL, all.theil());
      expected.put(SUFFICIENCY, all.sufficiencyShare());
      expected.put(FGT1, all.fgt1());
      expected.put(FGT2, all.fgt2());
    }
    var earning =
        parts.stream()
            .filter(part -> !Double.isNaN(part.income()))
            .sorted(Comparator.comparingDouble(Part::income))
            .toList();
    if (!earning.isEmpty()) {
      var along =
          AlongRanking.of(
              of(earning, Part::value), of(earning, Part::persons), of(earning, Part::income));
      expected.put(PALMA, along.palma());
      expected.put(CONCENTRATION, along.concentration());
      expected.put(CORRECTED, along.corrected());
    }
    return expected;
  }

  @Property
  void tellOfEachRegionWhatTheSingleStatisticsTell(@ForAll("countries") Country country) {
    var people = new RegionPeople(country.layout(), country.people());
    var judged = RankedZones.judged(country.values(), country.people(), 0.5);
    var summaries = new RegionSummaries(1);
    summaries.add(people, RankedZones.of(country.values(), country.people()));
    summaries.add(people, judged);
    int regions = country.layout().size();
    assertThat(summaries.size()).isEqualTo(2 * regions);
    for (int r = 0; r < regions; r++) {
      var parts = parts(country, r);
      var counting = parts.stream().filter(Part::counts).toList();
      var earning = counting.stream().filter(part -> !Double.isNaN(part.income())).toList();
      assertRow(summaries, r, expected(counting, NONE), spread(earning));
      assertRow(summaries, regions + r, expected(counting, judged.line()), spread(earning));
      assertThat(people.zones(r)).isEqualTo(parts.size());
      assertThat(people.population(r)).isCloseTo(sum(parts), within(1e-6));
      assertThat(people.covered(r)).isCloseTo(sum(counting), within(1e-6));
      assertThat(people.ranked(r)).isCloseTo(sum(earning), within(1e-6));
    }
  }

  private static void assertRow(
      RegionSummaries summaries, int row, Map<RegionStatistic, Double> expected, double spread) {
    expected.forEach(
        (statistic, value) -> {
          double told = summaries.column(statistic)[row];
          if (Double.isNaN(value)) {
            assertThat(told).as("%s of row %d", statistic, row).isNaN();
          } else {
            assertThat(told)
                .as("%s of row %d", statistic, row)
                .isCloseTo(value, within(1e-12 * Math.abs(value) + tolerance(statistic, spread)));
          }
        });
  }

  /** Indexes of values that hardly differ are small differences of large sums. */
  private static double tolerance(RegionStatistic statistic, double spread) {
    return switch (statistic) {
      case GINI, THEIL, CONCENTRATION -> 1e-13;
      case CORRECTED -> 1e-13 + 1e-14 * spread;
      case SUFFICIENCY, FGT1, FGT2 -> 1e-15;
      default -> 0;
    };
  }

  /** How many times the range of values fits in the largest. */
  private static double spread(List<Part> parts) {
    var values = parts.stream().mapToDouble(Part::value).summaryStatistics();
    double range = values.getMax() - values.getMin();
    return range > 0 ? values.getMax() / range : 1;
  }

  @Property
  void theLineIsAShareOfTheMedianOfEverybody(@ForAll("countries") Country country) {
    double line = RankedZones.judged(country.values(), country.people(), 0.5).line();
    var has = new double[country.values().length];
    var persons = new double[has.length];
    for (int i = 0; i < has.length; i++) {
      boolean counts = !Double.isNaN(country.values()[i]) && !Double.isNaN(country.population()[i]);
      has[i] = counts ? country.values()[i] : 0;
      persons[i] = counts ? country.population()[i] : 0;
    }
    double median =
        DoubleStream.of(persons).sum() == 0 ? 0 : WeightedQuantiles.quantile(has, persons, 0.5);
    if (median == 0) {
      assertThat(line).isNaN();
    } else {
      assertThat(line).isEqualTo(0.5 * median);
    }
    assertThat(RankedZones.of(country.values(), country.people()).line()).isNaN();
  }

  /** Ten persons: 1 has 4, 5 have 8, 3 have 16, 1 has 32; the zone of 64 is empty. */
  private static final double[] VALUES = {32, 8, 4, 16, 64};

  private static final double[] PERSONS = {1, 5, 1, 3, 0};

  private static RegionSummaries summary(double[] values, double[] persons, double[] income) {
    var layout =
        new LayoutRegions(
            List.of(
                region(
                    IntStream.range(0, values.length).toArray(),
                    DoubleStream.generate(() -> 1).limit(values.length).toArray(),
                    income)));
    var people = ZonePeople.of(persons, values);
    var summaries = new RegionSummaries(0);
    // The median is 8 where it is of VALUES
    summaries.add(new RegionPeople(layout, people), RankedZones.judged(values, people, 2));
    return summaries;
  }

  @Test
  void isWhatOneCountsOnTheFingers() {
    var told = summary(VALUES, PERSONS, new double[] {5, 2, 1, 4, 3});
    assertThat(told.column(MEAN)).containsExactly((4 + 40 + 48 + 32) / 10.0);
    assertThat(told.column(MIN)).containsExactly(4);
    assertThat(told.column(P10)).containsExactly(4);
    assertThat(told.column(P50)).containsExactly(8);
    assertThat(told.column(P90)).containsExactly(16);
    assertThat(told.column(MAX)).containsExactly(32);
    // Enough is 16: four have it, one has a quarter, five have half
    assertThat(told.column(SUFFICIENCY)).containsExactly(0.4);
    assertThat(told.column(FGT1)).containsExactly((0.75 + 5 * 0.5) / 10);
    assertThat(told.column(FGT2)).containsExactly((0.5625 + 5 * 0.25) / 10);
    // Up to the 40th percentile: six persons who have 44; above the 90th: one who has 32
    assertThat(told.column(PALMA)[0]).isCloseTo(32 / (44 / 6.0), within(1e-15));
  }

  @Test
  void whoHasNoRankingAndFarMoreDoesNotBlurTheOthers() {
    var told =
        summary(new double[] {1, 1.5, 1e9}, new double[] {1, 1, 1}, new double[] {1, 2, NONE});
    // 8 / 0.5 times (-0.25 * 0.25 + 0.25 * 0.75) / 2
    assertThat(told.column(CORRECTED)[0]).isCloseTo(1, within(1e-15));
  }

  @Test
  void whoeverHaveTheSameAreExactlyEqual() {
    var told =
        summary(
            new double[] {0.1, 0.1, 0.1}, new double[] {3, 0.7, 5.1}, new double[] {1, NONE, 3});
    for (var statistic : List.of(MEAN, MIN, P10, P50, P90, MAX)) {
      assertThat(told.column(statistic)).as("%s", statistic).containsExactly(0.1);
    }
    for (var statistic : List.of(GINI, THEIL, CONCENTRATION, CORRECTED)) {
      assertThat(told.column(statistic)).as("%s", statistic).containsExactly(0);
    }
  }

  @Test
  void anEmptyRegionHasNothingToTell() {
    var told = summary(new double[] {1, NONE}, new double[] {0, 5}, new double[] {1, 2});
    for (var statistic : RegionStatistic.values()) {
      assertThat(told.column(statistic)).as("%s", statistic).containsExactly(NONE);
    }
  }

  @Test
  void refusesWhatIsNoAmountOfPeopleWhoCount() {
    var one = ZonePeople.of(new double[] {1, 0}, new double[] {1, 1});
    for (double wrong : new double[] {-1, NONE, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RankedZones.of(new double[] {wrong, 2}, one))
          .withMessageContainingAll("value at place 0", String.valueOf(wrong));
      // Nobody lives there
      assertThat(RankedZones.of(new double[] {2, wrong}, one).values).containsExactly(2);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZonePeople.of(new double[] {-1}, new double[] {1}))
        .withMessageContainingAll("weight 0", "-1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZonePeople.of(new double[] {1}, new double[] {1, 2}))
        .withMessageContaining("1 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankedZones.of(new double[] {1}, one))
        .withMessageContaining("1 and 2");
  }

  @Test
  void valuesThatAreTheSameAsFloatsAreRankedAsDoubles() {
    double a = 1e6;
    double b = Math.nextUp(a);
    double c = Math.nextUp(b);
    double[] values = {c, a, b, 1, a};
    var ranked = RankedZones.of(values, ZonePeople.of(new double[] {1, 1, 1, 1, 1}, values));
    assertThat(ranked.places).containsExactly(3, 1, 4, 2, 0);
    assertThat(ranked.values).containsExactly(1, a, a, b, c);
  }
}
