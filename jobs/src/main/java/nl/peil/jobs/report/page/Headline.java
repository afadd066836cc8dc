package nl.peil.jobs.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.peil.jobs.report.facts.Method;

/**
 * The head of a page: what it is about, its key figures, and what a reader must know before any
 * number.
 *
 * @param kind what the region is: gemeente
 * @param name name of the region
 * @param lead what the page is, in a sentence
 * @param facts name and value, as status and source of the layout
 * @param figures the figures that stand first
 * @param notices what a reader must know
 */
public record Headline(
    String kind,
    String name,
    String lead,
    List<Pair> facts,
    List<Figure> figures,
    List<String> notices) {

  /** A name and a value. */
  public record Pair(String name, String value) {}

  /** A large number with what it says. */
  public record Figure(String number, String label, String note) {}

  static Headline of(Subject subject, Texts texts) {
    var region = subject.region();
    var scope = subject.country().scope();
    var period = texts.words().period(scope.period()).toLowerCase(Locale.ROOT);
    var scenario = scenario(subject, scope.now().scenario(), scope.now().year());
    return new Headline(
        texts.oneOf(region.layout()),
        region.name(),
        texts.text("head.lead", region.name(), scenario, period),
        facts(subject, texts, scenario, period),
        figures(subject, texts),
        notices(subject, texts));
  }

  /** What readers call a scenario-year. */
  static String scenario(Subject subject, String scenario, int year) {
    var label = subject.country().method().scenarios().getOrDefault(scenario + "/" + year, "");
    var name = label.isBlank() || label.equals(scenario + "/" + year) ? scenario : label;
    return name.contains(String.valueOf(year)) ? name : name + " " + year;
  }

  private static List<Pair> facts(Subject subject, Texts texts, String scenario, String period) {
    var region = subject.region();
    var method = subject.country().method();
    var facts = new ArrayList<Pair>();
    facts.add(new Pair(texts.text("head.layout"), texts.words().layout(region.layout())));
    facts.add(new Pair(texts.text("head.code"), region.code()));
    facts.add(new Pair(texts.text("head.status"), texts.words().value("status", region.status())));
    facts.add(
        new Pair(
            texts.text("head.source"),
            region.source().isBlank() ? texts.text("unknown") : region.source()));
    if (region.validFrom() != null) {
      facts.add(new Pair(texts.text("head.valid"), texts.date(region.validFrom())));
    }
    facts.add(new Pair(texts.text("head.scenario"), scenario + ", " + period));
    facts.add(
        new Pair(
            texts.text("head.run"),
            method.runId().isEmpty() ? texts.text("unknown") : method.runId()));
    return facts;
  }

  private static List<Figure> figures(Subject subject, Texts texts) {
    var numbers = texts.numbers();
    var figures = new ArrayList<Figure>();
    figures.add(
        new Figure(
            numbers.persons(subject.population()),
            texts.text("figure.people"),
            texts.counted("figure.zones", subject.region().members().places().length)));
    for (var level : subject.keyLevels()) {
      figures.add(
          new Figure(
              numbers.percent(level.shareMeetingNorm()),
              texts.text("figure.level", texts.by(level.mode()), texts.to(level.service())),
              texts.text(
                  "figure.level.note",
                  numbers.norm(level.normMin()),
                  subject.countryName(),
                  numbers.percent(level.nationalShareMeetingNorm()))));
    }
    return figures;
  }

  private static List<String> notices(Subject subject, Texts texts) {
    var region = subject.region();
    var notices = new ArrayList<String>();
    var norms = subject.country().method().norms();
    if (norms.stream().anyMatch(Method.Norms::example)) {
      notices.add(texts.text("notice.example"));
    }
    if (!region.status().equals("vastgesteld")) {
      notices.add(
          texts.text(
              "notice.status",
              texts.words().value("status", region.status()).toLowerCase(Locale.ROOT)));
    }
    if (region.basis().equals("public")) {
      notices.add(texts.text("notice.public"));
    }
    if (region.note() != null && !region.note().isBlank()) {
      notices.add(region.note());
    }
    long border = border(subject);
    if (border > 0) {
      notices.add(texts.counted("notice.border", border));
    }
    notices.add(texts.text("notice.layouts", texts.words().layout(region.layout())));
    return notices;
  }

  /** Zones of the region near the national border. */
  static long border(Subject subject) {
    var zones = subject.country().zones().zones();
    return java.util.Arrays.stream(subject.region().members().places())
        .filter(place -> Boolean.TRUE.equals(zones.get(place).border()))
        .count();
  }
}
