package nl.peil.jobs.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import nl.peil.access.MatrixRows;
import nl.peil.jobs.cli.Arguments;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.travel.DeclaredFormat;
import nl.peil.source.travel.FormatDetector;
import nl.peil.source.travel.FormatKind;
import nl.peil.source.travel.InspectedFile;
import nl.peil.source.travel.Inspector;
import nl.peil.source.travel.TimeRules;
import nl.peil.source.travel.TravelFile;
import nl.peil.source.travel.TravelTimesSource;
import nl.peil.source.travel.ZoneCodes;
import nl.peil.source.travel.ZoneOrder;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * A file with travel times and what was said of it on the command line; the rest is told from the
 * file.
 *
 * @param file the file
 * @param declared what was said of its format
 * @param rules which times are believed
 */
record MatrixInput(Path file, DeclaredFormat declared, TimeRules rules) {

  /** Longer than a day is a mistake. */
  static final float MAX_MINUTES = 1440;

  /** A file with a larger share of bad rows is not used. */
  private static final double MAX_BAD_SHARE = 0.05;

  private static final long SPLIT_BYTES = 32L << 20;

  static MatrixInput of(Arguments args, TimeRules rules) {
    var columns = new LinkedHashMap<String, String>();
    for (var column : List.of("origin", "destination", "minutes")) {
      var header = args.text(column);
      if (header != null) {
        columns.put(column, header);
      }
    }
    var kind = args.text("times-format");
    return new MatrixInput(
        Path.of(args.text("times", "")),
        new DeclaredFormat(kind(kind), null, null, Map.copyOf(columns)),
        rules);
  }

  private static @Nullable FormatKind kind(@Nullable String text) {
    return text == null ? null : FormatKind.valueOf(text.toUpperCase(Locale.ROOT));
  }

  /**
   * Checks the file from its first to its last byte, and gives its pairs.
   *
   * @param zones the zones; origins and destinations come as their places
   * @param say where to tell what the file was taken for, and what was wrong in it
   * @throws RejectedFileException when it cannot be read, or more than 5 % of its rows are bad
   */
  MatrixRows open(SparkSession spark, ZoneTable zones, Consumer<String> say)
      throws IOException, RejectedFileException {
    if (!Files.isRegularFile(file)) {
      throw new RejectedFileException(
          "no_file", Inspector.TABLE, file.toString(), 0, "there is no such file", "see --times");
    }
    var travel =
        new TravelFile(
            file.toUri().toString(), file.toString(), spark.sparkContext().hadoopConfiguration());
    var detected = FormatDetector.detect(travel, declared);
    say.accept(file + ": " + detected.sentence());
    var order = ZoneOrder.of("the file of --zones, in its order", zones.codes());
    var format = detected.format(rules, order, file.toString());
    var codes = ZoneCodes.of(zones.places());
    var inspection = Inspector.inspect(travel, format, codes, SPLIT_BYTES);
    inspection.intake().findings().forEach(finding -> say.accept(finding.describe()));
    inspection.close(MAX_BAD_SHARE);
    say.accept(
        "%s: %,d pairs used, %,d unreachable, %,d set aside"
            .formatted(
                file,
                inspection.rowsLoaded(),
                inspection.rowsUnreachable(),
                inspection.rowsQuarantined()));
    var pairs =
        TravelTimesSource.load(
            spark, List.of(new InspectedFile(travel.uri(), format, inspection)), codes);
    return inspection.sorted() ? MatrixRows.stored(pairs) : MatrixRows.of(pairs);
  }
}
