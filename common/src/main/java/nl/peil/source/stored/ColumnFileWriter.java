package nl.peil.source.stored;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.CodecFactory.BytesCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * Writes Parquet files from whole columns in arrays: a row group each, packed with Snappy. Spark's
 * writer takes a row at a time and looks every number up by hashing; here numbers are written as
 * they are, and only text goes through a dictionary.
 */
public final class ColumnFileWriter implements Closeable {

  private final Configuration hadoop;
  private final CodecFactory codecs;
  private final BytesCompressor compressor;
  private final ArrayColumn.Buffers buffers = new ArrayColumn.Buffers();

  /** Gets ready; nothing is written yet. */
  public ColumnFileWriter(Configuration hadoop) {
    this.hadoop = hadoop;
    this.codecs = new CodecFactory(hadoop, ParquetProperties.DEFAULT_PAGE_SIZE);
    this.compressor = codecs.getCompressor(CompressionCodecName.SNAPPY);
  }

  /**
   * Writes a file. One that cannot be finished is taken away.
   *
   * @param path where; nothing is there yet
   * @param rows rows, 1 or more
   * @param columns by name, in order: {@code String[]} or {@code Boolean[]}, null for null, {@code
   *     int[]}, {@code long[]}, or {@code double[]}, NaN for null; each with as many values
   * @return bytes of the file
   * @throws IllegalArgumentException when a column is not as described
   */
  public long write(Path path, int rows, Map<String, Object> columns) throws IOException {
    var fields = new ArrayList<Type>();
    columns.forEach((name, values) -> fields.add(field(name, values)));
    var schema = new MessageType("rows", fields);
    boolean finished = false;
    var file =
        new ParquetFileWriter(
            HadoopOutputFile.fromPath(path, hadoop),
            schema,
            ParquetFileWriter.Mode.CREATE,
            Long.MAX_VALUE,
            0,
            ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
            ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH,
            true);
    try {
      file.start();
      file.startBlock(rows);
      var arrays = List.copyOf(columns.values());
      for (int i = 0; i < arrays.size(); i++) {
        ArrayColumn.of(schema.getColumns().get(i), arrays.get(i), rows, buffers)
            .write(file, compressor);
      }
      file.endBlock();
      file.end(Map.of());
      finished = true;
    } finally {
      if (!finished) {
        file.close();
        path.getFileSystem(hadoop).delete(path, false);
      }
    }
    return path.getFileSystem(hadoop).getFileStatus(path).getLen();
  }

  private static Type field(String name, Object values) {
    if (values instanceof String[]) {
      return Types.optional(PrimitiveTypeName.BINARY)
          .as(LogicalTypeAnnotation.stringType())
          .named(name);
    }
    if (values instanceof Boolean[]) {
      return Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
    }
    if (values instanceof int[]) {
      return Types.optional(PrimitiveTypeName.INT32).named(name);
    }
    if (values instanceof long[]) {
      return Types.optional(PrimitiveTypeName.INT64).named(name);
    }
    if (values instanceof double[]) {
      return Types.optional(PrimitiveTypeName.DOUBLE).named(name);
    }
    throw new IllegalArgumentException(
        "column %s: expected String[], Boolean[], int[], long[] or double[], got %s"
            .formatted(name, values.getClass().getSimpleName()));
  }

  @Override
  public void close() {
    codecs.release();
  }
}
