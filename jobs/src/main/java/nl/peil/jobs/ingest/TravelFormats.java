package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.Map;
import nl.peil.config.MatrixFormat;
import nl.peil.config.TravelTimesConfig;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.FoundFile;
import nl.peil.source.travel.DeclaredFormat;
import nl.peil.source.travel.FormatDetector;
import nl.peil.source.travel.FormatKind;
import nl.peil.source.travel.LongCsv;
import nl.peil.source.travel.TimeRules;
import nl.peil.source.travel.TravelFile;
import nl.peil.source.travel.TravelFormat;
import nl.peil.source.travel.ZoneOrder;
import nl.peil.table.InputTables;
import org.jspecify.annotations.Nullable;

/** Tells of every travel-time file how it is written: as declared, and for the rest as it shows. */
final class TravelFormats {

  private final IngestContext context;

  /**
   * How a file is written.
   *
   * @param format the description to read it with
   * @param detected what was told from the file, in one line; null when all was declared
   */
  record Told(TravelFormat format, @Nullable String detected) {}

  TravelFormats(IngestContext context) {
    this.context = context;
  }

  /**
   * Tells how a file is written.
   *
   * @param source what is declared
   * @param file the file
   * @param zoneByCode the delivered zones
   * @throws RejectedFileException when it cannot be told, or its zone list cannot be used
   */
  Told of(TravelSource source, FoundFile file, Map<String, Integer> zoneByCode)
      throws IOException, RejectedFileException {
    var config = source.config();
    if (config.matrix().format() == MatrixFormat.LONG_CSV && !config.file().columns().isEmpty()) {
      return new Told(longCsv(config), null);
    }
    var declared =
        new DeclaredFormat(
                kind(config.matrix().format()),
                config.file().format().delimiter(),
                config.matrix().decimalComma(),
                config.file().columns())
            .withMatrix(source.matrix(), config.matrix().mapping());
    var found = FormatDetector.detect(file(file), declared);
    boolean listed = found.kind() == FormatKind.OMX && config.matrix().zoneList() != null;
    var zones = found.needsZones() || listed ? zones(config, file, zoneByCode) : null;
    var told = found.sentence() + (zones == null ? "" : ", zones of " + zones.source());
    return new Told(found.format(rules(config, found.kind()), zones, file.path()), told);
  }

  /** A file for the readers. */
  TravelFile file(FoundFile file) {
    return new TravelFile(
        file.uri(), file.path(), context.spark().sparkContext().hadoopConfiguration());
  }

  private static @Nullable FormatKind kind(MatrixFormat format) {
    return switch (format) {
      case AUTO -> null;
      case LONG_CSV -> FormatKind.LONG_CSV;
      case SQUARE_CSV -> FormatKind.SQUARE_CSV;
      case PARQUET -> FormatKind.PARQUET;
      case OMX -> FormatKind.OMX;
    };
  }

  private static TimeRules rules(TravelTimesConfig config, FormatKind kind) {
    var blank = config.blankUnreachable();
    return new TimeRules(
        config.unreachable().stream().map(Double::floatValue).toList(),
        blank == null ? kind.noNumberIsNoJourney() : blank,
        (float) config.maxMinutes());
  }

  private ZoneOrder zones(TravelTimesConfig config, FoundFile file, Map<String, Integer> zoneByCode)
      throws IOException, RejectedFileException {
    var path = config.matrix().zoneList();
    if (path == null) {
      return ZoneOrder.numbered(zoneByCode.keySet(), file.path());
    }
    var list = context.find(path).get(0);
    context.checked(list, InputTables.TRAVEL_TIMES);
    return ZoneOrder.read(
        context.delivery().open(list.path()), list.path(), config.matrix().zoneColumn());
  }

  private static LongCsv longCsv(TravelTimesConfig config) {
    var columns = config.file().columns();
    var csv = config.file().format();
    var delimiter = csv.delimiter();
    var rules = rules(config, FormatKind.LONG_CSV);
    return new LongCsv(
        delimiter == null ? ',' : delimiter,
        csv.decimalComma(),
        columns.getOrDefault("origin", ""),
        columns.getOrDefault("destination", ""),
        columns.getOrDefault("minutes", ""),
        columns.get("km"),
        rules.unreachable(),
        rules.blankIsUnreachable(),
        rules.maxMinutes());
  }

  /**
   * What a slice depends on besides its files and the zones: of the other matrices of its file, on
   * nothing. What is told from a file follows from the file, from this and from the code, which are
   * all part of what a slice is made from.
   */
  static String settings(TravelSource source) {
    var config = source.config();
    var matrix = config.matrix();
    return config.matrix().format() == MatrixFormat.LONG_CSV && !config.file().columns().isEmpty()
        ? longCsv(config).toString()
        : ("%s delimiter=%s comma=%s columns=%s zones=%s[%s] matrix=%s mapping=%s"
                + " unreachable=%s blank=%s longest=%s")
            .formatted(
                matrix.format().key(),
                config.file().format().delimiter(),
                matrix.decimalComma(),
                config.file().columns(),
                matrix.zoneList(),
                matrix.zoneColumn(),
                source.matrix(),
                matrix.mapping(),
                config.unreachable(),
                config.blankUnreachable(),
                config.maxMinutes());
  }
}
