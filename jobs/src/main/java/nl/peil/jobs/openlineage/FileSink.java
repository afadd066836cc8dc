package nl.peil.jobs.openlineage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Adds events to a file, a line each.
 *
 * @param file the file; made when it is not there
 */
record FileSink(Path file) implements EventSink {

  @Override
  public void send(String json) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, json + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
