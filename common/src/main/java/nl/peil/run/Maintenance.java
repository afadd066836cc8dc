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
    long before = upkeep.onDisk().size();
    var current = upkeep.files();
    var remark = compact(upkeep, current, dryRun);
    var keep = remark.isEmpty() ? current : upkeep.files();
    var old = new HashSet<String>();
    published
        .getOrDefault(table.name(), Set.of())
        .forEach(version -> old.addAll(upkeep.files(version)));
    old.removeAll(keep);
    if (!old.isEmpty()) {
      remark = join(remark, "%,d old files stay for what is published".formatted(old.size()));
    }
    keep.addAll(old);
    var removed = upkeep.vacuum(keep, keepDays, dryRun);
    return new Upkept(
        table,
        before,
        dryRun ? before - removed.size() : upkeep.onDisk().size(),
        removed.stream().mapToLong(StoredFile::bytes).sum(),
        remark);
  }

  private static String compact(TableUpkeep upkeep, Set<String> current, boolean dryRun) {
    if (upkeep.table().equals(InputTables.TRAVEL_TIMES)) {
      // A file of Delta's making holds origins in parts, and its row groups are not in order
      return "not compacted: its files hold whole origins in order";
    }
    int surplus = TableUpkeep.surplus(upkeep.onDisk(), current);
    if (surplus == 0) {
      return "";
    }
    if (!dryRun) {
      upkeep.compact();
    }
    return "small files %s: %,d fewer"
        .formatted(dryRun ? "to put together" : "put together", surplus);
  }

  private static String join(String first, String second) {
    return first.isEmpty() ? second : first + "; " + second;
  }
}
