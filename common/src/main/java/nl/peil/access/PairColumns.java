package nl.peil.access;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The pairs of a matrix as the Parquet reader gives them, in batches of columns. Spark would turn
 * every pair into a row first, which costs as much as all measures together.
 */
final class PairColumns {

  private static final List<String> NAMES = List.of("origin", "destination", "minutes");

  /** The last of the places: where kilometres are; -1 when they were not asked for. */
  private static final int KM = NAMES.size();

  private final SparkPlan columns;
  private final int[] at;

  private PairColumns(SparkPlan columns, int[] at) {
    this.columns = columns;
    this.at = at;
  }

  /**
   * The columns beneath a plan of pairs; empty when the plan does more than choose columns of files
   * (a filter on pairs, a join), or when its source has rows only.
   */
  static Optional<PairColumns> of(SparkPlan plan) {
    var node = plan;
    while (!(node instanceof ColumnarToRowExec)) {
      if (!passesOn(node)) {
        return Optional.empty();
      }
      node = node.children().head();
    }
    var columns = ((ColumnarToRowExec) node).child();
    var names =
        CollectionConverters.asJava(columns.output()).stream().map(Attribute::name).toList();
    int[] at = Arrays.copyOf(NAMES.stream().mapToInt(names::indexOf).toArray(), KM + 1);
    at[KM] = names.indexOf("km");
    return Arrays.stream(at, 0, KM).anyMatch(place -> place < 0)
        ? Optional.empty()
        : Optional.of(new PairColumns(columns, at));
  }

  /** The same rows come out as went in, with at most fewer columns. */
  private static boolean passesOn(SparkPlan node) {
    if (node instanceof ProjectExec project) {
      return CollectionConverters.asJava(project.projectList()).stream()
          .allMatch(Attribute.class::isInstance);
    }
    return node instanceof WholeStageCodegenExec || node instanceof InputAdapter;
  }

  /** The rows of the matrix; an object is used again for the next row of its task. */
  JavaRDD<MatrixRow> rows() {
    var places = at;
    return columns
        .executeColumnar()
        .toJavaRDD()
        .mapPartitions(batches -> new ByOrigin(batches, places));
  }

  /** Puts the pairs of an origin together that follow one another. */
  private static final class ByOrigin implements Iterator<MatrixRow> {
    private final Iterator<ColumnarBatch> batches;
    private final int[] at;
    private MatrixRow current;
    private MatrixRow given;
    private boolean begun;
    private boolean complete;
    private ColumnarBatch batch = new ColumnarBatch(new ColumnVector[0]);

    /**
     * The reader uses a batch again, also to find that there is no other: its size is kept here.
     */
    private int size;

    private int next;

    private ByOrigin(Iterator<ColumnarBatch> batches, int[] at) {
      this.batches = batches;
      this.at = at;
      this.current = new MatrixRow(MatrixRows.USUAL_ROW, at[KM] >= 0);
      this.given = new MatrixRow(MatrixRows.USUAL_ROW, at[KM] >= 0);
    }

    @Override
    public boolean hasNext() {
      while (!complete && nextBatch()) {
        complete = take();
      }
      return complete || begun;
    }

    private boolean nextBatch() {
      while (next == size) {
        if (!batches.hasNext()) {
          return false;
        }
        batch = batches.next();
        size = batch.numRows();
        next = 0;
      }
      return true;
    }

    /** Adds the pairs that belong to the current origin; true when another one follows. */
    private boolean take() {
      var origins = batch.column(at[0]);
      if (!begun) {
        current.begin(origins.getInt(next));
        begun = true;
      }
      int end = next;
      while (end < size && origins.getInt(end) == current.origin()) {
        end++;
      }
      if (at[KM] < 0) {
        current.add(batch.column(at[1]), batch.column(at[2]), next, end);
      } else {
        current.add(batch.column(at[1]), batch.column(at[2]), batch.column(at[KM]), next, end);
      }
      next = end;
      return next < size;
    }

    @Override
    public MatrixRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      var row = current;
      current = given;
      given = row;
      begun = false;
      complete = false;
      return row;
    }
  }
}
