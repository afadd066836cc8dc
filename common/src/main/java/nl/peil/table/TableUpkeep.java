package nl.peil.table;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Console$;
import scala.Function0;
import scala.Option;

/**
 * The files of one Delta table: puts small ones together and removes those that nothing refers to
 * any more. Neither changes a row.
 *
 * @param spark session
 * @param store the tables
 * @param table the table; it exists
 */
public record TableUpkeep(SparkSession spark, DeltaStore store, TableSpec table) {

  /** A file below this many bytes costs more to open than to read. */
  static final long SMALL_BYTES = 16L << 20;

  /** So many files fewer make it worth to write them again. */
  static final int WORTH_IT = 8;

  /**
   * Longer than anybody keeps a publication. Delta refuses to read versions older than
   * deletedFileRetentionDuration, VACUUM by others removes files that are older, and log clean-up
   * removes commits older than logRetentionDuration, which must not be the shorter of the two.
   */
  private static final String FOREVER = "interval 36500 days";

  private static final double MILLIS_A_DAY = 24 * 3600 * 1000.0;

  private static final List<String> PINS =
      List.of("delta.logRetentionDuration", "delta.deletedFileRetentionDuration");

  private static final StructType INVENTORY =
      new StructType()
          .add("path", DataTypes.StringType)
          .add("length", DataTypes.LongType)
          .add("isDir", DataTypes.BooleanType)
          .add("modificationTime", DataTypes.LongType);

  /**
   * A data file on disk.
   *
   * @param path full address
   * @param bytes its size
   * @param modifiedMillis time of last change, milliseconds since 1970
   */
  public record StoredFile(String path, long bytes, long modifiedMillis) {}

  /** Every data file in the folder of the table, whether a version names it or not. */
  public List<StoredFile> onDisk() {
    var root = new Path(store.path(table));
    var found = new ArrayList<StoredFile>();
    try {
      var files = root.getFileSystem(spark.sparkContext().hadoopConfiguration());
      // Folder by folder: where files are listed all at once, Hadoop asks who may read each, and on
      // a local disk it starts a program for that
      var folders = new ArrayDeque<Path>(List.of(root));
      while (!folders.isEmpty()) {
        for (var there : files.listStatus(folders.pop())) {
          var path = there.getPath();
          if (path.getName().startsWith("_") || path.getName().startsWith(".")) {
            continue;
          }
          if (there.isDirectory()) {
            folders.push(path);
          } else {
            found.add(new StoredFile(path.toString(), there.getLen(), there.getModificationTime()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the files of " + root, e);
    }
    return found;
  }

  /**
   * Full addresses of the files that a version consists of.
   *
   * @throws RuntimeException of Delta when the log no longer tells
   */
  public Set<String> files(long version) {
    return new HashSet<>(TableLog.at(spark, store.path(table), version).addresses());
  }

  /**
   * True unless the log says that somebody else made this version: a table that was gone and made
   * anew counts its versions from 0 again.
   */
  public boolean madeBy(String runId, long version) {
    return new TableHistory(spark, store.path(table))
        .at(version)
        .map(commit -> runId.equals(commit.runId()))
        .orElse(true);
  }

  /** Full addresses of the files that the table consists of now. */
  public Set<String> files() {
    return new HashSet<>(store.files(table));
  }

  /**
   * How many files fewer {@link #compact} would leave; 0 when it is not worth it.
   *
   * @param onDisk see {@link #onDisk}
   * @param current see {@link #files()}
   */
  public static int surplus(List<StoredFile> onDisk, Set<String> current) {
    var small = new HashMap<String, Integer>();
    for (var file : onDisk) {
      if (current.contains(file.path()) && file.bytes() < SMALL_BYTES) {
        small.merge(file.path().substring(0, file.path().lastIndexOf('/')), 1, Integer::sum);
      }
    }
    int surplus = small.values().stream().mapToInt(files -> files - 1).sum();
    return surplus < WORTH_IT ? 0 : surplus;
  }

  /** Puts small files together, in one commit that changes no row. */
  public void compact() {
    DeltaTable.forPath(spark, store.path(table)).optimize().executeCompaction();
  }

  /**
   * Removes files that the table no longer consists of. Delta decides which: what its log does not
   * name or names as removed, and what is older than the days given; the inventory that it chooses
   * from leaves out what must stay.
   *
   * @param onDisk see {@link #onDisk}
   * @param keep full addresses of files that stay: those of now, and those of older versions that
   *     are still asked for
   * @param keepDays younger files stay, at least 0
   * @param dryRun only say which
   * @return the files that are gone, or would be
   */
  public List<StoredFile> vacuum(
      List<StoredFile> onDisk, Set<String> keep, double keepDays, boolean dryRun) {
    double before = System.currentTimeMillis() - keepDays * MILLIS_A_DAY;
    var candidates =
        onDisk.stream()
            .filter(file -> !keep.contains(file.path()) && file.modifiedMillis() < before)
            .toList();
    if (candidates.isEmpty()) {
      return List.of();
    }
    var view = "peil_inventory_of_" + table.name();
    spark
        .createDataFrame(candidates.stream().map(TableUpkeep::row).toList(), INVENTORY)
        .createOrReplaceTempView(view);
    var statement =
        String.format(
            Locale.ROOT,
            "VACUUM delta.`%s` USING INVENTORY (SELECT * FROM %s) RETAIN %.3f HOURS%s",
            store.path(table),
            view,
            keepDays * 24,
            dryRun ? " DRY RUN" : "");
    var settings = new LinkedHashMap<String, String>();
    // The days given count, not those of the table, which are endless once a version is published
    settings.put("spark.databricks.delta.vacuum.retentionWindowIgnore.enabled", "false");
    // What this check guards, writers that are still busy, the lock of the output guards here
    settings.put("spark.databricks.delta.retentionDurationCheck.enabled", "false");
    try {
      var named = with(settings, () -> silently(() -> spark.sql(statement).collectAsList()));
      if (dryRun) {
        var paths = named.stream().map(row -> new Path(row.getString(0)).toString()).toList();
        return candidates.stream().filter(file -> paths.contains(file.path())).toList();
      }
    } finally {
      spark.catalog().dropTempView(view);
    }
    var left = onDisk().stream().map(StoredFile::path).collect(Collectors.toSet());
    return candidates.stream().filter(file -> !left.contains(file.path())).toList();
  }

  private static Row row(StoredFile file) {
    return RowFactory.create(file.path(), file.bytes(), false, file.modifiedMillis());
  }

  private <T> T with(Map<String, String> settings, Function0<T> work) {
    var conf = spark.conf();
    var before = new HashMap<String, String>();
    settings.forEach(
        (key, value) -> {
          before.put(key, conf.get(key));
          conf.set(key, value);
        });
    try {
      return work.apply();
    } finally {
      before.forEach(conf::set);
    }
  }

  /** Delta prints how many files it found; what Peil prints may be the answer to a query. */
  private static <T> T silently(Function0<T> work) {
    return Console$.MODULE$.withOut(OutputStream.nullOutputStream(), work);
  }

  /**
   * Keeps every version of the table readable for good, also for others than Peil: log and files
   * stay until {@link #vacuum} is told that they may go. A commit that changes no row, or none when
   * it is so already.
   */
  public void pin() {
    if (!pinned()) {
      spark.sql(
          PINS.stream()
              .map(pin -> "'" + pin + "' = '" + FOREVER + "'")
              .collect(Collectors.joining(", ", alter() + " SET TBLPROPERTIES (", ")")));
    }
  }

  /** Back to what Delta does with old versions. */
  public void unpin() {
    if (pinned()) {
      spark.sql(
          PINS.stream()
              .map(pin -> "'" + pin + "'")
              .collect(Collectors.joining(", ", alter() + " UNSET TBLPROPERTIES (", ")")));
    }
  }

  private boolean pinned() {
    var properties =
        DeltaLog.forTable(spark, new Path(store.path(table)))
            .update(false, Option.empty(), Option.empty())
            .metadata()
            .configuration();
    return PINS.stream().allMatch(pin -> properties.get(pin).contains(FOREVER));
  }

  private String alter() {
    return "ALTER TABLE delta.`" + store.path(table) + "`";
  }
}
