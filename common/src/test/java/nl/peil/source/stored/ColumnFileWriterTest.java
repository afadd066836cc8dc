package nl.peil.source.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnFileWriterTest {

  @TempDir Path folder;

  private final Configuration hadoop = new Configuration();

  private org.apache.hadoop.fs.Path path(String name) {
    return new org.apache.hadoop.fs.Path(folder.resolve(name).toUri());
  }

  private static Map<String, Object> columns(int rows) {
    var columns = new LinkedHashMap<String, Object>();
    columns.put("run", text(rows, i -> "café " + i / 1000));
    columns.put("turn", text(rows, i -> "R" + i % 21));
    columns.put("some", text(rows, i -> i % 4 == 0 ? null : "S" + i % 3));
    columns.put("silent", text(rows, i -> null));
    columns.put(
        "fact",
        IntStream.range(0, rows)
            .mapToObj(i -> i % 3 == 1 ? null : i % 5 < 2)
            .toArray(Boolean[]::new));
    columns.put("zone", IntStream.range(0, rows).map(i -> 1000 + i % 4067).toArray());
    columns.put("count", IntStream.range(0, rows).mapToLong(i -> i * 3_000_000_000L).toArray());
    columns.put("every", numbers(rows, i -> Math.sqrt(i)));
    columns.put("gaps", numbers(rows, i -> i % 3 == 0 ? Double.NaN : Math.sqrt(i)));
    columns.put("few", numbers(rows, i -> i % 5 == 0 ? Double.NaN : i % 7));
    columns.put("late", numbers(rows, i -> i < rows / 8 ? Math.sqrt(i) : i % 9));
    columns.put("zeros", numbers(rows, i -> i % 2 == 0 ? 0.0 : -0.0));
    columns.put("none", numbers(rows, i -> Double.NaN));
    return columns;
  }

  private static String[] text(int rows, IntFunction<String> of) {
    return IntStream.range(0, rows).mapToObj(of).toArray(String[]::new);
  }

  private static double[] numbers(int rows, IntToDoubleFunction of) {
    return IntStream.range(0, rows).mapToDouble(of).toArray();
  }

  /** More rows than a page has, too. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100, 70_001})
  void everyReaderFindsWhatWasWritten(int rows) throws IOException {
    var columns = columns(rows);
    try (var writer = new ColumnFileWriter(hadoop)) {
      long bytes = writer.write(path("rows.parquet"), rows, columns);
      assertThat(bytes).isEqualTo(Files.size(folder.resolve("rows.parquet")));
    }
    try (var reader =
        ParquetReader.builder(new GroupReadSupport(), path("rows.parquet"))
            .withConf(hadoop)
            .build()) {
      for (int row = 0; row < rows; row++) {
        var read = reader.read();
        assertThat(read).as("row %d", row).isNotNull();
        for (var column : columns.entrySet()) {
          assertThat(value(read, column.getKey()))
              .as("%s of row %d", column.getKey(), row)
              .isEqualTo(expected(column.getValue(), row));
        }
      }
      assertThat(reader.read()).isNull();
    }
  }

  private static Object value(Group row, String column) {
    if (row.getFieldRepetitionCount(column) == 0) {
      return "null";
    }
    return switch (row.getType().getType(column).asPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> row.getString(column, 0);
      case BOOLEAN -> row.getBoolean(column, 0);
      case INT32 -> row.getInteger(column, 0);
      case INT64 -> row.getLong(column, 0);
      default -> row.getDouble(column, 0);
    };
  }

  private static Object expected(Object values, int row) {
    if (values instanceof double[] numbers) {
      return Double.isNaN(numbers[row]) ? "null" : (Object) numbers[row];
    }
    if (values instanceof Object[] objects) {
      return objects[row] == null ? "null" : objects[row];
    }
    return Array.get(values, row);
  }

  @Test
  void tellsExtremesAndNullsAndKeepsADictionaryWhereValuesRepeat() throws IOException {
    try (var writer = new ColumnFileWriter(hadoop)) {
      writer.write(path("rows.parquet"), 7000, columns(7000));
    }
    try (var reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(path("rows.parquet"), hadoop))) {
      var chunks = reader.getFooter().getBlocks().get(0).getColumns();
      for (var chunk : chunks) {
        var name = chunk.getPath().toDotString();
        var statistics = chunk.getStatistics();
        switch (name) {
          case "run" -> {
            assertThat(statistics.minAsString()).isEqualTo("café 0");
            assertThat(statistics.maxAsString()).isEqualTo("café 6");
          }
          case "gaps" -> {
            assertThat(statistics.getNumNulls()).isEqualTo(2334);
            assertThat(statistics.genericGetMin()).isEqualTo(1.0);
            assertThat(statistics.genericGetMax()).isEqualTo(Math.sqrt(6998));
          }
          case "few" -> {
            assertThat(statistics.getNumNulls()).isEqualTo(1400);
            assertThat(statistics.genericGetMin()).isEqualTo(-0.0);
            assertThat(statistics.genericGetMax()).isEqualTo(6.0);
          }
          case "some" -> {
            assertThat(statistics.getNumNulls()).isEqualTo(1750);
            assertThat(statistics.minAsString()).isEqualTo("S0");
            assertThat(statistics.maxAsString()).isEqualTo("S2");
          }
          case "fact" -> {
            assertThat(statistics.getNumNulls()).isEqualTo(2333);
            assertThat(statistics.genericGetMin()).isEqualTo(false);
            assertThat(statistics.genericGetMax()).isEqualTo(true);
          }
          case "zone" -> {
            assertThat(statistics.getNumNulls()).isZero();
            assertThat(statistics.genericGetMin()).isEqualTo(1000);
            assertThat(statistics.genericGetMax()).isEqualTo(5066);
          }
          case "none", "silent" -> assertThat(statistics.getNumNulls()).isEqualTo(7000);
          default -> assertThat(statistics.getNumNulls()).isZero();
        }
        assertThat(chunk.getEncodings().contains(Encoding.RLE_DICTIONARY))
            .as(name)
            .isEqualTo(Arrays.asList("run", "turn", "some", "few", "late", "zeros").contains(name));
      }
    }
  }

  @Test
  void refusesColumnsThatDoNotFitAndLeavesNoFile() throws IOException {
    try (var writer = new ColumnFileWriter(hadoop)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> writer.write(path("a"), 2, Map.of("x", new double[] {1})))
          .withMessageContainingAll("column x", "got 1 for 2");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> writer.write(path("b"), 1, Map.of("x", new float[] {1})))
          .withMessageContainingAll("column x", "float[]");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> writer.write(path("c"), 0, Map.of("x", new double[0])));
    }
    assertThat(folder.resolve("a")).doesNotExist();
    assertThat(folder.resolve("b")).doesNotExist();
    assertThat(folder.resolve("c")).doesNotExist();
  }
}
