package nl.peil.jobs.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.peil.jobs.report.facts.Barriers.Barrier;
import nl.peil.jobs.report.facts.Barriers.Effective;
import nl.peil.jobs.report.facts.Places.Place;
import org.jspecify.annotations.Nullable;

/**
 * Who is left out: people with barriers, what barriers take of access, and where one place more
 * would help most.
 *
 * @param barriers people with barriers, one or several at once
 * @param risk classes of risk of transport poverty
 * @param score what the classes come from, in a sentence; empty: nothing
 * @param effective access on paper and really
 * @param places where one place more would help
 */
public record BarrierView(Table barriers, Table risk, String score, Table effective, Table places) {

  private static final int PLACES = 12;
  private static final List<String> CLASSES = List.of("very_low", "low", "high", "very_high");

  static BarrierView of(Subject subject, Texts texts) {
    var code = subject.region().code();
    var layout = subject.layout();
    var barriers = layout.barriers().barriers().getOrDefault(code, List.of());
    return new BarrierView(
        barriers(barriers, texts),
        risk(barriers, texts),
        score(barriers, texts),
        effective(layout.barriers().effective().getOrDefault(code, List.of()), subject, texts),
        places(layout.places().byRegion().getOrDefault(code, List.of()), subject, texts));
  }

  private static Table barriers(List<Barrier> rows, Texts texts) {
    var numbers = texts.numbers();
    var table =
        Table.with(
            texts.text("barriers.table"),
            texts.text("column.barrier"),
            "#" + texts.text("column.people.share"),
            "#" + texts.text("column.range"),
            "#" + texts.text("column.persons"),
            "#" + texts.text("column.known"));
    for (var kind : List.of("indicator", "joint")) {
      rows.stream()
          .filter(row -> row.kind().equals(kind))
          .filter(row -> kind.equals("joint") || row.share() != null || row.shareKnown() != null)
          .filter(row -> row.share() != null)
          .forEach(
              row ->
                  table.row(
                      texts.words().indicator(row.indicator()),
                      numbers.percentExact(row.share()),
                      range(row.shareLow(), row.shareHigh(), numbers),
                      numbers.persons(row.persons()),
                      numbers.percent(row.shareKnown())));
    }
    return table.build();
  }

  private static String range(@Nullable Double low, @Nullable Double high, Numbers numbers) {
    if (low == null || high == null || high - low < 5e-4) {
      return Numbers.NONE;
    }
    return numbers.percentExact(low) + " – " + numbers.percentExact(high);
  }

  private static Table risk(List<Barrier> rows, Texts texts) {
    var numbers = texts.numbers();
    var table =
        Table.with(
            texts.text("risk.table"),
            texts.text("column.class"),
            "#" + texts.text("column.people.share"),
            "#" + texts.text("column.range"),
            "#" + texts.text("column.persons"));
    for (var name : CLASSES) {
      rows.stream()
          .filter(row -> row.kind().equals("risk_class") && row.indicator().equals(name))
          .filter(row -> row.share() != null)
          .forEach(
              row ->
                  table.row(
                      texts.words().indicator(name),
                      numbers.percentExact(row.share()),
                      range(row.shareLow(), row.shareHigh(), numbers),
                      numbers.persons(row.persons())));
    }
    return table.build();
  }

  private static String score(List<Barrier> rows, Texts texts) {
    return rows.stream()
        .filter(row -> row.kind().equals("risk_score") && row.value() != null)
        .map(row -> texts.text("risk.score", texts.numbers().value(row.value())))
        .findFirst()
        .orElse("");
  }

  private static Table effective(List<Effective> rows, Subject subject, Texts texts) {
    var numbers = texts.numbers();
    var table =
        Table.with(
            texts.text("effective.table"),
            texts.text("column.service"),
            texts.text("column.group"),
            "#" + texts.text("column.persons"),
            "#" + texts.text("column.paper"),
            "#" + texts.text("column.really"),
            "#" + texts.text("column.lost"),
            "#" + texts.text("column.lostrange"),
            "#" + texts.text("column.known"));
    for (var service : subject.services()) {
      rows.stream()
          .filter(row -> row.service().equals(service))
          .sorted(Comparator.comparing(Effective::group))
          .forEach(
              row ->
                  table.row(
                      texts.words().service(service),
                      texts.words().indicator(row.group()),
                      numbers.persons(row.persons()),
                      percent(row.percentPotential(), numbers),
                      percent(row.percentEffective(), numbers),
                      numbers.persons(row.personsLost()),
                      persons(row.personsLostLow(), row.personsLostHigh(), numbers),
                      numbers.percent(row.shareKnown())));
    }
    return table.build();
  }

  private static String percent(@Nullable Double percent, Numbers numbers) {
    return numbers.percentExact(percent == null ? null : Double.valueOf(percent / 100));
  }

  private static String persons(@Nullable Double low, @Nullable Double high, Numbers numbers) {
    return low == null || high == null
        ? Numbers.NONE
        : numbers.persons(low) + " – " + numbers.persons(high);
  }

  /** The best place of each service and mode, those that help most people first. */
  private static Table places(List<Place> rows, Subject subject, Texts texts) {
    var numbers = texts.numbers();
    var zones = subject.country().zones();
    Map<Integer, Integer> place = zones.place();
    var table =
        Table.with(
            texts.text("places.table"),
            texts.text("column.service"),
            texts.text("column.mode"),
            texts.text("column.zone"),
            "#" + texts.text("column.gain"),
            "#" + texts.text("column.below"));
    var best = new ArrayList<>(rows.stream().filter(row -> row.rank() == 1).toList());
    best.sort(Comparator.comparingDouble(Place::personsGain).reversed());
    for (var row : best.subList(0, Math.min(PLACES, best.size()))) {
      var at = place.get(row.zone());
      var zone = at == null ? null : zones.zones().get(at);
      var name = zone == null || zone.name() == null ? "" : " " + zone.name();
      table.row(
          texts.words().service(row.service()),
          texts.words().mode(row.mode()),
          (zone == null ? String.valueOf(row.zone()) : zone.code()) + name,
          numbers.persons(row.personsGain()),
          numbers.persons(row.personsBelowNorm()));
    }
    return table.build();
  }
}
