package nl.peil.source.stored;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.hadoop.CodecFactory.BytesCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;

/**
 * A column of minutes or kilometres. Most are tenths, of which there are few: they go through a
 * dictionary, found by table. When there are too many different values, the pages that follow hold
 * the values themselves.
 */
final class NumberColumn {

  /** More different values than this do not pay: a place would take more than two bytes. */
  private static final int MAX_DICTIONARY = 1 << 16;

  private static final int TENTHS = 1 << 14;

  private final ColumnDescriptor column;
  private final boolean optional;
  private final BytesCompressor compressor;
  private final IndexEncoder encoder = new IndexEncoder();
  private final IndexEncoder levels = new IndexEncoder();
  private final List<PackedPage> pages = new ArrayList<>();

  /** Place + 1 of the value that is this many tenths; 0 when it was not met. */
  private final int[] placeOfTenths = new int[TENTHS];

  private final Map<Float, Integer> placeOfOther = new HashMap<>();
  private float[] dictionary = new float[2048];
  private int places;
  private int[] indexes = new int[0];

  NumberColumn(ColumnDescriptor column, boolean optional, BytesCompressor compressor) {
    this.column = column;
    this.optional = optional;
    this.compressor = compressor;
  }

  /**
   * Adds a page.
   *
   * @param values the values; NaN for null when the column is optional
   */
  void add(float[] values, int rows) throws IOException {
    if (indexes.length < rows + 8) {
      indexes = new int[rows + 8];
    }
    int filled = 0;
    boolean indexed = places < MAX_DICTIONARY;
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < rows; i++) {
      float value = values[i];
      if (!Float.isNaN(value)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
        if (indexed) {
          indexes[filled] = place(value);
        }
        filled++;
      } else if (!optional) {
        throw new IOException("expected a number in column " + column.getPath()[0] + ", got none");
      }
    }
    var statistics = PackedPage.statistics(column);
    statistics.incrementNumNulls(rows - filled);
    if (filled > 0) {
      statistics.updateStats(least);
      statistics.updateStats(most);
    }
    // Without values there may be no dictionary either.
    boolean byPlace = indexed && filled > 0;
    var content =
        byPlace
            ? encoder.packed(indexes, filled, IndexEncoder.width(places))
            : plain(values, rows, filled);
    pages.add(
        PackedPage.of(
            rows,
            optional ? BytesInput.concat(nullsOf(values, rows), content) : content,
            statistics,
            byPlace ? Encoding.RLE_DICTIONARY : Encoding.PLAIN,
            compressor));
  }

  private int place(float value) {
    int tenths = Math.round(value * 10);
    if (tenths >= 0 && tenths < TENTHS && tenths / 10f == value) {
      int place = placeOfTenths[tenths];
      if (place == 0) {
        place = added(value) + 1;
        placeOfTenths[tenths] = place;
      }
      return place - 1;
    }
    return placeOfOther.computeIfAbsent(value, this::added);
  }

  private int added(float value) {
    if (places == dictionary.length) {
      dictionary = Arrays.copyOf(dictionary, 2 * places);
    }
    dictionary[places] = value;
    return places++;
  }

  private static BytesInput plain(float[] values, int rows, int filled) {
    var bytes = ByteBuffer.allocate(4 * filled).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < rows; i++) {
      if (!Float.isNaN(values[i])) {
        bytes.putFloat(values[i]);
      }
    }
    return BytesInput.from(bytes.flip());
  }

  private BytesInput nullsOf(float[] values, int rows) {
    int[] there = new int[rows];
    for (int i = 0; i < rows; i++) {
      there[i] = Float.isNaN(values[i]) ? 0 : 1;
    }
    return levels.levels(there, rows);
  }

  /** Writes the pages so far as the column of a row group. */
  void write(ParquetFileWriter file, long rows) throws IOException {
    file.startColumn(column, rows, compressor.getCodecName());
    if (places > 0) {
      var values = ByteBuffer.allocate(4 * places).order(ByteOrder.LITTLE_ENDIAN);
      values.asFloatBuffer().put(dictionary, 0, places);
      file.writeDictionaryPage(
          new DictionaryPage(
              compressor.compress(BytesInput.from(values)),
              values.capacity(),
              places,
              Encoding.PLAIN));
    }
    for (var page : pages) {
      page.write(file);
    }
    file.endColumn();
    pages.clear();
    Arrays.fill(placeOfTenths, 0);
    placeOfOther.clear();
    places = 0;
  }
}
