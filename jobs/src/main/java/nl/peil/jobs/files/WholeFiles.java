package nl.peil.jobs.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder of files, on this machine or wherever tables can be. A file is there as a whole or not
 * at all: it is written aside and then gets its name.
 */
public final class WholeFiles {

  private static final int BUFFER = 1 << 16;

  private final FileSystem files;
  private final Path root;

  /**
   * A folder; it is made when something is written.
   *
   * @throws IOException when its file system cannot be reached
   */
  public WholeFiles(String folder, Configuration hadoop) throws IOException {
    var path = new Path(folder);
    var system = path.getFileSystem(hadoop);
    this.root = system.makeQualified(path);
    // Beside every file Hadoop would leave one with its checksum, which nobody could explain
    this.files = system instanceof LocalFileSystem local ? local.getRaw() : system;
  }

  /** Writes a text under a name in the folder, in place of what was there. */
  public void write(String name, String text) throws IOException {
    var target = new Path(root, name);
    files.mkdirs(target.getParent());
    var aside = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID());
    try {
      try (var out = files.create(aside, true, BUFFER)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      if (!files.rename(aside, target)) {
        // Not every file system puts a file in the place of another
        files.delete(target, false);
        if (!files.rename(aside, target)) {
          throw new IOException("cannot give " + aside + " the name " + target);
        }
      }
    } finally {
      files.delete(aside, false);
    }
  }

  /** Reads a text; empty when there is none. */
  public Optional<String> read(String name) throws IOException {
    try (var in = files.open(new Path(root, name))) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Removes a file, when it is there. */
  public void delete(String name) throws IOException {
    files.delete(new Path(root, name), false);
  }

  /** True when the folder is there. */
  public boolean exists() throws IOException {
    return files.exists(root);
  }

  /** The address of a file. */
  public String address(String name) {
    var path = new Path(root, name);
    return "file".equals(root.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
  }
}
