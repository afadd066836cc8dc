package nl.peil.run;

import java.util.List;
import nl.peil.quality.Finding;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;

/** Makes the slices of one table: an ingest job, or the adapter of a derived table. */
public interface Producer {

  /** The table it makes. */
  TableSpec table();

  /** The tables it reads; they come earlier in the plan. */
  List<TableSpec> reads();

  /** Which slices of the table are its own: another producer may make the others. */
  default boolean owns(Slice slice) {
    return true;
  }

  /**
   * Every slice it can make now, and from what. Reads no table, and no file but for fingerprints
   * and tables of contents.
   */
  List<Target> targets(Available available);

  /**
   * Files of the delivery that are so damaged that nobody can tell which slices they hold: rejected
   * at every run until they are replaced or taken out. What was stored from them earlier stays.
   */
  default List<Finding> unusable() {
    return List.of();
  }

  /**
   * Divides stale slices over writes: each batch is one commit. All in one, unless a job says
   * otherwise.
   */
  default List<List<PlannedSlice>> batches(List<PlannedSlice> stale) {
    return List.of(stale);
  }

  /**
   * What it does with a batch, in a few words for who watches the run, e.g. "reading and checking"
   * or "27 measures"; empty: nothing more than that the table is made.
   */
  default String work(List<PlannedSlice> batch) {
    return "reading and checking";
  }

  /**
   * Makes a batch. Rejected files are part of the result, not an exception.
   *
   * @throws Exception when the batch cannot be made at all; nothing of it is stored then
   */
  Made make(List<PlannedSlice> batch) throws Exception;
}
