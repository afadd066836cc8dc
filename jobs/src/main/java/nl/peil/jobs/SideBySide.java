package nl.peil.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs steps side by side, each after those that it needs. A step that makes a small table keeps
 * one core busy with planning and committing; another one can use what is left.
 */
final class SideBySide {

  private SideBySide() {}

  /**
   * A step.
   *
   * @param makes name of the table that it makes; steps that make the same table keep their order
   * @param needs names of the tables that it reads
   * @param work what it does
   */
  record Step(String makes, Set<String> needs, Callable<Void> work) {}

  /**
   * Runs all steps and waits for them. When one fails no other is begun; those that are under way
   * are waited for, so that what they make is recorded.
   *
   * @param steps in an order in which each comes after those it needs
   * @param atOnce how many may be under way at the same time
   * @throws Exception that of the step that failed first
   */
  static void run(List<Step> steps, int atOnce) throws Exception {
    var pool = Executors.newFixedThreadPool(atOnce, work -> new Thread(work, "step"));
    var stopped = new AtomicBoolean();
    var failures = new ArrayList<Exception>();
    try {
      Map<String, CompletableFuture<Void>> last = new HashMap<>();
      for (var step : steps) {
        var before = new ArrayList<CompletableFuture<Void>>();
        for (var table : step.needs()) {
          before.add(last.getOrDefault(table, CompletableFuture.completedFuture(null)));
        }
        before.add(last.getOrDefault(step.makes(), CompletableFuture.completedFuture(null)));
        last.put(
            step.makes(),
            CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
                .thenRunAsync(
                    () -> {
                      if (stopped.get()) {
                        return;
                      }
                      boolean done = false;
                      try {
                        step.work().call();
                        done = true;
                      } catch (Exception e) {
                        synchronized (failures) {
                          failures.add(e);
                        }
                      } finally {
                        if (!done) {
                          stopped.set(true);
                        }
                      }
                    },
                    pool));
      }
      CompletableFuture.allOf(last.values().toArray(CompletableFuture[]::new)).get();
    } catch (ExecutionException e) {
      // Exceptions are kept above: this is memory, or the machine
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    } finally {
      pool.shutdown();
    }
    if (!failures.isEmpty()) {
      var first = failures.get(0);
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }
}
