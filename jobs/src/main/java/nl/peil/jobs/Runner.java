package nl.peil.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Interrupt;
import nl.peil.jobs.cli.Progress;
import nl.peil.jobs.derive.IkobSettings;
import nl.peil.jobs.derive.MeasureSettings;
import nl.peil.jobs.derive.WhatIfs;
import nl.peil.jobs.ingest.CatalogueFiles;
import nl.peil.jobs.ingest.CoordinateSystems;
import nl.peil.jobs.ingest.DecayCurves;
import nl.peil.jobs.ingest.IkobFiles;
import nl.peil.jobs.ingest.IngestContext;
import nl.peil.jobs.ingest.ScenariosIngest;
import nl.peil.quality.Finding;
import nl.peil.quality.RejectedFileException;
import nl.peil.run.Available;
import nl.peil.run.DerivedProducer;
import nl.peil.run.Fingerprints;
import nl.peil.run.ForeignChanges;
import nl.peil.run.Inheritance;
import nl.peil.run.Lineage;
import nl.peil.run.Made;
import nl.peil.run.Plan;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.RunLog;
import nl.peil.run.SliceRecord;
import nl.peil.source.Delivery;
import nl.peil.source.Manifest;
import nl.peil.table.DeltaStore;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import nl.peil.table.Written;
import org.apache.spark.sql.SparkSession;

/** Plans, makes what is stale, records what it was made from. */
public final class Runner {

  private final SparkSession spark;
  private final DeltaStore store;
  private final Lineage lineage;
  private final List<Producer> producers;
  private final Inheritance inheritance;
  private final WhatIfs whatIfs;
  private List<Inheritance.Link> idle = List.of();
  private final Set<String> created = new HashSet<>();
  private final List<String> distrusted;
  private long slicesWritten;
  private long rowsWritten;

  /**
   * Gets everything ready; nothing is written.
   *
   * @throws ConfigProblemException when the configuration does not fit the delivery
   * @throws RejectedFileException when the manifest cannot be read
   */
  public Runner(SparkSession spark, PeilConfig config)
      throws ConfigProblemException, RejectedFileException, IOException {
    this.spark = spark;
    var curves = DecayCurves.read(config.decayCurves());
    var measures = MeasureSettings.of(config, curves.byMode(), curves.problems());
    var files = IkobFiles.read(config.ikob());
    var ikob =
        IkobSettings.of(config.ikob(), files.composition(), files.parking(), files.problems());
    CoordinateSystems.check(config);
    this.store = new DeltaStore(spark, config.output());
    var delivery = new Delivery(config.input(), spark.sparkContext().hadoopConfiguration());
    if (!delivery.exists()) {
      throw new ConfigProblemException(
          List.of(
              config.file()
                  + ": input: there is no folder "
                  + delivery.root()
                  + "; give the folder of the delivery with --set input=DIR"));
    }
    var manifestPath = config.manifest();
    var manifest = manifestPath == null ? Manifest.none() : Manifest.read(delivery, manifestPath);
    this.lineage = Lineage.load(spark, store);
    this.distrusted = ForeignChanges.forget(lineage, store);
    var context =
        new IngestContext(
            spark,
            config,
            CatalogueFiles.read(config),
            delivery,
            new Fingerprints(delivery, lineage.files()),
            manifest,
            store);
    this.producers = Registry.all(context, store, measures, ikob);
    this.whatIfs = WhatIfs.of(config.scenarios());
    this.inheritance = ScenariosIngest.inheritance(config);
  }

  /** Tables that are made again because they are not as Peil left them. */
  public List<String> distrusted() {
    return distrusted;
  }

  /**
   * What a run would do.
   *
   * @throws ConfigProblemException when the delivery has files of a what-if, which takes all from
   *     its parent
   */
  public Plan plan() throws ConfigProblemException {
    var available = new Available(inheritance);
    var plan = Plan.of(producers, lineage, available);
    var conflicts = whatIfs.filesOfTheirOwn(plan.slices());
    if (!conflicts.isEmpty()) {
      throw new ConfigProblemException(conflicts);
    }
    idle = inheritance.idle(available);
    return plan;
  }

  /** What scenario-years should inherit, but nobody has; known after {@link #plan}. */
  public List<String> idleInheritance() {
    return idle.stream().map(Inheritance.Link::describeIdle).toList();
  }

  /** The folder of the tables. */
  public DeltaStore store() {
    return store;
  }

  /** What every slice was made from. */
  public Lineage lineage() {
    return lineage;
  }

  /** Slices written so far, also when the run failed on the way. */
  public long slicesWritten() {
    return slicesWritten;
  }

  /** Rows written so far, also when the run failed on the way. */
  public long rowsWritten() {
    return rowsWritten;
  }

  /** The ingest jobs, in order. */
  public List<Producer> ingestProducers() {
    return producers.stream().filter(producer -> !(producer instanceof DerivedProducer)).toList();
  }

  /**
   * Makes what is stale, in the order of the plan.
   *
   * @param plan the plan as it was shown
   * @param log the run log of this run
   * @param force make everything again
   * @param only names of the tables to make; empty: all
   * @param progress what a person sees
   * @param interrupt asked before every batch
   * @throws Exception when a step fails; what was finished before is stored and recorded
   */
  public RunSummary run(
      Plan plan,
      RunLog log,
      boolean force,
      List<String> only,
      Progress progress,
      Interrupt interrupt)
      throws Exception {
    lineage.recordForgotten(log.runId());
    var available = new Available(inheritance);
    var findings = new ArrayList<Finding>();
    for (var producer : producers) {
      var step = Plan.step(producer, lineage, available);
      boolean wanted = only.isEmpty() || only.contains(producer.table().name());
      var unusable = wanted ? producer.unusable() : List.<Finding>of();
      log.record(Made.nothing(unusable));
      findings.addAll(unusable);
      var todo =
          step.slices().stream().filter(planned -> wanted && (force || planned.stale())).toList();
      step.slices().stream()
          .filter(planned -> !todo.contains(planned))
          .forEach(planned -> noteStored(available, producer.table(), planned.slice()));
      for (var batch : todo.isEmpty() ? List.<List<PlannedSlice>>of() : producer.batches(todo)) {
        interrupt.check();
        progress.begin(label(producer.table(), batch));
        spark.sparkContext().setJobGroup(log.runId(), label(producer.table(), batch), true);
        var records = heard(producer, batch, log, findings);
        slicesWritten += records.size();
        long batchRows = records.stream().mapToLong(SliceRecord::rowsWritten).sum();
        rowsWritten += batchRows;
        progress.end(records.isEmpty() ? "rejected" : "%,d rows".formatted(batchRows));
      }
      todo.forEach(planned -> noteStored(available, producer.table(), planned.slice()));
    }
    return new RunSummary(log.runId(), plan, slicesWritten, rowsWritten, findings, log.seconds());
  }

  /** Makes a batch, and tells who listens. */
  private List<SliceRecord> heard(
      Producer producer, List<PlannedSlice> batch, RunLog log, List<Finding> findings)
      throws Exception {
    log.listener().batchStarted(log.runId(), batch);
    try {
      var records = make(producer, batch, log, findings);
      log.listener().batchEnded(log.runId(), batch, records);
      return records;
    } catch (Exception e) {
      log.listener().batchFailed(log.runId(), batch, e);
      throw e;
    }
  }

  private List<SliceRecord> make(
      Producer producer, List<PlannedSlice> batch, RunLog log, List<Finding> findings)
      throws Exception {
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
    // Findings first: once lineage has the slice, nothing would bring them back
    log.record(made);
    if (written != null) {
      double seconds = (System.nanoTime() - started) / 1e9;
      for (var planned : batch) {
        if (made.slices().contains(planned.slice())) {
          records.add(record(planned, made, log, written, seconds));
        }
      }
      lineage.append(records, log.runId());
    }
    return records;
  }

  private static SliceRecord record(
      PlannedSlice planned, Made made, RunLog log, Written written, double seconds) {
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
    if (created.add(table.name())) {
      store.create(table);
    }
  }

  private void noteStored(Available available, TableSpec table, Slice slice) {
    lineage
        .of(table.name(), slice.id())
        .ifPresent(record -> available.put(table, slice, record.identity(), record.deltaVersion()));
  }

  /** The table, what the slices of the batch have in common, and how many they are. */
  private static String label(TableSpec table, List<PlannedSlice> batch) {
    var first = batch.get(0).slice();
    var shared =
        first.values().entrySet().stream()
            .filter(
                value ->
                    batch.stream().allMatch(p -> p.slice().values().entrySet().contains(value)))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining("/"));
    return (table.name()
            + " "
            + shared
            + (batch.size() > 1 ? " (" + batch.size() + " slices)" : ""))
        .replace("  ", " ")
        .strip();
  }
}
