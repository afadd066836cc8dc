package nl.peil.jobs.cli;

import java.util.List;
import nl.peil.jobs.sample.SampleDelivery;
import nl.peil.jobs.words.Words;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import scala.util.Either;
import scala.util.Left;
import scala.util.Right;
import scopt.OptionDef;
import scopt.Read$;

/** The command line of Peil: sub-commands, their options and the help text. */
public final class ArgumentsParser extends MatrixCommands {

  private static final String[] HEAD = {
    "Peil: regional accessibility analyses as Delta tables.",
    "",
    "  ./peil run --conf conf/sample.conf                 deliver, check, compute: all tables up to date",
    "  ./peil sql --conf conf/sample.conf \"SHOW VIEWS\"    look at the tables",
    "  ./peil report --conf conf/sample.conf --all        a page per region to read",
    "  ./peil export --conf conf/sample.conf --format xlsx --layout gemeente --out DIR",
    "                                                     tables for Excel, maps for QGIS (gpkg)",
    "  ./peil measure --list                              every measure, with its formula",
    "  ./peil convert --times m.csv --out m.omx           a matrix in another format",
    "  ./peil ikob project.json --out DIR                 a project of CROW's IKOB, as it is",
    ""
  };

  private static final String TAIL =
      """

      Any command:
        builds Peil on first use; needs a JDK 17 and nothing else
        exit code 0 done, 1 failed, 2 command line or configuration wrong, 3 data rejected (the rest is stored),
                  4 another command works on the same output (see --lock; nothing was done),
                  5 status --check found the tables stale, failed or empty,
                  130 stopped with Ctrl-C or SIGTERM (what was finished is stored; run again to go on)
      The log of a run goes to logs/ in the output folder, of other commands to the folder for temporary files.
      docs/operations.md tells more.
      """;

  /** Formats of export. */
  private static final List<String> EXPORTS = List.of("csv", "xlsx", "parquet", "gpkg", "geojson");

  /**
   * The parser with all commands.
   *
   * @param console where the help goes, and what is wrong with a command line
   */
  public ArgumentsParser(Console console) {
    super("peil", console);
    head(CollectionConverters.asScala(List.of(String.join("\n", HEAD))).toSeq());
    help("help").text("show this help");
    text("conf", "FILE", "configuration (HOCON); conf/sample.conf is one to start from");
    text(
            "set",
            "key=value",
            "replace a key of the configuration, e.g. --set output=DIR, or take it away: --set ikob=null; may be"
                + " given several times")
        .unbounded()
        .validate(
            text ->
                text.indexOf('=') > 0
                    ? success()
                    : failure("--set takes key=value, got '" + text + "'"));
    text(
            "what-if",
            "FILE",
            "scenarios that open, close or change something, beside those of --conf; several times")
        .unbounded();
    text(
        "master",
        "URL",
        "run on a cluster through spark-submit of SPARK_HOME, e.g. spark://host:7077 or yarn");
    text(
            "spark",
            "name=value",
            "a setting of Spark on the cluster, e.g. spark.executor.memory=4g; may be given several"
                + " times")
        .unbounded();
    log();
    run();
    command("plan", "say what 'run' would do and why, and stop (= run --dry-run)");
    status();
    command("validate", "check the whole delivery and write nothing");
    command(
        "catalogue",
        "what is open in the catalogue of region layouts and goals, and how to fill it in");
    publish();
    maintain();
    register();
    sample();
    sql();
    report();
    explain();
    export();
    measure();
    convert();
    ikob();
    note(TAIL);
  }

  private void log() {
    text(
            "log-level",
            "LEVEL,...",
            "how much the log tells: trace, debug, info, warn, error or off for Peil itself,"
                + " PACKAGE=LEVEL for a package, all=LEVEL for everything")
        .unbounded()
        .validate(ArgumentsParser::logLevels);
    text(
            "log-format",
            "text|json",
            "lines for people, or a JSON document a line; text when not given")
        .validate(text -> oneOf("log-format", text, List.of("text", "json")));
  }

  private static Either<String, BoxedUnit> logLevels(String text) {
    try {
      for (var level : text.split(",", -1)) {
        LogLevel.of(level);
      }
      return new Right<>(BoxedUnit.UNIT);
    } catch (IllegalArgumentException e) {
      return new Left<>(String.valueOf(e.getMessage()));
    }
  }

  private void run() {
    children(
        command("run", "bring all tables up to date: only what is stale is made again"),
        flag("dry-run", "stop after the plan"),
        flag("force", "make everything again, also what is up to date"),
        text("only", "TABLE,...", "make these tables only")
            .validate(names -> knownTables("only", names)),
        text(
            "summary",
            "FILE",
            "how the run went as JSON, for the next program; besides summaries/ in the output"),
        lock());
  }

  private void status() {
    children(
        command(
            "status", "whether all is well; tables with rows, size, version, and what is stale"),
        flag("json", "as one JSON document, for monitors"),
        flag("check", "end with exit code 5 when the tables are stale, failed or empty"));
  }

  private OptionDef<String, Arguments> lock() {
    return text(
            "lock",
            "wait|refuse",
            "when another command works on the output: wait for it (lock.wait_minutes at most), or"
                + " end with exit code 4; as lock.policy says (refuse) when not given")
        .validate(text -> oneOf("lock", text, List.of("wait", "refuse")));
  }

  private void publish() {
    children(
        command("publish", "give the tables after a run a name under which they stay readable"),
        text("tag", "TAG", "the name, e.g. 2026-Q4; without it the tags are listed"),
        text("run", "RUN", "run id; the last run that ended well when not given"),
        text("note", "TEXT", "what is to be said of it"),
        flag("withdraw", "take the tag back: what it kept may go at the next 'maintain'"),
        flag("list", "list the tags"),
        lock());
  }

  private void maintain() {
    children(
        command(
            "maintain",
            "put small files together, remove what is neither current nor published (maintenance.keep_days)"),
        flag("dry-run", "say what would be done, and stop"),
        lock());
  }

  private void register() {
    children(
        command(
            "register",
            "make the tables known in Spark's catalog or a Hive metastore, with views for the policy questions"),
        text(
                "database",
                "NAME",
                "database of the catalog, made when not there; peil when not given")
            .validate(
                name ->
                    name.matches("[A-Za-z_][A-Za-z0-9_]*")
                        ? success()
                        : failure("--database takes letters, digits and _, got '" + name + "'")),
        flag("replace", "take the place of others with these names, and of another output folder"),
        text("print", "spark|duckdb", "change nothing, print the SQL for another client")
            .validate(text -> oneOf("print", text, List.of("spark", "duckdb"))));
  }

  private Either<String, BoxedUnit> knownTables(String option, String text) {
    var names = Tables.all().stream().map(TableSpec::name).toList();
    for (var name : text.split(",", -1)) {
      if (!names.contains(name)) {
        return failure("--%s: there is no table '%s'; tables: %s".formatted(option, name, names));
      }
    }
    return success();
  }

  private void sample() {
    children(
        command("sample", "write the raw delivery of a fictional region, to try things on"),
        text("out", "DIR", "folder to write; absent or empty").required(),
        number(
            "zones",
            "N",
            "number of zones, %d when not given, at most %d"
                .formatted(SampleDelivery.DEFAULT_ZONES, SampleDelivery.MOST_ZONES),
            SampleDelivery.FEWEST_ZONES,
            SampleDelivery.MOST_ZONES));
  }

  private void sql() {
    children(
        command("sql", "ask the tables; each is a view of its name"),
        arg("QUERY", Read$.MODULE$.stringRead())
            .text("Spark SQL, in quotes")
            .action((query, args) -> args.with("query", query)),
        text("format", "table|csv|json", "how to print; table when not given")
            .validate(text -> oneOf("format", text, List.of("table", "csv", "json"))),
        text(
            "as-of",
            "WHEN",
            "the tables as they were: a tag, a run id, or a moment (UTC) such as '2026-11-20 10:00:00'"),
        number(
            "limit",
            "N",
            "rows that a table prints at most; 1000 when not given",
            0,
            Integer.MAX_VALUE));
  }

  private void report() {
    children(
        command("report", "a page per region that people read, and a list of them"),
        text("layout", "LAYOUT,...", "region layouts; those of the configuration when not given"),
        text("region", "REGION", "one region of the layout: its code, its name or another name"),
        flag("all", "all regions"),
        text("lang", "nl|en", "language; report.language of the configuration when not given")
            .validate(text -> oneOf("lang", text, Words.languages())),
        text("out", "DIR", "folder to write; reports/ beside the tables when not given"),
        lock());
  }

  private void explain() {
    children(
        command("explain", "where a number comes from, down to the files, and whether it holds"),
        text("table", "TABLE", "table that the number stands in").required(),
        text("where", "CONDITION", "the row, in SQL, e.g. \"region = 'GM0034'\"").required(),
        text("column", "COLUMN", "this number of the row only"),
        flag("all", "everything in full, inputs about other rows too"));
    children(
        command("diff", "which numbers changed between two runs, and which inputs caused it"),
        text("from", "RUN", "run id or its beginning, or last, last-1, ...").required(),
        text("to", "RUN", "likewise; last when not given"),
        text("table", "TABLE,...", "these tables only; when not given those made from tables")
            .validate(names -> knownTables("table", names)),
        number("limit", "N", "changes shown of a table at most; 5 when not given", 0, 10_000));
  }

  private void export() {
    children(
        command("export", "tables and maps in files that open in Excel, QGIS and other programs"),
        text("format", "csv|xlsx|parquet|gpkg|geojson", "format of the files; csv when not given")
            .validate(text -> oneOf("format", text, EXPORTS)),
        text("out", "DIR", "folder to write to").required(),
        text("layout", "LAYOUT", "this region layout, and the zones in it; all when not given"),
        text("region", "REGION", "this region of the layout, by code or name, and its zones"),
        text("scenario", "SCENARIO", "rows of this scenario; all when not given"),
        number("year", "YEAR", "rows of this year; all when not given", 1900, 2200),
        text(
            "tables", "TABLE,...", "these tables; when not given those of regions and their zones"),
        text("lang", "nl|en", "language of labels; nl when not given")
            .validate(text -> oneOf("lang", text, List.of("nl", "en"))),
        text(
                "dialect",
                "plain|excel",
                "csv: commas and points (plain, when not given), or semicolons and decimal commas as"
                    + " a Dutch Excel opens them")
            .validate(text -> oneOf("dialect", text, List.of("plain", "excel"))),
        flag("labels", "csv: readable headers instead of stable names"),
        flag("overwrite", "replace files that are there"));
  }
}
