package nl.peil.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The tables in which runs write down what they did and found. */
public final class RunTables {

  private RunTables() {}

  /** Runs. */
  public static final TableSpec RUNS =
      TableSpec.named(
              "runs",
              "run",
              "The run log: what was asked, with which code and configuration, and how it ended")
          .columns(
              Column.of("run_id", StringType, "run, sorts by time"),
              Column.of("started_at", TimestampType, "start, UTC"),
              Column.of("finished_at", TimestampType, "end, UTC"),
              Column.of("outcome", StringType, "done, failed, rejected or interrupted"),
              Column.of("message", StringType, "why it failed; empty when it did not"),
              Column.of("code_version", StringType, "version of Peil"),
              Column.of("config_file", StringType, "configuration file"),
              Column.of("config", StringType, "the configuration as it was used, JSON"),
              Column.of("slices_written", LongType, "slices written"),
              Column.of("slices_fresh", LongType, "slices that were up to date"),
              Column.of("rows_written", LongType, "rows written"),
              Column.of("seconds", DoubleType, "seconds from start to end"))
          .keyedBy("run_id")
          .build();

  /** Lineage. */
  public static final TableSpec LINEAGE =
      TableSpec.named(
              "lineage",
              "slice written",
              "What every slice was made from; the plan compares it with what is there now")
          .columns(
              Column.of("run_id", StringType, "run that wrote the slice"),
              Column.of("table_name", StringType, "table"),
              Column.of("slice", StringType, "slice, e.g. scenario=basis/year=2022"),
              Column.of(
                  "identity",
                  StringType,
                  "hash over everything the slice was made from; empty when a run found it gone or changed by others"),
              Column.of(
                  "inputs",
                  DataTypes.createArrayType(
                      new StructType(
                          new StructField[] {
                            field("kind", StringType),
                            field("name", StringType),
                            field("identity", StringType),
                            field("size", LongType),
                            field("modified", LongType),
                            field("delta_version", LongType)
                          })),
                  "files (sha256, size, time) and slices of tables (identity, Delta version) it was made from"),
              Column.of("code_version", StringType, "hash of the classes that made it"),
              Column.of("settings", StringType, "the part of the configuration that it depends on"),
              Column.of("delta_version", LongType, "version of the table after this write"),
              Column.of("rows_read", LongType, "rows read from files; 0 for derived tables"),
              Column.of("rows_loaded", LongType, "rows of files that went into the slice"),
              Column.of(
                  "rows_left_out",
                  LongType,
                  "rows read but not stored because they say so: unreachable pairs, rows not selected"),
              Column.of(
                  "rows_quarantined",
                  LongType,
                  "rows set aside; read = loaded + left out + quarantined"),
              Column.of("rows_written", LongType, "rows of the slice in the table"),
              Column.of("seconds", DoubleType, "seconds for the write that this slice was part of"),
              Column.of("written_at", TimestampType, "end of the write, UTC"))
          .keyedBy("run_id", "table_name", "slice", "identity")
          .build();

  /** Findings. */
  public static final TableSpec FINDINGS =
      TableSpec.named(
              "findings",
              "finding",
              "What a reader should know about the data: rejections, quarantine, warnings")
          .columns(
              Column.of("run_id", StringType, "run that met it"),
              Column.of("severity", StringType, "info, warn, quarantine or reject"),
              Column.of("rule", StringType, "rule, snake_case"),
              Column.of("table_name", StringType, "table that the data was meant for"),
              Column.of("slice", StringType, "slice that the data was meant for"),
              Column.of("file", StringType, "file in the delivery; empty when none"),
              Column.of("line", LongType, "first line concerned, from 1; 0 when none"),
              Column.of("count", LongType, "how many rows, zones, cells or persons"),
              Column.of("message", StringType, "what was expected and what came"),
              Column.of("advice", StringType, "what to do"))
          .build();

  /** Quarantine. */
  public static final TableSpec QUARANTINE =
      TableSpec.named(
              "quarantine", "row set aside", "Rows that broke a rule, as they stood in the file")
          .columns(
              Column.of("run_id", StringType, "run that set it aside"),
              Column.of("table_name", StringType, "table that the row was meant for"),
              Column.of("file", StringType, "file in the delivery"),
              Column.of("line", LongType, "line from 1, header included"),
              Column.of("rule", StringType, "rule, snake_case"),
              Column.of("raw", StringType, "the row as it stood, at most 1,000 characters"))
          .build();

  /** Published runs. */
  public static final TableSpec PUBLISHED =
      TableSpec.named(
              "published",
              "tag x table",
              "States of all tables that were published under a tag, and stay readable until it is withdrawn")
          .columns(
              Column.of("tag", StringType, "name of the publication, e.g. 2026-Q4"),
              Column.of("run_id", StringType, "run after which the tables are meant"),
              Column.of("published_at", TimestampType, "when the tag was given, UTC"),
              Column.of("note", StringType, "what is to be said of it; may be empty"),
              Column.of("table_name", StringType, "table"),
              Column.of(
                      "delta_version",
                      LongType,
                      "version of the Delta table; null for tables that only grow (runs, lineage, findings, quarantine): of those the rows up to the run")
                  .orNull())
          .slicedBy("tag")
          .keyedBy("tag", "table_name")
          .build();

  /** Tables that only grow and say in every row of which run it is. */
  public static boolean onlyGrows(TableSpec table) {
    return List.of(RUNS, LINEAGE, FINDINGS, QUARANTINE).contains(table);
  }

  private static StructField field(String name, DataType type) {
    return new StructField(name, type, true, Metadata.empty());
  }
}
