package nl.peil;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Compares datasets with spark-testing-base. Only its assertions are used: the session is that of
 * {@link SparkExtension}, its own is never started.
 */
public final class DatasetAssertions extends JavaDatasetSuiteBase {

  private static final long serialVersionUID = 1L;

  private DatasetAssertions() {}

  /**
   * Both have the same columns and the same rows, as often; the order of rows does not matter.
   *
   * @throws AssertionError when they differ; the message shows rows
   */
  public static void assertSameRows(Dataset<Row> expected, Dataset<Row> actual) {
    if (!Arrays.equals(expected.columns(), actual.columns())) {
      throw new AssertionError(
          "expected the columns "
              + Arrays.toString(expected.columns())
              + ", got "
              + Arrays.toString(actual.columns()));
    }
    new DatasetAssertions().assertDatasetEquals(sorted(expected), sorted(actual));
  }

  private static Dataset<Row> sorted(Dataset<Row> rows) {
    return rows.coalesce(1)
        .sortWithinPartitions(
            Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new));
  }
}
