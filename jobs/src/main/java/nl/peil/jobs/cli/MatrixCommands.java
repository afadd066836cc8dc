package nl.peil.jobs.cli;

import java.util.List;
import scopt.OptionDef;
import scopt.Read$;

/** The commands that work on matrices named on the command line, without a configuration. */
abstract class MatrixCommands extends CommandWords {

  /** Formats of travel times. */
  private static final List<String> FORMATS = List.of("long_csv", "square_csv", "omx", "parquet");

  MatrixCommands(String program, Console console) {
    super(program, console);
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

  protected final void convert() {
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

  protected final void ikob() {
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

  protected final void measure() {
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
