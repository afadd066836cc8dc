package nl.peil.jobs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.peil.geo.Crs;
import nl.peil.table.DeltaStore;
import nl.peil.table.RunTables;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A delivery small enough to compute by hand. Five zones of 1 km side by side, west to east:
 *
 * <pre>
 *   1001: 100 people (and a suppressed cell)      1002: 40 + 20 west, 20 east
 *   1003: 50 people      1004: 10 people, no journey starts there      1005: nobody
 * </pre>
 *
 * The partition helft (W, E) cuts 1002 between its cells, 3:1 by people, 1:1 by area. The list
 * streek overlaps in 1002, leaves 1004 out, and has a region without people. Jobs are 1, 2, 4, 8
 * and 16 from west to east, so that a wrong sum names the destination; in 2030 32 times as many.
 * The income of 1001 is withheld; of the others 1003 is the poorest, then 1002, then 1004, and
 * nobody is as poor as 1005.
 */
final class TinyDelivery {

  static final int WEST = 100_000;
  static final int SOUTH = 450_000;
  static final int SIDE = 1000;

  static final String HERE_AUTO = "reistijden/basis/2022/auto_spits.csv";
  static final String HERE_FIETS = "reistijden/basis/2022/fiets_spits.csv";
  static final String LATER_AUTO = "reistijden/hoog/2030/auto_spits.csv";

  static final String LATER_PACKED = "reistijden/hoog/2030/ov_fiets_spits.csv.gz";

  /**
   * Matrices of 2030, all with the times of {@link #HERE_AUTO}, so that there is much to damage.
   */
  static final List<String> LATER =
      Stream.of(
              "auto_spits",
              "auto_dal",
              "fiets_spits",
              "fiets_dal",
              "lopen_spits",
              "lopen_dal",
              "ov_lopen_spits",
              "ov_lopen_dal")
          .map(name -> "reistijden/hoog/2030/" + name + ".csv")
          .toList();

  private final Path root;

  private TinyDelivery(Path root) {
    this.root = root;
  }

  /** Writes the delivery and its configuration into a folder. */
  static TinyDelivery in(Path folder) throws IOException {
    var tiny = new TinyDelivery(folder);
    tiny.zones();
    tiny.population("basis_2022", 1);
    tiny.population("hoog_2030", 2);
    tiny.jobs("basis_2022", 1);
    tiny.jobs("hoog_2030", 32);
    tiny.services();
    tiny.times();
    tiny.layouts();
    tiny.income();
    tiny.norms(10);
    Files.writeString(folder.resolve("conf/decay.csv"), DECAY);
    tiny.configure("");
    return tiny;
  }

  private static final String DECAY =
      """
      curve,mode,form,a,b,c
      pbl,auto,loglogistic,-8.65786,2.492099,0.011641
      pbl,fiets,loglogistic,-7.95686,2.675059,0.011981
      """;

  private static final String CONF =
      """
      input = "%s"
      output = "%s"
      zones {
        system = vierkant
        polygons { path = "zones.geojson", columns { zone = code } }
      }
      population = [
        { path = "bevolking/{scenario}_{year}.csv", cell_size_m = 500
          columns { cell = crs28992res500m, population = inwoners } }
      ]
      base_population { scenario = basis, year = 2022 }
      travel_times = [
        { path = "reistijden/{scenario}/{year}/{mode}_{period}.csv*"
          columns { origin = van, destination = naar, minutes = minuten } }
      ]
      opportunities = [
        { service = banen, kind = counts, path = "banen/{scenario}_{year}.csv", columns { zone = zone, count = banen } }
        { service = huisarts, kind = points, path = "huisarts.csv", columns { id = id, x = x, y = y } }
        { service = vo, kind = postcodes, path = "vo.csv", columns { postcode = postcode } }
        { service = wo, kind = counts, path = "wo.csv", columns { zone = zone, count = aantal } }
      ]
      norms = "norms.csv"
      income { path = "inkomen.csv", columns { zone = zone, income = inkomen }, decimal_comma = true, year = 2020, source = "hand" }
      decay_curves = "decay.csv"
      measures = [
        "nearest(1)", "nearest(2)", "nearest(3)", "cumulative(15)", "cumulative(30)", "cumulative(norm)", "gravity(pbl)"
        { measure = "floating_catchment(2sfca,binary,15)", services = [huisarts], modes = [auto] }
        { measure = "spatial_availability(binary,15)", services = [banen], modes = [auto] }
        { measure = "passive(cumulative(15))", services = [inwoners], modes = [auto] }
        { measure = "constrained(singly_demand,binary,15)", services = [banen], modes = [auto] }
      ]
      residents = inwoners
      intrazonal { lopen = "constant(3)" }
      layouts = [
        { layout = helft, partition = true, source = "hand"
          polygons { path = "regio/helft.geojson", columns { region = code, region_name = naam } } }
        { layout = streek, source = "hand"
          list { path = "regio/streek.csv", of = zones, columns { member = zone, region = streek } } }
      ]
      """;

  /** Writes the configuration anew: the usual one with these lines after it. */
  void configure(String more) throws IOException {
    Files.createDirectories(root.resolve("conf"));
    Files.writeString(conf(), CONF.formatted(input(), output()) + more);
  }

  /** A copy of everything, tables included, to do damage to; times of change stay as they are. */
  TinyDelivery copy(Path folder) throws IOException {
    try (var paths = Files.walk(root)) {
      for (var path : paths.toList()) {
        var target = folder.resolve(root.relativize(path));
        if (!target.equals(folder)) {
          Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    var copy = new TinyDelivery(folder);
    copy.configure("");
    return copy;
  }

  static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  Path conf() {
    return root.resolve("conf/tiny.conf");
  }

  Path input() {
    return root.resolve("levering");
  }

  Path output() {
    return root.resolve("tabellen");
  }

  /** A file of the delivery. */
  Path file(String path) {
    return input().resolve(path);
  }

  /** Writes a file of the delivery, line by line. */
  void write(String path, String... lines) throws IOException {
    write(path, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file of the delivery as it is. */
  void write(String path, byte[] content) throws IOException {
    Files.createDirectories(file(path).getParent());
    Files.write(file(path), content);
  }

  /** Runs a command on this delivery. */
  Command command(String command, String... options) {
    var words = new ArrayList<>(List.of(command, "--conf", conf().toString()));
    words.addAll(List.of(options));
    return Command.run(words.toArray(String[]::new));
  }

  /** A table as it is now. */
  Dataset<Row> table(SparkSession spark, TableSpec table) {
    return store(spark).read(table);
  }

  DeltaStore store(SparkSession spark) {
    return new DeltaStore(spark, output().toString());
  }

  /** Version of every table that there is, the bookkeeping included. */
  Map<String, Long> versions(SparkSession spark) {
    var versions = new TreeMap<String, Long>();
    for (var table : Tables.all()) {
      store(spark).version(table).ifPresent(version -> versions.put(table.name(), version));
    }
    return versions;
  }

  /** The run that wrote each slice last, by "table slice". */
  Map<String, String> lastRuns(SparkSession spark) {
    var runs = new TreeMap<String, String>();
    table(spark, RunTables.LINEAGE)
        .where("identity <> ''")
        .orderBy("written_at")
        .select("table_name", "slice", "run_id")
        .collectAsList()
        .forEach(row -> runs.put(row.getString(0) + " " + row.getString(1), row.getString(2)));
    return runs;
  }

  // ---- the files -------------------------------------------------------------------------------

  private void zones() throws IOException {
    var features = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      int x = WEST + i * SIDE;
      features.add(
          rectangle("\"code\": \"" + (1001 + i) + "\"", Crs.RD, x, SOUTH, x + SIDE, SOUTH + SIDE));
    }
    write("zones.geojson", collection("EPSG:28992", features));
  }

  void population(String key, int factor) throws IOException {
    write(
        "bevolking/" + key + ".csv",
        "crs28992res500m,inwoners",
        "E1000N4500," + 100 * factor,
        "E1005N4500,-99997",
        "E1010N4500," + 40 * factor,
        "E1010N4505," + 20 * factor,
        "E1015N4500," + 20 * factor,
        "E1020N4500," + 50 * factor,
        "E1030N4505," + 10 * factor);
  }

  private void jobs(String key, int factor) throws IOException {
    var lines = new ArrayList<>(List.of("zone,banen"));
    for (int i = 0; i < 5; i++) {
      lines.add((1001 + i) + "," + (factor << i));
    }
    write("banen/" + key + ".csv", lines.toArray(String[]::new));
  }

  private void services() throws IOException {
    write("huisarts.csv", "id,x,y", "a,100100,450900", "b,102300,450200", "c,102700,450700");
    write("vo.csv", "postcode", "1002 AB");
    write("wo.csv", "zone,aantal", "1001,0", "1003,0");
  }

  /** Absent pairs cannot be travelled; 1004 is no origin at all, and by bicycle 1005 neither. */
  private void times() throws IOException {
    String[] auto = {
      "van,naar,minuten",
      "1001,1001,2.0",
      "1001,1002,10.0",
      "1001,1003,10.1",
      "1001,1005,45",
      "1002,1001,9.0",
      "1002,1002,2.0",
      "1002,1003,30.0",
      "1003,1001,25.0",
      "1003,1002,12.0",
      "1003,1003,3.0",
      "1003,1004,60.0",
      "1005,1001,15.0",
      "1005,1005,2"
    };
    write(HERE_AUTO, auto);
    for (var matrix : LATER) {
      write(matrix, auto);
    }
    write(LATER_PACKED, gzip(String.join("\n", auto) + "\n"));
    write(
        HERE_FIETS,
        "van,naar,minuten",
        "1001,1001,5.0",
        "1001,1002,30.0",
        "1002,1001,15.0",
        "1002,1002,5.0",
        "1003,1003,6.0");
  }

  private void layouts() throws IOException {
    int south = SOUTH - SIDE;
    int north = SOUTH + 2 * SIDE;
    int cut = WEST + SIDE + SIDE / 2;
    write(
        "regio/helft.geojson",
        collection(
            null,
            List.of(
                rectangle(
                    "\"code\": \"W\", \"naam\": \"West\"",
                    Crs.WGS84,
                    WEST - SIDE,
                    south,
                    cut,
                    north),
                rectangle(
                    "\"code\": \"E\", \"naam\": \"Oost\"",
                    Crs.WGS84,
                    cut,
                    south,
                    WEST + 6 * SIDE,
                    north))));
    write("regio/streek.csv", "zone,streek", "1001,L1", "1002,L1", "1002,L2", "1003,L2", "1005,L3");
  }

  private void income() throws IOException {
    write(
        "inkomen.csv",
        "zone;inkomen",
        "1001;-99997",
        "1002;25,5",
        "1003;20",
        "1004;60,0",
        "1005;5");
  }

  /** Norms; the one of the general practitioner by car can be chosen. */
  void norms(int huisartsAuto) throws IOException {
    Files.createDirectories(root.resolve("conf"));
    Files.writeString(
        root.resolve("conf/norms.csv"),
        """
        service,mode,minutes,norm_version,source
        banen,auto,10,1,hand
        banen,fiets,15,1,hand
        huisarts,auto,%d,1,hand
        huisarts,fiets,10,1,hand
        vo,auto,4,1,hand
        wo,auto,30,1,hand
        """
            .formatted(huisartsAuto));
  }

  /** A feature collection, a feature to a line from line 2. */
  static String collection(@org.jspecify.annotations.Nullable String crs, List<String> features) {
    return "{\"type\": \"FeatureCollection\", "
        + (crs == null
            ? ""
            : "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"" + crs + "\"}}, ")
        + "\"features\": [\n"
        + String.join(",\n", features)
        + "\n]}";
  }

  /** A rectangle given in RD, written in a coordinate system. */
  static String rectangle(String properties, Crs crs, int west, int south, int east, int north) {
    return polygon(properties, crs, west, south, east, south, east, north, west, north);
  }

  /** A polygon given by x and y in turn in RD, without the closing point. */
  static String polygon(String properties, Crs crs, int... ring) {
    var points =
        Stream.iterate(0, i -> i <= ring.length, i -> i + 2)
            .map(i -> crs.fromRd(ring[i % ring.length], ring[(i + 1) % ring.length]))
            .map(at -> "[" + at.getX() + ", " + at.getY() + "]")
            .toList();
    return "{\"type\": \"Feature\", \"properties\": {"
        + properties
        + "}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [["
        + String.join(", ", points)
        + "]]}}";
  }
}
