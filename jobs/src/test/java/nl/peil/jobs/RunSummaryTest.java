package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import nl.peil.SparkExtension;
import nl.peil.jobs.operate.DocumentField;
import nl.peil.jobs.operate.MetricsFile;
import nl.peil.jobs.operate.RunAccount;
import nl.peil.jobs.operate.StatusDocument;
import nl.peil.run.OutputLock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What machines are told of runs, and of the state of the tables. The tests follow one another. */
@ExtendWith({SparkExtension.class, FinishedRun.class})
@TestMethodOrder(OrderAnnotation.class)
class RunSummaryTest {

  private static TinyDelivery tiny;
  private static Path metrics;
  private static JsonNode first;

  @BeforeAll
  static void copy(TinyDelivery finished, @TempDir Path folder) throws IOException {
    tiny = finished.copy(folder);
    metrics = folder.resolve("node/peil.prom");
    tiny.configure("metrics { prometheus_file = \"" + metrics + "\" }\n");
    first = read(tiny.output().resolve("summaries/latest.json"));
  }

  private static JsonNode read(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(file));
  }

  private static JsonNode table(JsonNode document, String name) {
    return StreamSupport.stream(document.path("tables").spliterator(), false)
        .filter(table -> table.path("table").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Every field of a document, and what kind of value it has, is as its description says. */
  private static void assertFits(JsonNode document, Class<? extends Record> type) {
    var fields = DocumentField.of(type);
    assertThat(fields).extracting(DocumentField::meaning).noneMatch(String::isBlank);
    for (var field : fields) {
      for (var value : at(document, field.path())) {
        var kind = field.type().replace("list of ", "");
        boolean fits =
            (field.nullable() && value.isNull())
                || switch (kind) {
                  case "text" -> value.isTextual();
                  case "true or false" -> value.isBoolean();
                  case "number" -> value.isNumber();
                  case "whole number" -> value.isIntegralNumber();
                  default -> value.isObject();
                };
        assertThat(fits).as(field + " is " + value).isTrue();
      }
    }
    var names = fields.stream().map(DocumentField::path).filter(path -> !path.contains("."));
    assertThat(StreamSupport.stream(((Iterable<String>) document::fieldNames).spliterator(), false))
        .containsExactlyElementsOf(names.map(path -> path.replace("[]", "")).toList());
  }

  /** The values at a path such as {@code tables[].slices.written}; all of a list. */
  private static List<JsonNode> at(JsonNode document, String path) {
    var found = List.of(document);
    for (var part : path.split("\\.", -1)) {
      var next = new ArrayList<JsonNode>();
      for (var node : found) {
        var value = node.path(part.replace("[]", ""));
        assertThat(value.isMissingNode()).as(path).isFalse();
        if (!part.endsWith("[]")) {
          next.add(value);
        } else {
          assertThat(value.isArray()).as(path).isTrue();
          value.forEach(next::add);
        }
      }
      found = next;
    }
    return found;
  }

  @Test
  @Order(1)
  void theFirstRunTellsWhatItMade() throws IOException {
    assertFits(first, RunAccount.class);
    assertThat(first.path("schema_version").asInt()).isEqualTo(1);
    assertThat(first.path("outcome").asText()).isEqualTo("done");
    assertThat(first.path("exit_code").asInt()).isZero();
    assertThat(first.path("last_success_at")).isEqualTo(first.path("ended_at"));
    var id = first.path("run_id").asText();
    assertThat(read(tiny.output().resolve("summaries/" + id + ".json"))).isEqualTo(first);

    // The delivery has five zones, and eleven matrices with 135 pairs together
    assertThat(table(first, "zones").path("rows_read").asInt()).isEqualTo(5);
    var times = table(first, "travel_times");
    assertThat(times.path("slices").path("planned").asInt()).isEqualTo(11);
    assertThat(times.path("slices").path("written").asInt()).isEqualTo(11);
    assertThat(times.path("rows").asInt()).isEqualTo(135);
    assertThat(times.path("rows_written").asInt()).isEqualTo(135);
    assertThat(times.path("stale_because").get(0).path("reason").asText())
        .isEqualTo("not there yet");
    assertThat(times.path("stale_because").get(0).path("slices").asInt()).isEqualTo(11);
    assertThat(first.path("slices").path("left_stale").asInt()).isZero();

    long steps = 0;
    for (var step : first.path("steps")) {
      assertThat(step.path("outcome").asText()).isEqualTo("written");
      steps += step.path("rows").asLong();
    }
    assertThat(steps).isEqualTo(first.path("rows_written").asLong());
  }

  @Test
  @Order(2)
  void aRunWithoutWorkIsTold(@TempDir Path folder) throws IOException {
    var file = folder.resolve("new/run.json");
    var again = tiny.command("run", "--summary", file.toString());
    assertThat(again.code()).as(again.err()).isZero();

    var told = read(file);
    assertFits(told, RunAccount.class);
    assertThat(told).isEqualTo(read(tiny.output().resolve("summaries/latest.json")));
    assertThat(told.path("outcome").asText()).isEqualTo("unchanged");
    assertThat(told.path("run_id").isNull()).isTrue();
    assertThat(told.path("slices").path("stale").asInt()).isZero();
    assertThat(told.path("slices").path("planned")).isEqualTo(first.path("slices").path("planned"));
    assertThat(told.path("last_success_at").asText())
        .isGreaterThan(first.path("last_success_at").asText());
    assertThat(table(told, "travel_times").path("rows").asInt()).isEqualTo(135);

    var written = MetricsFile.parse(Files.readString(metrics));
    assertThat(written.value("peil_last_run_outcome", "tiny", "outcome=unchanged")).isEqualTo(1);
    assertThat(written.value("peil_table_rows", "tiny", "table=travel_times")).isEqualTo(135);
    try (var beside = Files.list(metrics.getParent())) {
      assertThat(beside).as("nothing is left of writing it aside").containsExactly(metrics);
    }
  }

  @Test
  @Order(3)
  void statusSaysThatAllIsWell() throws IOException {
    var status = tiny.command("status", "--json", "--check");
    assertThat(status.code()).as(status.err()).isZero();
    var document = new ObjectMapper().readTree(status.out());
    assertFits(document, StatusDocument.class);
    assertThat(document.path("health").path("state").asText()).isEqualTo("ok");
    assertThat(document.path("health").path("well").asBoolean()).isTrue();
    assertThat(document.path("last_run").path("outcome").asText()).isEqualTo("unchanged");
    assertThat(table(document, "travel_times").path("rows").asInt()).isEqualTo(135);
    assertThat(table(document, "zones").path("stale_slices").asInt()).isZero();
    assertThat(table(document, "published").path("rows").isNull()).isTrue();
  }

  @Test
  @Order(4)
  void aRejectedFileIsNamed() throws IOException {
    tiny.write(TinyDelivery.HERE_FIETS, new byte[0]);
    assertThat(tiny.command("status", "--check").out()).startsWith("health: stale: ");

    assertThat(tiny.command("run", "--only", "travel_times").code())
        .isEqualTo(ExitCode.DATA_REJECTED.code());
    var told = read(tiny.output().resolve("summaries/latest.json"));
    assertFits(told, RunAccount.class);
    assertThat(told.path("outcome").asText()).isEqualTo("rejected");
    assertThat(told.path("exit_code").asInt()).isEqualTo(3);
    assertThat(told.path("rejected_files")).hasSize(1);
    assertThat(told.path("rejected_files").get(0).path("file").asText())
        .isEqualTo(TinyDelivery.HERE_FIETS);
    assertThat(told.path("findings").path("reject").asInt()).isEqualTo(1);
    assertThat(told.path("steps").get(0).path("outcome").asText()).isEqualTo("rejected");
    var slices = table(told, "travel_times").path("slices");
    assertThat(slices.path("stale").asInt()).isEqualTo(1);
    assertThat(slices.path("written").asInt()).isZero();
    assertThat(slices.path("left_stale").asInt()).isEqualTo(1);
    assertThat(told.path("last_success_at").asText())
        .as("that of the run before")
        .isLessThan(told.path("started_at").asText());

    var file = MetricsFile.parse(Files.readString(metrics));
    assertThat(file.value("peil_last_run_exit_code", "tiny")).isEqualTo(3);
    assertThat(file.value("peil_last_run_rejected_files", "tiny")).isEqualTo(1);
    assertThat(file.value("peil_stale_slices", "tiny", "table=travel_times")).isEqualTo(1);

    var status = tiny.command("status", "--check");
    assertThat(status.code()).isEqualTo(ExitCode.NOT_WELL.code());
    assertThat(status.out())
        .startsWith("health: failed: the last run ")
        .contains("with exit code 3 (rejected): " + TinyDelivery.HERE_FIETS);
    assertThat(tiny.command("status").code()).as("without --check it is only said").isZero();
  }

  @Test
  @Order(5)
  void whoIsRefusedDoesNotSpeakForTheOther(@TempDir Path folder) throws IOException {
    var before = Files.readString(metrics);
    var latest = read(tiny.output().resolve("summaries/latest.json"));
    var lock = tiny.output().resolve(OutputLock.FILE);
    Files.writeString(
        lock, "token=t\ncommand=run\nhost=elsewhere\npid=1\nsince=2026-11-21T03\\:00\\:00Z\n");
    var file = folder.resolve("run.json");
    assertThat(tiny.command("run", "--summary", file.toString()).code())
        .isEqualTo(ExitCode.OUTPUT_IN_USE.code());
    assertThat(read(file).path("outcome").asText()).isEqualTo("refused");
    assertThat(read(file).path("message").asText()).contains("on elsewhere");
    assertThat(Files.readString(metrics)).isEqualTo(before);
    assertThat(read(tiny.output().resolve("summaries/latest.json"))).isEqualTo(latest);

    var status = tiny.command("status", "--json", "--check");
    assertThat(status.code()).as("somebody is at work").isZero();
    assertThat(new ObjectMapper().readTree(status.out()).path("health").path("state").asText())
        .isEqualTo("running");
    Files.delete(lock);
  }

  @Test
  @Order(6)
  void aWrongConfigurationIsTold(@TempDir Path folder) throws IOException {
    var file = folder.resolve("run.json");
    assertThat(
            tiny.command("run", "--set", "lock.policy=hope", "--summary", file.toString()).code())
        .isEqualTo(ExitCode.WRONG_USAGE.code());
    var told = read(file);
    assertFits(told, RunAccount.class);
    assertThat(told.path("outcome").asText()).isEqualTo("failed");
    assertThat(told.path("exit_code").asInt()).isEqualTo(2);
    assertThat(told.path("message").asText()).contains("hope");
    assertThat(told.path("output").isNull()).isTrue();

    var wrong = tiny.command("run", "--set", "metrics.prometheus_file=peil.txt");
    assertThat(wrong.err()).contains("ends in .prom").contains("'peil.txt'");
    assertThat(tiny.command("run", "--dry-run", "--summary", "x").code())
        .isEqualTo(ExitCode.WRONG_USAGE.code());
  }

  @Test
  @Order(7)
  void aDeliveryThatIsGoneIsAPartOfTheStatus() throws IOException {
    var gone = Files.move(tiny.file("vo.csv"), tiny.file("vo.away"));
    var status = tiny.command("status", "--json");
    assertThat(status.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    var document = new ObjectMapper().readTree(status.out());
    assertThat(document.path("health").path("state").asText()).isEqualTo("failed");
    assertThat(document.path("health").path("reasons").get(0).asText())
        .startsWith("a run cannot begin: ")
        .contains("vo.csv");
    assertThat(table(document, "travel_times").path("rows").asInt()).isEqualTo(135);
    Files.move(gone, tiny.file("vo.csv"));
  }

  @Test
  @Order(8)
  void aSummaryThatCannotBeWrittenIsSaidAndChangesNothing(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("file"), "not a folder").resolve("run.json");
    var run = tiny.command("run", "--only", "zones", "--summary", file.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("the summary in " + file + " cannot be written");
  }
}
