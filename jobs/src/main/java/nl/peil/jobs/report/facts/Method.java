package nl.peil.jobs.report.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import nl.peil.run.LineageHistory;
import nl.peil.run.SliceRecord;
import nl.peil.table.Slice;
import nl.peil.table.Tables;
import org.jspecify.annotations.Nullable;

/**
 * What the facts rest on.
 *
 * @param runId the last run that wrote a table; empty: none is recorded
 * @param runDate the day of that run, UTC; null: none is recorded
 * @param codeVersion the version of Peil that run was made with; empty: not recorded
 * @param scenarios name for readers by scenario-year as scenario/year
 * @param norms versions and sources of the norms
 * @param versions version of the Delta table by table
 * @param files files that tables were made from, by table
 * @param findings what is to be known of the data, the serious first
 */
public record Method(
    String runId,
    @Nullable LocalDate runDate,
    String codeVersion,
    Map<String, String> scenarios,
    List<Norms> norms,
    Map<String, Long> versions,
    Map<String, Long> files,
    List<Note> findings) {

  /** Findings of these severities matter to readers. */
  private static final List<String> SEVERITIES = List.of("reject", "quarantine", "warn");

  /**
   * A set of norms.
   *
   * @param version version
   * @param source source; that of examples says so
   */
  public record Norms(String version, String source) {

    /** True when the source says that these norms are no norms of anybody. */
    public boolean example() {
      var text = (version + " " + source).toLowerCase(java.util.Locale.ROOT);
      return text.contains("example") || text.contains("voorbeeld");
    }
  }

  /**
   * A finding.
   *
   * @param severity reject, quarantine or warn
   * @param table table that the data was meant for
   * @param file file; may be empty
   * @param count rows, zones, cells or persons
   * @param message what was expected and what came
   */
  public record Note(String severity, String table, String file, long count, String message) {}

  /** Reads what there is. */
  static Method read(StoredTables tables, Scope scope) {
    var store = tables.store();
    var history = LineageHistory.load(store).records();
    var last = new HashMap<String, SliceRecord>();
    history.forEach(record -> last.put(record.table() + "[" + record.slice(), record));
    var stored = last.values().stream().filter(SliceRecord::stored).toList();
    var runId = stored.stream().map(SliceRecord::runId).max(Comparator.naturalOrder()).orElse("");
    var codeVersion = "";
    for (var line : tables.rows("runs", Slice.ALL, "run_id", "code_version")) {
      codeVersion = line.text("run_id").equals(runId) ? line.text("code_version") : codeVersion;
    }
    var scenarios = new HashMap<String, String>();
    for (var line : tables.rows("scenarios", Slice.ALL, "scenario", "year", "label")) {
      scenarios.put(line.text("scenario") + "/" + line.whole("year"), line.text("label"));
    }
    var versions = new TreeMap<String, Long>();
    for (var table : Tables.all()) {
      OptionalLong version = tables.has(table.name()) ? store.version(table) : OptionalLong.empty();
      version.ifPresent(number -> versions.put(table.name(), number));
    }
    var files = new TreeMap<String, Long>();
    for (var record : stored) {
      long count = record.inputs().stream().filter(input -> input.kind().equals("file")).count();
      if (count > 0) {
        files.merge(record.table(), count, Long::sum);
      }
    }
    return new Method(
        runId,
        runId.isEmpty() ? null : date(runId),
        codeVersion,
        scenarios,
        norms(tables, scope),
        versions,
        files,
        findings(tables, stored));
  }

  /** A run id begins with the moment of the run: 20261120T101500-... */
  private static LocalDate date(String runId) {
    return LocalDate.parse(
        runId.substring(0, 8), java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static List<Norms> norms(StoredTables tables, Scope scope) {
    var columns = new String[] {"norm_version", "source"};
    var own = tables.rows("norms", scope.slice(), columns);
    var lines = own.isEmpty() ? tables.rows("norms", Slice.ALL, columns) : own;
    return lines.stream()
        .map(line -> new Norms(line.text("norm_version"), line.text("source")))
        .distinct()
        .toList();
  }

  /** Findings about what is stored now: of the run that wrote a slice last. */
  private static List<Note> findings(StoredTables tables, List<SliceRecord> stored) {
    var current = new HashMap<String, String>();
    stored.forEach(record -> current.put(record.table() + "[" + record.slice(), record.runId()));
    var notes = new ArrayList<Note>();
    for (var line :
        tables.rows(
            "findings",
            Slice.ALL,
            "run_id",
            "severity",
            "table_name",
            "slice",
            "file",
            "count",
            "message")) {
      var run = current.get(line.text("table_name") + "[" + line.text("slice"));
      boolean holds = run == null || run.equals(line.text("run_id"));
      if (holds && SEVERITIES.contains(line.text("severity"))) {
        notes.add(
            new Note(
                line.text("severity"),
                line.text("table_name"),
                line.text("file"),
                (long) line.number("count"),
                line.text("message")));
      }
    }
    return notes.stream()
        .distinct()
        .sorted(Comparator.comparingInt(note -> SEVERITIES.indexOf(note.severity())))
        .toList();
  }
}
