package nl.peil.jobs.matrix;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import nl.peil.source.travel.InspectedFile;
import nl.peil.source.travel.Pairs;
import nl.peil.source.travel.TravelTimesSource;
import nl.peil.source.travel.ZoneCodes;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The good pairs of a file in the order of the zones: Spark sorts them, on disk when need be. */
final class SortedPairs implements Pairs {

  private final Iterator<Row> rows;
  private @Nullable Row row;

  SortedPairs(SparkSession spark, InspectedFile file, ZoneCodes codes) {
    this.rows =
        TravelTimesSource.load(spark, List.of(file), codes)
            .orderBy("origin", "destination")
            .toLocalIterator();
  }

  @Override
  public boolean next() {
    row = rows.hasNext() ? rows.next() : null;
    return row != null;
  }

  private Row row() {
    if (row == null) {
      throw new NoSuchElementException("there is no pair");
    }
    return row;
  }

  @Override
  public int origin() {
    return row().getInt(0);
  }

  @Override
  public int destination() {
    return row().getInt(1);
  }

  @Override
  public float minutes() {
    return row().getFloat(2);
  }

  @Override
  public float km() {
    return row().isNullAt(3) ? Float.NaN : row().getFloat(3);
  }

  @Override
  public void close() {
    // Spark ends the job with its session
  }
}
