package nl.peil.table;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The disk of this machine for Hadoop, as Hadoop's own, but without a process for every file:
 * without its native library Hadoop starts {@code chmod} and {@code readlink}, several times in
 * every commit to a Delta table. On disks without such permissions everything is as it was.
 */
final class LocalDisk extends RawLocalFileSystem {

  /** For paths: {@code fs.file.impl}. */
  public static final class ForPaths extends LocalFileSystem {
    /** Hadoop makes it by its name. */
    public ForPaths() {
      super(new LocalDisk());
    }
  }

  /** For contexts, which Delta renames its commits in: {@code fs.AbstractFileSystem.file.impl}. */
  public static final class ForContexts extends ChecksumFs {
    /** Hadoop makes it by its name. */
    public ForContexts(URI disk, Configuration hadoop)
        throws IOException, java.net.URISyntaxException {
      super(new Raw(disk, hadoop));
    }
  }

  private static final class Raw extends DelegateToFileSystem {
    private Raw(URI disk, Configuration hadoop) throws IOException, java.net.URISyntaxException {
      super(disk, new LocalDisk(), hadoop, FsConstants.LOCAL_FS_URI.getScheme(), false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }

    @Override
    public boolean isValidName(String name) {
      return true;
    }
  }

  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    var file = pathToFile(path).toPath();
    if (permission.getStickyBit()
        || !file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      super.setPermission(path, permission);
      return;
    }
    Files.setPosixFilePermissions(file, permissions(permission.toShort()));
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    var all = PosixFilePermission.values();
    var set = EnumSet.noneOf(PosixFilePermission.class);
    for (int i = 0; i < all.length; i++) {
      // From OWNER_READ, the highest of nine bits, to OTHERS_EXECUTE
      if ((mode >> (all.length - 1 - i) & 1) == 1) {
        set.add(all[i]);
      }
    }
    return set;
  }

  @Override
  public FileStatus getFileLinkStatus(Path path) throws IOException {
    return Files.isSymbolicLink(pathToFile(path).toPath())
        ? super.getFileLinkStatus(path)
        : getFileStatus(path);
  }
}
