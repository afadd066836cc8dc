package nl.peil.run;

import static org.apache.spark.sql.functions.col;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.peil.table.DeltaStore;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The tables as they are, or as they were: at a moment, after a run, or as published. */
public final class AsOf {

  /** What a run is called; see {@link RunLog#runId}. */
  static final Pattern RUN_ID = Pattern.compile("\\d{8}T\\d{6}-[0-9a-f]{6}");

  /** A moment, UTC. */
  static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?)?");

  private final Function<TableSpec, Optional<Dataset<Row>>> reader;

  private AsOf(Function<TableSpec, Optional<Dataset<Row>>> reader) {
    this.reader = reader;
  }

  /**
   * Finds a state of the tables.
   *
   * @param text a moment such as {@code 2026-11-20 10:00:00} (UTC), a run id or a tag; null: now
   * @param store the tables
   * @throws UnknownStateException when there is no such run or tag; it lists the tags
   */
  public static AsOf of(@Nullable String text, DeltaStore store) throws UnknownStateException {
    if (text == null) {
      return new AsOf(
          table -> store.exists(table) ? Optional.of(store.read(table)) : Optional.empty());
    }
    if (MOMENT.matcher(text).matches()) {
      var moment = moment(text);
      return new AsOf(table -> atMoment(moment, store, table));
    }
    var published = new PublishedRuns(store);
    if (RUN_ID.matcher(text).matches()) {
      var last = LineageHistory.load(store).asOf(text).lastWrites();
      if (last.values().stream().noneMatch(written -> written.runId().equals(text))) {
        throw new UnknownStateException(
            "no run "
                + text
                + " wrote anything here; SELECT run_id, outcome FROM runs lists them; "
                + published.known());
      }
      var numbers = new LinkedHashMap<String, Long>();
      last.forEach((table, written) -> numbers.put(table, written.deltaVersion()));
      return new AsOf(table -> afterRun(text, numbers, store, table));
    }
    var publication =
        published
            .of(text)
            .orElseThrow(
                () ->
                    new UnknownStateException(
                        "expected a moment (UTC) such as '2026-11-20 10:00:00', a run id or a tag,"
                            + " got '"
                            + text
                            + "'; "
                            + published.known()));
    return new AsOf(table -> afterRun(publication.runId(), publication.versions(), store, table));
  }

  /** A table in this state; empty when it was not there. */
  public Optional<Dataset<Row>> read(TableSpec table) {
    return reader.apply(table);
  }

  private static Instant moment(String text) throws UnknownStateException {
    try {
      return (text.length() == 10
              ? LocalDate.parse(text).atStartOfDay()
              : LocalDateTime.parse(text.replace(' ', 'T')))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new UnknownStateException(
          "expected a moment (UTC) that there is, such as '2026-11-20 10:00:00', got '"
              + text
              + "'");
    }
  }

  private static Optional<Dataset<Row>> atMoment(
      Instant moment, DeltaStore store, TableSpec table) {
    if (!store.exists(table)) {
      return Optional.empty();
    }
    var version = store.versionAt(table, moment);
    return version.isPresent()
        ? Optional.of(store.readVersion(table, version.getAsLong()))
        : Optional.empty();
  }

  private static Optional<Dataset<Row>> afterRun(
      String runId, Map<String, Long> versions, DeltaStore store, TableSpec table) {
    if (table.columnNames().contains("run_id")) {
      return store.exists(table)
          ? Optional.of(store.read(table).where(col("run_id").leq(runId)))
          : Optional.empty();
    }
    return Optional.ofNullable(versions.get(table.name()))
        .map(version -> store.readVersion(table, version));
  }
}
