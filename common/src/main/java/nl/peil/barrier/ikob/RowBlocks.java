package nl.peil.barrier.ikob;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Goes over all rows with several threads and adds up what they scatter over zones. Rows are cut
 * into blocks, as many whatever the number of threads; a block has sums of its own, and the sums of
 * blocks are added in the order of the blocks: so the result is the same with any number of
 * threads.
 */
final class RowBlocks {

  /** Blocks have sums for every zone each: enough to share out, few enough to hold. */
  private static final int BLOCKS = 32;

  private RowBlocks() {}

  /** What is done with a row. */
  @FunctionalInterface
  interface Step<W> {
    void run(W worker, int row, Scores sums);
  }

  /**
   * Goes over all rows.
   *
   * @param rows number of rows
   * @param threads threads to use, 1 or more
   * @param worker makes what each thread works with
   * @param step what is done with a row
   * @return sums over all rows
   */
  static <W> Scores sum(int rows, int threads, Supplier<W> worker, Step<W> step) {
    int blocks = Math.max(1, Math.min(BLOCKS, rows));
    var sums = new Scores[blocks];
    var next = new AtomicInteger();
    var executor = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, blocks)));
    try {
      var working = new ArrayList<Future<?>>();
      for (int thread = 0; thread < Math.min(threads, blocks); thread++) {
        working.add(
            executor.submit(
                () -> {
                  var mine = worker.get();
                  for (int block = next.getAndIncrement();
                      block < blocks && !Thread.currentThread().isInterrupted();
                      block = next.getAndIncrement()) {
                    sums[block] = new Scores(rows);
                    int end = (int) ((block + 1L) * rows / blocks);
                    for (int row = (int) ((long) block * rows / blocks); row < end; row++) {
                      step.run(mine, row, sums[block]);
                    }
                  }
                }));
      }
      for (var each : working) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while rows were computed", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      executor.shutdownNow();
    }
    var total = sums[0];
    for (int block = 1; block < blocks; block++) {
      total.add(sums[block]);
    }
    return total;
  }
}
