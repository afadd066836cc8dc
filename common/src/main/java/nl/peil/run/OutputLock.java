package nl.peil.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an output folder to one command at a time: a file in the folder, which the holder touches
 * every half a minute. A lock that nobody has touched for five minutes, or whose process on this
 * machine is gone, is taken over: a computer that lost its power does not block the next run.
 */
public final class OutputLock implements AutoCloseable {

  /** Name of the file in the output folder. */
  public static final String FILE = "_peil.lock";

  private static final Logger LOG = LoggerFactory.getLogger(OutputLock.class);

  private final LockFile file;
  private final LockHolder holder;
  private final ScheduledExecutorService heart;

  /**
   * How to behave when the folder is in use.
   *
   * @param longest how long to wait; zero: not at all
   * @param beat how often the holder shows that it is there
   * @param stale how long after its last sign a holder is taken to be gone; much longer than a beat
   *     and than clocks of machines differ
   */
  public record Patience(Duration longest, Duration beat, Duration stale) {

    /** To wait so long. */
    public static Patience of(Duration longest) {
      return new Patience(longest, Duration.ofSeconds(30), Duration.ofMinutes(5));
    }
  }

  /**
   * Who has a lock.
   *
   * @param who the command with its process, machine and time, for a message
   * @param gone it will not come back: its process is gone, or gave no sign for minutes
   */
  public record Seen(String who, boolean gone) {}

  /** Asked while waiting; ends the wait with its exception. */
  @FunctionalInterface
  public interface Stop {

    /** Returns when the wait may go on. */
    void check() throws InterruptedException;
  }

  private OutputLock(LockFile file, LockHolder holder) {
    this.file = file;
    this.holder = holder;
    this.heart =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "peil-lock");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Takes the lock of a folder.
   *
   * @param folder output folder; made when it is not there
   * @param hadoop how to reach it
   * @param command what is going to happen, for those who come later
   * @param patience how long to wait
   * @param tell hears why it takes long and what was taken over
   * @param stop asked while waiting
   * @param lost called, from another thread, when somebody took the lock away
   * @throws OutputInUseException when it is still in use after the wait
   * @throws IOException when the folder cannot be reached
   */
  public static OutputLock take(
      String folder,
      Configuration hadoop,
      String command,
      Patience patience,
      Consumer<String> tell,
      Stop stop,
      Consumer<String> lost)
      throws OutputInUseException, IOException, InterruptedException {
    var file = LockFile.in(folder, FILE, hadoop);
    var holder = LockHolder.here(command);
    long deadline = System.nanoTime() + patience.longest().toNanos();
    boolean told = false;
    while (!taken(file, holder)) {
      stop.check();
      var other = file.read();
      if (other.isEmpty() || takenOver(file, other.get(), patience, tell)) {
        continue; // it was released just now
      }
      var who = other.get().holder().describe();
      if (System.nanoTime() >= deadline) {
        throw new OutputInUseException(
            folder
                + " is in use by "
                + who
                + (patience.longest().isZero()
                    ? "; wait until it is done, or let it be waited for: --lock wait"
                    : "; waited for " + patience.longest().toSeconds() + " s in vain"));
      }
      if (!told) {
        tell.accept(folder + " is in use by " + who + ": waiting");
        told = true;
      }
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      Thread.sleep(Math.max(1, Math.min(left, patience.beat().toMillis() / 10)));
    }
    var lock = new OutputLock(file, holder);
    lock.beat(patience.beat(), lost);
    return lock;
  }

  /**
   * Who has the lock of a folder; empty when nobody has it. Changes nothing.
   *
   * @throws IOException when the folder cannot be reached
   */
  public static Optional<Seen> look(String folder, Configuration hadoop) throws IOException {
    return LockFile.in(folder, FILE, hadoop)
        .read()
        .map(
            found ->
                new Seen(
                    found.holder().describe(),
                    found.holder().dead()
                        || silentMillis(found) > Patience.of(Duration.ZERO).stale().toMillis()));
  }

  private static long silentMillis(LockFile.Content found) {
    return System.currentTimeMillis() - found.beatMillis();
  }

  private static boolean taken(LockFile file, LockHolder holder)
      throws IOException, InterruptedException {
    if (!file.create(holder)) {
      return false;
    }
    if (file.settleMillis() > 0) {
      // Here two can make the file at the same time; the last to write it has it
      Thread.sleep(file.settleMillis());
      return file.read().map(now -> now.holder().token().equals(holder.token())).orElse(false);
    }
    return true;
  }

  private static boolean takenOver(
      LockFile file, LockFile.Content found, Patience patience, Consumer<String> tell)
      throws IOException {
    long silent = silentMillis(found);
    boolean dead = found.holder().dead();
    if (!dead && silent <= patience.stale().toMillis()) {
      return false;
    }
    // Of two that see the same, one can move it; what it moved must be what it saw
    var aside = FILE + "." + UUID.randomUUID();
    if (!file.moveAside(aside)) {
      return true;
    }
    var moved = file.readAside(aside);
    file.deleteAside(aside);
    if (moved.equals(found.holder())) {
      tell.accept(
          "the lock of "
              + moved.describe()
              + " is taken over: "
              + (dead ? "its process is gone" : "no sign of it for " + silent / 1000 + " s"));
    } else if (!file.create(moved)) {
      LOG.warn("the lock of {} was lost to another", moved.describe());
    }
    return true;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // What goes wrong is caught inside
  private void beat(Duration every, Consumer<String> lost) {
    heart.scheduleWithFixedDelay(
        () -> {
          try {
            var now = file.read();
            if (now.isPresent() && now.get().holder().token().equals(holder.token())) {
              file.beat(holder);
            } else if (now.isEmpty() || !now.get().holder().token().isEmpty()) {
              heart.shutdown();
              lost.accept(
                  "the lock of the output folder is gone"
                      + now.map(other -> "; it is held by " + other.holder().describe())
                          .orElse(""));
            }
          } catch (IOException | RuntimeException e) {
            LOG.warn("cannot touch the lock; trying again", e);
          }
        },
        every.toMillis(),
        every.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /** Gives the folder free, unless somebody else has it by now. */
  @Override
  public void close() throws IOException {
    heart.shutdownNow();
    var now = file.read();
    if (now.isPresent() && now.get().holder().token().equals(holder.token())) {
      file.delete();
    }
  }
}
