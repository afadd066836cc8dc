package nl.peil.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The file that says that an output folder is in use, on any file system. */
interface LockFile {

  /**
   * What stands in the file.
   *
   * @param holder who holds the lock
   * @param beatMillis when it last said that it is there, milliseconds since 1970
   */
  record Content(LockHolder holder, long beatMillis) {}

  /** The content; empty when there is no file. */
  Optional<Content> read() throws IOException;

  /** Makes the file when there is none; false when there is. */
  boolean create(LockHolder holder) throws IOException;

  /** Shows that the holder is still there. */
  void beat(LockHolder holder) throws IOException;

  /** Takes the file away to a name of its own; false when it is not there any more. */
  boolean moveAside(String name) throws IOException;

  /** What was moved aside under a name. */
  LockHolder readAside(String name) throws IOException;

  /** Removes what was moved aside. */
  void deleteAside(String name) throws IOException;

  /** Removes the file, and the folder when it is empty and {@link #create} had made it. */
  void delete() throws IOException;

  /** Milliseconds after which it is certain that no other has created the file as well. */
  long settleMillis();

  /** The file in a folder. */
  static LockFile in(String folder, String name, Configuration hadoop) throws IOException {
    var root = new Path(folder);
    var files = root.getFileSystem(hadoop);
    var place = files.makeQualified(root);
    return "file".equals(place.toUri().getScheme())
        ? new Local(java.nio.file.Path.of(place.toUri().getPath()), name)
        : new Remote(files, place, name);
  }

  /** On this machine, where Hadoop's own create looks first and creates then: two could get it. */
  final class Local implements LockFile {
    private final java.nio.file.Path folder;
    private final java.nio.file.Path file;
    private boolean madeFolder;

    Local(java.nio.file.Path folder, String name) {
      this.folder = folder;
      this.file = folder.resolve(name);
    }

    @Override
    public Optional<Content> read() throws IOException {
      try {
        return Optional.of(
            new Content(
                LockHolder.read(Files.readAllBytes(file)),
                Files.getLastModifiedTime(file).toMillis()));
      } catch (NoSuchFileException e) {
        return Optional.empty();
      }
    }

    @Override
    public boolean create(LockHolder holder) throws IOException {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        madeFolder = true;
      }
      try {
        Files.write(file, holder.write(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return true;
      } catch (java.nio.file.FileAlreadyExistsException e) {
        return false;
      }
    }

    @Override
    public void beat(LockHolder holder) throws IOException {
      Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
    }

    @Override
    public boolean moveAside(String name) throws IOException {
      try {
        Files.move(file, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return true;
      } catch (NoSuchFileException e) {
        return false;
      }
    }

    @Override
    public LockHolder readAside(String name) throws IOException {
      return LockHolder.read(Files.readAllBytes(folder.resolve(name)));
    }

    @Override
    public void deleteAside(String name) throws IOException {
      Files.deleteIfExists(folder.resolve(name));
    }

    @Override
    public void delete() throws IOException {
      Files.deleteIfExists(file);
      if (madeFolder && isEmpty()) {
        Files.deleteIfExists(folder);
      }
    }

    private boolean isEmpty() throws IOException {
      try (var left = Files.list(folder)) {
        return left.findAny().isEmpty();
      }
    }

    @Override
    public long settleMillis() {
      return 0;
    }
  }

  /** Elsewhere, through Hadoop. */
  final class Remote implements LockFile {
    /** File systems that make a file only when there is none, in one step. */
    private static final Set<String> CERTAIN = Set.of("hdfs", "viewfs", "abfs", "abfss", "gs");

    private static final long SETTLE_MILLIS = 3000;

    private final FileSystem files;
    private final Path folder;
    private final Path file;

    Remote(FileSystem files, Path folder, String name) {
      this.files = files;
      this.folder = folder;
      this.file = new Path(folder, name);
    }

    @Override
    public Optional<Content> read() throws IOException {
      try {
        var status = files.getFileStatus(file);
        return Optional.of(new Content(content(file), status.getModificationTime()));
      } catch (FileNotFoundException e) {
        return Optional.empty();
      }
    }

    private LockHolder content(Path path) throws IOException {
      try (var in = files.open(path)) {
        return LockHolder.read(in.readAllBytes());
      }
    }

    @Override
    public boolean create(LockHolder holder) throws IOException {
      if (files.exists(file)) {
        return false;
      }
      try {
        write(holder, false);
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      }
    }

    private void write(LockHolder holder, boolean overwrite) throws IOException {
      try (var out = files.create(file, overwrite)) {
        out.write(holder.write());
      }
    }

    /** Object stores cannot set a time: the file is written again. */
    @Override
    public void beat(LockHolder holder) throws IOException {
      write(holder, true);
    }

    @Override
    public boolean moveAside(String name) throws IOException {
      return files.exists(file) && files.rename(file, new Path(folder, name));
    }

    @Override
    public LockHolder readAside(String name) throws IOException {
      return content(new Path(folder, name));
    }

    @Override
    public void deleteAside(String name) throws IOException {
      files.delete(new Path(folder, name), false);
    }

    @Override
    public void delete() throws IOException {
      files.delete(file, false);
    }

    @Override
    public long settleMillis() {
      return CERTAIN.contains(files.getScheme()) ? 0 : SETTLE_MILLIS;
    }
  }
}
