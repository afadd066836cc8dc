package nl.peil.source.stored;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.CodecFactory.BytesCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;

/**
 * A data page as it will stand in the file; it waits in memory until the dictionary before it is
 * complete.
 *
 * @param rows rows in it
 * @param size bytes before compression
 * @param packed compressed bytes
 * @param statistics smallest, largest and nulls
 * @param encoding how its values are written
 */
record PackedPage(
    int rows, int size, BytesInput packed, Statistics<?> statistics, Encoding encoding) {

  static PackedPage of(
      int rows,
      BytesInput content,
      Statistics<?> statistics,
      Encoding encoding,
      BytesCompressor compressor)
      throws IOException {
    // The compressor uses its buffer again.
    return new PackedPage(
        rows,
        Math.toIntExact(content.size()),
        BytesInput.copy(compressor.compress(content)),
        statistics,
        encoding);
  }

  void write(ParquetFileWriter file) throws IOException {
    file.writeDataPage(
        rows, size, packed, statistics, rows, Encoding.BIT_PACKED, Encoding.RLE, encoding);
  }

  /** Smallest and largest, none when there is none. */
  static Statistics<?> statistics(ColumnDescriptor column) {
    return Statistics.createStats(column.getPrimitiveType());
  }
}
