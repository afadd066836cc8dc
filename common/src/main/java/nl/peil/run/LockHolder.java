package nl.peil.run;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;

/**
 * Who holds the lock of an output folder, as it stands in the file.
 *
 * @param token tells this holding from every other
 * @param command what it does, e.g. run
 * @param host name of the machine, and of the container when there is one
 * @param pid number of the process
 * @param processStarted when that process began: numbers are used again
 * @param since when the lock was taken
 */
record LockHolder(
    String token, String command, String host, long pid, String processStarted, Instant since) {

  /** This process. */
  static LockHolder here(String command) {
    var process = ProcessHandle.current();
    return new LockHolder(
        UUID.randomUUID().toString(),
        command,
        hostHere(),
        process.pid(),
        started(process),
        Instant.now());
  }

  /**
   * The name of the machine and of its set of process numbers: containers may share the one and not
   * the other, and then a number says nothing.
   */
  private static String hostHere() {
    var numbers = Path.of("/proc/self/ns/pid");
    try {
      return InetAddress.getLocalHost().getHostName()
          + (Files.isSymbolicLink(numbers) ? " " + Files.readSymbolicLink(numbers) : "");
    } catch (UnknownHostException e) {
      return "a machine without a name " + UUID.randomUUID();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + numbers, e);
    }
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  /** True when it was a process of this machine that is no more. */
  boolean dead() {
    if (!host.equals(hostHere())) {
      return false;
    }
    var process = ProcessHandle.of(pid);
    return process.isEmpty() || !started(process.get()).equals(processStarted);
  }

  /** The text of the file. */
  byte[] write() {
    var text = new Properties();
    text.setProperty("token", token);
    text.setProperty("command", command);
    text.setProperty("host", host);
    text.setProperty("pid", String.valueOf(pid));
    text.setProperty("process_started", processStarted);
    text.setProperty("since", since.toString());
    var out = new StringWriter();
    try {
      text.store(out, "Peil works on this folder; the file goes when it is done");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What stands in the file; one that is just being written has no token yet. */
  static LockHolder read(byte[] content) {
    var text = new Properties();
    try {
      text.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read from memory", e);
    }
    return new LockHolder(
        text.getProperty("token", ""),
        text.getProperty("command", "a command"),
        text.getProperty("host", "an unknown machine"),
        Long.parseLong(text.getProperty("pid", "0")),
        text.getProperty("process_started", ""),
        Instant.parse(text.getProperty("since", "1970-01-01T00:00:00Z")));
  }

  /** For a message. */
  String describe() {
    return token.isEmpty()
        ? "a command that has only just begun"
        : "'peil %s' (process %d on %s, since %s)"
            .formatted(command, pid, host.split(" ", 2)[0], since);
  }
}
