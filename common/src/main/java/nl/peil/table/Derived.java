package nl.peil.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The declaration of a derived table: what it is made from and how. Order, staleness, lineage and
 * the data dictionary follow from it.
 *
 * @param table the table that is made
 * @param inputs the tables it is made from
 * @param batchBy slice columns by which slices belong together: those that agree in them share a
 *     write; small groups with the same other values may share one too; empty: all together
 * @param settings the part of the configuration that a slice depends on, as text
 * @param declaredIn class whose code (with all it reaches) makes the table
 * @param owns which slices of the table it makes; another declaration may make the others
 * @param remarks what is told of rows that a reader should know about
 * @param work what is done for some slices, in a few words for who watches a run, e.g. "27
 *     measures"; empty: nothing to add to the name of the table
 * @param transform the pure function from the inputs to the rows of the slices asked for; {@link
 *     Blocks} when these are very many
 */
public record Derived(
    TableSpec table,
    List<Input> inputs,
    List<String> batchBy,
    Function<Slice, String> settings,
    Class<?> declaredIn,
    Predicate<Slice> owns,
    List<Remark> remarks,
    Function<List<Slice>, String> work,
    Transform transform) {

  /** A declaration that makes all slices of its table. */
  public Derived(
      TableSpec table,
      List<Input> inputs,
      List<String> batchBy,
      Function<Slice, String> settings,
      Class<?> declaredIn,
      Transform transform) {
    this(
        table,
        inputs,
        batchBy,
        settings,
        declaredIn,
        slice -> true,
        List.of(),
        slices -> "",
        transform);
  }

  /** The same, for these slices only. */
  public Derived only(Predicate<Slice> these) {
    return new Derived(
        table, inputs, batchBy, settings, declaredIn, these, remarks, work, transform);
  }

  /** The same, which tells of some rows. Not for {@link Blocks}: those are too many to count. */
  public Derived telling(Remark... more) {
    return new Derived(
        table, inputs, batchBy, settings, declaredIn, owns, List.of(more), work, transform);
  }

  /** The same, which says what it does, e.g. "27 measures"; see {@link #work}. */
  public Derived doing(Function<List<Slice>, String> words) {
    return new Derived(
        table, inputs, batchBy, settings, declaredIn, owns, remarks, words, transform);
  }

  /**
   * What is told, as a finding, of the rows of a slice for which a condition holds.
   *
   * @param rule stable name of the rule, snake_case
   * @param condition SQL condition on the columns of the table
   * @param by column by which rows are counted: a finding for each of its values
   * @param message what is told, a format for the number of rows and the value of {@code by}
   * @param advice what to do; empty when nothing needs doing
   */
  public record Remark(String rule, String condition, String by, String message, String advice) {}

  /**
   * An input of a derived table: which of its slices matter to a slice of the output.
   *
   * @param table the table read
   * @param on slice columns in which they must agree: the column of the output by that of the input
   * @param also values that matter in any case, by column: with {@code mode = auto} the slice of
   *     the car matters to every mode
   * @param within values that matter at all, by column; a column that is not named: every value
   * @param optional the output can be made without it: what is not there has no rows
   */
  public record Input(
      TableSpec table,
      Map<String, String> on,
      Map<String, String> also,
      Map<String, Set<String>> within,
      boolean optional) {

    /** An input of which every slice may matter. */
    public Input(
        TableSpec table, Map<String, String> on, Map<String, String> also, boolean optional) {
      this(table, on, also, Map.of(), optional);
    }

    /** Agrees in every slice column that input and output have in common: the usual case. */
    public static Input of(TableSpec table, TableSpec output) {
      return of(table, output, Map.of());
    }

    /**
     * The same, where some columns have another name in the output: with {@code scenario ->
     * base_scenario} the slices of the base matter.
     */
    public static Input of(TableSpec table, TableSpec output, Map<String, String> renamed) {
      var on = new LinkedHashMap<String, String>();
      for (var column : table.sliceBy()) {
        var name = renamed.getOrDefault(column, column);
        if (output.sliceBy().contains(name)) {
          on.put(column, name);
        }
      }
      return new Input(table, on, Map.of(), Map.of(), false);
    }

    /** The same, where the output can be made without it. */
    public Input ifThere() {
      return new Input(table, on, also, within, true);
    }

    /** The same, where slices with this value matter to all. */
    public Input andAlways(String column, String value) {
      return new Input(table, on, Map.of(column, value), within, optional);
    }

    /** The same, of which only slices with these values matter, e.g. of two layouts. */
    public Input within(String column, Set<String> values) {
      return new Input(table, on, also, Map.of(column, Set.copyOf(values)), optional);
    }

    /** True when a slice of the input matters to a slice of the output. */
    public boolean matters(Slice input, Slice output) {
      boolean asked =
          within.entrySet().stream()
              .allMatch(each -> each.getValue().contains(input.values().get(each.getKey())));
      return asked
          && on.keySet().stream()
              .allMatch(
                  column -> {
                    var mine = input.values().get(column);
                    var theirs = output.values().get(on.get(column));
                    return mine == null
                        || theirs == null
                        || mine.equals(theirs)
                        || mine.equals(also.get(column));
                  });
    }

    /** A slice of the input under the names of columns that the output has. */
    Slice inOutput(Slice input) {
      var values = new LinkedHashMap<String, String>();
      input.values().forEach((column, value) -> values.put(on.getOrDefault(column, column), value));
      return new Slice(values);
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

    /**
     * The rows of an input that is small, here and now: much cheaper than to let Spark collect
     * them.
     *
     * @param columns columns in the order asked
     * @return rows in no order
     */
    List<Row> rows(TableSpec input, String... columns);
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
   * From inputs to blocks of columns, for a table with very many rows whose slices are its
   * partitions: a task writes what it makes, and no row passes through Spark.
   *
   * @param table the table that is made
   * @param blocks the pure function from the inputs to the blocks of the slices asked for, and of
   *     no others; lazily
   * @param notes what is told of the slices, found without their rows
   */
  public record Blocks(
      TableSpec table,
      Function<Inputs, JavaRDD<ColumnBlock>> blocks,
      Function<Inputs, List<Note>> notes)
      implements Transform {

    /** Blocks of which nothing is told. */
    public Blocks(TableSpec table, Function<Inputs, JavaRDD<ColumnBlock>> blocks) {
      this(table, blocks, inputs -> List.of());
    }

    /**
     * What is told of a slice, as a finding.
     *
     * @param slice the slice
     * @param rule stable name of the rule, snake_case
     * @param count how many zones, say, it is about
     * @param message what is told
     * @param advice what to do; empty when nothing needs doing
     */
    public record Note(Slice slice, String rule, long count, String message, String advice) {}

    /** The same as rows, for who does not want files. */
    @Override
    public Dataset<Row> apply(Inputs inputs) {
      return rows(blocks.apply(inputs), table);
    }

    /** Blocks of a table as its rows. */
    public static Dataset<Row> rows(JavaRDD<ColumnBlock> blocks, TableSpec table) {
      return SparkSession.active()
          .createDataFrame(blocks.flatMap(block -> block.asRows(table).iterator()), table.schema());
    }
  }

  /**
   * The slices that can be made when the inputs have these slices: the natural join of the inputs'
   * slices (those of optional inputs apart) on the columns of this table, sorted.
   *
   * @param slicesOf the slices that each input has
   */
  public List<Slice> possible(Function<TableSpec, List<Slice>> slicesOf) {
    Set<Slice> joined = new LinkedHashSet<>(List.of(Slice.ALL));
    for (var input : inputs) {
      if (input.optional()) {
        continue;
      }
      var next = new LinkedHashSet<Slice>();
      var theirs = new ArrayList<Slice>();
      for (var slice : slicesOf.apply(input.table())) {
        var projected = input.inOutput(slice).project(table.sliceBy());
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
        .filter(owns)
        .sorted()
        .toList();
  }
}
