package nl.peil.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The declaration of a derived table: what it is made from and how. Order, staleness, lineage and
 * the data dictionary follow from it.
 *
 * @param table the table that is made
 * @param inputs the tables it is made from
 * @param batchBy slice columns that one write keeps apart: slices that agree in them are made
 *     together; empty: all together
 * @param settings the part of the configuration that a slice depends on, as text
 * @param declaredIn class whose code (with all it reaches) makes the table
 * @param transform the pure function from the inputs to the rows of the slices asked for
 */
public record Derived(
    TableSpec table,
    List<Input> inputs,
    List<String> batchBy,
    Function<Slice, String> settings,
    Class<?> declaredIn,
    Transform transform) {

  /**
   * An input of a derived table. A slice of the input matters to a slice of the output when they
   * agree in the columns listed.
   *
   * @param table the table read
   * @param on slice columns in which they must agree
   */
  public record Input(TableSpec table, List<String> on) {

    /** Agrees in every slice column that input and output have in common: the usual case. */
    public static Input of(TableSpec table, TableSpec output) {
      return new Input(table, table.sliceBy().stream().filter(output.sliceBy()::contains).toList());
    }
  }

  /**
   * The rows that a transform may read: of each input, the slices that matter to the slices asked
   * for.
   */
  public interface Inputs {

    /** The slices to make. */
    List<Slice> slices();

    /** The rows of an input. */
    Dataset<Row> read(TableSpec input);
  }

  /** From inputs to rows. */
  @FunctionalInterface
  public interface Transform {

    /**
     * The rows of the slices asked for, and of no others; lazily, so that the store decides when
     * they are computed.
     */
    Dataset<Row> apply(Inputs inputs);
  }

  /**
   * The slices that can be made when the inputs have these slices: the natural join of the inputs'
   * slices on the columns of this table, sorted.
   *
   * @param slicesOf the slices that each input has
   */
  public List<Slice> possible(Function<TableSpec, List<Slice>> slicesOf) {
    Set<Slice> joined = new LinkedHashSet<>(List.of(Slice.ALL));
    for (var input : inputs) {
      var next = new LinkedHashSet<Slice>();
      var theirs = new ArrayList<Slice>();
      for (var slice : slicesOf.apply(input.table())) {
        var projected = slice.project(table.sliceBy());
        if (!theirs.contains(projected)) {
          theirs.add(projected);
        }
      }
      for (var mine : joined) {
        for (var other : theirs) {
          if (mine.agrees(other, table.sliceBy())) {
            next.add(mine.merge(other, table.sliceBy()));
          }
        }
      }
      joined = next;
    }
    return joined.stream()
        .filter(slice -> slice.values().keySet().containsAll(table.sliceBy()))
        .sorted()
        .toList();
  }
}
