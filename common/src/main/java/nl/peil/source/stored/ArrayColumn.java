package nl.peil.source.stored;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;
import org.apache.parquet.hadoop.CodecFactory.BytesCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file, from an array: pages of numbers as they are, or of places in a dictionary.
 */
abstract class ArrayColumn {

  /** Rows in a page. */
  private static final int PAGE = 1 << 15;

  final Buffers buffers;
  private final ColumnDescriptor column;
  private final int rows;

  /** Room that columns and files use one after the other. */
  static final class Buffers {
    final IndexEncoder values = new IndexEncoder();
    private final IndexEncoder levels = new IndexEncoder();
    final int[] numbers = new int[PAGE + 8];
    private final ByteBuffer bytes =
        ByteBuffer.allocate(PAGE * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  ArrayColumn(ColumnDescriptor column, int rows, Buffers buffers) {
    this.column = column;
    this.rows = rows;
    this.buffers = buffers;
  }

  /**
   * A column of an array.
   *
   * @throws IllegalArgumentException when it does not have a value for each row
   */
  static ArrayColumn of(ColumnDescriptor column, Object values, int rows, Buffers buffers) {
    int length = java.lang.reflect.Array.getLength(values);
    if (length != rows || rows == 0) {
      throw new IllegalArgumentException(
          "column %s: expected a value for each row and some rows, got %d for %d"
              .formatted(column.getPath()[0], length, rows));
    }
    if (values instanceof String[] texts) {
      var indexed = IndexedColumn.ofTexts(column, texts, buffers);
      return indexed == null ? new Nothing(column, rows, buffers) : indexed;
    }
    if (values instanceof Boolean[] facts) {
      return new Booleans(column, facts, buffers);
    }
    if (values instanceof int[] numbers) {
      return new Ints(column, numbers, buffers);
    }
    if (values instanceof long[] numbers) {
      return new Longs(column, numbers, buffers);
    }
    var doubles = (double[]) values;
    var few = IndexedColumn.ofFew(column, doubles, buffers);
    return few == null ? new Doubles(column, doubles, buffers) : few;
  }

  /** Writes it as the next column of a row group. */
  final void write(ParquetFileWriter file, BytesCompressor compressor) throws IOException {
    file.startColumn(column, rows, compressor.getCodecName());
    writeDictionary(file, compressor);
    for (int from = 0; from < rows; from += PAGE) {
      int to = Math.min(rows, from + PAGE);
      var statistics = PackedPage.statistics(column);
      var values = page(from, to, statistics);
      Arrays.fill(buffers.numbers, 0, to - from, 1);
      markNulls(from, to, buffers.numbers);
      var content = BytesInput.concat(buffers.levels.levels(buffers.numbers, to - from), values);
      file.writeDataPage(
          to - from,
          Math.toIntExact(content.size()),
          compressor.compress(content),
          statistics,
          to - from,
          Encoding.BIT_PACKED,
          Encoding.RLE,
          encoding());
    }
    file.endColumn();
  }

  abstract Encoding encoding();

  /** The values of some rows; nothing for those that are null. */
  abstract BytesInput page(int from, int to, Statistics<?> statistics);

  /** Sets 0 for rows that are null. */
  void markNulls(int from, int to, int[] there) {}

  void writeDictionary(ParquetFileWriter file, BytesCompressor compressor) throws IOException {}

  private static final class Doubles extends ArrayColumn {
    private final double[] values;

    Doubles(ColumnDescriptor column, double[] values, Buffers buffers) {
      super(column, values.length, buffers);
      this.values = values;
    }

    @Override
    Encoding encoding() {
      return Encoding.PLAIN;
    }

    @Override
    BytesInput page(int from, int to, Statistics<?> statistics) {
      var bytes = buffers.bytes.clear();
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = from; i < to; i++) {
        double value = values[i];
        if (!Double.isNaN(value)) {
          least = Math.min(least, value);
          most = Math.max(most, value);
          bytes.putDouble(value);
        }
      }
      int filled = bytes.position() / Double.BYTES;
      statistics.incrementNumNulls(to - from - filled);
      if (filled > 0) {
        statistics.updateStats(least);
        statistics.updateStats(most);
      }
      return BytesInput.from(bytes.flip());
    }

    @Override
    void markNulls(int from, int to, int[] there) {
      for (int i = from; i < to; i++) {
        there[i - from] = Double.isNaN(values[i]) ? 0 : 1;
      }
    }
  }

  private static final class Longs extends ArrayColumn {
    private final long[] values;

    Longs(ColumnDescriptor column, long[] values, Buffers buffers) {
      super(column, values.length, buffers);
      this.values = values;
    }

    @Override
    Encoding encoding() {
      return Encoding.PLAIN;
    }

    @Override
    BytesInput page(int from, int to, Statistics<?> statistics) {
      var bytes = buffers.bytes.clear();
      for (int i = from; i < to; i++) {
        statistics.updateStats(values[i]);
        bytes.putLong(values[i]);
      }
      return BytesInput.from(bytes.flip());
    }
  }

  /** Differences: numbers of zones rise by little, and over again. */
  private static final class Ints extends ArrayColumn {
    private final int[] values;
    private final DeltaBinaryPackingValuesWriterForInteger differences =
        new DeltaBinaryPackingValuesWriterForInteger(
            PAGE, PAGE * Integer.BYTES, HeapByteBufferAllocator.getInstance());

    Ints(ColumnDescriptor column, int[] values, Buffers buffers) {
      super(column, values.length, buffers);
      this.values = values;
    }

    @Override
    Encoding encoding() {
      return Encoding.DELTA_BINARY_PACKED;
    }

    @Override
    BytesInput page(int from, int to, Statistics<?> statistics) {
      differences.reset();
      for (int i = from; i < to; i++) {
        statistics.updateStats(values[i]);
        differences.writeInteger(values[i]);
      }
      return differences.getBytes();
    }
  }

  /** Only nulls. */
  private static final class Nothing extends ArrayColumn {

    Nothing(ColumnDescriptor column, int rows, Buffers buffers) {
      super(column, rows, buffers);
    }

    @Override
    Encoding encoding() {
      return Encoding.PLAIN;
    }

    @Override
    BytesInput page(int from, int to, Statistics<?> statistics) {
      statistics.incrementNumNulls(to - from);
      return BytesInput.empty();
    }

    @Override
    void markNulls(int from, int to, int[] there) {
      Arrays.fill(there, 0, to - from, 0);
    }
  }

  private static final class Booleans extends ArrayColumn {
    private final @Nullable Boolean[] values;

    Booleans(ColumnDescriptor column, @Nullable Boolean[] values, Buffers buffers) {
      super(column, values.length, buffers);
      this.values = values;
    }

    @Override
    Encoding encoding() {
      return Encoding.PLAIN;
    }

    /** A bit for each, the lowest first. */
    @Override
    BytesInput page(int from, int to, Statistics<?> statistics) {
      var bits = new byte[(to - from + 7) / 8];
      int filled = 0;
      for (int i = from; i < to; i++) {
        var value = values[i];
        if (value != null) {
          statistics.updateStats(value);
          bits[filled / 8] |= (byte) (value ? 1 << filled % 8 : 0);
          filled++;
        }
      }
      statistics.incrementNumNulls(to - from - filled);
      return BytesInput.from(bits, 0, (filled + 7) / 8);
    }

    @Override
    void markNulls(int from, int to, int[] there) {
      for (int i = from; i < to; i++) {
        there[i - from] = values[i] == null ? 0 : 1;
      }
    }
  }
}
