package nl.peil.jobs.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.peil.jobs.report.facts.Method;

/**
 * Data and method: what the numbers rest on, what is wrong with it and what is missing.
 *
 * @param gaps what is missing, and why
 * @param norms versions and sources of the norms
 * @param findings what is to be known of the data
 * @param moreFindings how many more there are
 * @param versions table, version and files it was made from
 * @param scenarios scenario-years
 * @param sources files
 */
public record MethodView(
    List<String> gaps,
    List<String> norms,
    Table findings,
    String moreFindings,
    Table versions,
    Table scenarios,
    Table sources) {

  private static final int FINDINGS = 15;

  static MethodView of(Subject subject, Texts texts) {
    var method = subject.country().method();
    var shown = method.findings().stream().limit(FINDINGS).toList();
    long more = (long) method.findings().size() - shown.size();
    return new MethodView(
        gaps(subject, texts),
        method.norms().stream()
            .map(norms -> texts.text("method.norm", norms.version(), norms.source()))
            .toList(),
        findings(shown, texts),
        more > 0 ? texts.counted("method.more", more) : "",
        versions(method, texts),
        scenarios(method, texts),
        sources(method, texts));
  }

  private static List<String> gaps(Subject subject, Texts texts) {
    var gaps = new ArrayList<String>();
    var code = subject.region().code();
    var layout = subject.layout();
    if (subject.levels().isEmpty()) {
      gaps.add(texts.text("gap.levels"));
    }
    if (subject.country().method().norms().isEmpty()) {
      gaps.add(texts.text("gap.norms"));
    }
    if (layout.barriers().barriers().getOrDefault(code, List.of()).isEmpty()) {
      gaps.add(texts.text("gap.barriers"));
    }
    if (layout.barriers().effective().getOrDefault(code, List.of()).isEmpty()) {
      gaps.add(texts.text("gap.effective"));
    }
    if (layout.forecasts().byRegion().getOrDefault(code, List.of()).isEmpty()) {
      gaps.add(texts.text("gap.forecasts"));
    }
    if (layout.welfare().indicators().getOrDefault(code, List.of()).isEmpty()) {
      gaps.add(texts.text("gap.welfare"));
    }
    if (layout.goals().byRegion().getOrDefault(code, List.of()).isEmpty()) {
      gaps.add(texts.text("gap.goals"));
    }
    var zones = subject.country().zones();
    int[] places = subject.region().members().places();
    long shapeless =
        Arrays.stream(places).filter(place -> zones.zones().get(place).wkb() == null).count();
    if (shapeless > 0) {
      gaps.add(texts.counted("gap.shapes", shapeless));
    }
    if (Arrays.stream(places).allMatch(place -> zones.zones().get(place).border() == null)) {
      gaps.add(texts.text("gap.border"));
    }
    long silent =
        Arrays.stream(places).filter(place -> Double.isNaN(zones.population()[place])).count();
    if (silent > 0) {
      gaps.add(texts.counted("gap.zones", silent));
    }
    if (subject.around() == null) {
      gaps.add(texts.text("gap.around"));
    }
    return gaps;
  }

  private static Table findings(List<Method.Note> notes, Texts texts) {
    var table =
        Table.with(
            texts.text("method.findings"),
            texts.text("column.severity"),
            texts.text("column.data"),
            texts.text("column.finding"),
            "#" + texts.text("column.count"));
    for (var note : notes) {
      table.row(
          texts.text("severity." + note.severity()),
          texts.words().table(note.table()) + (note.file().isEmpty() ? "" : ", " + note.file()),
          note.message(),
          texts.numbers().whole(note.count()));
    }
    return table.build();
  }

  private static Table versions(Method method, Texts texts) {
    var table =
        Table.with(
            texts.text("method.versions"),
            texts.text("column.table"),
            texts.text("column.key"),
            "#" + texts.text("column.version"),
            "#" + texts.text("column.files"));
    method
        .versions()
        .forEach(
            (name, version) ->
                table.row(
                    texts.words().table(name),
                    name,
                    texts.numbers().whole(version),
                    texts.numbers().whole(method.files().get(name))));
    return table.build();
  }

  private static Table sources(Method method, Texts texts) {
    var table =
        Table.with(
            texts.text("method.sources"),
            texts.text("column.data"),
            texts.text("column.file"),
            texts.text("column.supplier"),
            texts.text("column.date"));
    for (var source : method.sources()) {
      table.row(
          texts.words().table(source.table()),
          source.file(),
          source.suppliedBy().isEmpty() ? Numbers.NONE : source.suppliedBy(),
          source.date() == null ? Numbers.NONE : texts.date(source.date()));
    }
    return table.build();
  }

  private static Table scenarios(Method method, Texts texts) {
    var table =
        Table.with(
            texts.text("method.scenarios"),
            texts.text("column.scenario"),
            texts.text("column.label"));
    new java.util.TreeMap<>(method.scenarios()).forEach((key, label) -> table.row(key, label));
    return table.build();
  }
}
