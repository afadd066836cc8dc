package nl.peil.jobs.ingest;

import java.sql.Date;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.peil.quality.Intake;
import nl.peil.source.CsvRow;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Reads rows of tables of goals: rows of welfare_goals, one for each region of a row. */
final class GoalReader {

  /** How binding a goal can be. */
  static final List<String> HARDHEID =
      List.of("wettelijk", "bestuurlijke afspraak", "bod", "doel", "ambitie", "indicatief");

  private static final Set<String> NO = Set.of("nee", "no", "false", "0");

  private final GoalRegions regions;
  private final Set<List<Object>> told = new HashSet<>();

  /** What is not known of regions in a file: how often, and the first line and text. */
  private final Map<String, List<String>> open = new LinkedHashMap<>();

  /** With these regions; rows of all files go through one reader. */
  GoalReader(GoalRegions regions) {
    this.regions = regions;
  }

  /** Adds the rows of a file, and tells which of its regions are open. */
  void read(List<CsvRow> table, Intake intake, List<Row> rows) {
    open.clear();
    for (var row : table) {
      try {
        rows.addAll(goal(row, intake));
        intake.loaded();
      } catch (NumberFormatException e) {
        intake.quarantine(row.line(), "bad_number", row.raw());
      } catch (BrokenRule e) {
        intake.quarantine(row.line(), e.rule(), row.raw());
      }
    }
    advise(intake);
    open.forEach(
        (rule, names) ->
            intake.warn(
                rule,
                0,
                names.size(),
                "%,d regions of goals stay open: %s%s"
                    .formatted(
                        names.size(),
                        String.join("; ", names.subList(0, Math.min(8, names.size()))),
                        names.size() > 8 ? "; ..." : ""),
                rule.equals("unknown_goal_region")
                    ? "add the region or the alias to a layout of the configuration; the goals stay"
                        + " in welfare_goals without one"
                    : "name the layout in the column 'layout', or put the layouts in order under"
                        + " welfare.goal_layouts"));
  }

  private static void advise(Intake intake) {
    intake.advise(
        "unknown_hardheid",
        "expected one of "
            + String.join(", ", HARDHEID)
            + ", or nothing when the source does not say it; see the table quarantine for the rows");
    intake.advise("bad_year", "expected a year like 2030, or nothing");
    intake.advise("bad_date", "expected a date like 2025-03-31 or 31-3-2025, or nothing");
    intake.advise("min_above_max", "expected value_min to be at most value_max");
  }

  private List<Row> goal(CsvRow row, Intake intake) throws BrokenRule {
    if (row.hasErrorCell()) {
      throw new BrokenRule("error_cell");
    }
    for (var required : List.of("goal_id", "region", "goal")) {
      if (row.text(required).isEmpty()) {
        throw new BrokenRule("no_" + required);
      }
    }
    var hardheid = row.text("hardheid").toLowerCase(Locale.ROOT);
    if (!hardheid.isEmpty() && !HARDHEID.contains(hardheid)) {
      throw new BrokenRule("unknown_hardheid");
    }
    var min = row.number("value_min");
    var max = row.number("value_max");
    if (min != null && max != null && min > max) {
      throw new BrokenRule("min_above_max");
    }
    var rows = new ArrayList<Row>();
    var base = year(row, "base_year");
    var target = year(row, "target_year");
    var peildatum = peildatum(row);
    if (!told.add(new ArrayList<Object>(row.fields().values()))) {
      throw new BrokenRule("duplicate_goal");
    }
    for (var named : names(row.text("region"))) {
      for (var region : regions(named, row)) {
        rows.add(
            RowFactory.create(
                row.text("goal_id"),
                row.text("theme"),
                row.text("programme"),
                named,
                region == null ? null : region.layout(),
                region == null ? null : region.region(),
                row.text("goal"),
                min,
                max,
                row.text("unit"),
                base,
                target,
                hardheid,
                row.text("hardheid_source"),
                row.text("status"),
                peildatum,
                row.text("relation_to_accessibility"),
                row.text("trade_off"),
                row.text("responsible"),
                row.text("instrument"),
                row.text("source"),
                row.text("source_place"),
                row.text("supplied_by"),
                contradicts(row),
                contradicts(row) ? row.text("contradiction") : "",
                intake.file(),
                row.line(),
                rows.size() + 1));
      }
    }
    return rows;
  }

  private static boolean contradicts(CsvRow row) {
    var text = row.text("contradiction");
    return !text.isEmpty() && !NO.contains(text);
  }

  private static Set<String> names(String text) {
    var names = new LinkedHashSet<String>();
    Stream.of(text.split("\\|", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    return names;
  }

  /** The regions that a name means; one that is null when that is open. */
  private List<GoalRegions.@Nullable Found> regions(String name, CsvRow row) {
    var meaning = regions.meaning(name, row.text("layout"));
    var found = new ArrayList<GoalRegions.@Nullable Found>(meaning.regions());
    if (found.isEmpty()) {
      found.add(null);
      boolean several = !meaning.layouts().isEmpty();
      open.computeIfAbsent(
              several ? "ambiguous_goal_region" : "unknown_goal_region", key -> new ArrayList<>())
          .add(
              "'%s' (line %d%s)"
                  .formatted(
                      name,
                      row.line(),
                      several ? ", in " + String.join(", ", meaning.layouts()) : ""));
    }
    return found;
  }

  private static @Nullable Integer year(CsvRow row, String column) throws BrokenRule {
    var text = row.text(column);
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("(19|20|21)\\d\\d")) {
      throw new BrokenRule("bad_year");
    }
    return Integer.valueOf(text);
  }

  private static @Nullable Date peildatum(CsvRow row) throws BrokenRule {
    var text = row.text("peildatum");
    if (text.isEmpty()) {
      return null;
    }
    var date = DateText.read(text);
    if (date == null) {
      throw new BrokenRule("bad_date");
    }
    return Date.valueOf(date);
  }
}
