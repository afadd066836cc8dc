package nl.peil.jobs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.peil.run.FileState;
import nl.peil.run.InputRef;
import nl.peil.run.LineageNode;
import nl.peil.run.LineageNode.Shown;
import nl.peil.run.Recomputation;
import nl.peil.run.RecordedFinding;
import nl.peil.run.SliceRecord;
import nl.peil.table.Column;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** What explain says, line by line. */
final class ExplainText {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int SHORT_HASH = 16;

  private final Consumer<String> out;
  private final Map<String, Row> runs;
  private final boolean all;
  private final Function<InputRef, FileState> state;

  /**
   * Writes lines.
   *
   * @param out takes a line
   * @param runs rows of the run log by run
   * @param all everything in full
   * @param state what has become of a file
   */
  ExplainText(
      Consumer<String> out,
      Map<String, Row> runs,
      boolean all,
      Function<InputRef, FileState> state) {
    this.out = out;
    this.runs = runs;
    this.all = all;
    this.state = state;
  }

  /** The row asked for; of its values all, or one. */
  void row(TableSpec table, Row row, @Nullable String only) {
    out.accept("");
    out.accept(
        table
            + "  "
            + table.key().stream()
                .map(name -> name + "=" + row.getAs(name))
                .collect(Collectors.joining(" ")));
    for (Column column : table.values()) {
      if (only == null || only.equals(column.name())) {
        out.accept(
            "  %-28s %s".formatted(column.name(), RecomputedText.value(row.getAs(column.name()))));
        if (only != null) {
          out.accept("  %-28s %s".formatted("", column.comment()));
        }
      }
    }
  }

  /** Nothing is recorded about the slice. */
  void unknown(TableSpec table, Slice slice) {
    out.accept("");
    out.accept(
        "  ! lineage has no record of %s[%s]: no run of Peil stands behind this number"
            .formatted(table, slice.id()));
  }

  /** The slice, and the run that wrote it. */
  void slice(SliceRecord record, List<String> foreignChanges) {
    out.accept("");
    out.accept(
        "  slice     %s[%s], %,d rows"
            .formatted(record.table(), record.slice(), record.rowsWritten()));
    out.accept(
        "  written   %s as Delta version %d by run %s"
            .formatted(moment(record.writtenMillis()), record.deltaVersion(), record.runId()));
    var run = runs.get(record.runId());
    out.accept(
        run == null
            ? "  run       did not come to its end: the table runs has no row of it"
            : "  run       %s, Peil %s, configuration %s"
                .formatted(
                    run.getAs("outcome"), run.getAs("code_version"), run.getAs("config_file")));
    if (!foreignChanges.isEmpty()) {
      out.accept(
          "  ! %s was changed outside Peil since (%s)"
              .formatted(record.table(), String.join(", ", foreignChanges)));
    }
  }

  /** The code and the settings then, beside those of today. */
  void today(Recomputation recomputation, String codeNow) {
    var record = recomputation.record();
    out.accept(
        "  code      %s, %s"
            .formatted(
                record.codeVersion(),
                recomputation.codeChanged() ? "DIFFERS from today's " + codeNow : "as today"));
    var lines = record.settings().lines().toList();
    out.accept(
        "  settings  "
            + (lines.isEmpty() ? "none" : lines.size() + " lines")
            + (recomputation.settingsChanged()
                ? ", DIFFERENT from today's in " + config(record.runId())
                : ", as today"));
    lines.forEach(line -> out.accept("            " + line));
  }

  private String config(String runId) {
    var run = runs.get(runId);
    return run == null ? "the configuration" : run.getAs("config_file");
  }

  /** What the slice was made from, down to the files. */
  void tree(LineageNode root, Row row, List<RecordedFinding> findings) {
    out.accept("");
    out.accept("  made from");
    inputs(root, row, findings, "    ");
    var record = root.record();
    if (record != null) {
      findings(record, findings, "    ");
    }
  }

  private void inputs(LineageNode parent, Row row, List<RecordedFinding> findings, String indent) {
    for (var node : parent.inputs()) {
      if (node.shown() != Shown.IN_FULL) {
        continue;
      }
      var input = node.input();
      if (input == null) {
        continue;
      }
      if (input.isFile()) {
        file(input, indent);
        continue;
      }
      var record = node.record();
      out.accept(
          indent
              + input.name()
              + "  version "
              + input.deltaVersion()
              + (record == null
                  ? ", of which lineage has no record"
                  : ", %,d rows, run %s".formatted(record.rowsWritten(), record.runId())));
      if (record != null) {
        findings(record, findings, indent + "  ");
      }
      inputs(node, row, findings, indent + "  ");
    }
    several(parent, Shown.ABOVE).ifPresent(names -> out.accept(indent + "as above: " + names));
    several(parent, Shown.ASIDE)
        .ifPresent(
            names ->
                out.accept(
                    indent + "and, about other rows than this one (--all walks them): " + names));
  }

  private static java.util.Optional<String> several(LineageNode parent, Shown shown) {
    var counts = new TreeMap<String, Integer>();
    for (var node : parent.inputs()) {
      var input = node.input();
      if (node.shown() == shown && input != null) {
        counts.merge(input.isFile() ? input.name() : input.tableName(), 1, Integer::sum);
      }
    }
    return counts.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(
            counts.entrySet().stream()
                .map(e -> e.getKey() + (e.getValue() > 1 ? " (" + e.getValue() + " slices)" : ""))
                .collect(Collectors.joining(", ")));
  }

  private void file(InputRef file, String indent) {
    out.accept(
        indent
            + "file %s  %,d bytes, %s, sha256 %s, %s"
                .formatted(
                    file.name(),
                    file.size(),
                    file.modifiedMillis() < 0
                        ? "just written when it was read"
                        : "of " + moment(file.modifiedMillis()),
                    all || file.identity().length() <= SHORT_HASH
                        ? file.identity()
                        : file.identity().substring(0, SHORT_HASH) + "...",
                    today(state.apply(file))));
  }

  private static String today(FileState state) {
    return switch (state) {
      case UNCHANGED -> "unchanged";
      case CHANGED -> "CHANGED since";
      case GONE -> "GONE";
    };
  }

  private void findings(SliceRecord record, List<RecordedFinding> findings, String indent) {
    var told = new TreeMap<String, Long>();
    findings.stream()
        .filter(finding -> finding.concerns(record))
        .forEach(
            finding ->
                told.merge(
                    finding.severity()
                        + " "
                        + finding.rule()
                        + (finding.runId().equals(record.runId())
                            ? ""
                            : " by later run " + finding.runId()),
                    finding.count(),
                    Long::sum));
    if (!told.isEmpty()) {
      out.accept(
          indent
              + "findings: "
              + told.entrySet().stream()
                  .map(e -> "%s (%,d)".formatted(e.getKey(), e.getValue()))
                  .collect(Collectors.joining(", ")));
    }
  }

  private static String moment(long millis) {
    return MOMENT.format(Instant.ofEpochMilli(millis));
  }
}
