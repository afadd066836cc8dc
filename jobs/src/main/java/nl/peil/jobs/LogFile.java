package nl.peil.jobs;

import java.nio.file.Path;
import java.time.Instant;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.cli.LogLevel;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.jspecify.annotations.Nullable;

/** The log of a command: where it goes, in which form, and how much it tells. */
final class LogFile {

  /** Read by conf/log4j2.properties. */
  private static final String FILE = "peil.log";

  /** Likewise: text or json. */
  private static final String FORMAT = "peil.log.format";

  private LogFile() {}

  /**
   * Sends the log of a run to a file beside the tables, or here when they are not on this machine.
   * What writes nothing leaves no log there either.
   */
  static void open(@Nullable PeilConfig config, Arguments args) {
    var format = args.text("log-format");
    if (format != null) {
      System.setProperty(FORMAT, format);
    }
    if (System.getProperty(FILE) == null) {
      System.setProperty(FILE, folder(config, args).resolve(name(args)).toString());
      if (System.getProperty("spark.master") != null) {
        // spark-submit has begun to log before the name of the file was known
        Configurator.reconfigure();
      }
    }
    for (var text : args.names("log-level")) {
      var level = LogLevel.of(text);
      if (level.logger().isEmpty()) {
        Configurator.setRootLevel(Level.valueOf(level.level()));
      } else {
        Configurator.setLevel(level.logger(), Level.valueOf(level.level()));
      }
    }
  }

  private static Path folder(@Nullable PeilConfig config, Arguments args) {
    if (!Locked.writes(args)) {
      return Path.of(System.getProperty("java.io.tmpdir"), "peil-logs");
    }
    var output = config == null ? "" : config.output();
    return output.contains("://") ? Path.of("logs") : Path.of(output, "logs");
  }

  private static String name(Arguments args) {
    var stamp = Instant.now().toString().replaceAll("[-:]|\\..*", "");
    return args.command() + "-" + stamp + ".log";
  }
}
