package nl.peil.bench.setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.peil.config.ConfigLoader;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;

/**
 * A configuration that rests on another one.
 *
 * @param file the file
 * @param output folder of the tables
 */
public record Configuration(Path file, Path output) {

  /**
   * Writes it: all of the other one, but for what is said here.
   *
   * @param file file to write
   * @param base the configuration it rests on
   * @param delivery folder of the delivery
   * @param output folder of the tables
   * @param changes HOCON that replaces keys
   */
  static Configuration write(Path file, PeilConfig base, Path delivery, Path output, String changes)
      throws IOException {
    var curves = base.decayCurves();
    var catalogue = base.catalogue();
    var text =
        """
        include required(file("%s"))
        input = "%s"
        output = "%s"
        norms = "%s"
        decay_curves = "%s"
        %s
        # goals stand beside the other configuration and are a few rows
        welfare.goals = []
        %s
        """
            .formatted(
                slashes(base.file().toAbsolutePath()),
                slashes(delivery),
                slashes(output),
                slashes(base.norms()),
                curves == null ? "" : slashes(curves),
                catalogue == null
                    ? ""
                    : "catalogue.folder = \"" + slashes(catalogue.folder()) + "\"",
                changes);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return new Configuration(file, output);
  }

  /** A path as it can stand in HOCON. */
  static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** The configuration as Peil reads it. */
  public PeilConfig load() throws ConfigProblemException {
    return ConfigLoader.load(file, Map.of());
  }
}
