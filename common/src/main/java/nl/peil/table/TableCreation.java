package nl.peil.table;

import io.delta.tables.DeltaTable;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Makes a table as it is declared, or brings one that an earlier version of Peil made up to date.
 *
 * @param spark session
 * @param table the declaration
 * @param folder folder of the table
 */
record TableCreation(SparkSession spark, TableSpec table, String folder) {

  private static final String CHECKPOINT_INTERVAL = "50";

  /** See {@link DeltaStore#create}. */
  void run(boolean there) {
    if (there) {
      addNewColumns();
      return;
    }
    var builder =
        DeltaTable.createIfNotExists(spark)
            .location(folder)
            .comment(table.comment())
            .addColumns(table.schema())
            .property("delta.enableDeletionVectors", "false")
            // A run commits many times, and reads the sum of the log: no need to sum it up at each
            // tenth
            .property("delta.checkpointInterval", CHECKPOINT_INTERVAL)
            .property("delta.dataSkippingStatsColumns", String.join(",", table.statistics()));
    for (var constraint : table.constraints().entrySet()) {
      builder = builder.property("delta.constraints." + constraint.getKey(), constraint.getValue());
    }
    if (!table.partitionBy().isEmpty()) {
      builder = builder.partitionedBy(table.partitionBy().toArray(String[]::new));
    }
    builder.execute();
  }

  private void addNewColumns() {
    var stored = TableLog.now(spark, folder).snapshot().metadata();
    var divided = CollectionConverters.asJava(stored.partitionColumns());
    if (!divided.equals(table.partitionBy())) {
      throw new IllegalStateException(
          "table %s in %s was made by another version of Peil: expected files divided by %s, but they are divided by %s; move or delete this folder, and the next run makes the table anew"
              .formatted(table, folder, table.partitionBy(), divided));
    }
    var present = new HashSet<>(List.of(stored.schema().fieldNames()));
    var missing =
        table.columns().stream().filter(column -> !present.contains(column.name())).toList();
    if (missing.isEmpty()) {
      return;
    }
    var alter = "ALTER TABLE delta.`" + folder + "` ";
    spark.sql(
        missing.stream()
            .map(
                column ->
                    "`%s` %s COMMENT %s"
                        .formatted(
                            column.name(), column.type().sql(), Column.quoted(column.comment())))
            .collect(Collectors.joining(", ", alter + "ADD COLUMNS (", ")")));
    var constraints = table.constraints();
    for (var column : missing) {
      var name = column.name() + "_valid";
      var constraint = constraints.get(name);
      // A column that must be filled stays unchecked: the rows already there cannot have it
      if (constraint != null && column.nullable()) {
        spark.sql(alter + "ADD CONSTRAINT `" + name + "` CHECK (" + constraint + ")");
      }
    }
  }
}
