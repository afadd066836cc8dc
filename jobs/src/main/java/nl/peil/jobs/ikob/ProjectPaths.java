package nl.peil.jobs.ikob;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.peil.config.ConfigProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folders and files that a project names. A relative path is looked for in the working
 * directory, as IKOB does; then in the folder of the JSON and the folders above it. {@code --base}
 * takes the place of all of these. Where a path is nowhere, its last parts are looked for beside
 * the JSON or in the base: a project that was moved keeps its own folders together.
 */
final class ProjectPaths {

  private final Path project;
  private final @Nullable Path base;
  private final Consumer<String> say;

  ProjectPaths(Path project, @Nullable Path base, Consumer<String> say) {
    this.project = project.toAbsolutePath().normalize();
    this.base = base == null ? null : base.toAbsolutePath().normalize();
    this.say = say;
  }

  /**
   * Finds a folder or file.
   *
   * @param key where the project names it, for messages
   * @param written the path as it is written, with slashes of any kind
   * @throws ConfigProblemException when it is nowhere, with where it was looked for
   */
  Path find(String key, String written) throws ConfigProblemException {
    var path = Path.of(written.replace('\\', '/'));
    if (path.isAbsolute()) {
      if (Files.exists(path)) {
        return path;
      }
      throw nowhere(key, written, List.of());
    }
    var folders = folders();
    for (var folder : folders) {
      var found = folder.resolve(path).normalize();
      if (Files.exists(found)) {
        return found;
      }
    }
    return moved(path)
        .map(
            found -> {
              say.accept("%s '%s': found as %s".formatted(key, written, found));
              return found;
            })
        .orElseThrow(() -> nowhere(key, written, folders));
  }

  private List<Path> folders() {
    if (base != null) {
      return List.of(base);
    }
    var folders = new ArrayList<Path>();
    folders.add(Path.of("").toAbsolutePath());
    for (var folder = project.getParent(); folder != null; folder = folder.getParent()) {
      folders.add(folder);
    }
    return folders;
  }

  private Optional<Path> moved(Path path) {
    var folder = base != null ? base : project.getParent();
    for (int from = 1; folder != null && from < path.getNameCount(); from++) {
      var found = folder.resolve(path.subpath(from, path.getNameCount())).normalize();
      if (Files.exists(found)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private ConfigProblemException nowhere(String key, String written, List<Path> folders) {
    return new ConfigProblemException(
        List.of(
            "%s: %s: expected '%s', it is not there%s"
                .formatted(
                    project,
                    key,
                    written,
                    folders.isEmpty()
                        ? ""
                        : "; looked in %s. --base DIR says where relative paths begin"
                            .formatted(folders))));
  }
}
