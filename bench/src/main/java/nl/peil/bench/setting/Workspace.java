package nl.peil.bench.setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.peil.config.ConfigLoader;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.sample.SampleDelivery;
import nl.peil.table.DeltaStore;
import nl.peil.table.InputTables;
import nl.peil.table.SessionSettings;
import nl.peil.table.Slice;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Where the benchmarks work: a delivery with one matrix per mode, configurations and folders of
 * tables, all below one folder.
 */
public final class Workspace {

  /** Measures of the contest on accessibility. */
  private static final String MEASURES =
      "measures = [\"nearest(1)\", \"cumulative(30)\", \"gravity(pbl)\"]\nresidents = null\n";

  /** PBL gives no curve for walking. */
  private static final String WALKING =
      "\npbl,bench,lopen,loglogistic,-7.95686,2.675059,0.011981,for benchmarks only: as the bicycle\n";

  /** Everything that accessibility rests on, and the matrices. */
  private static final String INPUTS =
      "zones,population_grid,travel_times,opportunities,norms,zone_income";

  private final Path folder;
  private final PeilConfig base;
  private final Path delivery;
  private final List<Matrix> matrices;
  private final SparkSession spark;
  private @Nullable Configuration loaded;

  private Workspace(
      Path folder, PeilConfig base, Path delivery, List<Matrix> matrices, SparkSession spark) {
    this.folder = folder;
    this.base = base;
    this.delivery = delivery;
    this.matrices = matrices;
    this.spark = spark;
  }

  /**
   * Prepares a workspace.
   *
   * @param folder folder to work in; tables of an earlier time are deleted
   * @param raw a delivery; null: one of the sample generator, which is kept for the next time
   * @param zones zones of the delivery that is generated
   * @param conf configuration of the delivery
   */
  public static Workspace prepare(
      Path folder, @Nullable Path raw, int zones, Path conf, SparkSession spark)
      throws IOException, ConfigProblemException {
    var source = raw == null ? generated(folder.resolve("raw-" + zones), zones) : raw;
    var base =
        ConfigLoader.load(conf, Map.of("input", source.toString(), "output", folder.toString()));
    Folders.delete(folder.resolve("tables"));
    var links = folder.resolve("delivery");
    var matrices = DeliveryLinks.make(source, base, links);
    return new Workspace(folder, base, links, matrices, spark);
  }

  private static Path generated(Path raw, int zones) throws IOException {
    var complete = raw.resolveSibling(raw.getFileName() + ".complete");
    if (!Files.exists(complete)) {
      Folders.delete(raw);
      SampleDelivery.write(raw, zones);
      Files.writeString(complete, "");
    }
    return raw;
  }

  /** The session that embedded Peil would open, so that it is open before anything is timed. */
  public static SparkSession session() {
    System.setProperty("DO_NOT_TRACK", "true");
    int cores = Runtime.getRuntime().availableProcessors();
    return SparkSession.builder()
        .appName("peil bench")
        .config(SessionSettings.required())
        .master("local[*]")
        .config(SessionSettings.embedded(cores))
        .getOrCreate();
  }

  /** The session. */
  public SparkSession spark() {
    return spark;
  }

  /** The matrices, one per mode. */
  public List<Matrix> matrices() {
    return matrices;
  }

  /** The delivery as it was given or generated. */
  public Path raw() {
    return Path.of(base.input());
  }

  /** The delivery with just these matrices; files may be added. */
  public Path delivery() {
    return delivery;
  }

  /** The configuration as it was given. */
  public PeilConfig base() {
    return base;
  }

  /** A folder for what a contestant writes. */
  public Path folder(String name) throws IOException {
    return Files.createDirectories(folder.resolve("tables").resolve(name));
  }

  /**
   * A configuration for tables of its own.
   *
   * @param name name of the configuration and of the folder of its tables
   * @param changes HOCON that replaces keys of the configuration that was given
   */
  public Configuration configuration(String name, String changes) throws IOException {
    return Configuration.write(
        folder.resolve("conf").resolve(name + ".conf"), base, delivery, folder(name), changes);
  }

  /** The matrices loaded, for 27 measures per mode: made when first asked for. */
  public Configuration loaded() throws IOException {
    if (loaded == null) {
      loaded = load("loaded", delivery);
    }
    return loaded;
  }

  /** The same for another delivery, which the configuration fits, too. */
  public Configuration loaded(Path other) throws IOException {
    return load(other.getFileName().toString(), other);
  }

  private Configuration load(String name, Path from) throws IOException {
    var configuration =
        Configuration.write(
            folder.resolve("conf").resolve(name + ".conf"),
            base,
            from,
            folder(name),
            MEASURES + "decay_curves = \"%s\"%n".formatted(Configuration.slashes(curves())));
    PeilCommand.run("run", "--conf", configuration.file().toString(), "--only", INPUTS);
    return configuration;
  }

  /** The decay curves of the configuration, and one for walking: so there are 27 everywhere. */
  private Path curves() throws IOException {
    var given = base.decayCurves();
    if (given == null) {
      throw new IllegalArgumentException(
          base.file() + ": expected decay_curves with a curve pbl, found none");
    }
    var all = Files.createDirectories(folder.resolve("conf")).resolve("decay-curves.csv");
    return Files.writeString(all, Files.readString(given).stripTrailing() + WALKING);
  }

  /** The tables of a configuration. */
  public DeltaStore store(Configuration configuration) {
    return new DeltaStore(spark, configuration.output().toString());
  }

  /** Pairs in the travel times of a configuration. */
  public long pairs(Configuration configuration) {
    return store(configuration).read(InputTables.TRAVEL_TIMES).count();
  }

  /** Condition for the one scenario-year that there are matrices of. */
  public String scenarioYear() {
    var year = base.basePopulation();
    return Slice.predicate(
        InputTables.TRAVEL_TIMES,
        List.of(Slice.of("scenario", year.scenario(), "year", String.valueOf(year.year()))));
  }
}
