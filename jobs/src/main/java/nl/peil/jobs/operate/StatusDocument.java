package nl.peil.jobs.operate;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code status --json} tells, with names in snake_case. Within a version of the schema things
 * are added, never changed.
 */
public record StatusDocument(
    @JsonPropertyDescription("version of this document: 1") int schemaVersion,
    @JsonPropertyDescription("whether all is well") HealthLine health,
    @JsonPropertyDescription("when this was so, ISO 8601 in UTC") String checkedAt,
    @JsonPropertyDescription("version of Peil") String peilVersion,
    @JsonPropertyDescription("configuration file") String configFile,
    @JsonPropertyDescription("folder of the tables") String output,
    @JsonPropertyDescription(
            "the run that ended last: run_id, outcome, exit_code, message, ended_at, seconds and"
                + " last_success_at of its summary; null when there is none")
        @Nullable JsonNode lastRun,
    @JsonPropertyDescription("all tables that there can be, raw before derived")
        List<OfTable> tables,
    @JsonPropertyDescription(
            "slices that are stored but no longer in the delivery or configuration")
        List<String> kept,
    @JsonPropertyDescription("tables that somebody else changed, in words")
        List<String> changedByOthers) {

  /** The version of the schema. */
  public static final int SCHEMA_VERSION = 1;

  /** The health line. */
  public record HealthLine(
      @JsonPropertyDescription("ok, stale, failed, running or empty") String state,
      @JsonPropertyDescription("false when somebody has to do something: stale, failed, empty")
          boolean well,
      @JsonPropertyDescription("everything that is the case, the most urgent first")
          List<String> reasons) {

    /** The line of a state of health. */
    public static HealthLine of(Health health) {
      return new HealthLine(health.state().key(), health.well(), health.reasons());
    }
  }

  /** A table. */
  public record OfTable(
      @JsonPropertyDescription("name of the table") String table,
      @JsonPropertyDescription("rows, from the statistics in its log; null when not there")
          @Nullable Long rows,
      @JsonPropertyDescription("bytes of its files; null when not there") @Nullable Long bytes,
      @JsonPropertyDescription("version of the Delta table; null when not there")
          @Nullable Long version,
      @JsonPropertyDescription("slices that there are to be; 0 for Peil's own records") long slices,
      @JsonPropertyDescription("slices of those that are stale") long staleSlices,
      @JsonPropertyDescription("why, each reason once") List<String> staleBecause) {}
}
