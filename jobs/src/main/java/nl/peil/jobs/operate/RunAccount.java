package nl.peil.jobs.operate;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The summary of a run for machines, as it stands in a JSON file with names in snake_case. The
 * descriptions are the reference; within a version of the schema things are added, never changed.
 */
@JsonPropertyOrder({"schema_version"})
public record RunAccount(
    @JsonPropertyDescription("version of this document: 1") int schemaVersion,
    @JsonPropertyDescription(
            "id of the run, as in the table runs; null when nothing had to be made or the run ended"
                + " before it began to write")
        @Nullable String runId,
    @JsonPropertyDescription("version of Peil") String peilVersion,
    @JsonPropertyDescription("configuration file") String configFile,
    @JsonPropertyDescription("folder of the delivery; null when the configuration is wrong")
        @Nullable String input,
    @JsonPropertyDescription("folder of the tables; null when the configuration is wrong")
        @Nullable String output,
    @JsonPropertyDescription("when the program began, ISO 8601 in UTC") String startedAt,
    @JsonPropertyDescription("when it ended, ISO 8601 in UTC") String endedAt,
    @JsonPropertyDescription("seconds from start to end") double seconds,
    @JsonPropertyDescription(
            "done, unchanged (nothing was stale), rejected (done but for the files that were"
                + " rejected), failed, interrupted, or refused (another command had the output)")
        String outcome,
    @JsonPropertyDescription("exit code of the program") int exitCode,
    @JsonPropertyDescription("what went wrong; empty when all is well") String message,
    @JsonPropertyDescription(
            "when a run into this output last ended with exit code 0, this one included; null when"
                + " none did since summaries are written")
        @Nullable String lastSuccessAt,
    @JsonPropertyDescription("all slices together") Slices slices,
    @JsonPropertyDescription("rows written, all tables together") long rowsWritten,
    @JsonPropertyDescription(
            "every table that the plan has slices of, in the order in which they are made; none"
                + " when the run ended before it had a plan")
        List<OfTable> tables,
    @JsonPropertyDescription("what was done, in the order in which it ended") List<Step> steps,
    @JsonPropertyDescription("findings of the run by severity") Findings findings,
    @JsonPropertyDescription("files that could not be used at all") List<Rejected> rejectedFiles) {

  /** The version of the schema. */
  public static final int SCHEMA_VERSION = 1;

  /** Counts of slices. */
  public record Slices(
      @JsonPropertyDescription("slices that there are to be") long planned,
      @JsonPropertyDescription("slices that were stale at the start") long stale,
      @JsonPropertyDescription("slices that were written") long written,
      @JsonPropertyDescription(
              "slices that are still stale: rejected, not asked for (--only), or not reached")
          long leftStale,
      @JsonPropertyDescription(
              "slices that are stored but no longer in the delivery or configuration")
          long kept) {

    static final Slices NONE = new Slices(0, 0, 0, 0, 0);
  }

  /** A table. */
  public record OfTable(
      @JsonPropertyDescription("name of the table") String table,
      @JsonPropertyDescription("as above, of this table") Slices slices,
      @JsonPropertyDescription("why slices were stale, with how many of them")
          List<Reason> staleBecause,
      @JsonPropertyDescription("rows that were written") long rowsWritten,
      @JsonPropertyDescription("rows read from files for it") long rowsRead,
      @JsonPropertyDescription("rows that broke a rule and were set aside") long rowsQuarantined,
      @JsonPropertyDescription("rows of the table after the run") long rows,
      @JsonPropertyDescription(
              "seconds of its steps together; tables that were made side by side count each in"
                  + " full")
          double seconds) {}

  /** Why slices were stale. */
  public record Reason(
      @JsonPropertyDescription("the reason, as the plan says it") String reason,
      @JsonPropertyDescription("slices that were stale for it") long slices) {}

  /** A step: one or more slices of a table that were made together. */
  public record Step(
      @JsonPropertyDescription("name of the table") String table,
      @JsonPropertyDescription("the slices, e.g. scenario=basis/year=2022") List<String> slices,
      @JsonPropertyDescription("written, rejected or failed") String outcome,
      @JsonPropertyDescription("when it began, ISO 8601 in UTC") String startedAt,
      @JsonPropertyDescription("seconds it took") double seconds,
      @JsonPropertyDescription("rows written") long rows,
      @JsonPropertyDescription("what went wrong; empty when all is well") String message) {}

  /** Findings by severity. */
  public record Findings(
      @JsonPropertyDescription("good to know") long info,
      @JsonPropertyDescription("used, and a reader should know this about it") long warn,
      @JsonPropertyDescription("rows of a file that were set aside under one rule") long quarantine,
      @JsonPropertyDescription("a file that was not used") long reject) {}

  /** A file that could not be used. */
  public record Rejected(
      @JsonPropertyDescription("file in the delivery; empty when it is about no single file")
          String file,
      @JsonPropertyDescription("first line concerned, from 1; 0 when none") long line,
      @JsonPropertyDescription("table that it was meant for") String table,
      @JsonPropertyDescription("rule that it broke") String rule,
      @JsonPropertyDescription("what was expected and what came") String message,
      @JsonPropertyDescription("what to do") String advice) {}
}
