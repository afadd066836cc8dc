package nl.peil.jobs.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.peil.jobs.report.facts.Barriers.Effective;
import nl.peil.jobs.report.facts.Forecasts.Change;
import nl.peil.jobs.report.facts.Level;
import nl.peil.model.BarrierGroup;

/**
 * The summary in plain words, made from the numbers: each sentence says one thing that stands in a
 * table, and none says why it is so.
 */
final class Summary {

  /** Differences of less than half a percentage point are not worth a sentence. */
  private static final double SMALL = 0.005;

  private final Subject subject;
  private final Texts texts;
  private final Numbers numbers;

  private Summary(Subject subject, Texts texts) {
    this.subject = subject;
    this.texts = texts;
    this.numbers = texts.numbers();
  }

  /** The paragraphs; those about what is not known are left out. */
  static List<Paragraph> of(Subject subject, Texts texts) {
    var summary = new Summary(subject, texts);
    var paragraphs = new ArrayList<Paragraph>();
    if (summary.levels().isEmpty()) {
      paragraphs.add(Paragraph.of(texts.text("summary.nothing")));
    } else {
      paragraphs.add(summary.key());
      paragraphs.add(summary.shortfalls());
      summary.gaps().ifPresent(paragraphs::add);
      summary.leftOut().ifPresent(paragraphs::add);
      summary.change().ifPresent(paragraphs::add);
    }
    return paragraphs;
  }

  private List<Level> levels() {
    return subject.levels().stream().filter(level -> level.shareMeetingNorm() != null).toList();
  }

  private Paragraph key() {
    var items = subject.keyLevels().stream().map(this::sentence).toList();
    return new Paragraph(
        texts.text(
            items.isEmpty() ? "summary.people" : "summary.key",
            numbers.persons(subject.population()),
            subject.region().name()),
        items);
  }

  private String sentence(Level level) {
    return texts.text(
        nobody(level) ? "summary.key.all" : "summary.key.item",
        numbers.percent(level.shareMeetingNorm()),
        texts.by(level.mode()),
        texts.to(level.service()),
        numbers.norm(level.normMin()),
        numbers.persons(level.personsBelowNorm()));
  }

  private static boolean nobody(Level level) {
    var below = level.personsBelowNorm();
    return below != null && below < 0.5;
  }

  /** For each mode the service that most people miss. */
  private Paragraph shortfalls() {
    var items = new ArrayList<String>();
    for (var mode : subject.modes()) {
      levels().stream()
          .filter(level -> level.mode().equals(mode))
          .max(Comparator.comparingDouble(level -> orZero(level.personsBelowNorm())))
          .map(
              level ->
                  nobody(level)
                      ? texts.text("summary.short.none", capital(texts.by(mode)))
                      : texts.text(
                          "summary.short.item",
                          capital(texts.by(mode)),
                          texts.service(level.service()),
                          numbers.persons(level.personsBelowNorm()),
                          numbers.percent(share(level)),
                          numbers.norm(level.normMin())))
          .ifPresent(items::add);
    }
    return new Paragraph(texts.text("summary.short"), items);
  }

  private static double share(Level level) {
    var meeting = level.shareMeetingNorm();
    return meeting == null ? 0 : 1 - meeting;
  }

  private static double orZero(@org.jspecify.annotations.Nullable Double value) {
    return value == null ? 0 : value;
  }

  /** Where the region differs most from the country. */
  private Optional<Paragraph> gaps() {
    var known = levels().stream().filter(level -> level.gapToNational() != null).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    var byGap = Comparator.comparingDouble((Level level) -> orZero(level.gapToNational()));
    var items = new ArrayList<String>();
    var worst = known.stream().min(byGap).orElseThrow();
    var best = known.stream().max(byGap).orElseThrow();
    if (orZero(worst.gapToNational()) < -SMALL) {
      items.add(gap("summary.gap.below", worst));
    }
    if (orZero(best.gapToNational()) > SMALL) {
      items.add(gap("summary.gap.above", best));
    }
    return Optional.of(
        items.isEmpty()
            ? Paragraph.of(texts.text("summary.gap.none", subject.countryName()))
            : new Paragraph(texts.text("summary.gap", subject.countryName()), items));
  }

  private String gap(String key, Level level) {
    return texts.text(
        key,
        texts.service(level.service()),
        texts.by(level.mode()),
        numbers.points(Math.abs(orZero(level.gapToNational()))).replace("+", ""),
        numbers.percentExact(level.shareMeetingNorm()),
        numbers.percentExact(level.nationalShareMeetingNorm()));
  }

  /** The service that barriers take from most people. */
  private Optional<Paragraph> leftOut() {
    return subject
        .layout()
        .barriers()
        .effective()
        .getOrDefault(subject.region().code(), List.of())
        .stream()
        .filter(row -> row.group().equals(BarrierGroup.EVERYONE) && row.personsLost() != null)
        .max(Comparator.comparingDouble((Effective row) -> orZero(row.personsLost())))
        .filter(row -> orZero(row.personsLost()) >= 1)
        .map(
            row ->
                Paragraph.of(
                    texts.text(
                        "summary.left",
                        texts.to(row.service()),
                        numbers.percent(fraction(row.percentPotential())),
                        numbers.percent(fraction(row.percentEffective())),
                        numbers.persons(row.personsLost()))));
  }

  private static double fraction(@org.jspecify.annotations.Nullable Double percent) {
    return Objects.requireNonNullElse(percent, 0.0) / 100;
  }

  /** The largest change of a share of people within the norm, up or down. */
  private Optional<Paragraph> change() {
    var changes =
        subject
            .layout()
            .forecasts()
            .byRegion()
            .getOrDefault(subject.region().code(), List.of())
            .stream()
            .filter(row -> row.measure().equals("share_meeting_norm") && row.delta() != null)
            .toList();
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    var largest =
        changes.stream()
            .max(Comparator.comparingDouble((Change row) -> Math.abs(orZero(row.delta()))))
            .orElseThrow();
    if (Math.abs(orZero(largest.delta())) < SMALL) {
      return Optional.of(Paragraph.of(texts.text("summary.change.none")));
    }
    return Optional.of(
        Paragraph.of(
            texts.text(
                orZero(largest.delta()) > 0 ? "summary.change.up" : "summary.change.down",
                texts.service(largest.service()),
                texts.by(largest.mode()),
                numbers.percentExact(largest.base()),
                numbers.percentExact(largest.future()),
                Headline.scenario(subject, largest.scenario(), largest.year()))));
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
