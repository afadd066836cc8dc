package nl.peil.jobs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nl.peil.jobs.cli.Interrupt;
import nl.peil.jobs.cli.Progress;
import nl.peil.quality.Finding;
import nl.peil.run.Available;
import nl.peil.run.DerivedProducer;
import nl.peil.run.Lineage;
import nl.peil.run.Made;
import nl.peil.run.Plan;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.RunLog;
import nl.peil.run.SliceRecord;
import nl.peil.table.DeltaStore;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import nl.peil.table.Written;
import org.apache.spark.sql.SparkSession;

/** The work of one run: makes what is stale, batch by batch, and records what it was made from. */
final class Making {

  /**
   * Derived tables under way at the same time: one computes while another one plans or commits.
   * More would multiply the memory that the kernels need.
   */
  private static final int AT_ONCE = 2;

  private final SparkSession spark;
  private final DeltaStore store;
  private final Lineage lineage;
  private final Available available;
  private final RunLog log;
  private final boolean force;
  private final List<String> only;
  private final Progress progress;
  private final Interrupt interrupt;

  /** Held by whoever reads or changes what is known of slices: lineage, available, counts. */
  private final Object books = new Object();

  private final Set<String> created = new HashSet<>();
  private final Map<Producer, List<Finding>> foundBy = new LinkedHashMap<>();
  private long slicesWritten;
  private long rowsWritten;

  Making(
      SparkSession spark,
      DeltaStore store,
      Lineage lineage,
      Available available,
      RunLog log,
      boolean force,
      List<String> only,
      Progress progress,
      Interrupt interrupt) {
    this.spark = spark;
    this.store = store;
    this.lineage = lineage;
    this.available = available;
    this.log = log;
    this.force = force;
    this.only = only;
    this.progress = progress;
    this.interrupt = interrupt;
  }

  /** Slices written so far, also when the run failed on the way. */
  long slicesWritten() {
    synchronized (books) {
      return slicesWritten;
    }
  }

  /** Rows written so far, also when the run failed on the way. */
  long rowsWritten() {
    synchronized (books) {
      return rowsWritten;
    }
  }

  /** What was found so far, in the order of the producers; while nothing is being made. */
  List<Finding> findings() {
    return foundBy.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Does the work: what is delivered in order, what is derived side by side.
   *
   * @return what was found, in the order of the producers
   * @throws Exception when a step fails; what was finished before is stored and recorded
   */
  List<Finding> run(List<Producer> producers) throws Exception {
    lineage.recordForgotten(log.runId());
    producers.forEach(producer -> foundBy.put(producer, new ArrayList<>()));
    var derived = new ArrayList<SideBySide.Step>();
    for (var producer : producers) {
      boolean wanted = only.isEmpty() || only.contains(producer.table().name());
      Callable<Void> work =
          () -> {
            // Delta asks the thread for its session
            SparkSession.setActiveSession(spark);
            var found = Objects.requireNonNull(foundBy.get(producer));
            make(producer, wanted, found);
            return null;
          };
      if (producer instanceof DerivedProducer) {
        var needs =
            producer.reads().stream().map(TableSpec::name).collect(Collectors.toUnmodifiableSet());
        derived.add(new SideBySide.Step(producer.table().name(), needs, work));
      } else {
        // what is delivered is read in order: later files are checked against earlier ones
        work.call();
      }
    }
    SideBySide.run(derived, AT_ONCE);
    return findings();
  }

  /** Makes what is stale of one producer, batch by batch. */
  private void make(Producer producer, boolean wanted, List<Finding> findings) throws Exception {
    List<PlannedSlice> todo;
    synchronized (books) {
      var step = Plan.step(producer, lineage, available);
      var unusable = wanted ? producer.unusable() : List.<Finding>of();
      log.record(Made.nothing(unusable));
      findings.addAll(unusable);
      if (wanted && !only.isEmpty() && step.slices().isEmpty()) {
        tellWhatIsMissing(producer);
      }
      todo =
          step.slices().stream().filter(planned -> wanted && (force || planned.stale())).toList();
      var before = new HashSet<>(todo);
      step.slices().stream()
          .filter(planned -> !before.contains(planned))
          .forEach(planned -> noteStored(producer.table(), planned.slice()));
    }
    for (var batch : todo.isEmpty() ? List.<List<PlannedSlice>>of() : producer.batches(todo)) {
      interrupt.check();
      var label = StepWords.label(producer.table(), batch);
      var shown = progress.begin(label);
      try (var title = JobTitle.begin(spark.sparkContext(), log.runId(), words(producer, batch))) {
        var records = heard(producer, batch, findings);
        long batchRows = records.stream().mapToLong(SliceRecord::rowsWritten).sum();
        progress.end(shown, records.isEmpty() ? "rejected" : "%,d rows".formatted(batchRows));
      } finally {
        progress.leave(shown);
      }
    }
    synchronized (books) {
      todo.forEach(planned -> noteStored(producer.table(), planned.slice()));
    }
  }

  private String words(Producer producer, List<PlannedSlice> batch) {
    synchronized (books) {
      return StepWords.of(
          producer.table(),
          batch,
          producer.work(batch),
          // What is delivered is read from files: tables serve to check it
          (table, slice) ->
              producer instanceof DerivedProducer
                  ? lineage.of(table, slice).map(SliceRecord::rowsWritten).orElse(0L)
                  : 0L);
    }
  }

  /** A table that was asked for by name may have to wait for others. */
  private void tellWhatIsMissing(Producer producer) {
    var missing =
        producer.reads().stream()
            .filter(table -> available.slices(table).isEmpty())
            .map(TableSpec::name)
            .distinct()
            .collect(Collectors.joining(","));
    if (!missing.isEmpty()) {
      progress.line(
          "! %s cannot be made, what it reads is not there: name these too, --only %s,%s"
              .formatted(producer.table(), missing, producer.table()));
    }
  }

  /** Makes a batch, and tells who listens. */
  private List<SliceRecord> heard(
      Producer producer, List<PlannedSlice> batch, List<Finding> findings) throws Exception {
    synchronized (books) {
      log.listener().batchStarted(log.runId(), batch);
    }
    try {
      var records = made(producer, batch, findings);
      synchronized (books) {
        log.listener().batchEnded(log.runId(), batch, records);
      }
      return records;
    } catch (Exception e) {
      synchronized (books) {
        log.listener().batchFailed(log.runId(), batch, e);
      }
      throw e;
    }
  }

  private List<SliceRecord> made(
      Producer producer, List<PlannedSlice> batch, List<Finding> findings) throws Exception {
    long started = System.nanoTime();
    var table = producer.table();
    ensure(table);
    var made = producer.make(batch);
    made.findings().forEach(found -> findings.add(found.finding()));
    var records = new ArrayList<SliceRecord>();
    var rows = made.rows();
    var files = made.files();
    Written written = null;
    if (rows != null && !made.slices().isEmpty()) {
      written = store.replace(table, made.slices(), rows, log.runId(), log.number());
    } else if (files != null && !made.slices().isEmpty()) {
      written = store.replaceByFiles(table, made.slices(), files, log.runId(), log.number());
    }
    synchronized (books) {
      // Findings first: once lineage has the slice, nothing would bring them back
      log.record(made);
      if (written != null) {
        double seconds = (System.nanoTime() - started) / 1e9;
        for (var planned : batch) {
          if (made.slices().contains(planned.slice())) {
            records.add(record(planned, made, written, seconds));
          }
        }
        lineage.append(records, log.runId());
        slicesWritten += records.size();
        rowsWritten += records.stream().mapToLong(SliceRecord::rowsWritten).sum();
      }
    }
    return records;
  }

  private SliceRecord record(PlannedSlice planned, Made made, Written written, double seconds) {
    var target = planned.target();
    return new SliceRecord(
        log.runId(),
        planned.table().name(),
        planned.slice().id(),
        target.identity(planned.table()),
        target.inputs(),
        target.codeVersion(),
        target.settings(),
        written.version(),
        made.books(planned.slice()),
        written.bySlice().getOrDefault(planned.slice(), 0L),
        seconds,
        System.currentTimeMillis());
  }

  private void ensure(TableSpec table) {
    boolean first;
    synchronized (books) {
      first = created.add(table.name());
    }
    if (first) {
      store.create(table);
    }
  }

  private void noteStored(TableSpec table, Slice slice) {
    lineage
        .of(table.name(), slice.id())
        .ifPresent(record -> available.put(table, slice, record.identity(), record.deltaVersion()));
  }
}
