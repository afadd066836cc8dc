package nl.peil.bench.setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Folders as a whole. */
public final class Folders {

  private Folders() {}

  /** Deletes a folder and all in it; links are deleted, not what they point at. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    var all = everything(folder);
    Collections.reverse(all);
    for (var path : all) {
      Files.delete(path);
    }
  }

  /** Copies a folder and all in it to a place where nothing is. */
  public static void copy(Path from, Path to) throws IOException {
    for (var path : everything(from)) {
      var target = to.resolve(from.relativize(path));
      Files.createDirectories(target.getParent());
      Files.copy(path, target);
    }
  }

  /** Bytes of all files in a folder. */
  public static long bytes(Path folder) throws IOException {
    long bytes = 0;
    for (var path : everything(folder)) {
      bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
    }
    return bytes;
  }

  private static List<Path> everything(Path folder) throws IOException {
    try (var found = Files.walk(folder)) {
      return new ArrayList<>(found.toList());
    }
  }
}
