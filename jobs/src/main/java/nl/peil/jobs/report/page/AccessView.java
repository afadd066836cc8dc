package nl.peil.jobs.report.page;

import java.util.ArrayList;
import java.util.List;
import nl.peil.jobs.report.facts.Level;
import nl.peil.jobs.report.facts.Levels;
import org.jspecify.annotations.Nullable;

/**
 * Access per service and mode: the grid at a glance, and the table with all figures.
 *
 * @param grid share of people within the norm, services down and modes across
 * @param all every figure per service and mode
 */
public record AccessView(Table grid, Table all) {

  /** Classes of shares in the grid; the numbers stand in the cells too. */
  private static final int CLASSES = 5;

  static AccessView of(Subject subject, Texts texts) {
    return new AccessView(grid(subject, texts), all(subject, texts));
  }

  private static Table grid(Subject subject, Texts texts) {
    var labels = new ArrayList<String>();
    labels.add(texts.text("column.service"));
    subject.modes().forEach(mode -> labels.add(texts.words().mode(mode)));
    var table = Table.with(texts.text("access.grid"), labels.toArray(String[]::new));
    var levels = subject.levels();
    for (var service : subject.services()) {
      var cells = new ArrayList<Table.Cell>();
      cells.add(Table.Cell.of(texts.words().service(service)));
      for (var mode : subject.modes()) {
        cells.add(
            Levels.find(levels, mode, service)
                .map(level -> cell(level, texts))
                .orElseGet(() -> nothing(texts)));
      }
      table.cells(cells);
    }
    return table.build();
  }

  private static Table.Cell cell(Level level, Texts texts) {
    var numbers = texts.numbers();
    var share = level.shareMeetingNorm();
    if (share == null) {
      var median = level.p50();
      return median == null
          ? nothing(texts)
          : new Table.Cell(
              texts.text("access.median", numbers.minutes(median)),
              texts.text("access.nonorm"),
              "no-norm");
    }
    return new Table.Cell(
        numbers.percent(share),
        texts.text(
            "access.cell",
            numbers.persons(level.personsBelowNorm()),
            numbers.norm(level.normMin())),
        "s" + Math.min(CLASSES - 1, (int) (share * CLASSES)));
  }

  private static Table.Cell nothing(Texts texts) {
    return new Table.Cell(texts.text("nodata"), "", "missing");
  }

  private static Table all(Subject subject, Texts texts) {
    var labels =
        new ArrayList<>(
            List.of(
                texts.text("column.service"),
                texts.text("column.mode"),
                "#" + texts.text("column.norm"),
                "#" + texts.text("column.share"),
                "#" + texts.text("column.below"),
                "#" + texts.text("column.unreachable"),
                "#" + texts.text("column.median"),
                "#" + texts.text("column.p90"),
                "#" + texts.text("column.nochoice"),
                "#" + texts.text("column.onechoice"),
                "#" + texts.text("column.morechoice")));
    var around = subject.around();
    if (around != null) {
      labels.add("#" + texts.text("column.other", around.name()));
    }
    labels.add("#" + texts.text("column.other", subject.countryName()));
    labels.add("#" + texts.text("column.gap", subject.countryName()));
    var table = Table.with(texts.text("access.all"), labels.toArray(String[]::new));
    var numbers = texts.numbers();
    for (var level : subject.levels()) {
      var row =
          new ArrayList<>(
              List.of(
                  texts.words().service(level.service()),
                  texts.words().mode(level.mode()),
                  numbers.norm(level.normMin()),
                  numbers.percentExact(level.shareMeetingNorm()),
                  numbers.persons(level.personsBelowNorm()),
                  numbers.persons(level.personsUnreachable()),
                  numbers.minutes(level.p50()),
                  numbers.minutes(level.p90()),
                  numbers.percentExact(level.shareNoChoice()),
                  numbers.percentExact(level.shareOneChoice()),
                  numbers.percentExact(level.shareMoreChoice())));
      if (around != null) {
        row.add(numbers.percentExact(share(subject.levelsAround(), level)));
      }
      row.add(numbers.percentExact(level.nationalShareMeetingNorm()));
      row.add(numbers.points(level.gapToNational()));
      table.row(row.toArray(String[]::new));
    }
    return table.build();
  }

  private static @Nullable Double share(List<Level> levels, Level like) {
    return Levels.find(levels, like.mode(), like.service())
        .map(Level::shareMeetingNorm)
        .orElse(null);
  }
}
