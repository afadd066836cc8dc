package nl.peil.jobs.report.page;

import java.util.ArrayList;
import java.util.List;
import nl.peil.jobs.report.facts.Level;

/**
 * A list to choose from: the regions of a layout with some key figures, or the layouts.
 *
 * @param title what it is a list of
 * @param lead what a reader finds, in a sentence
 * @param back where one comes from; empty: nowhere
 * @param table name, and figures
 * @param links address of each row
 * @param search what the search looks in, for each row
 */
public record IndexView(
    String title, String lead, String back, Table table, List<String> links, List<String> search) {

  /**
   * The regions of a layout.
   *
   * @param layout the layout
   * @param subjects its regions
   * @param links address of each
   */
  public static IndexView regions(
      String layout, List<Subject> subjects, List<String> links, Texts texts) {
    var figures = subjects.isEmpty() ? List.<String>of() : subjects.get(0).keyFigures();
    var labels = new ArrayList<String>();
    labels.add(texts.text("column.region"));
    labels.add("#" + texts.text("column.people"));
    for (var figure : figures) {
      var parts = figure.split("/", -1);
      labels.add(
          "#"
              + texts.text(
                  "index.figure", texts.words().service(parts[0]), texts.words().mode(parts[1])));
    }
    var table = Table.with(texts.words().layout(layout), labels.toArray(String[]::new));
    var search = new ArrayList<String>();
    for (var subject : subjects) {
      var row = new ArrayList<String>();
      row.add(subject.region().name());
      row.add(texts.numbers().persons(subject.population()));
      for (var figure : figures) {
        row.add(texts.numbers().percent(share(subject, figure.split("/", -1))));
      }
      table.row(row.toArray(String[]::new));
      search.add(
          String.join(
              " ",
              subject.region().name(),
              subject.region().code(),
              subject.region().aliases().replace('|', ' ')));
    }
    return new IndexView(
        texts.words().layout(layout),
        texts.text("index.regions", texts.numbers().whole(subjects.size())),
        "../index.html",
        table.build(),
        links,
        search);
  }

  private static @org.jspecify.annotations.Nullable Double share(Subject subject, String[] parts) {
    return subject.layout().levels().of(subject.region().code()).stream()
        .filter(level -> level.is(parts[1], parts[0]))
        .findFirst()
        .map(Level::shareMeetingNorm)
        .orElse(null);
  }

  /**
   * A layout that has reports.
   *
   * @param layout name
   * @param regions number of its reports
   * @param people people in its regions; who lives in several counts in each
   * @param status status of the layout
   */
  public record LayoutLine(String layout, int regions, double people, String status) {}

  /** The layouts that have reports. */
  public static IndexView layouts(List<LayoutLine> layouts, Texts texts) {
    var table =
        Table.with(
            texts.text("index.layouts.table"),
            texts.text("column.layout"),
            "#" + texts.text("column.reports"),
            texts.text("column.status"));
    var search = new ArrayList<String>();
    for (var line : layouts) {
      table.row(
          texts.words().layout(line.layout()),
          texts.numbers().whole(line.regions()),
          texts.words().value("status", line.status()));
      search.add(texts.words().layout(line.layout()) + " " + line.layout());
    }
    return new IndexView(
        texts.text("index.title"),
        texts.text("index.layouts"),
        "",
        table.build(),
        layouts.stream().map(line -> line.layout() + "/index.html").toList(),
        search);
  }
}
