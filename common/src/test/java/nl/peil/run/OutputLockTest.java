package nl.peil.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.peil.run.OutputLock.Patience;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One at a time, and nobody is kept out by the dead. */
class OutputLockTest {

  private static final Duration BEAT = Duration.ofMillis(50);
  private static final Duration STALE = Duration.ofMillis(2000);

  @TempDir Path folder;
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final List<String> lost = Collections.synchronizedList(new ArrayList<>());

  private OutputLock take(String command, Duration longest) throws Exception {
    return OutputLock.take(
        folder.toString(),
        new Configuration(),
        command,
        new Patience(longest, BEAT, STALE),
        told::add,
        () -> {},
        lost::add);
  }

  private Path file() {
    return folder.resolve(OutputLock.FILE);
  }

  /** A lock that another process left, last touched so long ago. */
  private void leave(String host, long pid, Duration ago) throws Exception {
    var here = LockHolder.here("run");
    var holder =
        new LockHolder(
            "another", "run", host.isEmpty() ? here.host() : host, pid, "", Instant.EPOCH);
    Files.write(file(), holder.write());
    Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minus(ago)));
  }

  @Test
  void theSecondIsRefusedAndToldByWhom() throws Exception {
    try (var first = take("maintain", Duration.ZERO)) {
      assertThatThrownBy(() -> take("run", Duration.ZERO))
          .isInstanceOf(OutputInUseException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("peil maintain")
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("--lock wait");
    }
    assertThat(file()).doesNotExist();
    take("run", Duration.ZERO).close();
    assertThat(told).isEmpty();
  }

  @Test
  void theSecondWaitsUntilTheFirstIsDone() throws Exception {
    var first = take("run", Duration.ZERO);
    var pool = Executors.newSingleThreadExecutor();
    try {
      var second = pool.submit(() -> take("publish", Duration.ofSeconds(20)));
      while (told.isEmpty()) {
        Thread.sleep(5);
      }
      assertThat(second.isDone()).isFalse();
      first.close();
      second.get(10, TimeUnit.SECONDS).close();
      assertThat(told).singleElement().asString().contains("in use", "peil run", "waiting");
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void waitingEnds() throws Exception {
    try (var first = take("run", Duration.ZERO)) {
      assertThatThrownBy(() -> take("run", Duration.ofMillis(100)))
          .isInstanceOf(OutputInUseException.class)
          .hasMessageContaining("in vain");
      assertThatThrownBy(
              () ->
                  OutputLock.take(
                      folder.toString(),
                      new Configuration(),
                      "run",
                      new Patience(Duration.ofMinutes(1), BEAT, STALE),
                      told::add,
                      () -> {
                        throw new InterruptedException("stopped with Ctrl-C");
                      },
                      lost::add))
          .isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void theLockOfAProcessThatIsGoneIsTakenOver() throws Exception {
    var gone = new ProcessBuilder("true").start();
    gone.waitFor();
    leave("", gone.pid(), Duration.ZERO);
    take("run", Duration.ZERO).close();
    assertThat(told).singleElement().asString().contains("taken over", "process is gone");
  }

  @Test
  void aProcessNumberThatWasGivenAgainIsNotTheHolder() throws Exception {
    // Our own number, but of a process that began at another time
    leave("", ProcessHandle.current().pid(), Duration.ZERO);
    take("run", Duration.ZERO).close();
    assertThat(told).singleElement().asString().contains("process is gone");
  }

  @Test
  void elsewhereOnlySilenceTellsThatAHolderIsGone() throws Exception {
    leave("another-machine", 1, STALE.dividedBy(4));
    assertThatThrownBy(() -> take("run", Duration.ZERO))
        .isInstanceOf(OutputInUseException.class)
        .hasMessageContaining("another-machine");
    leave("another-machine", 1, STALE.plusSeconds(10));
    take("run", Duration.ZERO).close();
    assertThat(told).singleElement().asString().contains("no sign of it for 12 s");
  }

  @Test
  void theHolderShowsThatItIsThere() throws Exception {
    try (var lock = take("run", Duration.ZERO)) {
      Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minus(STALE.multipliedBy(10))));
      var old = Files.getLastModifiedTime(file());
      for (int i = 0; i < 200 && Files.getLastModifiedTime(file()).equals(old); i++) {
        Thread.sleep(10);
      }
      assertThat(Files.getLastModifiedTime(file()).toInstant()).isAfter(Instant.now().minus(STALE));
    }
  }

  @Test
  void whoLosesTheLockHearsItAndLeavesTheNewOneAlone() throws Exception {
    var lock = take("run", Duration.ZERO);
    leave("another-machine", 1, Duration.ZERO);
    for (int i = 0; i < 200 && lost.isEmpty(); i++) {
      Thread.sleep(10);
    }
    assertThat(lost).singleElement().asString().contains("another-machine");
    lock.close();
    assertThat(file()).exists();
  }

  @Test
  void ofManyThatFindADeadLockOneAtATimeHasIt() throws Exception {
    leave("another-machine", 1, STALE.plusSeconds(10));
    int many = 8;
    var inside = new AtomicInteger();
    var most = new ConcurrentHashMap<Integer, Boolean>();
    var start = new CountDownLatch(1);
    var pool = Executors.newFixedThreadPool(many);
    try {
      Callable<Void> one =
          () -> {
            start.await();
            try (var lock = take("run", Duration.ofSeconds(30))) {
              most.put(inside.incrementAndGet(), true);
              Thread.sleep(2);
              inside.decrementAndGet();
            }
            return null;
          };
      var all = new ArrayList<java.util.concurrent.Future<Void>>();
      for (int i = 0; i < many; i++) {
        all.add(pool.submit(one));
      }
      start.countDown();
      for (var each : all) {
        each.get(30, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(most).containsOnlyKeys(1);
    assertThat(told).filteredOn(text -> text.contains("taken over")).hasSize(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatWasMadeForTheLockGoesWithIt() throws Exception {
    var output = folder.resolve("a/b");
    OutputLock.take(
            output.toString(),
            new Configuration(),
            "run",
            Patience.of(Duration.ZERO),
            told::add,
            () -> {},
            lost::add)
        .close();
    assertThat(output).doesNotExist();
    assertThat(folder).exists();
  }
}
