package nl.peil.source.travel;

import java.io.IOException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/**
 * The good pairs of an inspected file, one after another as they stand there; no session of Spark
 * is needed. One batch of pairs is in memory. For one thread at a time.
 */
public final class PairStream implements Pairs {

  private final Iterator<TravelPart> parts;
  private final Configuration hadoop;
  private final ZoneCodes codes;
  private final boolean withKm;

  private @Nullable TravelTimesReader reader;
  private ColumnarBatch batch = new ColumnarBatch(new ColumnVector[0]);
  private int at = -1;
  private int end;

  /**
   * Stands before the first pair.
   *
   * @param file the file with its inspection
   * @param codes the zones that it was inspected with
   * @param hadoop Hadoop settings, to open the file with
   */
  public PairStream(InspectedFile file, ZoneCodes codes, Configuration hadoop) {
    this.parts = TravelPart.of(file).iterator();
    this.hadoop = hadoop;
    this.codes = codes;
    this.withKm = file.format().hasKm();
  }

  /**
   * Goes to the next pair.
   *
   * @throws IOException when the file cannot be read, or has changed since it was inspected
   */
  @Override
  public boolean next() throws IOException {
    at++;
    while (at >= end) {
      if (reader == null) {
        if (!parts.hasNext()) {
          return false;
        }
        var part = parts.next();
        reader = new TravelTimesReader(part, Cursors.ofPart(part, hadoop, codes), codes);
      }
      if (reader.next()) {
        batch = reader.get();
        at = 0;
        end = batch.numRows();
      } else {
        close();
        at = 0;
        end = 0;
      }
    }
    return true;
  }

  @Override
  public int origin() {
    return batch.column(0).getInt(at);
  }

  @Override
  public int destination() {
    return batch.column(1).getInt(at);
  }

  @Override
  public float minutes() {
    return batch.column(2).getFloat(at);
  }

  @Override
  public float km() {
    return !withKm || batch.column(3).isNullAt(at) ? Float.NaN : batch.column(3).getFloat(at);
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}
