package nl.peil.jobs.export;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.words.Words;
import nl.peil.run.LineageHistory;
import nl.peil.source.write.Field;
import nl.peil.source.write.Sheet;
import nl.peil.table.InputTables;
import nl.peil.table.RunTables;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * Where exported numbers come from: Peil, the run, the choice, sources of layouts and norms, and
 * the version of every table.
 *
 * @param items what is known, in order
 */
record Origin(List<Item> items) {

  /**
   * Something known.
   *
   * @param subject what it is about
   * @param name what it is
   * @param content what it says
   */
  record Item(String subject, String name, String content) {}

  /** Collects it. */
  static Origin of(
      ExportRequest request,
      Snapshot snapshot,
      Selection selection,
      PeilConfig config,
      List<Exported> exported,
      String version,
      Instant now)
      throws IOException {
    var items = new ArrayList<Item>();
    add(items, "peil", "version", version);
    add(items, "peil", "exported_at", now.truncatedTo(ChronoUnit.SECONDS).toString());
    add(items, "peil", "configuration", String.valueOf(config.file().getFileName()));
    choice(items, request, selection);
    run(items, snapshot);
    layouts(items, snapshot, selection);
    norms(items, snapshot);
    var writes = LineageHistory.load(snapshot.store()).asOf(null).lastWrites();
    var tables =
        exported.stream().allMatch(Exported::isLayer)
            ? List.of(
                "regions", "zones", "region_level", "region_accessibility", "accessibility_level")
            : exported.stream()
                .filter(one -> !one.isLayer())
                .map(one -> one.sheet().name())
                .toList();
    for (var table : tables) {
      var delta = snapshot.versions().get(table);
      var write = writes.get(table);
      if (delta != null) {
        add(items, table, "delta_version", String.valueOf(delta));
        add(items, table, "run_id", write == null ? null : write.runId());
      }
    }
    return new Origin(items);
  }

  private static void choice(List<Item> items, ExportRequest request, Selection selection) {
    add(items, "selection", "layout", request.layout());
    var region = selection.region();
    if (region != null) {
      add(items, "selection", "region", region.code());
      add(items, "selection", "region_name", region.name());
    }
    add(items, "selection", "scenario", request.scenario());
    var year = request.year();
    add(items, "selection", "year", year == null ? null : year.toString());
    if (items.stream().noneMatch(item -> item.subject().equals("selection"))) {
      add(items, "selection", "layout", "*");
    }
  }

  private static void run(List<Item> items, Snapshot snapshot) {
    var runs = snapshot.read(RunTables.RUNS);
    if (runs.isEmpty()) {
      return;
    }
    for (var row :
        runs.get()
            .select("run_id", "finished_at", "outcome", "code_version")
            .orderBy(functions.col("run_id").desc())
            .limit(1)
            .collectAsList()) {
      add(items, "run", "run_id", row.getString(0));
      add(items, "run", "finished_at", row.getTimestamp(1).toInstant().toString());
      add(items, "run", "outcome", row.getString(2));
      add(items, "run", "code_version", row.getString(3));
    }
  }

  private static void layouts(List<Item> items, Snapshot snapshot, Selection selection) {
    var members = snapshot.read(InputTables.REGION_MEMBERSHIP);
    if (members.isEmpty()) {
      return;
    }
    for (var row :
        members
            .get()
            .select("layout", "source", "status", "valid_from", "valid_to")
            .distinct()
            .orderBy("layout", "source", "status")
            .collectAsList()) {
      if (selection.layouts().contains(row.getString(0))) {
        var subject = "layout " + row.getString(0);
        add(items, subject, "source", row.getString(1));
        add(items, subject, "status", row.getString(2));
        add(items, subject, "valid_from", row.get(3) == null ? null : row.get(3).toString());
        add(items, subject, "valid_to", row.get(4) == null ? null : row.get(4).toString());
      }
    }
  }

  private static void norms(List<Item> items, Snapshot snapshot) {
    var norms = snapshot.read(InputTables.NORMS);
    if (norms.isPresent()) {
      norms
          .get()
          .select("norm_version", "source")
          .distinct()
          .orderBy("norm_version", "source")
          .collectAsList()
          .forEach(row -> add(items, "norms", row.getString(0), row.getString(1)));
    }
  }

  private static void add(List<Item> items, String subject, String name, @Nullable String content) {
    if (content != null && !content.isEmpty()) {
      items.add(new Item(subject, name, content));
    }
  }

  /** The same as a table. */
  Exported asTable(Words words) {
    var sheet =
        new Sheet(
            words.format("export.source"),
            words.format("export.source.label"),
            "where the numbers come from",
            List.of(
                Field.text("subject", words.format("export.subject"), "what it is about"),
                Field.text("item", words.format("export.item"), "what it is"),
                Field.text("content", words.format("export.content"), "what it says")));
    return new Exported(
        sheet,
        null,
        null,
        taker -> {
          for (var item : items) {
            taker.row(new Object[] {item.subject(), item.name(), item.content()});
          }
        });
  }

  /** The same by subject and name; of several with one name all, with a line break between. */
  Map<String, Map<String, String>> asMap() {
    var map = new LinkedHashMap<String, Map<String, String>>();
    for (var item : items) {
      map.computeIfAbsent(item.subject(), subject -> new LinkedHashMap<>())
          .merge(item.name(), item.content(), (first, more) -> first + "\n" + more);
    }
    return map;
  }
}
