package nl.peil.jobs;

import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import nl.peil.config.ConfigLoader;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.cli.ArgumentsParser;
import nl.peil.jobs.cli.Console;
import nl.peil.jobs.cli.Interrupt;
import nl.peil.jobs.cli.Progress;
import nl.peil.jobs.export.ExportCommand;
import nl.peil.jobs.ikob.IkobCommand;
import nl.peil.jobs.matrix.ConvertCommand;
import nl.peil.jobs.measure.Catalogue;
import nl.peil.jobs.measure.MeasureCommand;
import nl.peil.jobs.operate.RunDiary;
import nl.peil.jobs.register.RegisterCommand;
import nl.peil.jobs.sample.SampleDelivery;
import org.apache.spark.sql.SparkSession;

/**
 * The program: reads the command line, runs a command, and turns what comes of it into an exit
 * code.
 */
public final class Peil {

  private Peil() {}

  /** Runs a command and ends the program with its exit code. */
  public static void main(String[] words) {
    System.exit(run(List.of(words), Console.ofProcess()));
  }

  /**
   * Runs a command.
   *
   * @param words command line
   * @param console where it speaks
   * @return exit code
   */
  public static int run(List<String> words, Console console) {
    var parser = new ArgumentsParser(console);
    var arguments = parser.read(words);
    if (parser.helpShown()) {
      return ExitCode.DONE.code();
    }
    return arguments.map(args -> ended(args, console)).orElse(ExitCode.WRONG_USAGE).code();
  }

  private static ExitCode ended(Arguments args, Console console) {
    var interrupt = new Interrupt(console);
    var told = new RunTold(args, console);
    Ending ending;
    try {
      ending = Ending.of(command(args, console, interrupt, told));
    } catch (Exception | OutOfMemoryError e) {
      ending = Ending.of(e, interrupt, console);
    }
    told.ended(ending);
    return ending.code();
  }

  private static ExitCode command(
      Arguments args, Console console, Interrupt interrupt, RunTold told) throws Exception {
    if (args.command().isEmpty()) {
      console.problem(
          "name a command: run, plan, status, validate, catalogue, publish, maintain, register, sample, sql, report, export,"
              + " explain, diff, measure, convert or ikob. Try ./peil --help");
      return ExitCode.WRONG_USAGE;
    }
    if (args.has("summary") && args.dryRun()) {
      console.problem("--summary is about a run; with --dry-run there is none");
      return ExitCode.WRONG_USAGE;
    }
    if (args.command().equals("sample")) {
      return sample(args, console);
    }
    if (args.command().equals("measure")) {
      return measure(args, console, interrupt);
    }
    if (args.command().equals("convert")) {
      return convert(args, console, interrupt);
    }
    if (args.command().equals("ikob")) {
      LogFile.open(null, args);
      IkobCommand.of(args, console.err()::println).run();
      return ExitCode.DONE;
    }
    var file = args.conf();
    if (file == null) {
      console.problem(args.command() + " needs --conf FILE, e.g. --conf conf/sample.conf");
      return ExitCode.WRONG_USAGE;
    }
    var config = ConfigLoader.load(file, args.settings(), args.whatIfs());
    LogFile.open(config, args);
    try (var progress =
            new Progress(printsRows(args) ? console.err() : console.out(), console.terminal());
        var session = PeilSession.open(args.command())) {
      var spark = session.spark();
      told.begins(config, spark.sparkContext().hadoopConfiguration());
      progress.watch(spark.sparkContext());
      session.heeds(interrupt);
      return Locked.run(
          args,
          config,
          spark,
          progress,
          interrupt,
          () -> command(args, config, spark, progress, interrupt, console, told.diary()));
    }
  }

  private static ExitCode command(
      Arguments args,
      PeilConfig config,
      SparkSession spark,
      Progress progress,
      Interrupt interrupt,
      Console console,
      RunDiary diary)
      throws Exception {
    return switch (args.command()) {
      case "run" -> RunCommand.run(args, config, spark, progress, interrupt, diary);
      case "publish" -> PublishCommand.run(args, config, spark, progress);
      case "maintain" -> MaintainCommand.run(args, config, spark, progress, interrupt);
      case "plan" -> RunCommand.run(args.asDryRun(), config, spark, progress, interrupt, diary);
      case "validate" -> ValidateCommand.run(config, spark, progress, interrupt);
      case "catalogue" -> CatalogueCommand.run(config, spark, progress);
      case "status" -> StatusCommand.run(args, config, spark, progress, console);
      case "report" -> ReportCommand.run(args, config, spark, progress, interrupt);
      case "sql" -> SqlCommand.run(args, config, spark, console.out());
      case "explain" -> ExplainCommand.run(args, config, spark, progress);
      case "diff" -> DiffCommand.run(args, config, spark, progress);
      case "register" -> {
        RegisterCommand.run(args, config, spark, progress, console.out());
        yield ExitCode.DONE;
      }
      case "export" -> {
        ExportCommand.run(args, config, spark, progress, interrupt, version());
        yield ExitCode.DONE;
      }
      default -> throw new IllegalStateException("no command " + args.command());
    };
  }

  /** True when its output is for the next program. */
  private static boolean printsRows(Arguments args) {
    return args.command().equals("sql") || args.has("json") || args.has("print");
  }

  /** The version of the program, as it stands in its jar. */
  static String version() {
    var version = Peil.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static ExitCode measure(Arguments args, Console console, Interrupt interrupt)
      throws Exception {
    if (args.has("list")) {
      console.out().print(Catalogue.text());
      return ExitCode.DONE;
    }
    LogFile.open(null, args);
    // Values may go to the output, for the next program; what is said to a person does not.
    var command = MeasureCommand.of(args, console.err()::println);
    try (var session = PeilSession.open("measure")) {
      session.heeds(interrupt);
      command.run(session.spark(), console.out());
    }
    return ExitCode.DONE;
  }

  private static ExitCode convert(Arguments args, Console console, Interrupt interrupt)
      throws Exception {
    LogFile.open(null, args);
    var checked = ConvertCommand.of(args, console.err()::println).check();
    if (!checked.needsSpark()) {
      checked.write(null);
      return ExitCode.DONE;
    }
    try (var session = PeilSession.open("convert")) {
      session.heeds(interrupt);
      checked.write(session.spark());
    }
    return ExitCode.DONE;
  }

  private static ExitCode sample(Arguments args, Console console) throws Exception {
    var folder = args.path("out");
    if (folder == null) {
      return ExitCode.WRONG_USAGE;
    }
    try {
      var summary =
          SampleDelivery.write(folder, args.number("zones", SampleDelivery.DEFAULT_ZONES));
      console
          .out()
          .printf(
              "wrote %,d files with %,d rows, %.1f MB, to %s%n",
              summary.files(), summary.rows(), summary.bytes() / 1e6, folder);
      return ExitCode.DONE;
    } catch (IllegalArgumentException | FileAlreadyExistsException e) {
      console.problem(String.valueOf(e.getMessage()));
      return ExitCode.WRONG_USAGE;
    }
  }
}
