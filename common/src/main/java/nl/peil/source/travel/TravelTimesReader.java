package nl.peil.source.travel;

import java.io.IOException;
import nl.peil.quality.RejectedFileException;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * The second pass: the good rows of one part, in the order of the file, as batches of columns.
 * Judges every row as the inspection did, and counts: a part that yields another number of rows
 * than was inspected is an error and not a smaller matrix.
 */
final class TravelTimesReader implements PartitionReader<ColumnarBatch> {

  private static final int BATCH = 16_384;

  private final TravelPart part;
  private final PairCursor row;
  private final ZoneCodes codes;
  private final boolean withKm;

  private final OnHeapColumnVector origin = new OnHeapColumnVector(BATCH, DataTypes.IntegerType);
  private final OnHeapColumnVector destination =
      new OnHeapColumnVector(BATCH, DataTypes.IntegerType);
  private final OnHeapColumnVector minutes = new OnHeapColumnVector(BATCH, DataTypes.FloatType);
  private final OnHeapColumnVector km = new OnHeapColumnVector(BATCH, DataTypes.FloatType);
  private final ColumnarBatch batch =
      new ColumnarBatch(new ColumnVector[] {origin, destination, minutes, km});

  private int duplicatesPassed;
  private long rows;
  private boolean ended;

  /**
   * Starts at the first row of a part.
   *
   * @param row stands before the first row of the part; closed with this reader
   */
  TravelTimesReader(TravelPart part, PairCursor row, ZoneCodes codes) {
    this.part = part;
    this.row = row;
    this.codes = codes;
    this.withKm = !row.kmColumn().isEmpty();
    if (!withKm) {
      km.setAllNull();
    }
  }

  @Override
  public boolean next() throws IOException {
    if (ended) {
      return false;
    }
    origin.reset();
    destination.reset();
    minutes.reset();
    km.reset();
    int filled = 0;
    while (filled < BATCH && nextGood()) {
      origin.putInt(filled, codes.zone(row.origin));
      destination.putInt(filled, codes.zone(row.destination));
      minutes.putFloat(filled, row.minutes);
      if (withKm) {
        putKm(filled);
      }
      filled++;
    }
    batch.setNumRows(filled);
    rows += filled;
    if (filled < BATCH) {
      ended = true;
      checkRows();
    }
    return filled > 0;
  }

  private boolean nextGood() throws IOException {
    try {
      while (row.next()) {
        if (!isDuplicate() && row.verdict == Verdict.GOOD) {
          return true;
        }
      }
      return false;
    } catch (RejectedFileException e) {
      throw part.changed(e);
    }
  }

  private boolean isDuplicate() {
    long[] lines = part.duplicateLines();
    if (duplicatesPassed < lines.length && lines[duplicatesPassed] == row.line()) {
      duplicatesPassed++;
      return true;
    }
    return false;
  }

  private void putKm(int at) {
    if (Float.isNaN(row.km)) {
      km.putNull(at);
    } else {
      km.putFloat(at, row.km);
    }
  }

  private void checkRows() throws IOException {
    if (rows != part.split().rows()) {
      throw new IOException(
          "%s has changed since it was inspected: expected %,d good rows, found %,d; run again"
              .formatted(part.describe(), part.split().rows(), rows));
    }
  }

  @Override
  public ColumnarBatch get() {
    return batch;
  }

  @Override
  public void close() throws IOException {
    batch.close();
    row.close();
  }
}
