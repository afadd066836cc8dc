package nl.peil.bench.whole;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command of Peil in a new process with this JVM's own options, which are the launcher's. */
public final class ChildProcess {

  private ChildProcess() {}

  /**
   * Runs a command and waits for its end.
   *
   * @param words command line of Peil
   * @param peak file to write the largest resident memory to
   * @param log file to write the output to
   * @throws IllegalStateException when it ends with another exit code than 0
   */
  public static void run(List<String> words, Path peak, Path log)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ChildRun.class.getName(), peak.toString()));
    command.addAll(words);
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    int code;
    try {
      code = process.waitFor();
    } finally {
      process.destroy();
    }
    if (code != 0) {
      throw new IllegalStateException(
          "expected exit code 0 of peil %s, got %d; it said:%n%s"
              .formatted(words.get(0), code, Files.readString(log)));
    }
  }
}
