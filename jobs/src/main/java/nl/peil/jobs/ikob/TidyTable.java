package nl.peil.jobs.ikob;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import nl.peil.barrier.ikob.Accessibility;
import nl.peil.barrier.ikob.IncomeClass;
import nl.peil.barrier.ikob.ModeSet;
import nl.peil.barrier.ikob.Motive;
import nl.peil.barrier.ikob.Scores;
import nl.peil.source.CsvOut;

/**
 * All results in one table: a row per part of day, zone, income class, set of modes and measure.
 * The file appears when {@link #finish} is called.
 */
final class TidyTable implements Closeable {

  /** Columns of the table; category says over whom jobs within reach are averaged. */
  static final List<String> COLUMNS =
      List.of(
          "motive",
          "part_of_day",
          "category",
          "zone",
          "income_class",
          "modes",
          "measure",
          "value",
          "unit");

  private final Path file;
  private final Path part;
  private final CsvOut csv;
  private long rows;
  private boolean finished;

  /** Begins the table. */
  TidyTable(Path file) throws IOException {
    this.file = file;
    var folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    this.part = file.resolveSibling(file.getFileName() + ".part");
    this.csv = new CsvOut(Files.newOutputStream(part), file.toString(), COLUMNS);
  }

  /** Rows written so far. */
  long rows() {
    return rows;
  }

  /** Adds all rows of a motive and part of day. */
  void add(Project project, Motive motive, String partOfDay, Accessibility found, int zones) {
    var unit = motive == Motive.WERK ? "jobs" : "destinations";
    for (var category : project.categories()) {
      add(motive, partOfDay, category.label(), "reachable_jobs", unit, found.jobs(category), zones);
    }
    add(motive, partOfDay, "", "reachable_workforce", "persons", found.workforce(), zones);
    add(motive, partOfDay, "", "job_competition", "jobs per person", found.jobCompetition(), zones);
    add(
        motive,
        partOfDay,
        "",
        "worker_competition",
        "persons per job",
        found.workerCompetition(),
        zones);
  }

  private void add(
      Motive motive,
      String partOfDay,
      String category,
      String measure,
      String unit,
      Scores scores,
      int zones) {
    for (int zone = 0; zone < zones; zone++) {
      for (var income : IncomeClass.values()) {
        for (var modes : ModeSet.values()) {
          csv.row(
              motive.label(),
              partOfDay,
              category,
              Integer.toString(zone + 1),
              income.label(),
              modes.label(),
              measure,
              CsvOut.number(scores.of(zone, income, modes)),
              unit);
          rows++;
        }
      }
    }
  }

  /** Ends the table: the file is there. */
  void finish() throws IOException {
    finished = true;
    csv.close();
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    if (!finished) {
      csv.close();
    }
    Files.deleteIfExists(part);
  }
}
