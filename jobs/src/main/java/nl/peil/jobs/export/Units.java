package nl.peil.jobs.export;

import java.util.List;
import java.util.Set;
import nl.peil.jobs.words.Words;
import nl.peil.source.write.Field;

/** Units of columns, and how a spreadsheet shows their numbers; both follow from the names. */
final class Units {

  private static final Set<String> IN_UNIT_COLUMN =
      Set.of(
          "value",
          "mean",
          "min",
          "max",
          "p10",
          "p50",
          "p90",
          "base",
          "future",
          "delta",
          "national_value",
          "difference",
          "value_base",
          "value_future",
          "future_lowest",
          "future_highest",
          "denominator",
          "value_min",
          "value_max",
          "sufficiency_line");

  private Units() {}

  /** The unit of a column in words; empty when it has none. */
  static String unit(Words words, String name, Field.Kind kind, List<String> columns) {
    if (kind != Field.Kind.NUMBER && kind != Field.Kind.WHOLE) {
      return "";
    }
    if (IN_UNIT_COLUMN.contains(name) && columns.contains("unit")) {
      return words.format("unit.column");
    }
    var key = key(name);
    return key.isEmpty() ? "" : words.format("unit." + key);
  }

  private static String key(String name) {
    if (name.startsWith("person_minutes")) {
      return "person_minutes";
    }
    if (name.startsWith("percent_") || name.endsWith("_pct")) {
      return "percent";
    }
    if (name.startsWith("points_")) {
      return "points";
    }
    if (isShare(name)) {
      return "share_0_1";
    }
    if (name.endsWith("_min") || name.equals("minutes") || name.startsWith("minutes_")) {
      return "min";
    }
    if (isPeople(name)) {
      return "persons";
    }
    return switch (name) {
      case "x", "y", "min_x", "min_y", "max_x", "max_y", "cell_size_m" -> "m";
      case "km" -> "km";
      case "area_km2" -> "km2";
      case "seconds" -> "seconds";
      case "jobs", "jobs_compared", "reachable_jobs" -> "jobs";
      default -> "";
    };
  }

  private static boolean isShare(String name) {
    return name.equals("share")
        || (name.startsWith("share_") && !name.endsWith("_z_score") && !name.endsWith("percentile"))
        || name.contains("_share")
        || name.equals("gap_to_national")
        || name.equals("weight_covered");
  }

  private static boolean isPeople(String name) {
    return name.startsWith("persons")
        || name.contains("_persons_")
        || (name.startsWith("population") && !name.endsWith("_from"))
        || name.equals("zone_persons")
        || name.startsWith("age_")
        || name.equals("labour_force");
  }

  /** How Excel shows the numbers of a column; empty: as they are. */
  static String numberFormat(String name, Field.Kind kind) {
    if (kind == Field.Kind.WHOLE) {
      return "0";
    }
    if (kind != Field.Kind.NUMBER) {
      return "";
    }
    return switch (key(name)) {
      case "share_0_1" -> "0.0%";
      case "persons", "jobs", "person_minutes", "m" -> "#,##0";
      case "min", "percent", "points", "seconds" -> "0.0";
      default -> "";
    };
  }
}
