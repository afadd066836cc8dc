package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.peil.SparkExtension;
import nl.peil.jobs.openlineage.EventRules;
import nl.peil.table.AccessTables;
import nl.peil.table.RunTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A run that tells what it does. */
@Tag("thorough")
@ExtendWith({SparkExtension.class, FinishedRun.class})
class OpenLineageRunTest {

  private static final String[] SOME = {"--force", "--only", "norms,region_level"};

  private static List<JsonNode> events(List<String> lines) throws IOException {
    var events = new ArrayList<JsonNode>();
    for (var line : lines) {
      var event = new ObjectMapper().readTree(line);
      EventRules.check(event);
      events.add(event);
    }
    return events;
  }

  @Test
  void fileAndAddressGetTheSameEventsAndOneThatIsDownDoesNoHarm(
      SparkSession spark, TinyDelivery finished, @TempDir Path folder) throws IOException {
    var tiny = finished.copy(folder);
    var file = folder.resolve("lineage/events.ndjson");
    var posted = new CopyOnWriteArrayList<String>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/lineage",
        exchange -> {
          posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(201, -1);
          exchange.close();
        });
    server.start();
    try {
      tiny.configure(
          "openlineage { file = \"%s\", url = \"http://localhost:%d/api/v1/lineage\" }%n"
              .formatted(file, server.getAddress().getPort()));
      var run = tiny.command("run", SOME);
      assertThat(run.code()).as(run.out() + run.err()).isZero();
      assertThat(run.out()).doesNotContain("could not be passed on");
    } finally {
      server.stop(0);
    }
    var lines = Files.readAllLines(file);
    assertThat(posted).isEqualTo(lines);
    var events = events(lines);
    assertThat(events)
        .extracting(e -> e.path("eventType").textValue() + " " + e.at("/job/name").textValue())
        .containsExactly(
            "START tiny",
            "START tiny.norms",
            "COMPLETE tiny.norms",
            "START tiny.region_level",
            "COMPLETE tiny.region_level",
            "COMPLETE tiny");
    // What lineage recorded as inputs is what the events name, files by path, tables by folder
    assertThat(events.get(2).path("inputs"))
        .extracting(input -> input.path("name").textValue())
        .containsExactly(tiny.conf().resolveSibling("norms.csv").toString());
    assertThat(events.get(4).path("inputs"))
        .extracting(input -> input.path("name").textValue())
        .containsExactlyInAnyOrder(
            tiny.output() + "/accessibility_level", tiny.output() + "/region_membership");
    var rows =
        events.stream()
            .filter(event -> event.at("/job/name").textValue().equals("tiny.region_level"))
            .mapToLong(e -> e.at("/outputs/0/outputFacets/outputStatistics/rowCount").longValue())
            .sum();
    assertThat(rows).isEqualTo(tiny.table(spark, AccessTables.REGION_LEVEL).count());

    int closed;
    try (var socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    tiny.configure("openlineage { url = \"http://localhost:%d/\" }%n".formatted(closed));
    var down = tiny.command("run", SOME);
    assertThat(down.code()).as(down.out() + down.err()).isZero();
    assertThat(down.out()).containsOnlyOnce("could not be passed on");
    assertThat(tiny.table(spark, RunTables.FINDINGS).where("rule = 'openlineage_not_sent'").count())
        .isEqualTo(1);

    tiny.configure(
        "openlineage { url = \"http://localhost:%d/\", api_key_env = NO_SUCH_KEY }%n"
            .formatted(closed));
    assertThat(tiny.command("run", SOME).err()).contains("NO_SUCH_KEY is not set");
    tiny.configure("openlineage { url = \"marquez\", namespace = x, key = y }\n");
    assertThat(tiny.command("run").err())
        .contains("expected an address like http://", "openlineage.key: unknown key");
    tiny.configure("openlineage { }\n");
    assertThat(tiny.command("run").err()).contains("a file or a url is required");
  }
}
