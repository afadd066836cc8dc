package nl.peil.jobs.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.peil.jobs.cli.Arguments;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.travel.DeclaredFormat;
import nl.peil.source.travel.FormatDetector;
import nl.peil.source.travel.FormatKind;
import nl.peil.source.travel.InspectedFile;
import nl.peil.source.travel.Inspector;
import nl.peil.source.travel.TimeRules;
import nl.peil.source.travel.TravelFile;
import nl.peil.source.travel.TravelFormat;
import nl.peil.source.travel.ZoneCodes;
import nl.peil.source.travel.ZoneOrder;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * A file with travel times and what was said of it on the command line; the rest is told from the
 * file.
 *
 * @param file the file
 * @param declared what was said of its format
 * @param unreachable times that mean: cannot be reached
 * @param blankIsUnreachable so does a blank or NaN; in OMX it does anyway
 */
public record MatrixInput(
    Path file, DeclaredFormat declared, List<Float> unreachable, boolean blankIsUnreachable) {

  /** Longer than a day is a mistake, minutes. */
  private static final float MAX_MINUTES = 1440;

  /** A file with a larger share of bad rows is not used. */
  private static final double MAX_BAD_SHARE = 0.05;

  private static final long SPLIT_BYTES = 32L << 20;

  /**
   * Reads what the command line says.
   *
   * @param args command line
   * @param file one of its files with travel times
   * @param problems takes what is wrong
   */
  public static MatrixInput of(Arguments args, Path file, List<String> problems) {
    var columns = new LinkedHashMap<String, String>();
    for (var column : List.of("origin", "destination", "minutes")) {
      var header = args.text(column);
      if (header != null) {
        columns.put(column, header);
      }
    }
    var codes = new ArrayList<Float>();
    for (var text : args.names("unreachable")) {
      try {
        codes.add(Float.valueOf(text.strip()));
      } catch (NumberFormatException e) {
        problems.add("--unreachable takes numbers, e.g. 9999,-1; got '" + text + "'");
      }
    }
    return new MatrixInput(
        file,
        new DeclaredFormat(kind(args.text("times-format")), null, null, Map.copyOf(columns))
            .withMatrix(args.text("matrix"), args.text("mapping")),
        codes,
        args.has("blank-is-unreachable"));
  }

  private static @Nullable FormatKind kind(@Nullable String text) {
    return text == null ? null : FormatKind.valueOf(text.toUpperCase(Locale.ROOT));
  }

  /**
   * The file for its readers.
   *
   * @param hadoop settings to open it with
   * @throws RejectedFileException when it is not there
   */
  public TravelFile travelFile(Configuration hadoop) throws RejectedFileException {
    if (!Files.isRegularFile(file)) {
      throw new RejectedFileException(
          "no_file", Inspector.TABLE, file.toString(), 0, "there is no such file", "see --times");
    }
    return new TravelFile(file.toUri().toString(), file.toString(), hadoop);
  }

  /**
   * Tells how the file is written.
   *
   * @param travel the file
   * @param zones zones of rows and columns, for a matrix that does not say which they are; null:
   *     nobody said
   * @param say where to tell what the file was taken for
   * @throws RejectedFileException when it cannot be told, or has no zones
   */
  public TravelFormat format(TravelFile travel, @Nullable ZoneOrder zones, Consumer<String> say)
      throws IOException, RejectedFileException {
    var detected = FormatDetector.detect(travel, declared);
    ZoneOrder order = null;
    if (detected.needsZones()) {
      var omx = detected.omx();
      order = zones == null && omx != null ? numbered(omx.zones()) : zones;
    }
    say.accept(
        "%s: %s%s"
            .formatted(
                file,
                detected.sentence(),
                order == null ? "" : ", rows and columns are " + order.source()));
    var rules =
        new TimeRules(
            unreachable, blankIsUnreachable || detected.kind().noNumberIsNoJourney(), MAX_MINUTES);
    return detected.format(rules, order, file.toString());
  }

  private static ZoneOrder numbered(int zones) {
    return ZoneOrder.of(
        "the numbers 1 to %,d".formatted(zones),
        IntStream.rangeClosed(1, zones).mapToObj(Integer::toString).toList());
  }

  /**
   * Checks the file from its first to its last byte.
   *
   * @param travel the file
   * @param format how it is written
   * @param codes the zones
   * @param say where to tell what was wrong in it
   * @throws RejectedFileException when it cannot be read, or more than 5 % of its rows are bad
   */
  public InspectedFile inspect(
      TravelFile travel, TravelFormat format, ZoneCodes codes, Consumer<String> say)
      throws IOException, RejectedFileException {
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
    return new InspectedFile(travel.uri(), format, inspection);
  }
}
