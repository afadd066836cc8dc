package nl.peil.jobs.openlineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.peil.run.FileRows;
import nl.peil.run.Fingerprint;
import nl.peil.run.InputRef;
import nl.peil.run.PlannedSlice;
import nl.peil.run.SliceRecord;
import nl.peil.run.Target;
import nl.peil.table.AccessTables;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.junit.jupiter.api.Test;

class OpenLineageTest {

  private static final String RUN = "20261120T100000-abcdef";
  private static final Slice SLICE =
      Slice.of("scenario", "basis", "year", "2022", "layout", "gemeente");

  private final ObjectMapper json = new ObjectMapper();
  private final List<String> sent = new ArrayList<>();

  private static Events events(String output) {
    return new Events(
        new DatasetNames("file:/data/in", output, List.of(Path.of("/etc/peil/norms.csv"))),
        "zorg",
        "regio",
        "conf/regio.conf",
        "0.1.0");
  }

  private static PlannedSlice planned() {
    var inputs =
        List.of(
            InputRef.file(new Fingerprint("regio/a.csv", 5, 1, "a1")),
            InputRef.file(new Fingerprint("configuration: norms.csv", 5, 1, "n1")),
            InputRef.slice(InputTables.ZONES, Slice.ALL, "z", 3),
            InputRef.slice(AccessTables.ACCESSIBILITY_LEVEL, SLICE, "l", 7),
            InputRef.slice(AccessTables.ACCESSIBILITY_LEVEL, Slice.of("scenario", "hoog"), "m", 8));
    return new PlannedSlice(
        AccessTables.REGION_LEVEL, SLICE, new Target(SLICE, inputs, "", "c"), List.of("new"));
  }

  private static SliceRecord written() {
    return new SliceRecord(
        RUN,
        "region_level",
        SLICE.id(),
        "id",
        planned().target().inputs(),
        "c",
        "",
        9,
        FileRows.NONE,
        480,
        1,
        1);
  }

  private List<JsonNode> read() throws IOException {
    var events = new ArrayList<JsonNode>();
    for (var line : sent) {
      events.add(json.readTree(line));
    }
    events.forEach(EventRules::check);
    return events;
  }

  @Test
  void aBatchHasItsInputsItsOutputAndTheRunAsItsParent() throws IOException {
    var lineage = new OpenLineage(events("s3a://bucket/tables"), List.of(sent::add));
    lineage.runStarted(RUN);
    lineage.batchStarted(RUN, List.of(planned()));
    lineage.batchEnded(RUN, List.of(planned()), List.of(written()));
    lineage.runEnded(RUN, "done", "");

    var events = read();
    assertThat(events)
        .extracting(event -> event.path("eventType").textValue())
        .containsExactly("START", "START", "COMPLETE", "COMPLETE");
    assertThat(events)
        .extracting(event -> event.at("/job/name").textValue())
        .containsExactly("regio", "regio.region_level", "regio.region_level", "regio");
    var run = events.get(0).at("/run/runId").textValue();
    assertThat(events.get(3).at("/run/runId").textValue()).isEqualTo(run);
    assertThat(events.get(1).at("/run/runId")).isEqualTo(events.get(2).at("/run/runId"));
    assertThat(events.get(2).at("/run/facets/parent/run/runId").textValue())
        .isEqualTo(run)
        .isNotEqualTo(events.get(2).at("/run/runId").textValue());
    assertThat(events)
        .allMatch(event -> event.at("/run/facets/peil/runId").textValue().equals(RUN));

    var batch = events.get(2);
    assertThat(batch.path("inputs"))
        .extracting(
            input ->
                input.path("namespace").textValue()
                    + " "
                    + input.path("name").textValue()
                    + " "
                    + input.at("/facets/version/datasetVersion").textValue())
        .containsExactlyInAnyOrder(
            "file /data/in/regio/a.csv a1",
            "file /etc/peil/norms.csv n1",
            "s3://bucket tables/zones 3",
            "s3://bucket tables/accessibility_level 8");
    var output = batch.path("outputs").get(0);
    assertThat(output.path("name").textValue()).isEqualTo("tables/region_level");
    assertThat(output.at("/facets/version/datasetVersion").textValue()).isEqualTo("9");
    assertThat(output.at("/outputFacets/outputStatistics/rowCount").longValue()).isEqualTo(480);
    assertThat(output.at("/facets/schema/fields"))
        .hasSize(AccessTables.REGION_LEVEL.columns().size());
    assertThat(output.at("/facets/schema/fields/0/type").textValue()).isEqualTo("string");
  }

  @Test
  void whatGoesWrongIsAFailureWithItsMessage() throws IOException {
    var lineage = new OpenLineage(events("file:/out"), List.of(sent::add));
    lineage.batchFailed(RUN, List.of(planned()), new IOException("disk full"));
    lineage.batchEnded(RUN, List.of(planned()), List.of());
    lineage.runEnded(RUN, "failed", "disk full");
    lineage.runEnded(RUN, "interrupted", "stopped");
    lineage.runEnded(RUN, "rejected", "1 files rejected");
    var events = read();
    assertThat(events)
        .extracting(event -> event.path("eventType").textValue())
        .containsExactly("FAIL", "FAIL", "FAIL", "ABORT", "COMPLETE");
    assertThat(events)
        .extracting(event -> event.at("/run/facets/errorMessage/message").textValue())
        .containsExactly(
            "disk full", "every file was rejected; see findings", "disk full", "stopped", null);
    assertThat(events.get(4).at("/run/facets/peil/outcome").textValue()).isEqualTo("rejected");
    assertThat(events.get(0).at("/outputs/0/facets/version").isMissingNode()).isTrue();
  }

  @Test
  void aSinkThatFailsIsTriedOnceAndTheOtherGoesOn() {
    var tries = new ArrayList<String>();
    EventSink broken =
        event -> {
          tries.add(event);
          throw new IOException("connection refused");
        };
    var lineage = new OpenLineage(events("hdfs://node:9000/out"), List.of(broken, sent::add));
    lineage.runStarted(RUN);
    assertThat(lineage.problem())
        .hasValueSatisfying(
            finding -> assertThat(finding.message()).contains("connection refused"));
    lineage.batchStarted(RUN, List.of(planned()));
    lineage.runEnded(RUN, "done", "");
    assertThat(tries).hasSize(1);
    assertThat(sent).hasSize(3);
    assertThat(sent.get(1))
        .contains("\"namespace\":\"hdfs://node:9000\",\"name\":\"/out/region_level\"");
  }
}
