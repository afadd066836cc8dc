package nl.peil.jobs.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.peil.config.ConfigProblemException;
import nl.peil.table.InputTables;
import nl.peil.table.RegionTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The regions of all layouts, to be found by code, name or other name.
 *
 * @param rows layout, region and region_name, one row per region
 * @param all the same
 */
record Regions(Dataset<Row> rows, List<Region> all) {

  private static final int NAMED = 12;

  /**
   * A region.
   *
   * @param layout layout
   * @param code code
   * @param name name
   * @param aliases other names
   */
  record Region(String layout, String code, String name, List<String> aliases) {}

  /**
   * Those in the tables.
   *
   * @throws ConfigProblemException when there are none
   */
  static Regions in(Snapshot snapshot) throws ConfigProblemException {
    var rows =
        snapshot
            .read(RegionTables.REGIONS)
            .map(regions -> regions.select("layout", "region", "region_name", "aliases"))
            .or(
                () ->
                    snapshot
                        .read(InputTables.REGION_MEMBERSHIP)
                        .map(
                            members ->
                                members
                                    .selectExpr(
                                        "layout",
                                        "region",
                                        "coalesce(region_name, region) AS region_name",
                                        "CAST(NULL AS STRING) AS aliases")
                                    .distinct()));
    var regions =
        rows.stream()
            .flatMap(found -> found.orderBy("layout", "region").collectAsList().stream())
            .map(
                row ->
                    new Region(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        row.isNullAt(3) ? List.of() : List.of(row.getString(3).split("\\|", -1))))
            .toList();
    if (rows.isEmpty() || regions.isEmpty()) {
      throw new ConfigProblemException(
          List.of(
              "there is nothing to export in "
                  + snapshot.store().root()
                  + " yet; ./peil run makes the tables"));
    }
    return new Regions(
        functions.broadcast(rows.get().select("layout", "region", "region_name")), regions);
  }

  /** All layouts. */
  List<String> layouts() {
    return all.stream().map(Region::layout).distinct().toList();
  }

  /**
   * Checks that a layout is there.
   *
   * @throws ConfigProblemException when it is not
   */
  void check(String layout) throws ConfigProblemException {
    if (!layouts().contains(layout)) {
      throw new ConfigProblemException(
          List.of(
              "--layout: there is no layout '"
                  + layout
                  + "'"
                  + ExportRequest.didYouMean(layout, layouts())
                  + "; layouts: "
                  + String.join(", ", layouts())));
    }
  }

  /**
   * A region by its code, else its name, else another name; capitals do not matter.
   *
   * @throws ConfigProblemException when there is none, or a name means several
   */
  Region find(String layout, String text) throws ConfigProblemException {
    var known = all.stream().filter(region -> region.layout().equals(layout)).toList();
    var wanted = text.strip().toLowerCase(Locale.ROOT);
    List<List<Region>> ways =
        List.of(
            known.stream().filter(region -> region.code().equals(text)).toList(),
            known.stream()
                .filter(region -> region.name().toLowerCase(Locale.ROOT).equals(wanted))
                .toList(),
            known.stream()
                .filter(
                    region ->
                        region.aliases().stream()
                            .anyMatch(
                                alias -> alias.strip().toLowerCase(Locale.ROOT).equals(wanted)))
                .toList());
    var found = ways.stream().filter(way -> !way.isEmpty()).findFirst().orElse(List.of());
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new ConfigProblemException(
        List.of(
            found.isEmpty()
                ? unknown(layout, text, known)
                : "--region: '"
                    + text
                    + "' is the name of several regions of "
                    + layout
                    + "; give a code: "
                    + String.join(", ", found.stream().map(Region::code).toList())));
  }

  private static String unknown(String layout, String text, List<Region> known) {
    var words =
        known.stream()
            .flatMap(
                region ->
                    Stream.concat(
                        Stream.of(region.code(), region.name()), region.aliases().stream()))
            .toList();
    var some =
        known.stream()
            .limit(NAMED)
            .map(
                region ->
                    region.code().equals(region.name())
                        ? region.code()
                        : region.code() + " (" + region.name() + ")")
            .toList();
    return "--region: layout "
        + layout
        + " has no region '"
        + text
        + "'"
        + ExportRequest.didYouMean(text, words)
        + "; "
        + known.size()
        + " regions: "
        + String.join(", ", some)
        + (known.size() > NAMED ? ", ..." : "");
  }
}
