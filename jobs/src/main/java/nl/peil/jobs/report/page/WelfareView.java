package nl.peil.jobs.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.peil.jobs.report.facts.Goals.Goal;
import nl.peil.jobs.report.facts.Welfare.Indicator;
import nl.peil.jobs.report.facts.Welfare.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Brede welvaart: other goals and results of the region beside access. Nothing is added up, nothing
 * is coloured by good or bad.
 *
 * @param indicators a table per dimension
 * @param relations a table per key figure of access
 * @param goals goals as their sources state them
 * @param contradictions sources contradict each other somewhere
 */
public record WelfareView(
    List<Table> indicators, List<Table> relations, Table goals, boolean contradictions) {

  static WelfareView of(Subject subject, Texts texts) {
    var code = subject.region().code();
    var layout = subject.layout();
    var indicators = latest(layout.welfare().indicators().getOrDefault(code, List.of()));
    var goals = layout.goals().byRegion().getOrDefault(code, List.of());
    return new WelfareView(
        dimensions(indicators, subject, texts),
        relations(
            layout.welfare().relations().getOrDefault(code, List.of()), indicators, subject, texts),
        goals(goals, texts),
        goals.stream().anyMatch(Goal::contradiction));
  }

  /** The last year of each indicator and supplier. */
  private static List<Indicator> latest(List<Indicator> all) {
    var last = new TreeMap<String, Indicator>();
    for (var one : all) {
      last.merge(
          one.indicator() + "|" + one.suppliedBy(), one, (a, b) -> b.year() > a.year() ? b : a);
    }
    return List.copyOf(last.values());
  }

  private static List<Table> dimensions(List<Indicator> indicators, Subject subject, Texts texts) {
    Map<String, List<Indicator>> byDimension = new TreeMap<>();
    indicators.forEach(
        one -> byDimension.computeIfAbsent(one.dimension(), key -> new ArrayList<>()).add(one));
    var tables = new ArrayList<Table>();
    byDimension.forEach(
        (dimension, some) -> {
          var table =
              Table.with(
                  texts.words().dimension(dimension),
                  texts.text("column.indicator"),
                  "#" + subject.region().name(),
                  "#" + subject.countryName(),
                  "#" + texts.text("column.difference"),
                  "#" + texts.text("column.position"),
                  texts.text("column.source"));
          some.stream()
              .sorted(Comparator.comparing(one -> one.label().toLowerCase(Locale.ROOT)))
              .forEach(one -> table.cells(cells(one, texts)));
          tables.add(table.build());
        });
    return tables;
  }

  private static List<Table.Cell> cells(Indicator one, Texts texts) {
    var numbers = texts.numbers();
    var reason = one.reason();
    var value =
        one.value() == null
            ? new Table.Cell(
                texts.text("nodata"),
                reason == null ? "" : texts.words().value("reason", reason),
                "missing")
            : Table.Cell.of(numbers.value(one.value()));
    return List.of(
        new Table.Cell(
            label(one),
            (one.unit().isEmpty() ? "" : one.unit() + ", ") + one.year() + direction(one, texts),
            ""),
        value,
        Table.Cell.of(numbers.value(one.national())),
        Table.Cell.of(signed(one.difference(), numbers)),
        new Table.Cell(
            position(one.percentile(), numbers),
            one.percentile() == null ? "" : texts.text("welfare.peers", numbers.whole(one.peers())),
            one.percentile() == null ? "none" : ""),
        new Table.Cell(
            one.suppliedBy(), one.source().equals(one.suppliedBy()) ? "" : one.source(), ""));
  }

  private static String label(Indicator one) {
    return one.label().isBlank() ? one.indicator() : one.label();
  }

  private static String direction(Indicator one, Texts texts) {
    return one.direction().equals("none")
        ? ""
        : ", "
            + texts.words().value("direction", one.direction()).toLowerCase(texts.words().locale());
  }

  private static String signed(@Nullable Double value, Numbers numbers) {
    return value != null && value > 0 ? "+" + numbers.value(value) : numbers.value(value);
  }

  /** From 0 to 100; the middle of the regions of the layout is 50. */
  private static String position(@Nullable Double percentile, Numbers numbers) {
    return percentile == null ? Numbers.NONE : numbers.whole(percentile * 100);
  }

  private static List<Table> relations(
      List<Relation> rows, List<Indicator> indicators, Subject subject, Texts texts) {
    var numbers = texts.numbers();
    var labels = new HashMap<String, String>();
    indicators.forEach(one -> labels.put(one.indicator(), label(one)));
    var tables = new ArrayList<Table>();
    for (var level : subject.keyLevels()) {
      var some =
          rows.stream()
              .filter(row -> level.is(row.mode(), row.service()))
              .sorted(
                  Comparator.comparing(
                      row -> labels.getOrDefault(row.indicator(), row.indicator())))
              .toList();
      var table =
          Table.with(
              texts.text(
                  "relation.caption",
                  texts.words().service(level.service()),
                  texts.by(level.mode())),
              texts.text("column.indicator"),
              "#" + texts.text("column.position"),
              "#" + texts.text("column.shareposition"),
              "#" + texts.text("column.relation.region"),
              "#" + texts.text("column.relation", subject.countryName()));
      for (var row : some) {
        table.cells(
            List.of(
                Table.Cell.of(labels.getOrDefault(row.indicator(), row.indicator())),
                Table.Cell.of(position(row.percentile(), numbers)),
                Table.Cell.of(position(row.sharePercentile(), numbers)),
                correlation(row.correlation(), row.low(), row.high(), row.n(), row.tooFew(), texts),
                correlation(
                    row.countryCorrelation(),
                    row.countryLow(),
                    row.countryHigh(),
                    row.countryN(),
                    row.countryTooFew(),
                    texts)));
      }
      if (!some.isEmpty()) {
        tables.add(table.build());
      }
    }
    return tables;
  }

  private static Table.Cell correlation(
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high,
      double n,
      boolean tooFew,
      Texts texts) {
    var numbers = texts.numbers();
    var areas = texts.text("relation.n", numbers.whole(n));
    if (value == null || tooFew) {
      return new Table.Cell(texts.text("relation.few"), areas, "none");
    }
    var interval =
        low == null || high == null
            ? areas
            : texts.text(
                "relation.interval", numbers.correlation(low), numbers.correlation(high), areas);
    return new Table.Cell(numbers.correlation(value), interval, "");
  }

  private static Table goals(List<Goal> goals, Texts texts) {
    var table =
        Table.with(
            texts.text("goals.table"),
            texts.text("column.goal"),
            texts.text("column.aim"),
            texts.text("column.hardheid"),
            texts.text("column.state"),
            texts.text("column.source"));
    goals.stream()
        .sorted(Comparator.comparing(Goal::theme).thenComparing(Goal::id))
        .forEach(
            goal ->
                table.cells(
                    List.of(
                        new Table.Cell(
                            goal.goal(),
                            joined(
                                goal.theme(),
                                goal.programme(),
                                labelled("goals.relation", goal.relation(), texts),
                                labelled("goals.tradeoff", goal.tradeOff(), texts)),
                            ""),
                        new Table.Cell(aim(goal, texts), years(goal, texts), ""),
                        new Table.Cell(
                            goal.hardheid().isEmpty()
                                ? texts.text("unknown")
                                : texts
                                    .words()
                                    .word("hardheid." + goal.hardheid().replace(' ', '_'))
                                    .orElse(goal.hardheid()),
                            goal.hardheidSource(),
                            ""),
                        new Table.Cell(
                            goal.status().isEmpty() ? texts.text("unknown") : goal.status(),
                            goal.peildatum() == null ? "" : texts.date(goal.peildatum()),
                            ""),
                        new Table.Cell(
                            joined(goal.source(), goal.sourcePlace()),
                            goal.contradiction()
                                ? texts.text("goals.contradiction", goal.contradictionNote())
                                : "",
                            goal.contradiction() ? "contradiction" : ""))));
    return table.build();
  }

  private static String joined(String... parts) {
    return String.join(" · ", List.of(parts).stream().filter(part -> !part.isBlank()).toList());
  }

  private static String labelled(String key, String value, Texts texts) {
    return value.isBlank() ? "" : texts.text(key, value);
  }

  private static String aim(Goal goal, Texts texts) {
    var numbers = texts.numbers();
    var low = goal.low();
    var high = goal.high();
    if (low == null && high == null) {
      return Numbers.NONE;
    }
    var text =
        low == null
            ? texts.text("goals.atmost", numbers.value(high))
            : high == null || high.equals(low)
                ? numbers.value(low)
                : numbers.value(low) + " – " + numbers.value(high);
    return goal.unit().isBlank() ? text : text + " " + goal.unit();
  }

  private static String years(Goal goal, Texts texts) {
    var target = goal.targetYear();
    var base = goal.baseYear();
    if (target == null) {
      return "";
    }
    return base == null
        ? texts.text("goals.by", String.valueOf(target.intValue()))
        : texts.text(
            "goals.period", String.valueOf(base.intValue()), String.valueOf(target.intValue()));
  }
}
