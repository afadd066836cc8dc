package nl.peil.run;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.table.DeltaStore;
import nl.peil.table.InputTables;
import nl.peil.table.TableSpec;
import nl.peil.table.TableUpkeep;
import nl.peil.table.TableUpkeep.StoredFile;
import nl.peil.table.Tables;
import org.apache.spark.sql.SparkSession;

/**
 * Keeps the tables quick and small: many small files become few, and files go that neither the
 * tables of now nor a published state consists of. Call it only while nobody writes.
 */
public final class Maintenance {

  private final SparkSession spark;
  private final DeltaStore store;
  private final double keepDays;
  private final Map<String, Set<Long>> published;

  /**
   * For the tables in a folder.
   *
   * @param keepDays what became superfluous within so many days stays, for readers that still use
   *     it
   */
  public Maintenance(SparkSession spark, DeltaStore store, double keepDays) {
    this.spark = spark;
    this.store = store;
    this.keepDays = keepDays;
    this.published = new PublishedRuns(store).versions();
  }

  /**
   * What was done to a table, or would be.
   *
   * @param table the table
   * @param filesBefore data files in its folder
   * @param filesAfter the same afterwards
   * @param bytesFreed bytes of the files removed
   * @param remark what is to be said; empty when nothing
   */
  public record Upkept(
      TableSpec table, long filesBefore, long filesAfter, long bytesFreed, String remark) {}

  /** The tables there are. */
  public List<TableSpec> tables() {
    return Tables.all().stream().filter(store::exists).toList();
  }

  /**
   * Keeps one table.
   *
   * @param dryRun change nothing: say what would be done
   */
  public Upkept keep(TableSpec table, boolean dryRun) {
    var upkeep = new TableUpkeep(spark, store, table);
    var onDisk = upkeep.onDisk();
    long before = onDisk.size();
    var current = upkeep.files();
    var remark = "";
    int surplus = TableUpkeep.surplus(onDisk, current);
    if (table.equals(InputTables.TRAVEL_TIMES)) {
      // A file of Delta's making holds origins in parts, and its row groups are not in order
      remark = "not compacted: its files hold whole origins in order";
    } else if (surplus > 0) {
      remark =
          "small files %s: %,d fewer"
              .formatted(dryRun ? "to put together" : "put together", surplus);
      if (!dryRun) {
        upkeep.compact();
        onDisk = upkeep.onDisk();
        current = upkeep.files();
      }
    }
    var old = new HashSet<String>();
    published
        .getOrDefault(table.name(), Set.of())
        .forEach(version -> old.addAll(upkeep.files(version)));
    old.removeAll(current);
    if (!old.isEmpty()) {
      remark = join(remark, "%,d old files stay for what is published".formatted(old.size()));
    }
    var keep = new HashSet<>(current);
    keep.addAll(old);
    var removed = upkeep.vacuum(onDisk, keep, keepDays, dryRun);
    return new Upkept(
        table,
        before,
        onDisk.size() - removed.size(),
        removed.stream().mapToLong(StoredFile::bytes).sum(),
        remark);
  }

  private static String join(String first, String second) {
    return first.isEmpty() ? second : first + "; " + second;
  }
}
