package nl.peil.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.peil.table.Column;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A stored row beside the same row computed again.
 *
 * @param columns the value columns, in order
 */
public record RowComparison(List<Compared> columns) {

  /**
   * Two numbers that differ by less, relative to the larger, are the same number: sums of persons
   * in another order differ in the last digits.
   */
  public static final double TOLERANCE = 1e-9;

  /**
   * Two numbers that differ by less than this are the same number, too: where nobody differs, sums
   * in another order leave an inequality of 1e-17 or of 0. No unit of Peil has anything to say at
   * this scale.
   */
  public static final double SMALLEST = 1e-12;

  /**
   * A column of both rows.
   *
   * @param column name
   * @param stored value in the table
   * @param computed value computed again
   * @param outcome how they compare
   */
  public record Compared(
      String column, @Nullable Object stored, @Nullable Object computed, Outcome outcome) {}

  /** How two values compare. */
  public enum Outcome {
    /** Equal to the last bit. */
    SAME,
    /** Numbers that differ by no more than {@link #TOLERANCE} or {@link #SMALLEST}. */
    CLOSE,
    /** Different. */
    DIFFERENT
  }

  /** Compares the columns that are no part of the key. */
  public static RowComparison of(TableSpec table, Row stored, Row computed) {
    var columns = new ArrayList<Compared>();
    for (Column column : table.values()) {
      Object left = stored.getAs(column.name());
      Object right = computed.getAs(column.name());
      columns.add(new Compared(column.name(), left, right, outcome(left, right)));
    }
    return new RowComparison(List.copyOf(columns));
  }

  /** Compares two values. */
  static Outcome outcome(@Nullable Object stored, @Nullable Object computed) {
    if (Objects.deepEquals(stored, computed)) {
      return Outcome.SAME;
    }
    if (stored instanceof Number left && computed instanceof Number right) {
      double a = left.doubleValue();
      double b = right.doubleValue();
      double larger = Math.max(Math.abs(a), Math.abs(b));
      return Math.abs(a - b) <= Math.max(SMALLEST, TOLERANCE * larger)
          ? Outcome.CLOSE
          : Outcome.DIFFERENT;
    }
    return Outcome.DIFFERENT;
  }

  /** True when no column differs. */
  public boolean holds() {
    return columns.stream().noneMatch(column -> column.outcome() == Outcome.DIFFERENT);
  }

  /** True when every column is equal to the last bit. */
  public boolean bitEqual() {
    return columns.stream().allMatch(column -> column.outcome() == Outcome.SAME);
  }
}
