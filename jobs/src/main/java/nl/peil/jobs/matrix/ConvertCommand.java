package nl.peil.jobs.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.peil.config.ConfigProblemException;
import nl.peil.jobs.cli.Arguments;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.travel.FoundZones;
import nl.peil.source.travel.InspectedFile;
import nl.peil.source.travel.Inspector;
import nl.peil.source.travel.OmxMatrix;
import nl.peil.source.travel.PairStream;
import nl.peil.source.travel.Pairs;
import nl.peil.source.travel.TravelFile;
import nl.peil.source.travel.TravelFormat;
import nl.peil.source.travel.ZoneCodes;
import nl.peil.source.travel.ZoneOrder;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Writes matrices in another format. They stream from file to file; only pairs that come in another
 * order than the zones, for a format that needs them in order, are sorted with Spark.
 */
public final class ConvertCommand {

  private final ConvertRequest request;
  private final Consumer<String> say;
  private final Configuration hadoop = new Configuration();

  private ConvertCommand(ConvertRequest request, Consumer<String> say) {
    this.request = request;
    this.say = say;
  }

  /**
   * The command with its options, checked as far as possible without reading a file.
   *
   * @param args command line
   * @param say where to tell a person what is going on
   * @throws ConfigProblemException when something is missing or wrong
   */
  public static ConvertCommand of(Arguments args, Consumer<String> say)
      throws ConfigProblemException {
    return new ConvertCommand(ConvertRequest.of(args), say);
  }

  /** Matrices that were checked, and what they are to become. */
  public final class Checked {
    private final Map<String, InspectedFile> files;
    private final List<String> zones;
    private final ZoneCodes codes;

    private Checked(Map<String, InspectedFile> files, List<String> zones, ZoneCodes codes) {
      this.files = files;
      this.zones = zones;
      this.codes = codes;
    }

    /** True when Spark has to sort a matrix. */
    public boolean needsSpark() {
      return request.format().ordered()
          && files.values().stream().anyMatch(file -> !file.inspection().sorted());
    }

    /**
     * Writes the result.
     *
     * @param spark session; null when {@link #needsSpark} says so
     */
    public void write(@Nullable SparkSession spark) throws IOException {
      var folder = request.out().toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      var sources = new LinkedHashMap<String, MatrixFileWriter.Source>();
      boolean withKm = false;
      for (var file : files.entrySet()) {
        sources.put(file.getKey(), () -> pairs(file.getValue(), spark));
        withKm |= file.getValue().format().hasKm();
      }
      long written =
          request.format() == OutFormat.OMX
              ? MatrixFileWriter.omx(request.out(), zones, sources)
              : MatrixFileWriter.pairs(request, zones, sources.values().iterator().next(), withKm);
      say.accept(
          "%s: %,d pairs of %,d zones%s"
              .formatted(
                  request.out(),
                  written,
                  zones.size(),
                  switch (request.format()) {
                    case OMX -> ", matrices " + files.keySet();
                    case SQUARE_CSV -> ", zones in " + request.zoneList();
                    default -> "";
                  }));
    }

    private Pairs pairs(InspectedFile file, @Nullable SparkSession spark) {
      if (!request.format().ordered() || file.inspection().sorted()) {
        return new PairStream(file, codes, hadoop);
      }
      if (spark == null) {
        throw new IllegalStateException(file.uri() + " must be sorted, and there is no session");
      }
      say.accept(file.uri() + ": the pairs are not in the order of the zones and are sorted");
      return new SortedPairs(spark, file, codes);
    }
  }

  /**
   * Checks the matrices from the first to the last byte; nothing is written.
   *
   * @throws RejectedFileException when a file cannot be used, or more than 5 % of its rows are bad
   * @throws ConfigProblemException when two matrices would have one name
   */
  public Checked check() throws IOException, RejectedFileException, ConfigProblemException {
    var order = listed();
    var files = new ArrayList<TravelFile>();
    var formats = new ArrayList<TravelFormat>();
    for (var input : request.inputs()) {
      var file = input.travelFile(hadoop);
      files.add(file);
      formats.add(input.format(file, order, say));
    }
    var names = names(formats);
    var zones = order == null ? found(files, formats) : order.list();
    var codes = ZoneCodes.of(numbers(zones));
    var inspected = new LinkedHashMap<String, InspectedFile>();
    for (int i = 0; i < files.size(); i++) {
      inspected.put(
          names.get(i), request.inputs().get(i).inspect(files.get(i), formats.get(i), codes, say));
    }
    return new Checked(inspected, zones, codes);
  }

  private @Nullable ZoneOrder listed() throws IOException, RejectedFileException {
    var zones = request.zones();
    if (zones == null) {
      return null;
    }
    var name = zones.toString();
    if (!Files.isRegularFile(zones)) {
      throw new RejectedFileException(
          "no_file", Inspector.TABLE, name, 0, "there is no such file", "see --zones");
    }
    var order = ZoneOrder.read(Files.newInputStream(zones), name, request.zone());
    var seen = new HashSet<String>();
    for (var code : order.list()) {
      if (code.isBlank() || !seen.add(code)) {
        throw new RejectedFileException(
            code.isBlank() ? "incomplete_zone" : "zone_listed_twice",
            Inspector.TABLE,
            name,
            0,
            "expected every zone once, got '%s'%s".formatted(code, code.isBlank() ? "" : " again"),
            "correct the list, or name another column with --zone");
      }
    }
    return order;
  }

  private List<String> found(List<TravelFile> files, List<TravelFormat> formats)
      throws IOException, RejectedFileException {
    var lists = new ArrayList<List<String>>();
    for (int i = 0; i < files.size(); i++) {
      lists.add(FoundZones.in(files.get(i), formats.get(i)));
    }
    var zones =
        lists.stream().distinct().count() == 1
            ? lists.get(0)
            : lists.stream().flatMap(List::stream).distinct().sorted(FoundZones.ORDER).toList();
    say.accept("%,d zones, as the matrices have them".formatted(zones.size()));
    return zones;
  }

  private static Map<String, Integer> numbers(List<String> zones) {
    var numbers = new HashMap<String, Integer>();
    zones.forEach(zone -> numbers.put(zone, numbers.size()));
    return numbers;
  }

  private List<String> names(List<TravelFormat> formats) throws ConfigProblemException {
    if (!request.names().isEmpty()) {
      return request.names();
    }
    var names = new ArrayList<String>();
    for (int i = 0; i < formats.size(); i++) {
      var file = request.inputs().get(i).file().getFileName().toString();
      names.add(
          formats.get(i) instanceof OmxMatrix omx ? omx.matrix() : file.replaceFirst("\\..*", ""));
    }
    if (new HashSet<>(names).size() < names.size() || names.contains("")) {
      throw new ConfigProblemException(
          List.of("--matrix-name: the matrices would be called " + names + "; name them"));
    }
    return names;
  }
}
