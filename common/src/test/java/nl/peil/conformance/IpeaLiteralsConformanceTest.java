package nl.peil.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.peil.conformance.IpeaLiteral.Question;
import nl.peil.inequality.InequalityStatistic;
import nl.peil.inequality.Palma;
import nl.peil.inequality.WeightedQuantiles.Rule;
import nl.peil.inequality.ZoneValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** The numbers that the authors of the R package accessibility typed into their tests. */
@ExtendWith(ConformanceExtension.class)
@EnabledIfSystemProperty(named = Oracles.FOLDER, matches = ".+")
class IpeaLiteralsConformanceTest {

  private static final String SOURCE = "ipea-accessibility, literals";
  private static final Pattern WITHIN =
      Pattern.compile("from and to in the 5 ids(?:; travel_time\\+(\\d+))?");
  private static final Pattern FROM = Pattern.compile("from in 2 ids; all to");
  private static final Pattern INLINE = Pattern.compile("inline 3x3: tt (.*); pop (.*); jobs (.*)");
  private static final Pattern INLINE_ROW = Pattern.compile("(\\w)=\\(([^)]*)\\)");
  private static final String OF_FIVE =
      "access = cumulative_cutoff(jobs,30) for from in S5; all to";
  private static final Pattern MINUS = Pattern.compile("as above, minus id (\\w+)");
  private static final Pattern OTHER_FIVE =
      Pattern.compile(
          "access = cumulative_cutoff\\(jobs,30\\) for from in \\{(\\w+) \\+ last 4 of S5}; ids with"
              + " income_decile only");

  @Test
  void everyLiteralAgrees(ConformanceReport report, BeloHorizonte city) {
    var literals = IpeaLiteral.read();
    assertThat(literals).hasSize(110);
    Map<Question, List<IpeaLiteral>> questions =
        literals.stream()
            .collect(
                Collectors.groupingBy(IpeaLiteral::asked, LinkedHashMap::new, Collectors.toList()));
    var comparisons = new TreeMap<String, Comparison>();
    questions.forEach(
        (question, expected) -> {
          var ids = expected.stream().map(IpeaLiteral::id).toList();
          var found =
              question.accessMeasure().isPresent()
                  ? access(question, question.accessMeasure().get(), ids, city)
                  : Map.of("ALL", statistic(question, city));
          for (var literal : expected) {
            comparisons
                .computeIfAbsent(
                    question.measure() + literal.decimals(),
                    key ->
                        report.compare(
                            SOURCE, question.measure(), Tolerance.rounded(literal.decimals())))
                .row(question + " " + literal.id(), get(found, literal.id()), literal.expected());
          }
        });
    assertThat(comparisons.values().stream().mapToInt(Comparison::compared).sum()).isEqualTo(110);
    comparisons.values().forEach(each -> each.requireAgreement(each.compared()));
  }

  private static Map<String, Double> access(
      Question question, String measure, List<String> ids, BeloHorizonte city) {
    return area(question.subset(), ids, city.area()).values(measure, question.opportunities());
  }

  /** The part of the city that a test is about, or an area of its own. */
  private static StudyArea area(String subset, List<String> ids, StudyArea city) {
    var within = WITHIN.matcher(subset);
    if (within.matches()) {
      assertThat(ids).as(subset).hasSize(5);
      var part =
          city.where(pair -> ids.contains(pair.origin()) && ids.contains(pair.destination()));
      return within.group(1) == null ? part : part.later(Double.parseDouble(within.group(1)));
    }
    if (FROM.matcher(subset).matches()) {
      assertThat(ids).as(subset).hasSize(2);
      return city.where(pair -> ids.contains(pair.origin()));
    }
    var inline = INLINE.matcher(subset);
    if (inline.matches()) {
      return inline(inline.toMatchResult());
    }
    throw new IllegalArgumentException("subset not understood: " + subset);
  }

  private static StudyArea inline(MatchResult subset) {
    var rows = INLINE_ROW.matcher(subset.group(1)).results().toList();
    var zones = rows.stream().map(row -> row.group(1)).toList();
    var pairs = new ArrayList<StudyArea.Pair>();
    for (var row : rows) {
      var minutes = numbers(row.group(2));
      assertThat(minutes).hasSize(zones.size());
      for (int j = 0; j < minutes.length; j++) {
        pairs.add(new StudyArea.Pair(row.group(1), zones.get(j), minutes[j]));
      }
    }
    return new StudyArea(
        zones,
        Map.of(StudyArea.POPULATION, numbers(subset.group(2)), "jobs", numbers(subset.group(3))),
        pairs);
  }

  private static double[] numbers(String commas) {
    return Arrays.stream(commas.split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  private static double statistic(Question question, BeloHorizonte city) {
    var ids = zones(question.subset());
    var area = city.area();
    var jobs = area.where(pair -> ids.contains(pair.origin())).values("cumulative(30)", "jobs");
    var text = question.statistic().orElseThrow();
    if (question.measure().equals("palma_ratio")) {
      return palma(ids, jobs, area);
    }
    var zones =
        ZoneValues.of(
                ids.stream().mapToDouble(id -> get(jobs, id)).toArray(),
                column(area, StudyArea.POPULATION, ids))
            .rankedBy(column(area, BeloHorizonte.INCOME, ids))
            .groupedBy(ids.stream().map(id -> get(city.decile(), id)).toList());
    var statistic = InequalityStatistic.parse(text);
    var result =
        statistic.results().size() == 1
            ? statistic.results().get(0)
            : question.measure().replaceFirst("theil_t (\\w+).*", "theil_$1").replace("_total", "");
    return get(statistic.over(zones).values(), result);
  }

  /** With the percentiles of income of the whole city. */
  private static double palma(List<String> ids, Map<String, Double> jobs, StudyArea city) {
    var income = incomes(city);
    var ranked = city.zones().stream().filter(income::containsKey).toList();
    var limits =
        Palma.Limits.of(
            column(city, BeloHorizonte.INCOME, ranked),
            column(city, StudyArea.POPULATION, ranked),
            Rule.INTERPOLATED);
    var its = ids.stream().filter(income::containsKey).toList();
    return Palma.of(
        its.stream().mapToDouble(id -> get(jobs, id)).toArray(),
        column(city, StudyArea.POPULATION, its),
        column(city, BeloHorizonte.INCOME, its),
        limits);
  }

  private static Map<String, Double> incomes(StudyArea city) {
    var incomes = new HashMap<String, Double>();
    var all = city.column(BeloHorizonte.INCOME);
    for (int i = 0; i < all.length; i++) {
      if (!Double.isNaN(all[i])) {
        incomes.put(city.zones().get(i), all[i]);
      }
    }
    return incomes;
  }

  /** The zones that a statistic is over. */
  private static List<String> zones(String subset) {
    var five = BeloHorizonte.FIVE;
    if (subset.equals(OF_FIVE)) {
      return five;
    }
    var minus = MINUS.matcher(subset);
    if (minus.matches()) {
      assertThat(five).contains(minus.group(1));
      return five.stream().filter(Predicate.not(minus.group(1)::equals)).toList();
    }
    var other = OTHER_FIVE.matcher(subset);
    if (other.matches()) {
      var zones = new ArrayList<>(List.of(other.group(1)));
      zones.addAll(five.subList(1, 5));
      return zones;
    }
    throw new IllegalArgumentException("subset not understood: " + subset);
  }

  private static double[] column(StudyArea area, String name, List<String> ids) {
    var all = area.column(name);
    return ids.stream().mapToDouble(id -> all[area.zones().indexOf(id)]).toArray();
  }

  private static <V> V get(Map<String, V> map, String key) {
    return Objects.requireNonNull(map.get(key), () -> "nothing for " + key);
  }
}
