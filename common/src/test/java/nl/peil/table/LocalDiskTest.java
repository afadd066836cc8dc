package nl.peil.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
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
  void aLinkIsALinkAndAFileAFile() throws IOException {
    var contexts = FileContext.getFileContext(URI.create("file:///"), hadoop);
    assertThat(contexts.getDefaultFileSystem()).isInstanceOf(LocalDisk.ForContexts.class);
    var file = Files.writeString(folder.resolve("a.txt"), "four");
    var link = Files.createSymbolicLink(folder.resolve("b.txt"), file);

    var ofFile = contexts.getFileLinkStatus(new Path(file.toUri()));
    assertThat(ofFile.isSymlink()).isFalse();
    assertThat(ofFile.getLen()).isEqualTo(4);
    var ofLink = contexts.getFileLinkStatus(new Path(link.toUri()));
    assertThat(ofLink.isSymlink()).isTrue();
    assertThat(ofLink.getSymlink().getName()).isEqualTo("a.txt");
  }

  @Test
  void renamesOverNothingAndNotOverAnother() throws IOException {
    var contexts = FileContext.getFileContext(URI.create("file:///"), hadoop);
    var from = Files.writeString(folder.resolve("new"), "new");
    var there = Files.writeString(folder.resolve("there"), "old");

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> contexts.rename(new Path(from.toUri()), new Path(there.toUri())))
        .isInstanceOf(IOException.class);
    assertThat(there).hasContent("old");
    contexts.rename(new Path(from.toUri()), new Path(folder.resolve("other").toUri()));
    assertThat(folder.resolve("other")).hasContent("new");
  }
}
