package nl.peil.run;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import nl.peil.table.DeltaStore;
import nl.peil.table.RunTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.RowFactory;

/** The record of one run: its id, what it found, and how it ended. */
public final class RunLog {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final DeltaStore store;
  private final Instant started;
  private final String runId;
  private final RunListener listener;

  /** A run that starts now, to which nobody listens. */
  public RunLog(DeltaStore store) {
    this(store, RunListener.NOBODY);
  }

  /** A run that starts now. */
  public RunLog(DeltaStore store, RunListener listener) {
    this.store = store;
    this.listener = listener;
    this.started = Instant.now();
    this.runId =
        STAMP.format(started)
            + "-"
            + new Hash().add(started.toString()).add(store.root()).hex().substring(0, 6);
  }

  /** The id; ids sort by time. */
  public String runId() {
    return runId;
  }

  /** A number that grows from run to run. */
  public long number() {
    return started.toEpochMilli();
  }

  /** Seconds since the start. */
  public double seconds() {
    return (Instant.now().toEpochMilli() - started.toEpochMilli()) / 1000.0;
  }

  /** Hears what the run does. */
  public RunListener listener() {
    return listener;
  }

  /** Makes the bookkeeping tables when they are not there: a step of its own. */
  public void open() {
    List.of(RunTables.RUNS, RunTables.LINEAGE, RunTables.FINDINGS, RunTables.QUARANTINE)
        .forEach(store::create);
    listener.runStarted(runId);
  }

  /** Stores what was found while a batch was made. */
  public void record(Made made) {
    var findings =
        made.findings().stream()
            .map(
                found ->
                    RowFactory.create(
                        runId,
                        found.finding().severity().key(),
                        found.finding().rule(),
                        found.finding().table(),
                        found.slice().id(),
                        found.finding().file(),
                        found.finding().line(),
                        found.finding().count(),
                        found.finding().message(),
                        found.finding().advice()))
            .toList();
    if (!findings.isEmpty()) {
      store.append(RunTables.FINDINGS, findings, runId);
    }
    var rows =
        made.quarantined().stream()
            .map(
                row ->
                    RowFactory.create(
                        runId, row.table(), row.file(), row.line(), row.rule(), row.raw()))
            .toList();
    if (!rows.isEmpty()) {
      store.append(RunTables.QUARANTINE, rows, runId);
    }
  }

  /**
   * Stores how the run ended.
   *
   * @param outcome done, failed, rejected or interrupted
   * @param message why; empty when all is well
   */
  public void close(
      String outcome,
      String message,
      String codeVersion,
      String configFile,
      String config,
      long slicesWritten,
      long slicesFresh,
      long rowsWritten) {
    listener.runEnded(runId, outcome, message);
    listener.problem().ifPresent(problem -> record(new Made().found(Slice.ALL, problem)));
    var row =
        RowFactory.create(
            runId,
            Timestamp.from(started),
            Timestamp.from(Instant.now()),
            outcome,
            message,
            codeVersion,
            configFile,
            config,
            slicesWritten,
            slicesFresh,
            rowsWritten,
            seconds());
    store.append(RunTables.RUNS, List.of(row), runId);
  }
}
