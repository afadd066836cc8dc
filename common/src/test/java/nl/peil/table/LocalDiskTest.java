package nl.peil.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LocalDiskTest {

  @TempDir java.nio.file.Path folder;

  private final Configuration hadoop = new Configuration();

  @BeforeEach
  void configure() {
    SessionSettings.embedded(2)
        .forEach(
            (key, value) -> {
              if (key.startsWith("spark.hadoop.")) {
                hadoop.set(key.substring("spark.hadoop.".length()), value.toString());
              }
            });
  }

  @Test
  void permissionsAreThoseThatWereAsked() throws IOException {
    try (var disk = FileSystem.newInstance(URI.create("file:///"), hadoop)) {
      assertThat(disk).isInstanceOf(LocalDisk.ForPaths.class);
      var file = Files.writeString(folder.resolve("a.txt"), "a");
      for (var mode : new String[] {"rw-r-----", "rwxr-x--x", "r--------", "rwxrwxrwx"}) {
        disk.setPermission(new Path(file.toUri()), FsPermission.valueOf("-" + mode));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo(mode);
      }
    }
  }

  @Test
  void filesAndLinksAreToldAsHadoopItselfTellsThem() throws IOException {
    var disk = URI.create("file:///");
    var mine = FileContext.getFileContext(disk, hadoop);
    var own = FileContext.getFileContext(disk, new Configuration());
    assertThat(mine.getDefaultFileSystem()).isInstanceOf(LocalDisk.ForContexts.class);
    assertThat(own.getDefaultFileSystem()).isNotInstanceOf(LocalDisk.ForContexts.class);
    var file = Files.writeString(folder.resolve("a.txt"), "four");
    var link = Files.createSymbolicLink(folder.resolve("b.txt"), file);

    for (var each : List.of(file, link, folder)) {
      var path = new Path(each.toUri());
      var told = mine.getFileLinkStatus(path);
      var expected = own.getFileLinkStatus(path);
      assertThat(told.getPath()).isEqualTo(expected.getPath());
      assertThat(told.getLen()).isEqualTo(expected.getLen());
      assertThat(told.isSymlink()).isEqualTo(expected.isSymlink());
      assertThat(told.isDirectory()).isEqualTo(expected.isDirectory());
    }
    assertThat(mine.getFileLinkStatus(new Path(file.toUri())).getLen()).isEqualTo(4);
    assertThatThrownBy(() -> mine.getFileLinkStatus(new Path(folder.resolve("none").toUri())))
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void renamesOverNothingAndNotOverAnother() throws IOException {
    var contexts = FileContext.getFileContext(URI.create("file:///"), hadoop);
    var from = Files.writeString(folder.resolve("new"), "new");
    var there = Files.writeString(folder.resolve("there"), "old");

    assertThatThrownBy(() -> contexts.rename(new Path(from.toUri()), new Path(there.toUri())))
        .isInstanceOf(IOException.class);
    assertThat(there).hasContent("old");
    contexts.rename(new Path(from.toUri()), new Path(folder.resolve("other").toUri()));
    assertThat(folder.resolve("other")).hasContent("new");
  }
}
