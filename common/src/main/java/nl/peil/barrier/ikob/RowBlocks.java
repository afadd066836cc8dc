package nl.peil.barrier.ikob;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How rows are cut into blocks: as many whatever the number of threads or machines. A block has
 * sums of its own, and the sums of blocks are added in the order of the blocks: so the result is
 * the same however the work is divided.
 */
public final class RowBlocks {

  /** Blocks have sums for every zone each: enough to share out, few enough to hold. */
  private static final int BLOCKS = 32;

  private RowBlocks() {}

  /** What is made of a block: the rows from a place up to another, without the last. */
  @FunctionalInterface
  interface Step<T> {
    T of(int from, int to);
  }

  /** Number of blocks of so many rows. */
  public static int count(int rows) {
    return Math.max(1, Math.min(BLOCKS, rows));
  }

  /** The first row of a block; of the block after the last, the number of rows. */
  public static int from(int block, int rows) {
    return (int) ((long) block * rows / count(rows));
  }

  /** The block that a row is in. */
  public static int of(int row, int rows) {
    int block = (int) ((long) row * count(rows) / rows);
    return from(block + 1, rows) <= row ? block + 1 : block;
  }

  /**
   * Goes over all blocks with several threads.
   *
   * @param rows number of rows
   * @param threads threads to use, 1 or more
   * @param step what is made of a block
   * @return what was made, in the order of the blocks
   */
  static <T> List<T> each(int rows, int threads, Step<T> step) {
    int blocks = count(rows);
    var next = new AtomicInteger();
    var executor = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, blocks)));
    try {
      var working = new ArrayList<Future<List<Made<T>>>>();
      for (int thread = 0; thread < Math.min(threads, blocks); thread++) {
        working.add(
            executor.submit(
                () -> {
                  var mine = new ArrayList<Made<T>>();
                  for (int block = next.getAndIncrement();
                      block < blocks && !Thread.currentThread().isInterrupted();
                      block = next.getAndIncrement()) {
                    mine.add(new Made<>(block, step.of(from(block, rows), from(block + 1, rows))));
                  }
                  return mine;
                }));
      }
      var made = new ArrayList<Made<T>>();
      for (var each : working) {
        made.addAll(each.get());
      }
      return made.stream().sorted().map(Made::result).toList();
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
  }

  /** What was made of a block. */
  private record Made<T>(int block, T result) implements Comparable<Made<T>> {
    @Override
    public int compareTo(Made<T> other) {
      return Integer.compare(block, other.block);
    }
  }
}
