package nl.peil.jobs.cli;

import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;

/**
 * Ctrl-C: the first cancels what Spark is doing, so that the run can end in order and write down
 * how far it came; the second ends the program at once.
 */
public final class Interrupt {

  private final AtomicInteger pressed = new AtomicInteger();
  private final Console console;
  private volatile Runnable cancel = () -> {};

  /**
   * Not pressed yet, and not listening yet.
   *
   * @param console where to say that it was pressed
   */
  public Interrupt(Console console) {
    this.console = console;
  }

  /** There is work now, and this is how it is cancelled. */
  public void cancels(Runnable cancel) {
    this.cancel = cancel;
  }

  /** From now on Ctrl-C and SIGTERM are heard. */
  public void listen() {
    for (var name : new String[] {"INT", "TERM"}) {
      Signal.handle(
          new Signal(name),
          signal -> {
            if (pressed.incrementAndGet() > 1) {
              Runtime.getRuntime().halt(130);
            }
            console.err().println("\npeil: stopping; once more to stop at once");
            cancel.run();
          });
    }
  }

  /** Stops the work for another reason than Ctrl-C. */
  public void stop(String why) {
    pressed.incrementAndGet();
    console.err().println("\npeil: stopping: " + why);
    cancel.run();
  }

  /** True when Ctrl-C was pressed. */
  public boolean requested() {
    return pressed.get() > 0;
  }

  /**
   * Ends the work between two steps when Ctrl-C was pressed.
   *
   * @throws InterruptedException when it was
   */
  public void check() throws InterruptedException {
    if (requested()) {
      throw new InterruptedException("stopped with Ctrl-C");
    }
  }
}
