package nl.peil.jobs.derive;

import java.util.Iterator;
import java.util.function.Consumer;
import nl.peil.run.Batches;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Goes through rows that are sorted by their first columns: all rows that agree in these at once.
 */
abstract class SortedGroups extends Batches<Row> {

  private final Iterator<Row> rows;
  private final int keys;
  private @Nullable Row ahead;

  /**
   * Over such rows.
   *
   * @param rows the rows; those that agree follow one another
   * @param keys number of columns in which the rows of a group agree; without nulls
   */
  SortedGroups(Iterator<Row> rows, int keys) {
    this.rows = rows;
    this.keys = keys;
    this.ahead = rows.hasNext() ? rows.next() : null;
  }

  /** Forgets the group before. */
  protected abstract void clear();

  /** Takes up a row of the group. */
  protected abstract void add(Row row);

  /**
   * Makes what follows from the group.
   *
   * @param key any row of the group
   * @param ready takes what is made
   */
  protected abstract void finish(Row key, Consumer<Row> ready);

  @Override
  protected final boolean make(Consumer<Row> ready) {
    var first = ahead;
    if (first == null) {
      return false;
    }
    clear();
    var row = first;
    while (row != null && sameKey(first, row)) {
      add(row);
      row = rows.hasNext() ? rows.next() : null;
    }
    ahead = row;
    finish(first, ready);
    return true;
  }

  private boolean sameKey(Row one, Row other) {
    for (int i = 0; i < keys; i++) {
      if (!one.get(i).equals(other.get(i))) {
        return false;
      }
    }
    return true;
  }
}
