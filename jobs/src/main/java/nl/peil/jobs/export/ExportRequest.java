package nl.peil.jobs.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.EditDistance;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.words.Words;
import nl.peil.source.write.CsvDialect;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.jspecify.annotations.Nullable;

/**
 * What {@code peil export} is asked for.
 *
 * @param format format
 * @param words language of labels
 * @param dialect kind of CSV
 * @param labels readable headers in CSV
 * @param out folder to write
 * @param overwrite replace files that are there
 * @param layout this layout only; null: all
 * @param region this region only, by code or name; null: all
 * @param tables these tables, in order; empty: the usual ones
 * @param scenario this scenario only; null: all
 * @param year this year only; null: all
 */
record ExportRequest(
    ExportFormat format,
    Words words,
    CsvDialect dialect,
    boolean labels,
    Path out,
    boolean overwrite,
    @Nullable String layout,
    @Nullable String region,
    List<TableSpec> tables,
    @Nullable String scenario,
    @Nullable Integer year) {

  /**
   * Reads the command line.
   *
   * @throws ConfigProblemException with everything that does not go together
   */
  static ExportRequest of(Arguments args) throws ConfigProblemException {
    var problems = new ArrayList<String>();
    var format = ExportFormat.valueOf(args.text("format", "csv").toUpperCase(Locale.ROOT));
    var layout = args.text("layout");
    if (args.has("region") && layout == null) {
      problems.add("--region needs --layout: the same name may be a region of several layouts");
    }
    for (var option : List.of("dialect", "labels")) {
      if (args.has(option) && format != ExportFormat.CSV) {
        problems.add("--" + option + " is for --format csv, not for " + format.key());
      }
    }
    if (args.has("tables") && !format.tables()) {
      problems.add(
          "--tables is for tables, and " + format.key() + " holds map layers only; leave it out");
    }
    var tables = new ArrayList<TableSpec>();
    for (var name : args.names("tables")) {
      table(name.strip(), tables, problems);
    }
    if (!problems.isEmpty()) {
      throw new ConfigProblemException(problems);
    }
    return new ExportRequest(
        format,
        Words.of(args.text("lang", "nl")),
        CsvDialect.valueOf(args.text("dialect", "plain").toUpperCase(Locale.ROOT)),
        args.has("labels"),
        Path.of(args.text("out", ".")),
        args.has("overwrite"),
        layout,
        args.text("region"),
        tables,
        args.text("scenario"),
        args.has("year") ? Integer.valueOf(args.number("year", 0)) : null);
  }

  private static void table(String name, List<TableSpec> tables, List<String> problems) {
    var names = Tables.all().stream().map(TableSpec::name).toList();
    var found = Tables.all().stream().filter(table -> table.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      problems.add(
          "--tables: there is no table '"
              + name
              + "'"
              + didYouMean(name, names)
              + "; tables: "
              + String.join(", ", names));
    } else if (!tables.contains(found.get())) {
      tables.add(found.get());
    }
  }

  /** The end of a message about a word that is not known. */
  static String didYouMean(String word, List<String> known) {
    return EditDistance.nearest(word, known)
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("");
  }
}
