package nl.peil.jobs.operate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.files.WholeFiles;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Where the summary of a run goes: into a folder beside the tables, under the id of the run and as
 * the latest, to the file of {@code --summary}, and as metrics to that of the configuration.
 */
public final class Summaries {

  /** The folder in the output folder. */
  public static final String FOLDER = "summaries";

  /** The summary of the run that ended last, whatever became of it. */
  public static final String LATEST = "latest.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final RunDiary diary;
  private final @Nullable Path file;
  private final Configuration hadoop;

  /**
   * The summaries of a run.
   *
   * @param diary what happened
   * @param file file that was asked for besides; null: none
   * @param hadoop how the output folder is reached
   */
  public Summaries(RunDiary diary, @Nullable Path file, Configuration hadoop) {
    this.diary = diary;
    this.file = file;
    this.hadoop = hadoop;
  }

  /**
   * Writes all of them. What cannot be written does not keep the others from it.
   *
   * @param outcome as {@link RunDiary#account}
   * @param exitCode exit code of the program
   * @param message what went wrong; empty when all is well
   * @return what could not be written and why; none when all is well
   */
  public List<String> write(String outcome, int exitCode, String message) {
    var problems = new ArrayList<String>();
    var config = diary.config();
    // Who was refused because another is at work must not speak for that other
    boolean speaks = !outcome.equals("refused");
    String lastSuccess = null;
    if (config != null) {
      try {
        lastSuccess =
            latest(config.output(), hadoop)
                .map(before -> before.path("last_success_at").asText(null))
                .orElse(null);
      } catch (IOException e) {
        problems.add("the last summary in " + config.output() + " cannot be read: " + e);
      }
    }
    var account = diary.account(outcome, exitCode, message, lastSuccess);
    if (config != null && speaks) {
      attempt("the summary in " + config.output(), problems, () -> beside(config, account));
      var metrics = config.metrics();
      if (metrics != null) {
        attempt(
            "the metrics in " + metrics.prometheusFile(),
            problems,
            () -> local(metrics.prometheusFile(), PrometheusText.of(account)));
      }
    }
    var asked = file;
    if (asked != null) {
      attempt("the summary in " + asked, problems, () -> local(asked, text(account)));
    }
    return problems;
  }

  /**
   * The summary of the run that ended last; empty when there is none.
   *
   * @throws IOException when it cannot be read
   */
  public static Optional<JsonNode> latest(String output, Configuration hadoop) throws IOException {
    var text = folder(output, hadoop).read(LATEST);
    return text.isEmpty() ? Optional.empty() : Optional.of(JSON.readTree(text.get()));
  }

  /** The text of a document, with names in snake_case. */
  public static String text(Object document) {
    try {
      return JSON.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a summary consists of texts and numbers", e);
    }
  }

  private void beside(PeilConfig config, RunAccount account) throws IOException {
    // A run that came to nothing leaves no folder where none was
    if (account.runId() == null && !new WholeFiles(config.output(), hadoop).exists()) {
      return;
    }
    var folder = folder(config.output(), hadoop);
    var text = text(account);
    if (account.runId() != null) {
      folder.write(account.runId() + ".json", text);
    }
    folder.write(LATEST, text);
  }

  private static WholeFiles folder(String output, Configuration hadoop) throws IOException {
    return new WholeFiles(output + "/" + FOLDER, hadoop);
  }

  /** A file on this machine, whatever the default file system of the cluster is. */
  private void local(Path place, String text) throws IOException {
    var whole = place.toAbsolutePath().normalize();
    var folder = whole.getParent();
    var name = whole.getFileName();
    if (folder == null || name == null) {
      throw new IOException(place + " is no file");
    }
    new WholeFiles(folder.toUri().toString(), hadoop).write(name.toString(), text);
  }

  private static void attempt(String what, List<String> problems, Write write) {
    try {
      write.run();
    } catch (IOException | RuntimeException e) {
      problems.add(what + " cannot be written: " + e);
    }
  }

  @FunctionalInterface
  private interface Write {
    void run() throws IOException;
  }
}
