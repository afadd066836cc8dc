package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import nl.peil.quality.RejectedFileException;
import nl.peil.table.Slice;

/**
 * Looks at matrices before their turn, on cores that are free: the next one is inspected while the
 * present one is written. What nobody has begun when its turn comes is done by who asks.
 *
 * @param <T> what is found
 */
final class AheadOfTime<T> {

  private final Look<T> look;
  private final Map<Slice, FutureTask<T>> begun = new HashMap<>();

  /** Looks at one slice. */
  interface Look<T> {
    T at(Slice slice) throws IOException, RejectedFileException;
  }

  AheadOfTime(Look<T> look) {
    this.look = look;
  }

  /** Begins with a slice, unless that was done. */
  void begin(Slice slice) {
    if (!begun.containsKey(slice)) {
      ForkJoinPool.commonPool().execute(task(slice));
    }
  }

  /** What was found; waits for it. Asked again, it looks again. */
  T take(Slice slice) throws IOException, RejectedFileException {
    var task = task(slice);
    begun.remove(slice);
    task.run();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while waiting for the inspection of " + slice, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RejectedFileException rejected) {
        throw rejected;
      }
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      if (e.getCause() instanceof RuntimeException mistake) {
        throw mistake;
      }
      throw new IllegalStateException("cannot inspect " + slice, e);
    }
  }

  private FutureTask<T> task(Slice slice) {
    return begun.computeIfAbsent(slice, key -> new FutureTask<>(() -> look.at(key)));
  }
}
