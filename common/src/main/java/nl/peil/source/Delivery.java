package nl.peil.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A folder of raw files, on any file system that Hadoop knows (local, HDFS, S3). */
public final class Delivery {

  private final Path root;
  private final Configuration hadoop;

  /**
   * Points at a delivery; nothing is read yet.
   *
   * @param root folder of the delivery: a path or an address with a scheme
   * @param hadoop Hadoop settings, as Spark holds them
   */
  public Delivery(String root, Configuration hadoop) {
    this.hadoop = hadoop;
    try {
      var path = new Path(root);
      this.root = path.getFileSystem(hadoop).makeQualified(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot reach the folder " + root, e);
    }
  }

  /** The folder, fully qualified. */
  public String root() {
    return root.toString();
  }

  /** True when the folder is there. */
  public boolean exists() {
    try {
      return fileSystem().exists(root);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot reach the folder " + root, e);
    }
  }

  /**
   * The files that fit a pattern, ordered by path; empty when there are none.
   *
   * @throws UncheckedIOException when the file system cannot be read
   */
  public List<FoundFile> find(PathPattern pattern) {
    try {
      var found = new ArrayList<FoundFile>();
      var address = root.toUri();
      var folder =
          new Path(
              address.getScheme(), address.getAuthority(), PathPattern.escape(address.getPath()));
      FileStatus[] statuses = fileSystem().globStatus(new Path(folder, pattern.glob()));
      if (statuses == null) {
        return found;
      }
      for (var status : statuses) {
        if (status.isFile()) {
          var relative = relative(status.getPath());
          pattern.match(relative).ifPresent(values -> found.add(file(status, relative, values)));
        }
      }
      found.sort(Comparator.comparing(FoundFile::path));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + pattern.text() + " in " + root, e);
    }
  }

  /**
   * The file at a path; empty when there is none.
   *
   * @param relativePath path relative to the folder
   * @throws UncheckedIOException when the file system cannot be read
   */
  public Optional<FoundFile> file(String relativePath) {
    try {
      var status = fileSystem().getFileStatus(new Path(root, relativePath));
      return status.isFile() ? Optional.of(file(status, relativePath, Map.of())) : Optional.empty();
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for " + relativePath + " in " + root, e);
    }
  }

  /**
   * Opens a file as it is, compressed or not.
   *
   * @param relativePath path relative to the folder
   */
  public FSDataInputStream open(String relativePath) throws IOException {
    return fileSystem().open(new Path(root, relativePath));
  }

  private FileSystem fileSystem() throws IOException {
    return root.getFileSystem(hadoop);
  }

  private String relative(Path path) {
    var base = root.toUri().getPath();
    var full = path.toUri().getPath();
    return full.substring(base.endsWith("/") ? base.length() : base.length() + 1);
  }

  private static FoundFile file(FileStatus status, String relative, Map<String, String> values) {
    return new FoundFile(
        relative,
        status.getPath().toString(),
        status.getLen(),
        status.getModificationTime(),
        values);
  }
}
