package nl.peil.access;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/**
 * A matrix of travel times as Spark rows of whole origins: the unit of work is an origin with all
 * its destinations. Columns: origin INT, destination INT, minutes FLOAT.
 */
public final class MatrixRows {

  /**
   * Larger than any file: a file is not divided, and files are not put together. Spark adds it up
   * over all files, so that it cannot be the largest number that there is.
   */
  private static final String WHOLE_FILES = "1t";

  static final int USUAL_ROW = 4096;

  private final Dataset<Row> pairs;
  private final boolean stored;
  private final boolean transposed;
  private final @Nullable TimeScale scale;
  private final boolean withKm;

  private MatrixRows(
      Dataset<Row> pairs,
      boolean stored,
      boolean transposed,
      @Nullable TimeScale scale,
      boolean withKm) {
    this.pairs =
        withKm
            ? pairs.select("origin", "destination", "minutes", "km")
            : pairs.select("origin", "destination", "minutes");
    this.withKm = withKm;
    this.stored = stored;
    this.transposed = transposed;
    this.scale = scale;
  }

  /**
   * A matrix as travel_times stores it: a file holds whole origins, the pairs of an origin stand
   * together, and each file is read by one task, so that no shuffle of the pairs is needed. {@link
   * MatrixPass} checks it.
   */
  public static MatrixRows stored(Dataset<Row> pairs) {
    return new MatrixRows(pairs, true, false, null, false);
  }

  /** The same with the kilometres of each pair, as far as they are known (column km FLOAT). */
  public static MatrixRows storedWithKm(Dataset<Row> pairs) {
    return new MatrixRows(pairs, true, false, null, true);
  }

  /** Pairs in any order; they are brought together by origin, which moves all of them. */
  public static MatrixRows of(Dataset<Row> pairs) {
    return new MatrixRows(pairs, false, false, null, false);
  }

  /** Origins and destinations in each other's place. */
  MatrixRows transposed() {
    return new MatrixRows(pairs, stored, !transposed, scale, false);
  }

  /** The same trips, longer or shorter. */
  public MatrixRows scaled(TimeScale times) {
    return times.changes().isEmpty()
        ? this
        : new MatrixRows(pairs, stored, transposed, times, withKm);
  }

  /** True when going over the rows again means to bring them together again. */
  boolean costlyToRepeat() {
    return !stored || transposed;
  }

  /** Session of the pairs. */
  org.apache.spark.sql.SparkSession session() {
    return pairs.sparkSession();
  }

  /** The zones that have a row. */
  Set<Integer> origins() {
    return pairs.select(transposed ? "destination" : "origin").distinct().collectAsList().stream()
        .map(row -> row.getInt(0))
        .collect(Collectors.toSet());
  }

  /** The rows; an object is used again for the next row of its task. */
  JavaRDD<MatrixRow> rows() {
    var rows = unscaled();
    var times = scale;
    if (times == null) {
      return rows;
    }
    boolean columns = transposed;
    return rows.map(row -> row.scale(times, columns));
  }

  private JavaRDD<MatrixRow> unscaled() {
    if (stored) {
      return transposed ? TransposedRows.of(wholeFiles()) : wholeFiles();
    }
    var rows =
        transposed
            ? pairs.select(
                col("destination").as("origin"), col("origin").as("destination"), col("minutes"))
            : pairs;
    return rows.repartition(col("origin"))
        .sortWithinPartitions("origin", "destination")
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(byOrigin(withKm));
  }

  private static FlatMapFunction<Iterator<InternalRow>, MatrixRow> byOrigin(boolean withKm) {
    return pairs -> new ByOrigin(pairs, withKm);
  }

  private JavaRDD<MatrixRow> wholeFiles() {
    var conf = session().conf();
    var keys =
        new String[] {"spark.sql.files.maxPartitionBytes", "spark.sql.files.openCostInBytes"};
    var before = Arrays.stream(keys).map(conf::get).toArray(String[]::new);
    try {
      for (var key : keys) {
        conf.set(key, WHOLE_FILES);
      }
      var columns = PairColumns.of(pairs.queryExecution().executedPlan());
      return columns.isPresent()
          ? columns.get().rows()
          : pairs.queryExecution().toRdd().toJavaRDD().mapPartitions(byOrigin(withKm));
    } finally {
      for (int i = 0; i < keys.length; i++) {
        conf.set(keys[i], before[i]);
      }
    }
  }

  /** What is wrong when an origin comes twice. */
  static IllegalStateException originTwice(int origin) {
    return new IllegalStateException(
        "origin "
            + origin
            + " comes twice: the files of travel_times hold no whole origins; load its matrix again");
  }

  /** Puts the pairs of an origin together that follow one another. */
  private static final class ByOrigin implements Iterator<MatrixRow> {
    private final Iterator<InternalRow> pairs;
    private final boolean withKm;
    private MatrixRow current;
    private MatrixRow following;
    private boolean begun;
    private boolean complete;

    private ByOrigin(Iterator<InternalRow> pairs, boolean withKm) {
      this.pairs = pairs;
      this.withKm = withKm;
      this.current = new MatrixRow(USUAL_ROW, withKm);
      this.following = new MatrixRow(USUAL_ROW, withKm);
    }

    @Override
    public boolean hasNext() {
      while (!complete && pairs.hasNext()) {
        var pair = pairs.next();
        int origin = pair.getInt(0);
        if (!begun) {
          begun = true;
          current.begin(origin);
        } else if (origin != current.origin()) {
          following.begin(origin);
          following.add(pair.getInt(1), pair.getFloat(2), km(pair));
          complete = true;
          return true;
        }
        current.add(pair.getInt(1), pair.getFloat(2), km(pair));
      }
      return begun;
    }

    private float km(InternalRow pair) {
      return withKm && !pair.isNullAt(3) ? pair.getFloat(3) : Float.NaN;
    }

    @Override
    public MatrixRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      var row = current;
      current = following;
      following = row;
      // Without a row that has begun already, this was the last one.
      begun = complete;
      complete = false;
      return row;
    }
  }
}
