package nl.peil.source.travel;

import java.io.IOException;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** The good rows of one part, in the order of the file, as batches of columns. */
final class TravelTimesReader implements PartitionReader<ColumnarBatch> {

  private static final int BATCH = 16_384;

  private final GoodPairs pairs;
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

  private boolean ended;

  /**
   * Starts at the first row of a part.
   *
   * @param row stands before the first row of the part; closed with this reader
   */
  TravelTimesReader(TravelPart part, PairCursor row, ZoneCodes codes) {
    this.pairs = new GoodPairs(part, row);
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
    while (filled < BATCH && pairs.next()) {
      origin.putInt(filled, codes.zone(row.origin));
      destination.putInt(filled, codes.zone(row.destination));
      minutes.putFloat(filled, row.minutes);
      if (withKm) {
        putKm(filled);
      }
      filled++;
    }
    batch.setNumRows(filled);
    ended = filled < BATCH;
    return filled > 0;
  }

  private void putKm(int at) {
    if (Float.isNaN(row.km)) {
      km.putNull(at);
    } else {
      km.putFloat(at, row.km);
    }
  }

  @Override
  public ColumnarBatch get() {
    return batch;
  }

  @Override
  public void close() throws IOException {
    batch.close();
    pairs.close();
  }
}
