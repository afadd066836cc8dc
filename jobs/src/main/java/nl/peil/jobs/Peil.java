package nl.peil.jobs;

import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import nl.peil.config.ConfigLoader;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.cli.ArgumentsParser;
import nl.peil.jobs.cli.Interrupt;
import nl.peil.jobs.cli.Progress;
import nl.peil.jobs.export.ExportCommand;
import nl.peil.jobs.ikob.IkobCommand;
import nl.peil.jobs.ingest.MissingFileException;
import nl.peil.jobs.matrix.ConvertCommand;
import nl.peil.jobs.measure.Catalogue;
import nl.peil.jobs.measure.MeasureCommand;
import nl.peil.jobs.sample.SampleDelivery;
import nl.peil.quality.RejectedFileException;
import nl.peil.run.OutputInUseException;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The program: reads the command line, runs a command, and turns what comes of it into an exit
 * code.
 */
public final class Peil {

  /** All went well. */
  public static final int DONE = 0;

  /** Something went wrong that is neither the configuration nor the data. */
  public static final int FAILED = 1;

  /** The command line or the configuration is wrong; nothing was done. */
  public static final int WRONG_USAGE = 2;

  /** At least one file was rejected; the rest is stored. */
  public static final int DATA_REJECTED = 3;

  /** Another command works on the same output; nothing was done. */
  public static final int OUTPUT_IN_USE = 4;

  /** Stopped by the user. */
  public static final int INTERRUPTED = 130;

  private Peil() {}

  /** Runs a command and ends the program with its exit code. */
  public static void main(String[] words) {
    boolean terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
    System.exit(run(List.of(words), System.out, terminal));
  }

  /**
   * Runs a command.
   *
   * @param words command line
   * @param out where results and progress go
   * @param terminal a person looks at the output as it comes
   * @return exit code
   */
  public static int run(List<String> words, PrintStream out, boolean terminal) {
    var parser = new ArgumentsParser(out);
    var arguments = parser.read(words);
    if (parser.helpShown()) {
      return DONE;
    }
    if (arguments.isEmpty()) {
      return WRONG_USAGE;
    }
    var args = arguments.get();
    var interrupt = new Interrupt();
    try {
      return command(args, out, terminal, interrupt);
    } catch (ConfigProblemException e) {
      e.problems().forEach(problem -> System.err.println("peil: " + problem));
      return WRONG_USAGE;
    } catch (MissingFileException e) {
      System.err.println("peil: " + e.getMessage());
      return WRONG_USAGE;
    } catch (RejectedFileException e) {
      System.err.println("peil: " + e.getMessage());
      return DATA_REJECTED;
    } catch (OutputInUseException e) {
      System.err.println("peil: " + e.getMessage());
      return OUTPUT_IN_USE;
    } catch (Exception e) {
      if (interrupt.requested()) {
        System.err.println("peil: stopped; what was finished is stored, run again to go on");
        return INTERRUPTED;
      }
      System.err.println("peil: " + Failure.describe(e));
      System.err.println(
          "      the whole story is in the log: " + System.getProperty("peil.log", "(no log)"));
      LoggerFactory.getLogger(Peil.class).error("failed", e);
      return FAILED;
    }
  }

  private static int command(Arguments args, PrintStream out, boolean terminal, Interrupt interrupt)
      throws Exception {
    if (args.command().isEmpty()) {
      System.err.println(
          "peil: name a command: run, plan, status, validate, catalogue, publish, maintain, sample, sql, report, explain, diff,"
              + " export, measure, convert or ikob. Try ./peil --help");
      return WRONG_USAGE;
    }
    if (args.command().equals("sample")) {
      return sample(args, out);
    }
    if (args.command().equals("measure")) {
      return measure(args, out, interrupt);
    }
    if (args.command().equals("convert")) {
      return convert(args, interrupt);
    }
    if (args.command().equals("ikob")) {
      logTo(null, args);
      IkobCommand.of(args, System.err::println).run();
      return DONE;
    }
    var file = args.conf();
    if (file == null) {
      System.err.println(
          "peil: " + args.command() + " needs --conf FILE, e.g. --conf conf/sample.conf");
      return WRONG_USAGE;
    }
    var config = ConfigLoader.load(file, args.settings(), args.whatIfs());
    logTo(config, args);
    try (var progress = new Progress(args.command().equals("sql") ? System.err : out, terminal);
        var session = PeilSession.open(args.command())) {
      var spark = session.spark();
      progress.watch(spark.sparkContext());
      if (session.own()) {
        interrupt.cancels(spark.sparkContext());
      }
      return Locked.run(
          args,
          config,
          spark,
          progress,
          interrupt,
          () -> command(args, config, spark, progress, interrupt, out));
    }
  }

  private static int command(
      Arguments args,
      PeilConfig config,
      SparkSession spark,
      Progress progress,
      Interrupt interrupt,
      PrintStream out)
      throws Exception {
    return switch (args.command()) {
      case "run" -> RunCommand.run(args, config, spark, progress, interrupt);
      case "publish" -> PublishCommand.run(args, config, spark, progress);
      case "maintain" -> MaintainCommand.run(args, config, spark, progress, interrupt);
      case "plan" -> RunCommand.run(args.asDryRun(), config, spark, progress, interrupt);
      case "validate" -> ValidateCommand.run(config, spark, progress, interrupt);
      case "catalogue" -> CatalogueCommand.run(config, spark, progress);
      case "status" -> StatusCommand.run(config, spark, progress);
      case "report" -> ReportCommand.run(args, config, spark, progress, interrupt);
      case "sql" -> SqlCommand.run(args, config, spark, out);
      case "explain" -> ExplainCommand.run(args, config, spark, progress);
      case "diff" -> DiffCommand.run(args, config, spark, progress);
      case "export" -> {
        ExportCommand.run(args, config, spark, progress, interrupt, version());
        yield DONE;
      }
      default -> throw new IllegalStateException("no command " + args.command());
    };
  }

  /** The version of the program, as it stands in its jar. */
  static String version() {
    var version = Peil.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static int measure(Arguments args, PrintStream out, Interrupt interrupt)
      throws Exception {
    if (args.has("list")) {
      out.print(Catalogue.text());
      return DONE;
    }
    logTo(null, args);
    // Values may go to the output, for the next program; what is said to a person does not.
    var command = MeasureCommand.of(args, System.err::println);
    try (var session = PeilSession.open("measure")) {
      if (session.own()) {
        interrupt.cancels(session.spark().sparkContext());
      }
      command.run(session.spark(), out);
    }
    return DONE;
  }

  private static int convert(Arguments args, Interrupt interrupt) throws Exception {
    logTo(null, args);
    var checked = ConvertCommand.of(args, System.err::println).check();
    if (!checked.needsSpark()) {
      checked.write(null);
      return DONE;
    }
    try (var session = PeilSession.open("convert")) {
      if (session.own()) {
        interrupt.cancels(session.spark().sparkContext());
      }
      checked.write(session.spark());
    }
    return DONE;
  }

  private static int sample(Arguments args, PrintStream out) throws Exception {
    var folder = args.path("out");
    if (folder == null) {
      return WRONG_USAGE;
    }
    try {
      var summary =
          SampleDelivery.write(folder, args.number("zones", SampleDelivery.DEFAULT_ZONES));
      out.printf(
          "wrote %,d files with %,d rows, %.1f MB, to %s%n",
          summary.files(), summary.rows(), summary.bytes() / 1e6, folder);
      return DONE;
    } catch (IllegalArgumentException | FileAlreadyExistsException e) {
      System.err.println("peil: " + e.getMessage());
      return WRONG_USAGE;
    }
  }

  /**
   * Sends the log of a run to a file beside the tables, or here when they are not on this machine.
   * What writes nothing leaves no log there either.
   */
  private static void logTo(@Nullable PeilConfig config, Arguments args) {
    if (System.getProperty("peil.log") == null) {
      boolean writes = Locked.writes(args);
      var output = config == null ? "" : config.output();
      var folder =
          !writes
              ? Path.of(System.getProperty("java.io.tmpdir"), "peil-logs")
              : output.contains("://") ? Path.of("logs") : Path.of(output, "logs");
      var stamp = Instant.now().toString().replaceAll("[-:]|\\..*", "");
      System.setProperty(
          "peil.log", folder.resolve(args.command() + "-" + stamp + ".log").toString());
      if (System.getProperty("spark.master") != null) {
        // spark-submit has begun to log before the name of the file was known
        Configurator.reconfigure();
      }
    }
  }
}
