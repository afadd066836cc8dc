package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A run in a process of its own, as a scheduler starts it, that waits before it makes a commit: to
 * be killed or stopped at a place that a test knows. It is killed at the end of the test, if it is
 * there still.
 */
final class PausedRun implements AutoCloseable {

  private static final long MINUTES = 5;

  private final Process process;
  private final Path there;
  private final Path said;

  private PausedRun(Process process, Path there, Path said) {
    this.process = process;
    this.there = there;
    this.said = said;
  }

  /**
   * Starts a run and comes back when it waits.
   *
   * @param at table that it is about to commit to
   * @param after a file that must be there first; empty: none
   */
  static PausedRun start(TinyDelivery tiny, String at, String after)
      throws IOException, InterruptedException {
    var there = Files.createTempFile("peil-pause", "");
    Files.delete(there);
    var said = Files.createTempFile("peil-said", ".txt");
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add") || option.startsWith("-XX:Tiered"))
        .forEach(words::add);
    words.addAll(
        List.of(
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Duser.timezone=UTC",
            "-Dpeil.log=" + said + ".log",
            "-D" + PausingLogStore.AT + "=" + at,
            "-D" + PausingLogStore.AFTER + "=" + after,
            "-D" + PausingLogStore.THERE + "=" + there,
            "-Dspark.delta.logStore.file.impl=" + PausingLogStore.class.getName(),
            "-Dspark.sql.codegen.wholeStage=false",
            "-Dspark.sql.codegen.factoryMode=NO_CODEGEN",
            "-Dspark.sql.adaptive.enabled=false",
            "-cp",
            System.getProperty("java.class.path")
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
            "nl.peil.jobs.Peil",
            "run",
            "--conf",
            tiny.conf().toString()));
    var process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    var run = new PausedRun(process, there, said);
    try {
      run.await("a commit to " + at, () -> Files.exists(there));
    } catch (AssertionError | InterruptedException e) {
      run.close();
      throw e;
    }
    return run;
  }

  /**
   * Kills it, without a word.
   *
   * @return exit code
   */
  int kill() throws InterruptedException {
    return process.destroyForcibly().waitFor();
  }

  /** Sends SIGTERM, and comes back when the run has heard it; it still waits. */
  void terminate() throws InterruptedException {
    process.destroy();
    await("the answer to SIGTERM", () -> said().contains("peil: stopping"));
  }

  /**
   * Lets it go on.
   *
   * @return exit code
   */
  int goOn() throws IOException, InterruptedException {
    Files.delete(there);
    assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as(this::said).isTrue();
    return process.exitValue();
  }

  /** What it has printed up to now, on both streams. */
  String said() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(String what, BooleanSupplier came) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (!came.getAsBoolean() && process.isAlive() && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
    assertThat(came.getAsBoolean()).as(() -> what + " never came: " + said()).isTrue();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
