package nl.peil.jobs.cli;

import java.io.PrintStream;
import java.util.List;
import nl.peil.jobs.sample.SampleDelivery;
import nl.peil.jobs.words.Words;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import scala.util.Either;
import scopt.OptionDef;
import scopt.Read$;

/** The command line of Peil: sub-commands, their options and the help text. */
public final class ArgumentsParser extends CommandWords {

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
                  130 stopped with Ctrl-C (what was finished is stored; run again to go on)
      The log of a run goes to logs/ in the output folder, of other commands to the folder for temporary files.
      docs/operations.md tells more.
      """;

  /** Formats of travel times. */
  private static final List<String> FORMATS = List.of("long_csv", "square_csv", "omx", "parquet");

  /** Formats of export. */
  private static final List<String> EXPORTS = List.of("csv", "xlsx", "parquet", "gpkg", "geojson");

  /**
   * The parser with all commands.
   *
   * @param out where the help goes
   */
  public ArgumentsParser(PrintStream out) {
    super("peil", out);
    head(CollectionConverters.asScala(List.of(String.join("\n", HEAD))).toSeq());
    help("help").text("show this help");
    text("conf", "FILE", "configuration (HOCON); conf/sample.conf is one to start from");
    text(
            "set",
            "key=value",
            "replace a key of the configuration, e.g. --set output=DIR; may be given several times")
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
    run();
    command("plan", "say what 'run' would do and why, and stop (= run --dry-run)");
    command("status", "tables with rows, size, version, and what is stale");
    command("validate", "check the whole delivery and write nothing");
    command(
        "catalogue",
        "what is open in the catalogue of region layouts and goals, and how to fill it in");
    publish();
    maintain();
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

  private void run() {
    children(
        command("run", "bring all tables up to date: only what is stale is made again"),
        flag("dry-run", "stop after the plan"),
        flag("force", "make everything again, also what is up to date"),
        text("only", "TABLE,...", "make these tables only")
            .validate(names -> knownTables("only", names)),
        lock());
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

  /** What is said of a file with travel times. */
  private List<OptionDef<?, Arguments>> times(String file) {
    return List.of(
        text("times", "FILE", file).unbounded(),
        text("origin", "COLUMN", "column of --times with the zone of origin"),
        text("destination", "COLUMN", "column of --times with the zone of destination"),
        text("minutes", "COLUMN", "column of --times with the travel time"),
        text("matrix", "NAME", "matrix in an OMX file; not needed when there is one"),
        text("mapping", "NAME", "zone mapping in an OMX file; not needed when there is one"),
        text("times-format", "FORMAT", "long_csv, square_csv, omx or parquet, instead of a look")
            .validate(text -> oneOf("times-format", text, FORMATS)),
        text("unreachable", "N,...", "travel times that mean: cannot be reached, e.g. 9999"),
        flag("blank-is-unreachable", "so does a blank or NaN; in OMX it does anyway"));
  }

  private void convert() {
    children(
        command("convert", "a matrix in another format; every row is checked on the way"),
        times("travel times in any format; several files become several matrices of one OMX file"),
        text("zones", "FILE", "zones in the order to write; when not given those of the matrix"),
        text("zone", "COLUMN", "column of --zones with the zone; one zone per line when not given"),
        text("out", "FILE", "file to write: .csv, .csv.gz, .omx or .parquet"),
        text(
                "out-format",
                "FORMAT",
                "long_csv, square_csv (zones go to a file beside it), omx or parquet")
            .validate(text -> oneOf("out-format", text, FORMATS)),
        text("matrix-name", "NAME,...", "names in an OMX file; those of the files when not given"));
  }

  private void ikob() {
    children(
        command("ikob", "run a project of CROW's IKOB unchanged, and write the results it would"),
        arg("PROJECT", Read$.MODULE$.stringRead())
            .text("the JSON of the project")
            .action((project, args) -> args.with("project", project)),
        text("out", "DIR", "folder for the results, instead of the project's output_directory"),
        text("base", "DIR", "where relative paths of the project begin"),
        text(
                "destinations",
                "MOTIVE=FILE",
                "destinations per zone, and class, of a motive other than werk; several times")
            .unbounded(),
        text(
            "variant",
            "NAME,...",
            "do what the names say where IKOB does otherwise: parking, competition, e-bike,"
                + " decimals, headers"));
  }

  private void measure() {
    children(
        command(
            "measure",
            "measures of any matrix and any zones, without a configuration; --list tells which"),
        times("travel times: long CSV, square CSV, OMX or Parquet; told by its content"),
        flag("list", "list all measures, decays and statistics of inequality, and stop"),
        text("zones", "FILE", "CSV with a row per zone; of a square matrix in its order"),
        text("zone", "COLUMN", "column of --zones with the zone, numbers or text"),
        text("opportunities", "COLUMN,...", "columns of --zones with what can be reached"),
        text("demand", "COLUMN", "column of --zones with the people who compete for it"),
        text("area", "COLUMN", "column of --zones with the area in km2"),
        text("measure", "MEASURE", "e.g. 'gravity(exponential,0.1)'; may be given several times")
            .unbounded(),
        text("direction", "active|passive", "from origins (when not given), or from destinations")
            .validate(text -> oneOf("direction", text, List.of("active", "passive"))),
        text("intrazonal", "RULE", "times within a zone: given, constant(minutes) or area(km/h)"),
        text("decay-curves", "FILE", "named decay curves, as conf/decay-curves.csv"),
        text("mode", "MODE", "mode of the matrix, for named decay curves"),
        text(
            "inequality",
            "STATISTIC,...",
            "over the people of --demand, e.g. 'gini,palma(income)'; columns are of --zones"),
        text("out", "FILE", "CSV to write; inequality goes to a file beside it"));
  }
}
