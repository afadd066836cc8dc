package nl.peil.bench.harness;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tasks on as many threads as there are cores. */
public final class Threads {

  private Threads() {}

  /** Runs all tasks to their end. */
  public static <T> List<Future<T>> all(List<Callable<T>> tasks) throws InterruptedException {
    var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      return pool.invokeAll(tasks);
    } finally {
      pool.shutdownNow();
    }
  }
}
