package nl.peil.jobs.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.peil.jobs.sample.SampleDelivery;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import scala.util.Either;
import scopt.OptionDef;
import scopt.OptionParser;
import scopt.Read$;

/** The command line of Peil: sub-commands, their options and the help text. */
public final class ArgumentsParser extends OptionParser<Arguments> {

  private static final String[] HEAD = {
    "Peil: regional accessibility analyses as Delta tables.",
    "",
    "  ./peil run --conf conf/sample.conf                 deliver, check, compute: all tables up to date",
    "  ./peil sql --conf conf/sample.conf \"SHOW VIEWS\"    look at the tables",
    ""
  };

  private static final String TAIL =
      """

      Any command:
        builds Peil on first use; needs a JDK 17 and nothing else
        exit code 0 done, 1 failed, 2 command line or configuration wrong, 3 data rejected (the rest is stored),
                  130 stopped with Ctrl-C (what was finished is stored; run again to go on)
      The log of a run goes to logs/ in the output folder, of other commands to the folder for temporary files.
      docs/operations.md tells more.
      """;

  private final PrintStream out;
  private boolean helpShown;

  /**
   * The parser with all commands.
   *
   * @param out where the help goes
   */
  public ArgumentsParser(PrintStream out) {
    super("peil");
    this.out = out;
    head(scala.jdk.javaapi.CollectionConverters.asScala(List.of(String.join("\n", HEAD))).toSeq());
    help("help").text("show this help");
    opt("conf", Read$.MODULE$.stringRead())
        .valueName("FILE")
        .text("configuration (HOCON); conf/sample.conf is one to start from")
        .action((file, args) -> args.withConf(Path.of(file)));
    opt("set", Read$.MODULE$.stringRead())
        .valueName("key=value")
        .unbounded()
        .text(
            "replace a key of the configuration, e.g. --set output=DIR; may be given several times")
        .validate(
            text ->
                text.indexOf('=') > 0
                    ? success()
                    : failure("--set takes key=value, got '" + text + "'"))
        .action(
            (text, args) ->
                args.withSetting(
                    text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1)));
    opt("master", Read$.MODULE$.stringRead())
        .valueName("URL")
        .text("run on a cluster through spark-submit of SPARK_HOME, e.g. spark://host:7077 or yarn")
        .action((url, args) -> args.withMaster(url));
    run();
    simple("plan", "say what 'run' would do and why, and stop (= run --dry-run)");
    simple("status", "tables with rows, size, version, and what is stale");
    simple("validate", "check the whole delivery and write nothing");
    sample();
    sql();
    note(TAIL);
  }

  private void run() {
    children(
        cmd("run")
            .text("\nbring all tables up to date: only what is stale is made again")
            .action((unit, args) -> args.withCommand("run")),
        opt("dry-run", Read$.MODULE$.unitRead())
            .text("stop after the plan")
            .action((unit, args) -> args.asDryRun()),
        opt("force", Read$.MODULE$.unitRead())
            .text("make everything again, also what is up to date")
            .action((unit, args) -> args.withForce()),
        opt("only", Read$.MODULE$.stringRead())
            .valueName("TABLE,...")
            .text("make these tables only")
            .validate(this::knownTables)
            .action((text, args) -> args.withOnly(Arrays.asList(text.split(",", -1)))));
  }

  private Either<String, BoxedUnit> knownTables(String text) {
    var names = Tables.all().stream().map(TableSpec::name).toList();
    for (var name : text.split(",", -1)) {
      if (!names.contains(name)) {
        return failure("--only: there is no table '" + name + "'; tables: " + names);
      }
    }
    return success();
  }

  private void sample() {
    children(
        cmd("sample")
            .text("\nwrite the raw delivery of a fictional region, to try things on")
            .action((unit, args) -> args.withCommand("sample")),
        opt("out", Read$.MODULE$.stringRead())
            .valueName("DIR")
            .required()
            .text("folder to write; absent or empty")
            .action((folder, args) -> args.withOut(Path.of(folder))),
        opt("zones", Read$.MODULE$.intRead())
            .valueName("N")
            .text(
                "number of zones, "
                    + SampleDelivery.DEFAULT_ZONES
                    + " when not given, at most "
                    + SampleDelivery.MOST_ZONES)
            .validate(
                n ->
                    (Integer) n >= SampleDelivery.FEWEST_ZONES
                            && (Integer) n <= SampleDelivery.MOST_ZONES
                        ? success()
                        : failure(
                            "--zones takes %d to %d, got %s"
                                .formatted(
                                    SampleDelivery.FEWEST_ZONES, SampleDelivery.MOST_ZONES, n)))
            .action((n, args) -> args.withZones((Integer) n)));
  }

  private void sql() {
    children(
        cmd("sql")
            .text("\nask the tables; each is a view of its name")
            .action((unit, args) -> args.withCommand("sql")),
        arg("QUERY", Read$.MODULE$.stringRead())
            .text("Spark SQL, in quotes")
            .action((query, args) -> args.withQuery(query)),
        opt("format", Read$.MODULE$.stringRead())
            .valueName("table|csv|json")
            .text("how to print; table when not given")
            .validate(
                text ->
                    List.of("table", "csv", "json").contains(text)
                        ? success()
                        : failure("--format takes table, csv or json, got '" + text + "'"))
            .action((format, args) -> args.withFormat(format)),
        opt("as-of", Read$.MODULE$.stringRead())
            .valueName("WHEN")
            .text(
                "the tables as they were: a run id, or a moment (UTC) such as '2026-11-20 10:00:00'")
            .action((moment, args) -> args.withAsOf(moment)),
        opt("limit", Read$.MODULE$.intRead())
            .valueName("N")
            .text("rows that a table prints at most; 1000 when not given")
            .action((n, args) -> args.withLimit((Integer) n)));
  }

  private void simple(String command, String text) {
    cmd(command).text("\n" + text).action((unit, args) -> args.withCommand(command));
  }

  @SafeVarargs
  private static void children(
      OptionDef<BoxedUnit, Arguments> command, OptionDef<?, Arguments>... options) {
    command.children(CollectionConverters.asScala(Arrays.asList(options)).toSeq());
  }

  @Override
  public Option<Object> showUsageOnError() {
    return Option.apply(false);
  }

  @Override
  public void displayToOut(String message) {
    out.println(message);
  }

  @Override
  public void reportError(String message) {
    System.err.println("peil: " + message);
  }

  /** Help does not end the program here: the caller decides. */
  @Override
  public void terminate(Either<String, BoxedUnit> exitState) {
    helpShown = true;
  }

  /**
   * Reads the command line.
   *
   * @return empty when it is wrong; what is wrong was printed
   */
  public Optional<Arguments> read(List<String> words) {
    var parsed = parse(CollectionConverters.asScala(words).toSeq(), Arguments.NONE);
    if (parsed.isEmpty()) {
      System.err.println("Try ./peil --help");
      return Optional.empty();
    }
    return Optional.of((Arguments) parsed.get());
  }

  /** True when help was asked for and has been printed. */
  public boolean helpShown() {
    return helpShown;
  }
}
