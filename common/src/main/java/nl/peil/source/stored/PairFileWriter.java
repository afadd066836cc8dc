package nl.peil.source.stored;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * Writes a Parquet file of pairs from arrays, in the order of travel_times: strictly ascending by
 * origin and destination, checked here. Spark's writer takes a row at a time and looks every value
 * up by hashing; here a position in the list of zones is its place in the dictionary.
 */
public final class PairFileWriter implements Closeable {

  /** Footer entry that says in which order the rows stand. */
  static final String ORDER = "peil.order";

  static final String BY_PAIR = "origin, destination: strictly ascending";

  static final String[] COLUMNS = {"origin", "destination", "minutes", "km"};

  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message pairs { required int32 origin; required int32 destination;"
              + " required float minutes; optional float km; }");

  /** Rows in a page: some ten origins of a national matrix. */
  private static final int PAGE = 1 << 15;

  /** Pages in a row group: compressed, they wait in memory for its end. */
  private static final int PAGES = 512;

  private final Path path;
  private final Configuration hadoop;
  private final int[] zones;
  private final CodecFactory codecs;
  private final ParquetFileWriter file;
  private final ZoneColumn originColumn;
  private final ZoneColumn destinationColumn;
  private final NumberColumn minutesColumn;
  private final NumberColumn kmColumn;

  private final int[] origins = new int[PAGE + 8];
  private final int[] destinations = new int[PAGE + 8];
  private final float[] minutes = new float[PAGE];
  private final float[] km = new float[PAGE];
  private int filled;
  private int pages;
  private long groupRows;

  private long rows;
  private int firstOrigin = -1;
  private int lastOrigin = -1;
  private int lastDestination = -1;
  private int leastDestination = Integer.MAX_VALUE;
  private int mostDestination = -1;
  private boolean finished;

  /**
   * Creates the file.
   *
   * @param path where; nothing is there yet
   * @param hadoop settings
   * @param zones zone by position, ascending
   */
  public PairFileWriter(Path path, Configuration hadoop, int[] zones) throws IOException {
    this.path = path;
    this.hadoop = hadoop;
    this.zones = zones;
    this.codecs = new CodecFactory(hadoop, ParquetProperties.DEFAULT_PAGE_SIZE);
    var compressor = codecs.getCompressor(CompressionCodecName.SNAPPY);
    this.file =
        new ParquetFileWriter(
            HadoopOutputFile.fromPath(path, hadoop),
            SCHEMA,
            ParquetFileWriter.Mode.CREATE,
            Long.MAX_VALUE,
            0,
            ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
            ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH,
            true);
    var columns = SCHEMA.getColumns();
    this.originColumn = new ZoneColumn(columns.get(0), zones, true, compressor);
    this.destinationColumn = new ZoneColumn(columns.get(1), zones, false, compressor);
    this.minutesColumn = new NumberColumn(columns.get(2), false, compressor);
    this.kmColumn = new NumberColumn(columns.get(3), true, compressor);
    file.start();
  }

  /**
   * Adds a pair.
   *
   * @param origin position of the zone of origin
   * @param destination position of the zone of destination
   * @param time travel time, minutes
   * @param distance kilometres; NaN when it is not known
   * @throws IOException when it does not come after the pair before it, or cannot be written
   */
  public void add(int origin, int destination, float time, float distance) throws IOException {
    if (origin != lastOrigin) {
      if (origin < lastOrigin) {
        throw unsorted(origin, destination);
      }
      firstOrigin = firstOrigin < 0 ? origin : firstOrigin;
      leastDestination = Math.min(leastDestination, destination);
      mostDestination = Math.max(mostDestination, lastDestination);
    } else if (destination <= lastDestination) {
      throw unsorted(origin, destination);
    }
    lastOrigin = origin;
    lastDestination = destination;
    int at = filled++;
    origins[at] = origin;
    destinations[at] = destination;
    minutes[at] = time;
    km[at] = distance;
    if (filled == PAGE) {
      page();
    }
  }

  private IOException unsorted(int origin, int destination) {
    return new IOException(
        "expected pairs that ascend by origin and destination, got %d-%d after %d-%d in %s"
            .formatted(
                zones[origin],
                zones[destination],
                zones[lastOrigin],
                zones[lastDestination],
                path));
  }

  private void page() throws IOException {
    originColumn.add(origins, filled);
    destinationColumn.add(destinations, filled);
    minutesColumn.add(minutes, filled);
    kmColumn.add(km, filled);
    groupRows += filled;
    filled = 0;
    pages++;
    if (pages == PAGES) {
      group();
    }
  }

  private void group() throws IOException {
    file.startBlock(groupRows);
    originColumn.write(file, groupRows);
    destinationColumn.write(file, groupRows);
    minutesColumn.write(file, groupRows);
    kmColumn.write(file, groupRows);
    file.endBlock();
    rows += groupRows;
    groupRows = 0;
    pages = 0;
  }

  /**
   * Writes what is left, and the footer.
   *
   * @return what the file is
   * @throws IllegalStateException when no pair was added: such a file says nothing
   */
  public PairFile finish() throws IOException {
    if (filled > 0) {
      page();
    }
    if (pages > 0) {
      group();
    }
    if (rows == 0) {
      throw new IllegalStateException("expected at least one pair for " + path);
    }
    file.end(Map.of(ORDER, BY_PAIR));
    finished = true;
    return new PairFile(
        path.toString(),
        rows,
        path.getFileSystem(hadoop).getFileStatus(path).getLen(),
        zones[firstOrigin],
        zones[lastOrigin],
        zones[leastDestination],
        zones[Math.max(mostDestination, lastDestination)]);
  }

  /** Lets go of everything; a file that was not finished is taken away. */
  @Override
  public void close() throws IOException {
    codecs.release();
    if (!finished) {
      file.close();
      path.getFileSystem(hadoop).delete(path, false);
    }
  }
}
