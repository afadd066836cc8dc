package nl.peil.jobs.report.page;

import java.util.List;
import java.util.Objects;
import nl.peil.jobs.report.facts.Forecasts.Change;
import org.jspecify.annotations.Nullable;

/**
 * What changes.
 *
 * @param futures scenario-years that the region is compared with
 * @param people how many people live in the region then, in a sentence each
 * @param all shares of people within the norm, and what changes them
 */
public record ForecastView(List<Future> futures, List<String> people, Table all) {

  /** A scenario-year to come. */
  public record Future(String key, String label) {}

  static ForecastView of(Subject subject, Texts texts) {
    var rows =
        subject.layout().forecasts().byRegion().getOrDefault(subject.region().code(), List.of());
    var futures =
        rows.stream()
            .map(row -> new Future(row.scenario() + "/" + row.year(), label(subject, row)))
            .distinct()
            .sorted(java.util.Comparator.comparing(Future::label))
            .toList();
    return new ForecastView(futures, people(rows, subject, texts), all(rows, subject, texts));
  }

  private static String label(Subject subject, Change row) {
    return Headline.scenario(subject, row.scenario(), row.year());
  }

  private static List<String> people(List<Change> rows, Subject subject, Texts texts) {
    var numbers = texts.numbers();
    return rows.stream()
        .map(
            row ->
                texts.text(
                    "forecast.people",
                    label(subject, row),
                    numbers.persons(row.populationFuture()),
                    numbers.persons(row.populationBase())))
        .distinct()
        .sorted()
        .toList();
  }

  private static Table all(List<Change> rows, Subject subject, Texts texts) {
    var numbers = texts.numbers();
    var table =
        Table.with(
            texts.text("forecast.table"),
            texts.text("column.scenario"),
            texts.text("column.service"),
            texts.text("column.mode"),
            "#" + texts.text("column.now"),
            "#" + texts.text("column.then"),
            "#" + texts.text("column.delta"),
            "#" + texts.text("column.network"),
            "#" + texts.text("column.landuse"),
            "#" + texts.text("column.services"),
            "#" + texts.text("column.gained"),
            "#" + texts.text("column.lost2"));
    for (var future : rows.stream().map(row -> label(subject, row)).distinct().sorted().toList()) {
      for (var service : subject.services()) {
        for (var mode : subject.modes()) {
          var share = find(rows, subject, future, service, mode, "share_meeting_norm");
          var minutes = find(rows, subject, future, service, mode, "nearest_1");
          if (share != null) {
            table.row(
                future,
                texts.words().service(service),
                texts.words().mode(mode),
                numbers.percentExact(share.base()),
                numbers.percentExact(share.future()),
                numbers.points(share.delta()),
                numbers.points(share.network()),
                numbers.points(share.landUse()),
                numbers.points(share.services()),
                numbers.persons(minutes == null ? null : minutes.gain()),
                numbers.persons(minutes == null ? null : minutes.lose()));
          }
        }
      }
    }
    return table.build();
  }

  private static @Nullable Change find(
      List<Change> rows,
      Subject subject,
      String future,
      String service,
      String mode,
      String measure) {
    return rows.stream()
        .filter(
            row ->
                row.measure().equals(measure)
                    && row.service().equals(service)
                    && row.mode().equals(mode)
                    && Objects.equals(label(subject, row), future))
        .findFirst()
        .orElse(null);
  }
}
