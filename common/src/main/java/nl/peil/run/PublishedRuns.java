package nl.peil.run;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.peil.table.DeltaStore;
import nl.peil.table.RunTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import nl.peil.table.TableUpkeep;
import nl.peil.table.Tables;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * States of the tables that were published under a tag: they can be read until the tag is
 * withdrawn, whatever later runs and maintenance do.
 */
public final class PublishedRuns {

  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final DeltaStore store;

  /** Over the tables in a folder. */
  public PublishedRuns(DeltaStore store) {
    this.store = store;
  }

  /**
   * A published state.
   *
   * @param tag its name
   * @param runId run after which the tables are meant
   * @param publishedAt when
   * @param note what is to be said of it; may be empty
   * @param versions Delta version by name of the table; tables that only grow are not among them
   */
  public record Publication(
      String tag, String runId, Instant publishedAt, String note, Map<String, Long> versions) {}

  /** All publications, in the order in which they were made. */
  public List<Publication> all() {
    if (!store.exists(RunTables.PUBLISHED)) {
      return List.of();
    }
    var rows =
        store
            .read(RunTables.PUBLISHED)
            .select("tag", "run_id", "published_at", "note", "table_name", "delta_version")
            .orderBy("published_at", "tag", "table_name")
            .collectAsList()
            .stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getString(0), LinkedHashMap::new, Collectors.toList()));
    return rows.values().stream().map(PublishedRuns::publication).toList();
  }

  private static Publication publication(List<Row> tables) {
    var versions = new TreeMap<String, Long>();
    tables.stream()
        .filter(row -> !row.isNullAt(5))
        .forEach(row -> versions.put(row.getString(4), row.getLong(5)));
    var first = tables.get(0);
    return new Publication(
        first.getString(0),
        first.getString(1),
        first.getTimestamp(2).toInstant(),
        first.getString(3),
        versions);
  }

  /** The publication with this tag. */
  public Optional<Publication> of(String tag) {
    return all().stream().filter(publication -> publication.tag().equals(tag)).findFirst();
  }

  /** A sentence with the tags there are, for messages. */
  public String known() {
    var tags = all().stream().map(Publication::tag).toList();
    return tags.isEmpty() ? "nothing is published yet" : "published: " + String.join(", ", tags);
  }

  /**
   * Publishes the state of all tables after a run, and keeps its versions from now on.
   *
   * @param spark session
   * @param tag a name of its own: letters, digits, dots, dashes and underscores
   * @param runId the run; null: the last that ended well
   * @param note what is to be said of it; may be empty
   * @throws UnknownStateException when the tag is taken, when there is no such run, when it failed,
   *     or when what it left is not there any more
   */
  public Publication publish(SparkSession spark, String tag, @Nullable String runId, String note)
      throws UnknownStateException {
    if (!TAG.matcher(tag).matches()
        || AsOf.RUN_ID.matcher(tag).matches()
        || AsOf.MOMENT.matcher(tag).matches()) {
      throw new UnknownStateException(
          "expected a tag of letters, digits, dots, dashes and underscores that is no date and no"
              + " run id, such as 2026-Q4, got '"
              + tag
              + "'");
    }
    var taken = of(tag);
    if (taken.isPresent()) {
      throw new UnknownStateException(
          "the tag '"
              + tag
              + "' was given to run "
              + taken.get().runId()
              + " at "
              + taken.get().publishedAt()
              + ": what is published stays as it is; take another tag, or withdraw this one first");
    }
    var run = run(runId);
    var versions = new TreeMap<String, Long>();
    var written = LineageHistory.load(store).asOf(run).lastWrites();
    for (var table : Tables.all()) {
      var write = written.get(table.name());
      if (write != null) {
        check(spark, table, write, run);
        versions.put(table.name(), write.deltaVersion());
      }
    }
    // First the versions are safe, then they have a name: what dies in between does no harm
    Tables.all().stream()
        .filter(table -> versions.containsKey(table.name()))
        .forEach(table -> new TableUpkeep(spark, store, table).pin());
    var publication = new Publication(tag, run, Instant.now(), note, versions);
    store.create(RunTables.PUBLISHED);
    replace(spark, tag, run, rows(publication));
    return publication;
  }

  private String run(@Nullable String runId) throws UnknownStateException {
    var runs =
        store.exists(RunTables.RUNS)
            ? store
                .read(RunTables.RUNS)
                .select("run_id", "outcome")
                .orderBy("run_id")
                .collectAsList()
            : List.<Row>of();
    if (runId == null) {
      return runs.stream()
          .filter(row -> row.getString(1).equals("done"))
          .map(row -> row.getString(0))
          .reduce((earlier, later) -> later)
          .orElseThrow(
              () ->
                  new UnknownStateException(
                      "there is no run in " + store.root() + " that ended well; ./peil run first"));
    }
    var outcome =
        runs.stream()
            .filter(row -> row.getString(0).equals(runId))
            .map(row -> row.getString(1))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnknownStateException(
                        "no run "
                            + runId
                            + " in "
                            + store.root()
                            + "; SELECT run_id, outcome FROM runs lists them"));
    if (!outcome.equals("done") && !outcome.equals("rejected")) {
      throw new UnknownStateException(
          "run "
              + runId
              + " was "
              + outcome
              + ": its tables are partly older than it; publish a run that came to its end");
    }
    return runId;
  }

  private void check(SparkSession spark, TableSpec table, SliceRecord write, String run)
      throws UnknownStateException {
    long version = write.deltaVersion();
    var upkeep = new TableUpkeep(spark, store, table);
    if (store.version(table).orElse(-1) < version || !upkeep.madeBy(write.runId(), version)) {
      throw new UnknownStateException(
          table + " was made anew after run " + run + ": its version " + version + " is gone");
    }
    var there =
        upkeep.onDisk().stream().map(TableUpkeep.StoredFile::path).collect(Collectors.toSet());
    var missing =
        upkeep.files(version).stream().filter(file -> !there.contains(file)).sorted().toList();
    if (!missing.isEmpty()) {
      throw new UnknownStateException(
          "version "
              + version
              + " of "
              + table
              + ", of run "
              + run
              + ", is no longer there: "
              + missing.size()
              + " of its files were removed by maintenance, the first "
              + missing.get(0)
              + "; publish a run before maintenance.keep_days are over");
    }
  }

  private static List<Row> rows(Publication publication) {
    var rows = new ArrayList<Row>();
    for (var table : Tables.all()) {
      var version = publication.versions().get(table.name());
      if (version != null || RunTables.onlyGrows(table)) {
        rows.add(
            RowFactory.create(
                publication.tag(),
                publication.runId(),
                Timestamp.from(publication.publishedAt()),
                publication.note(),
                table.name(),
                version));
      }
    }
    return rows;
  }

  /**
   * Takes a tag back: its versions are kept no longer than others.
   *
   * @throws UnknownStateException when there is no such tag
   */
  public void withdraw(SparkSession spark, String tag) throws UnknownStateException {
    var withdrawn =
        of(tag)
            .orElseThrow(
                () -> new UnknownStateException("there is no tag '" + tag + "'; " + known()));
    replace(spark, tag, withdrawn.runId(), List.of());
    var left = all();
    for (var table : Tables.all()) {
      boolean asked = left.stream().anyMatch(other -> other.versions().containsKey(table.name()));
      if (withdrawn.versions().containsKey(table.name()) && !asked && store.exists(table)) {
        new TableUpkeep(spark, store, table).unpin();
      }
    }
  }

  private void replace(SparkSession spark, String tag, String runId, List<Row> rows) {
    store.replace(
        RunTables.PUBLISHED,
        List.of(Slice.of("tag", tag)),
        spark.createDataFrame(rows, RunTables.PUBLISHED.schema()),
        runId,
        System.currentTimeMillis());
  }

  /** The versions that publications consist of, by name of the table. */
  Map<String, Set<Long>> versions() {
    var versions = new TreeMap<String, Set<Long>>();
    for (var publication : all()) {
      publication
          .versions()
          .forEach(
              (table, version) ->
                  versions.computeIfAbsent(table, name -> new TreeSet<>()).add(version));
    }
    return versions;
  }
}
