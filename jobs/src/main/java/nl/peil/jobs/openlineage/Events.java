package nl.peil.jobs.openlineage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.peil.run.InputRef;
import nl.peil.run.PlannedSlice;
import nl.peil.run.SliceRecord;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;

/**
 * OpenLineage events, version 2-0-2 of the specification (https://openlineage.io/docs/spec): a run
 * of Peil is a run of the job {@code <configuration>}, a batch one of the job {@code
 * <configuration>.<table>} with the run of Peil as its parent.
 */
final class Events {

  private static final String SPEC = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/";
  private static final String FACETS = "https://openlineage.io/spec/facets/";

  private final ObjectMapper json = new ObjectMapper();
  private final DatasetNames names;
  private final String namespace;
  private final String job;
  private final String configFile;
  private final String version;

  /**
   * Events of a configuration.
   *
   * @param names names of files and tables
   * @param namespace namespace of the jobs
   * @param job name of the job of a whole run
   * @param configFile configuration file
   * @param version version of Peil
   */
  Events(DatasetNames names, String namespace, String job, String configFile, String version) {
    this.names = names;
    this.namespace = namespace;
    this.job = job;
    this.configFile = configFile;
    this.version = version;
  }

  /** A run of OpenLineage has a UUID: this one follows from the id of Peil. */
  static UUID uuid(String id) {
    return UUID.nameUUIDFromBytes(("peil/" + id).getBytes(StandardCharsets.UTF_8));
  }

  /** The whole run starts or ends. */
  String run(String runId, String type, String outcome, String message) {
    var event = event(type, uuid(runId), runId, job, "RUN");
    var facets = (ObjectNode) event.at("/run/facets");
    if (!outcome.isEmpty()) {
      ((ObjectNode) facets.get("peil")).put("outcome", outcome);
    }
    error(facets, type, message);
    event.putArray("inputs");
    event.putArray("outputs");
    return event.toString();
  }

  /** A batch starts or ends. */
  String batch(
      String runId,
      String type,
      List<PlannedSlice> batch,
      List<SliceRecord> written,
      String message) {
    var table = batch.get(0).table();
    var slices = batch.stream().map(planned -> planned.slice().id()).sorted().toList();
    var id = uuid(runId + "/" + table.name() + "/" + String.join(" ", slices));
    var event = event(type, id, runId, job + "." + table.name(), "TABLE");
    var facets = (ObjectNode) event.at("/run/facets");
    var parent =
        facet(facets, "parent", FACETS + "1-0-1/ParentRunFacet.json#/$defs/ParentRunFacet");
    parent.putObject("run").put("runId", uuid(runId).toString());
    parent.putObject("job").put("namespace", namespace).put("name", job);
    error(facets, type, message);
    var inputs = event.putArray("inputs");
    (written.isEmpty()
            ? batch.stream().map(planned -> planned.target().inputs())
            : written.stream().map(SliceRecord::inputs))
        .flatMap(List::stream)
        .collect(
            Collectors.groupingBy(
                input -> input.isFile() ? names.file(input) : names.table(input.tableName()),
                LinkedHashMap::new,
                Collectors.toList()))
        .forEach((name, refs) -> input(inputs, name, refs));
    output(event.putArray("outputs"), table, written);
    return event.toString();
  }

  private ObjectNode event(String type, UUID id, String runId, String jobName, String jobType) {
    var event = json.createObjectNode();
    event.put("eventType", type);
    event.put("eventTime", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    var run = event.putObject("run");
    run.put("runId", id.toString());
    var facets = run.putObject("facets");
    facet(facets, "peil", SPEC + "RunFacet").put("runId", runId).put("configuration", configFile);
    var what = event.putObject("job");
    what.put("namespace", namespace).put("name", jobName);
    facet(
            what.putObject("facets"),
            "jobType",
            FACETS + "2-0-3/JobTypeJobFacet.json#/$defs/JobTypeJobFacet")
        .put("processingType", "BATCH")
        .put("integration", "PEIL")
        .put("jobType", jobType);
    event.put("producer", producer());
    event.put("schemaURL", SPEC + "RunEvent");
    return event;
  }

  private String producer() {
    return "urn:peil:" + version;
  }

  private ObjectNode facet(ObjectNode facets, String name, String schema) {
    return facets.putObject(name).put("_producer", producer()).put("_schemaURL", schema);
  }

  private void error(ObjectNode facets, String type, String message) {
    if (!message.isEmpty() && !type.equals("COMPLETE")) {
      facet(
              facets,
              "errorMessage",
              FACETS + "1-0-1/ErrorMessageRunFacet.json#/$defs/ErrorMessageRunFacet")
          .put("message", message)
          .put("programmingLanguage", "JAVA");
    }
  }

  /** A file at its fingerprint; a table at the latest of the versions of its slices. */
  private void input(ArrayNode inputs, DatasetNames.Name name, List<InputRef> refs) {
    var dataset = inputs.addObject().put("namespace", name.namespace()).put("name", name.name());
    var facets = dataset.putObject("facets");
    var first = refs.get(0);
    if (first.isFile()) {
      version(facets, first.identity());
      return;
    }
    long latest = refs.stream().mapToLong(InputRef::deltaVersion).max().orElse(-1);
    if (latest >= 0) {
      version(facets, Long.toString(latest));
    }
    slices(facets, new TreeSet<>(refs.stream().map(InputRef::sliceId).toList()));
    Tables.all().stream()
        .filter(table -> table.name().equals(first.tableName()))
        .forEach(table -> schema(facets, table));
  }

  private void output(ArrayNode outputs, TableSpec table, List<SliceRecord> written) {
    var name = names.table(table.name());
    var dataset = outputs.addObject().put("namespace", name.namespace()).put("name", name.name());
    var facets = dataset.putObject("facets");
    schema(facets, table);
    if (written.isEmpty()) {
      return;
    }
    version(facets, Long.toString(written.get(0).deltaVersion()));
    slices(facets, new TreeSet<>(written.stream().map(SliceRecord::slice).toList()));
    facet(
            dataset.putObject("outputFacets"),
            "outputStatistics",
            FACETS
                + "1-0-2/OutputStatisticsOutputDatasetFacet.json#/$defs/OutputStatisticsOutputDatasetFacet")
        .put("rowCount", written.stream().mapToLong(SliceRecord::rowsWritten).sum());
  }

  private void version(ObjectNode facets, String text) {
    facet(
            facets,
            "version",
            FACETS + "1-0-1/DatasetVersionDatasetFacet.json#/$defs/DatasetVersionDatasetFacet")
        .put("datasetVersion", text);
  }

  private void slices(ObjectNode facets, TreeSet<String> slices) {
    var list = facet(facets, "peilSlices", SPEC + "DatasetFacet").putArray("slices");
    slices.forEach(list::add);
  }

  private void schema(ObjectNode facets, TableSpec table) {
    var fields =
        facet(facets, "schema", FACETS + "1-1-1/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet")
            .putArray("fields");
    table
        .columns()
        .forEach(
            column ->
                fields
                    .addObject()
                    .put("name", column.name())
                    .put("type", column.type().simpleString())
                    .put("description", column.comment()));
  }
}
