package nl.peil.jobs.openlineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What version 2-0-2 of the OpenLineage specification asks of a run event. */
public final class EventRules {

  private static final Set<String> TYPES =
      Set.of("START", "RUNNING", "COMPLETE", "ABORT", "FAIL", "OTHER");

  private EventRules() {}

  /** Checks an event. */
  public static void check(JsonNode event) {
    assertThat(event.properties())
        .extracting(java.util.Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "eventType", "eventTime", "run", "job", "inputs", "outputs", "producer", "schemaURL");
    assertThat(event.path("eventType").textValue()).isIn(TYPES);
    assertThat(event.path("eventTime").textValue()).endsWith("Z");
    assertThat(Instant.parse(event.path("eventTime").textValue()))
        .isBetween(Instant.now().minusSeconds(3600), Instant.now().plusSeconds(1));
    uri(event.path("producer"));
    assertThat(event.path("schemaURL").textValue())
        .isEqualTo("https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent");

    var run = event.path("run");
    assertThat(UUID.fromString(run.path("runId").textValue())).isNotNull();
    facets(run.path("facets"));
    named(event.path("job"));
    for (var side : new String[] {"inputs", "outputs"}) {
      assertThat(event.path(side).isArray()).isTrue();
      for (var dataset : event.path(side)) {
        named(dataset);
        facets(dataset.path("outputFacets"));
        var version = dataset.path("facets").path("version");
        assertThat(version.isMissingNode() || version.path("datasetVersion").isTextual()).isTrue();
        for (var field : dataset.path("facets").path("schema").path("fields")) {
          text(field.path("name"));
        }
      }
    }
    var parent = run.path("facets").path("parent");
    if (!parent.isMissingNode()) {
      assertThat(UUID.fromString(parent.path("run").path("runId").textValue())).isNotNull();
      text(parent.path("job").path("namespace"));
      text(parent.path("job").path("name"));
    }
    var error = run.path("facets").path("errorMessage");
    if (!error.isMissingNode()) {
      text(error.path("message"));
      text(error.path("programmingLanguage"));
    }
  }

  private static void named(JsonNode thing) {
    text(thing.path("namespace"));
    text(thing.path("name"));
    facets(thing.path("facets"));
  }

  /** Every facet says who made it and what it looks like. */
  private static void facets(JsonNode facets) {
    facets.forEach(
        facet -> {
          uri(facet.path("_producer"));
          uri(facet.path("_schemaURL"));
        });
  }

  private static void text(JsonNode node) {
    assertThat(node.textValue()).isNotBlank();
  }

  private static void uri(JsonNode node) {
    text(node);
    assertThat(URI.create(node.textValue()).isAbsolute()).isTrue();
  }
}
