package nl.peil.jobs;

import io.delta.storage.LocalLogStore;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Waits before it writes a commit: all files of the write are there, and the table does not know
 * them yet. Which commit, the system properties {@link #AT} and {@link #AFTER} say; the file named
 * by {@link #THERE} tells that it is there, and it goes on once that file is gone. For {@link
 * PausedRun}.
 */
public final class PausingLogStore extends LocalLogStore {

  /** Table to stop at, before any commit but the one that makes it. */
  static final String AT = "peil.test.pause.at";

  /** File that must be there for it; empty: none. */
  static final String AFTER = "peil.test.pause.after";

  /** File to make when it has stopped. */
  static final String THERE = "peil.test.pause.there";

  /** As Delta makes it. */
  public PausingLogStore(Configuration hadoop) {
    super(hadoop);
  }

  @Override
  public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop)
      throws IOException {
    var after = System.getProperty(AFTER, "");
    if (path.toString().contains("/" + System.getProperty(AT) + "/_delta_log/")
        && path.getName().matches("\\d*[1-9]\\d*\\.json")
        && (after.isEmpty() || Files.exists(java.nio.file.Path.of(after)))) {
      var there = java.nio.file.Path.of(System.getProperty(THERE));
      Files.writeString(there, path.toString());
      try {
        // Not for ever: whoever started this process may be gone
        for (int waited = 0; Files.exists(there); waited += 10) {
          if (waited > 600_000) {
            throw new IOException("nobody said to go on in ten minutes");
          }
          Thread.sleep(10);
        }
      } catch (InterruptedException e) {
        throw new IOException("woken up before it was told to go on", e);
      }
    }
    super.write(path, actions, overwrite, hadoop);
  }
}
