package nl.peil.source.stored;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.CodecFactory.BytesCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** A column whose values stand in a dictionary: pages of places in it. */
abstract class IndexedColumn extends ArrayColumn {
  /** Places of which so many in a row are the same are written as runs. */
  private static final int RUN = 8;

  /** Numbers that occur so many times on average go through a dictionary. */
  private static final int REPEATED = 3;

  /** So many numbers, picked at random, tell whether they repeat. */
  private static final int SAMPLE = 2048;

  private static final long FIBONACCI = 0x9E3779B97F4A7C15L;

  /** Place by row; -1 for null. */
  private final int[] places;

  private final int size;
  private final boolean repeats;

  private IndexedColumn(ColumnDescriptor column, int[] places, int size, Buffers buffers) {
    super(column, places.length, buffers);
    this.places = places;
    this.size = size;
    int changes = 0;
    for (int i = 1; i < places.length; i++) {
      changes += places[i] == places[i - 1] ? 0 : 1;
    }
    this.repeats = changes < places.length / RUN;
  }

  /** The entries, as plain values. */
  abstract BytesInput dictionary();

  abstract void count(int place, Statistics<?> statistics);

  @Override
  final Encoding encoding() {
    return Encoding.RLE_DICTIONARY;
  }

  @Override
  final void writeDictionary(ParquetFileWriter file, BytesCompressor compressor)
      throws IOException {
    var content = dictionary();
    int bytes = Math.toIntExact(content.size());
    file.writeDictionaryPage(
        new DictionaryPage(compressor.compress(content), bytes, size, Encoding.PLAIN));
  }

  @Override
  final BytesInput page(int from, int to, Statistics<?> statistics) {
    var met = new boolean[size];
    int filled = 0;
    for (int i = from; i < to; i++) {
      if (places[i] >= 0) {
        met[places[i]] = true;
        buffers.numbers[filled++] = places[i];
      }
    }
    for (int place = 0; place < size; place++) {
      if (met[place]) {
        count(place, statistics);
      }
    }
    statistics.incrementNumNulls(to - from - filled);
    int width = IndexEncoder.width(size);
    return repeats
        ? buffers.values.runs(buffers.numbers, filled, width)
        : buffers.values.packed(buffers.numbers, filled, width);
  }

  @Override
  final void markNulls(int from, int to, int[] there) {
    for (int i = from; i < to; i++) {
      there[i - from] = places[i] < 0 ? 0 : 1;
    }
  }

  /** A column of texts, null for null; null when there are none: no dictionary may be empty. */
  static @Nullable IndexedColumn ofTexts(
      ColumnDescriptor column, String[] values, Buffers buffers) {
    return Texts.of(column, values, buffers);
  }

  /**
   * A column of numbers, NaN for null; null when there are too many different ones: a dictionary
   * would take more room.
   */
  static @Nullable IndexedColumn ofFew(ColumnDescriptor column, double[] values, Buffers buffers) {
    return FewDoubles.of(column, values, buffers);
  }

  private static final class Texts extends IndexedColumn {
    private final List<Binary> texts;

    private Texts(
        ColumnDescriptor column, int[] places, Collection<String> texts, Buffers buffers) {
      super(column, places, texts.size(), buffers);
      this.texts =
          texts.stream()
              .map(text -> Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8)))
              .toList();
    }

    static @Nullable Texts of(ColumnDescriptor column, String[] values, Buffers buffers) {
      var placeOf = new LinkedHashMap<String, Integer>();
      var places = new int[values.length];
      for (int i = 0; i < values.length; i++) {
        // Mostly the same text as before
        if (i > 0 && Objects.equals(values[i], values[i - 1])) {
          places[i] = places[i - 1];
        } else {
          places[i] =
              values[i] == null ? -1 : placeOf.computeIfAbsent(values[i], text -> placeOf.size());
        }
      }
      return placeOf.isEmpty() ? null : new Texts(column, places, placeOf.keySet(), buffers);
    }

    @Override
    BytesInput dictionary() {
      return BytesInput.concat(
          texts.stream()
              .map(
                  text ->
                      BytesInput.concat(
                          BytesInput.fromInt(text.length()),
                          BytesInput.from(text.getBytesUnsafe())))
              .toList());
    }

    @Override
    void count(int place, Statistics<?> statistics) {
      statistics.updateStats(texts.get(place));
    }
  }

  private static final class FewDoubles extends IndexedColumn {
    private final double[] different;

    private FewDoubles(ColumnDescriptor column, int[] places, double[] different, Buffers buffers) {
      super(column, places, different.length, buffers);
      this.different = different;
    }

    /** Null when there are too many different ones: a dictionary would take more room. */
    static @Nullable FewDoubles of(ColumnDescriptor column, double[] values, Buffers buffers) {
      int most = values.length / REPEATED;
      if (values.length > SAMPLE && !seemsToRepeat(values, most)) {
        return null;
      }
      var different = new double[most];
      // Open addressing: place + 1, 0 where it is free
      var table = new int[Math.max(4, 4 * Integer.highestOneBit(most))];
      var places = new int[values.length];
      int size = 0;
      for (int i = 0; i < values.length; i++) {
        double value = values[i];
        if (Double.isNaN(value)) {
          places[i] = -1;
          continue;
        }
        long bits = Double.doubleToLongBits(value);
        int at = (int) ((bits * FIBONACCI) >>> 32) & (table.length - 1);
        while (table[at] != 0 && Double.doubleToLongBits(different[table[at] - 1]) != bits) {
          at = (at + 1) & (table.length - 1);
        }
        if (table[at] == 0) {
          if (size == most) {
            return null;
          }
          different[size++] = value;
          table[at] = size;
        }
        places[i] = table[at] - 1;
      }
      // Without values there may be no dictionary either
      return size == 0
          ? null
          : new FewDoubles(column, places, Arrays.copyOf(different, size), buffers);
    }

    /**
     * True when so many numbers are the same among some picked at random as one expects when there
     * are at most so many different ones (half as many will do). Not the first ones: a measure of
     * which every zone has another value may be followed by nine that repeat.
     */
    private static boolean seemsToRepeat(double[] values, int most) {
      var picked = new double[SAMPLE];
      for (int i = 0; i < SAMPLE; i++) {
        picked[i] = values[(int) Math.floorMod((i * FIBONACCI) >>> 16, (long) values.length)];
      }
      Arrays.sort(picked);
      int same = 0;
      for (int i = 1; i < SAMPLE; i++) {
        same += Double.compare(picked[i], picked[i - 1]) == 0 ? 1 : 0;
      }
      return 4L * same * most >= (long) SAMPLE * SAMPLE;
    }

    @Override
    BytesInput dictionary() {
      var bytes =
          ByteBuffer.allocate(different.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asDoubleBuffer().put(different);
      return BytesInput.from(bytes);
    }

    @Override
    void count(int place, Statistics<?> statistics) {
      statistics.updateStats(different[place]);
    }
  }
}
