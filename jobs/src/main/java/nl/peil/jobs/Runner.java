package nl.peil.jobs;

import java.io.IOException;
import java.util.List;
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
import nl.peil.jobs.ingest.OpenedDelivery;
import nl.peil.jobs.ingest.ScenariosIngest;
import nl.peil.quality.Finding;
import nl.peil.quality.RejectedFileException;
import nl.peil.run.Available;
import nl.peil.run.DerivedProducer;
import nl.peil.run.Fingerprints;
import nl.peil.run.ForeignChanges;
import nl.peil.run.Inheritance;
import nl.peil.run.Lineage;
import nl.peil.run.Plan;
import nl.peil.run.Producer;
import nl.peil.run.RunLog;
import nl.peil.table.DeltaStore;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Plans, makes what is stale, records what it was made from. */
public final class Runner {

  private final SparkSession spark;
  private final DeltaStore store;
  private final Lineage lineage;
  private final List<Producer> producers;
  private final Inheritance inheritance;
  private final WhatIfs whatIfs;
  private List<Inheritance.Link> idle = List.of();
  private final List<String> distrusted;
  private @Nullable Making made;

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
    var opened = OpenedDelivery.of(config, spark.sparkContext().hadoopConfiguration());
    var delivery = opened.delivery();
    this.lineage = Lineage.load(store);
    this.distrusted = ForeignChanges.forget(lineage, store);
    var context =
        new IngestContext(
            spark,
            config,
            CatalogueFiles.read(config),
            delivery,
            new Fingerprints(delivery, lineage.files()),
            opened.manifest(),
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
    return made == null ? 0 : made.slicesWritten();
  }

  /** Rows written so far, also when the run failed on the way. */
  public long rowsWritten() {
    return made == null ? 0 : made.rowsWritten();
  }

  /** What was found so far, also when the run failed on the way. */
  public List<Finding> findings() {
    return made == null ? List.of() : made.findings();
  }

  /** The ingest jobs, in order. */
  public List<Producer> ingestProducers() {
    return producers.stream().filter(producer -> !(producer instanceof DerivedProducer)).toList();
  }

  /**
   * Makes what is stale.
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
    var making =
        new Making(
            spark,
            store,
            lineage,
            new Available(inheritance),
            log,
            force,
            only,
            progress,
            interrupt);
    made = making;
    var findings = making.run(producers);
    return new RunSummary(
        log.runId(), plan, making.slicesWritten(), making.rowsWritten(), findings, log.seconds());
  }
}
