package nl.peil.jobs.cli;

import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees while work goes on: a line per step with rows and seconds. On a terminal a bar
 * shows how far Spark is; where the output is not a terminal, plain lines only.
 */
public final class Progress implements AutoCloseable {

  private static final int BAR = 24;
  private static final long TICK_MILLIS = 200;

  private final PrintStream out;
  private final boolean terminal;
  private volatile @Nullable SparkContext spark;
  private final Set<Step> steps = new LinkedHashSet<>();
  private final Thread ticker;

  /** Work under way; one of several at a time. */
  public static final class Step {
    private final String label;
    private final long startedNanos = System.nanoTime();

    private Step(String label) {
      this.label = label;
    }

    private double seconds() {
      return (System.nanoTime() - startedNanos) / 1e9;
    }
  }

  /**
   * Starts showing.
   *
   * @param out where to print
   * @param terminal a person looks at it as it comes
   */
  public Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    this.ticker = new Thread(this::tick, "progress");
    ticker.setDaemon(true);
    if (terminal) {
      ticker.start();
    }
  }

  /** Shows how far this context is with its tasks. */
  public void watch(SparkContext context) {
    spark = context;
  }

  /** A line of its own. */
  public synchronized void line(String text) {
    clear();
    out.println(text);
  }

  /** A step begins; others may be under way. */
  public synchronized Step begin(String label) {
    var step = new Step(label);
    steps.add(step);
    if (terminal) {
      draw();
    }
    return step;
  }

  /** The step ends; its line stays. */
  public synchronized void end(Step step, String result) {
    steps.remove(step);
    clear();
    out.println(
        String.format(Locale.ROOT, "  %-58s %22s %7.1f s", step.label, result, step.seconds()));
  }

  /** The step comes to nothing, and is not told of. */
  public synchronized void leave(Step step) {
    steps.remove(step);
  }

  private void tick() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(TICK_MILLIS);
        synchronized (this) {
          draw();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void draw() {
    if (steps.isEmpty()) {
      return;
    }
    var current = steps.iterator().next();
    var label = current.label + (steps.size() > 1 ? " and " + (steps.size() - 1) + " more" : "");
    int done = 0;
    int all = 0;
    var context = spark;
    if (context != null && !context.isStopped()) {
      for (int id : context.statusTracker().getActiveStageIds()) {
        var stage = context.statusTracker().getStageInfo(id);
        if (stage.isDefined()) {
          done += stage.get().numCompletedTasks();
          all += stage.get().numTasks();
        }
      }
    }
    int filled = all == 0 ? 0 : BAR * done / all;
    out.print(
        String.format(
            Locale.ROOT,
            "\r\u001b[K  %-58s [%s%s] %d/%d  %.0f s",
            label,
            "#".repeat(filled),
            ".".repeat(BAR - filled),
            done,
            all,
            current.seconds()));
    out.flush();
  }

  private void clear() {
    if (terminal) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  @Override
  public void close() {
    ticker.interrupt();
    clear();
  }
}
