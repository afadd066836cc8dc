package nl.peil.jobs.openlineage;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.OpenLineageConfig;
import nl.peil.config.PeilConfig;
import nl.peil.quality.Finding;
import nl.peil.quality.Severity;
import nl.peil.run.PlannedSlice;
import nl.peil.run.RunListener;
import nl.peil.run.SliceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what a run does in OpenLineage events: START and COMPLETE, FAIL or ABORT for the run and
 * for every batch. A sink that fails once is left alone for the rest of the run: what keeps records
 * must not keep the work.
 */
public final class OpenLineage implements RunListener {

  private static final Logger LOG = LoggerFactory.getLogger(OpenLineage.class);

  private final Events events;
  private final List<EventSink> sinks;
  private @Nullable Finding problem;

  OpenLineage(Events events, List<EventSink> sinks) {
    this.events = events;
    this.sinks = new ArrayList<>(sinks);
  }

  /**
   * What the configuration asks for; nobody when it asks for nothing.
   *
   * @param input folder of the delivery, fully qualified
   * @param output folder of the tables, fully qualified
   * @param version version of Peil
   * @param environment environment variables
   * @throws ConfigProblemException when the variable with the API key is not set
   */
  public static RunListener of(
      PeilConfig config,
      String input,
      String output,
      String version,
      Map<String, String> environment)
      throws ConfigProblemException {
    var wanted = config.openLineage();
    if (wanted == null) {
      return NOBODY;
    }
    var besides = Stream.concat(Stream.of(config.norms()), Stream.ofNullable(config.decayCurves()));
    var name = String.valueOf(config.file().getFileName()).replaceFirst("\\.[^.]*$", "");
    return new OpenLineage(
        new Events(
            new DatasetNames(input, output, besides.toList()),
            wanted.namespace(),
            name,
            config.file().toString(),
            version),
        sinks(wanted, environment));
  }

  private static List<EventSink> sinks(OpenLineageConfig config, Map<String, String> environment)
      throws ConfigProblemException {
    var sinks = new ArrayList<EventSink>();
    var file = config.file();
    if (file != null) {
      sinks.add(new FileSink(file));
    }
    var url = config.url();
    if (url != null) {
      var variable = config.apiKeyEnv();
      var key = variable == null ? null : environment.get(variable);
      if (variable != null && key == null) {
        throw new ConfigProblemException(
            List.of(
                "openlineage.api_key_env: the environment variable "
                    + variable
                    + " is not set; set it to the API key, or take the line out"));
      }
      sinks.add(new HttpSink(url, key, Duration.ofSeconds(config.timeoutSeconds())));
    }
    return sinks;
  }

  @Override
  public void runStarted(String runId) {
    send(events.run(runId, "START", "", ""));
  }

  @Override
  public void batchStarted(String runId, List<PlannedSlice> batch) {
    send(events.batch(runId, "START", batch, List.of(), ""));
  }

  @Override
  public void batchEnded(String runId, List<PlannedSlice> batch, List<SliceRecord> written) {
    send(
        written.isEmpty()
            ? events.batch(runId, "FAIL", batch, written, "every file was rejected; see findings")
            : events.batch(runId, "COMPLETE", batch, written, ""));
  }

  @Override
  public void batchFailed(String runId, List<PlannedSlice> batch, Exception failure) {
    send(events.batch(runId, "FAIL", batch, List.of(), String.valueOf(failure.getMessage())));
  }

  @Override
  public void runEnded(String runId, String outcome, String message) {
    var type =
        switch (outcome) {
          case "failed" -> "FAIL";
          case "interrupted" -> "ABORT";
          default -> "COMPLETE";
        };
    send(events.run(runId, type, outcome, message));
  }

  @Override
  public Optional<Finding> problem() {
    return Optional.ofNullable(problem);
  }

  private void send(String event) {
    for (var sink : List.copyOf(sinks)) {
      try {
        sink.send(event);
      } catch (IOException | RuntimeException e) {
        sinks.remove(sink);
        LOG.warn("an OpenLineage event could not be sent; no more are tried in this run", e);
        problem =
            new Finding(
                Severity.WARN,
                "openlineage_not_sent",
                "lineage",
                "",
                0,
                1,
                "an OpenLineage event could not be passed on ("
                    + e
                    + "); this run sends no more of them",
                "see whether the file or address of openlineage in the configuration is right");
      }
    }
  }
}
