package nl.peil.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.peil.quality.RejectedFileException;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * A small table in Parquet, read whole. Values become text as they would stand in a CSV file, so
 * that the same rules hold for them; a null is an empty field.
 *
 * @param rows rows in the order of the file
 */
public record ParquetTable(List<CsvRow> rows) implements RowTable {

  /** True when a file is named as Parquet. */
  public static boolean names(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".parquet");
  }

  /**
   * Reads a table whole.
   *
   * @param file the file
   * @param table table that the rows are meant for, for messages
   * @param columns for each column wanted: the name for the caller, and its name in the file; all
   *     must be there
   * @throws RejectedFileException when the file is broken or lacks a column
   */
  public static ParquetTable read(
      SparkSession spark, FoundFile file, String table, Map<String, String> columns)
      throws RejectedFileException {
    try {
      var data = spark.read().parquet(PathPattern.escape(file.uri()));
      var header = List.of(data.columns());
      var positions =
          new HeaderRow(header, 0, String.join(",", header))
              .positions(file.path(), table, columns, Set.of(), "map the columns under 'columns'");
      var wanted = new ArrayList<Column>();
      wanted.add(functions.col("_metadata.row_index"));
      positions.values().forEach(at -> wanted.add(data.col("`" + header.get(at) + "`")));
      var rows = new ArrayList<CsvRow>();
      for (var row :
          data.select(wanted.toArray(Column[]::new)).orderBy("row_index").collectAsList()) {
        rows.add(row(row, List.copyOf(positions.keySet())));
      }
      return new ParquetTable(List.copyOf(rows));
    } catch (Exception e) {
      if (e instanceof RejectedFileException rejected) {
        throw rejected;
      }
      // Spark does not declare what it throws of a file that is cut off or no Parquet at all
      if (e instanceof SparkException || e instanceof org.apache.spark.sql.AnalysisException) {
        throw new RejectedFileException(
            "broken_parquet",
            table,
            file.path(),
            0,
            "expected a whole Parquet file: " + firstLine(e),
            "transfer the file again, or give it the name of what it is");
      }
      throw e;
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static CsvRow row(Row row, List<String> names) {
    var fields = new HashMap<String, String>();
    var raw = new ArrayList<String>();
    for (int i = 0; i < names.size(); i++) {
      var value = row.isNullAt(i + 1) ? "" : String.valueOf(row.get(i + 1));
      fields.put(names.get(i), value);
      raw.add(value);
    }
    return new CsvRow(row.getLong(0) + 1, fields, String.join(",", raw), false);
  }
}
