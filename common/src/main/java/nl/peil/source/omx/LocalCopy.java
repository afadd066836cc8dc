package nl.peil.source.omx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.conf.Configuration;

/**
 * A file that is on this machine: as it is, or as a copy that is removed on close.
 *
 * @param path where it is
 * @param temporary it is a copy
 * @param note what was copied, for a person; empty when nothing was
 */
record LocalCopy(Path path, boolean temporary, String note) implements Closeable {

  static LocalCopy inPlace(Path path) {
    return new LocalCopy(path, false, "");
  }

  /** Copies what is not on a local disk. */
  static LocalCopy of(String uri, Configuration hadoop) throws IOException {
    var path = new org.apache.hadoop.fs.Path(uri);
    var fileSystem = path.getFileSystem(hadoop);
    var qualified = fileSystem.makeQualified(path);
    if (qualified.toUri().getScheme().equals("file")) {
      return inPlace(Path.of(qualified.toUri().getPath()));
    }
    return of(fileSystem.open(path), qualified.toString());
  }

  /**
   * Copies a stream.
   *
   * @param in bytes of the file; closed afterwards
   * @param from where they come from, for the note
   */
  static LocalCopy of(InputStream in, String from) throws IOException {
    Path copy;
    try (in) {
      copy = Files.createTempFile("peil-", ".omx");
      try {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(copy);
        throw e;
      }
    }
    return new LocalCopy(
        copy,
        true,
        "%s was copied to %s (%,.1f MB), because HDF5 is read from a local disk; the copy is removed afterwards"
            .formatted(from, copy, Files.size(copy) / 1e6));
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      Files.deleteIfExists(path);
    }
  }
}
