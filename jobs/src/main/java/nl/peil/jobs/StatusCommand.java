package nl.peil.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.cli.Console;
import nl.peil.jobs.cli.Interrupt;
import nl.peil.jobs.cli.Progress;
import nl.peil.jobs.ingest.MissingFileException;
import nl.peil.jobs.operate.Health;
import nl.peil.jobs.operate.StatusDocument;
import nl.peil.jobs.operate.Summaries;
import nl.peil.quality.RejectedFileException;
import nl.peil.run.OutputLock;
import nl.peil.run.Plan;
import nl.peil.table.DeltaStore;
import nl.peil.table.InputTables;
import nl.peil.table.Tables;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The command status: whether all is well, what there is and what is stale. */
final class StatusCommand {

  private static final int STALE_SHOWN = 3;
  private static final List<String> OF_LAST_RUN =
      List.of(
          "run_id", "outcome", "exit_code", "message", "ended_at", "seconds", "last_success_at");

  private final PeilConfig config;
  private final SparkSession spark;
  private final DeltaStore store;
  private final Planned planned;
  private final List<TableState> tables;
  private final @Nullable JsonNode latest;
  private final Health health;

  private StatusCommand(PeilConfig config, SparkSession spark, Console console) throws IOException {
    this.config = config;
    this.spark = spark;
    this.store = new DeltaStore(spark, config.output());
    this.planned = Planned.of(config, spark, console);
    this.tables =
        Tables.all().stream().map(table -> TableState.of(table, store, planned.plan())).toList();
    var hadoop = spark.sparkContext().hadoopConfiguration();
    var summary = Summaries.latest(config.output(), hadoop);
    this.latest = summary.orElse(null);
    this.health =
        Health.of(
            tables.stream().filter(TableState::there).count(),
            planned.plan(),
            planned.ending().message(),
            summary,
            OutputLock.look(config.output(), hadoop));
  }

  static ExitCode run(
      Arguments args, PeilConfig config, SparkSession spark, Progress progress, Console console)
      throws IOException {
    var status = new StatusCommand(config, spark, console);
    if (args.has("json")) {
      console.out().print(Summaries.text(status.document()));
    } else {
      status.show(progress);
    }
    if (status.planned.ending().code() != ExitCode.DONE) {
      return status.planned.ending().code();
    }
    return args.has("check") && !status.health.well() ? ExitCode.NOT_WELL : ExitCode.DONE;
  }

  /**
   * What a run would do; when it could not even begin, that is a part of the status.
   *
   * @param plan the plan; without slices when there is none
   * @param distrusted tables that others changed
   * @param ending done, or why there is no plan
   */
  private record Planned(Plan plan, List<String> distrusted, Ending ending) {

    static Planned of(PeilConfig config, SparkSession spark, Console console) throws IOException {
      try {
        var runner = new Runner(spark, config);
        return new Planned(runner.plan(), runner.distrusted(), Ending.of(ExitCode.DONE));
      } catch (ConfigProblemException | RejectedFileException | MissingFileException e) {
        return new Planned(
            new Plan(List.of(), List.of()),
            List.of(),
            Ending.of(e, new Interrupt(console), console));
      }
    }
  }

  private void show(Progress progress) throws IOException {
    progress.line(health.describe());
    progress.line("");
    progress.line("%-24s %14s %10s %9s  %s".formatted("table", "rows", "MB", "version", "slices"));
    for (var table : tables) {
      progress.line(table.describe());
      if (table.table().equals(InputTables.TRAVEL_TIMES) && table.there()) {
        progress.line("    " + StoredMatrices.of(store, spark).describe());
      }
      var stale = table.stale();
      stale.stream()
          .limit(STALE_SHOWN)
          .forEach(
              slice ->
                  progress.line("    " + slice.slice() + ": " + Health.because(slice.reasons())));
      if (stale.size() > STALE_SHOWN) {
        progress.line("    and " + (stale.size() - STALE_SHOWN) + " more: see ./peil plan");
      }
    }
    planned.distrusted().forEach(text -> progress.line("! " + text));
    kept()
        .forEach(
            kept ->
                progress.line(
                    "! " + kept + " is stored but no longer in the delivery or configuration"));
    progress.line("in " + config.output());
  }

  private List<String> kept() {
    return planned.plan().kept().stream().map(kept -> kept.table() + " " + kept.slice()).toList();
  }

  private StatusDocument document() {
    return new StatusDocument(
        StatusDocument.SCHEMA_VERSION,
        StatusDocument.HealthLine.of(health),
        Instant.now().toString(),
        Peil.version(),
        config.file().toString(),
        config.output(),
        lastRun(),
        tables.stream().map(TableState::document).toList(),
        kept(),
        planned.distrusted());
  }

  private @Nullable JsonNode lastRun() {
    if (latest == null) {
      return null;
    }
    var told = JsonNodeFactory.instance.objectNode();
    OF_LAST_RUN.forEach(name -> told.set(name, latest.path(name)));
    return told;
  }
}
