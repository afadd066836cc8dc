package nl.peil.source.travel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.peil.quality.RejectedFileException;

/** Tells by their names which columns of a table of pairs are which. */
final class ColumnNames {

  /** What is looked for; kilometres may be missing. */
  static final List<String> ALL = List.of("origin", "destination", "minutes", "km");

  /** Names as programs and suppliers give them, in small letters. */
  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "origin",
          Set.of(
              "origin",
              "orig",
              "origin_id",
              "origin_zone",
              "from",
              "from_id",
              "from_zone",
              "herkomst",
              "herkomst_zone",
              "herkomstzone",
              "van",
              "van_zone",
              "i",
              "o"),
          "destination",
          Set.of(
              "destination",
              "dest",
              "destination_id",
              "destination_zone",
              "to",
              "to_id",
              "to_zone",
              "bestemming",
              "bestemming_zone",
              "bestemmingszone",
              "naar",
              "naar_zone",
              "j",
              "d"),
          "minutes",
          Set.of(
              "minutes",
              "minuten",
              "min",
              "travel_time",
              "traveltime",
              "travel_time_minutes",
              "travel_time_p50",
              "reistijd",
              "reistijd_min",
              "time",
              "tijd",
              "cost",
              "duration"),
          // Not "distance" or "afstand": those are as often metres.
          "km",
          Set.of("km", "distance_km", "afstand_km", "kilometers", "kilometres"));

  private ColumnNames() {}

  /** True when at least two of the three columns that must be there can be told. */
  static boolean looksLikePairs(List<String> header) {
    return ALL.stream().limit(3).filter(name -> !matches(name, header).isEmpty()).count() >= 2;
  }

  /**
   * Finds the columns.
   *
   * @param header names as they stand in the file
   * @param declared columns that were declared; they are not looked for
   * @throws RejectedFileException with rule {@code missing_column} or {@code ambiguous_column}
   */
  static Map<String, String> find(
      List<String> header, Map<String, String> declared, String file, long line)
      throws RejectedFileException {
    var found = new LinkedHashMap<String, String>();
    var missing = new ArrayList<String>();
    for (var name : ALL) {
      var given = declared.get(name);
      if (given != null) {
        found.put(name, given);
        continue;
      }
      var matches = matches(name, header);
      matches.removeAll(declared.values());
      if (matches.size() > 1) {
        throw new RejectedFileException(
            "ambiguous_column",
            Inspector.TABLE,
            file,
            line,
            "expected one column that can be the %s, the file has %s".formatted(name, matches),
            "say which one is meant: columns { origin = ..., destination = ..., minutes = ... }");
      }
      if (matches.size() == 1) {
        found.put(name, matches.get(0));
      } else if (!name.equals("km")) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      throw new RejectedFileException(
          "missing_column",
          Inspector.TABLE,
          file,
          line,
          "expected columns that can be told by their names, not told: %s; the file has %s"
              .formatted(missing, header.size() > 20 ? header.subList(0, 20) + "..." : header),
          "say which they are: columns { origin = ..., destination = ..., minutes = ... }");
    }
    return found;
  }

  private static List<String> matches(String name, List<String> header) {
    var known = KNOWN.getOrDefault(name, Set.of());
    var matches = new ArrayList<String>();
    for (var column : header) {
      if (known.contains(column.toLowerCase(Locale.ROOT).replaceAll("[ .-]+", "_"))) {
        matches.add(column);
      }
    }
    return matches;
  }
}
