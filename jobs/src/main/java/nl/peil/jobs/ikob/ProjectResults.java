package nl.peil.jobs.ikob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import nl.peil.barrier.ikob.Accessibility;
import nl.peil.barrier.ikob.Category;
import nl.peil.barrier.ikob.GroupShares;
import nl.peil.barrier.ikob.IncomeClass;
import nl.peil.barrier.ikob.ModeSet;
import nl.peil.barrier.ikob.Motive;
import nl.peil.barrier.ikob.Scores;

/**
 * The files of results that users of IKOB know (section 12 of its method), with its folders, names
 * and columns. What IKOB writes as a workbook only is CSV of the same name; weights are not
 * written.
 */
final class ProjectResults {

  private static final List<String> MODES =
      Arrays.stream(ModeSet.values()).map(ModeSet::label).toList();
  private static final List<String> CLASSES =
      Arrays.stream(IncomeClass.values()).map(IncomeClass::label).toList();

  /** IKOB writes this over seven columns (quirk Q13). */
  private static final List<String> MODES_AS_REFERENCE =
      List.of(
          "Fiets",
          "EFiets",
          "Auto",
          "OV",
          "Auto_Fiets",
          "OV_Fiets",
          "Auto_EFiets",
          "OV_EFiets",
          "Auto_OV",
          "Auto_OV_Fiets",
          "Auto_OV_EFiets");

  private final Path root;
  private final Project project;
  private final ProjectTables tables;
  private final boolean rightHeaders;
  private final ResultFiles files = new ResultFiles();

  /**
   * Writes nothing yet.
   *
   * @param root folder of the project in the folder for output
   * @param rightHeaders name the columns that are there, and not as IKOB does
   */
  ProjectResults(Path root, Project project, ProjectTables tables, boolean rightHeaders) {
    this.root = root;
    this.project = project;
    this.tables = tables;
    this.rightHeaders = rightHeaders;
  }

  /** Files written so far. */
  int written() {
    return files.written();
  }

  /** Writes how people are divided over groups. */
  void groups() throws IOException {
    groups("Verdeling_over_groepen_Beroepsbevolking", Category.ALLE_GROEPEN);
    groups(
        "Verdeling_over_groepen_Beroepsbevolking_alleen_autobezit", Category.ALLEEN_AUTOBEZITTERS);
  }

  private void groups(String name, Category category) throws IOException {
    files.table(
        root.resolve("tussenresultaten")
            .resolve("groepenverdeling")
            .resolve(project.scenario())
            .resolve(name + ".csv"),
        List.of(GroupShares.headers()),
        tables.zones(),
        zone ->
            Arrays.stream(tables.shares().shares(zone, category))
                .mapToObj(Scientific::text)
                .toList());
  }

  /** Writes everything of a motive and part of day. */
  void write(Motive motive, String partOfDay, Accessibility found) throws IOException {
    var work = root.resolve("resultaten").resolve(motive.label());
    var day = partOfDay.toLowerCase(Locale.ROOT);
    double[][] people = tables.population().labourForce();
    for (var category : project.categories()) {
      var folder = work.resolve(category.label());
      var jobs =
          new Family(
              folder.resolve("bestemmingen").resolve(day), "Ontpl_totaal", found.jobs(category));
      jobs.write(MODES, ResultFiles::rounded);
      jobs.products("Ontpl_totaalproduct", people, ResultFiles::rounded);
      var workforce =
          new Family(folder.resolve("herkomsten").resolve(day), "Pot_totaal", found.workforce());
      workforce.write(rightHeaders ? MODES : MODES_AS_REFERENCE, ResultFiles::rounded);
      workforce.products("Pot_totaalproduct", tables.destinations(motive), Scientific::text);
    }
    var competition = work.resolve("concurrentie");
    for (var family :
        List.of(
            new Family(
                competition.resolve("arbeidsplaatsen").resolve(day),
                "Ontpl_conc",
                found.jobCompetition()),
            new Family(
                competition.resolve("inwoners").resolve(day),
                "Ontpl_conc",
                found.workerCompetition()))) {
      family.write(MODES, Scientific::text);
      family.products("Ontpl_concproduct", people, Scientific::text);
    }
  }

  /** The files of one folder, which all say the same numbers. */
  private final class Family {
    private final Path folder;
    private final String name;
    private final Scores scores;

    Family(Path folder, String name, Scores scores) {
      this.folder = folder;
      this.name = name;
      this.scores = scores;
    }

    private Path file(String start, String end) {
      return folder.resolve(start + "_" + end + ".csv");
    }

    void write(List<String> header, DoubleFunction<String> text) throws IOException {
      for (var income : IncomeClass.values()) {
        for (var modes : ModeSet.values()) {
          files.row(file("Totaal", modes.label() + "_" + income.label()), scores.of(income, modes));
        }
        files.table(
            file(name, income.label()),
            header,
            tables.zones(),
            zone ->
                Arrays.stream(ModeSet.values())
                    .map(modes -> text.apply(scores.of(zone, income, modes)))
                    .toList());
      }
      for (var modes : ModeSet.values()) {
        files.workbook(
            file(name, modes.label()),
            CLASSES,
            tables.zones(),
            zone ->
                Arrays.stream(IncomeClass.values())
                    .map(income -> text.apply(scores.of(zone, income, modes)))
                    .toList());
      }
    }

    /** Numbers times people or jobs of the zone. */
    void products(String product, double[][] factors, DoubleFunction<String> text)
        throws IOException {
      for (var modes : ModeSet.values()) {
        files.workbook(
            file(product, modes.label()),
            CLASSES,
            tables.zones(),
            zone ->
                IntStream.range(0, CLASSES.size())
                    .mapToObj(
                        k ->
                            text.apply(
                                scores.of(zone, IncomeClass.values()[k], modes) * factors[zone][k]))
                    .toList());
      }
    }
  }
}
