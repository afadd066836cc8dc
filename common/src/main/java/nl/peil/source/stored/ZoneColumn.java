package nl.peil.source.stored;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.hadoop.CodecFactory.BytesCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;

/** A column of zones: the dictionary is the list of zones, so that a position is a value. */
final class ZoneColumn {

  private final ColumnDescriptor column;
  private final int[] zones;
  private final boolean repeats;
  private final BytesCompressor compressor;
  private final IndexEncoder encoder = new IndexEncoder();
  private final List<PackedPage> pages = new ArrayList<>();

  /**
   * Starts without pages.
   *
   * @param zones zone by position, ascending
   * @param repeats the same zone stands there many times in a row
   */
  ZoneColumn(ColumnDescriptor column, int[] zones, boolean repeats, BytesCompressor compressor) {
    this.column = column;
    this.zones = zones;
    this.repeats = repeats;
    this.compressor = compressor;
  }

  /** Adds a page with positions; the array has room for 8 more. */
  void add(int[] positions, int rows) throws IOException {
    int width = IndexEncoder.width(zones.length);
    var content =
        repeats ? encoder.runs(positions, rows, width) : encoder.packed(positions, rows, width);
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    for (int i = 0; i < rows; i++) {
      least = Math.min(least, positions[i]);
      most = Math.max(most, positions[i]);
    }
    var statistics = PackedPage.statistics(column);
    statistics.updateStats(zones[least]);
    statistics.updateStats(zones[most]);
    pages.add(PackedPage.of(rows, content, statistics, Encoding.RLE_DICTIONARY, compressor));
  }

  /** Writes the pages so far as the column of a row group. */
  void write(ParquetFileWriter file, long rows) throws IOException {
    file.startColumn(column, rows, compressor.getCodecName());
    var values = ByteBuffer.allocate(4 * zones.length).order(ByteOrder.LITTLE_ENDIAN);
    values.asIntBuffer().put(zones);
    var dictionary = compressor.compress(BytesInput.from(values));
    file.writeDictionaryPage(
        new DictionaryPage(dictionary, values.capacity(), zones.length, Encoding.PLAIN));
    for (var page : pages) {
      page.write(file);
    }
    file.endColumn();
    pages.clear();
  }
}
