package nl.peil.jobs.register;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.peil.table.AccessTables;
import nl.peil.table.RegionTables;
import nl.peil.table.TableSpec;

/**
 * A view that answers one of the questions of the policy, in SQL that Spark and DuckDB both read.
 *
 * @param name name of the view, in the words of the policy
 * @param comment what it answers
 * @param columns its columns, in order
 * @param needs tables that it is made of, by their alias in {@code columns}
 * @param joins the text after FROM, with {@code %s} for the schema before each table
 */
record PolicyView(
    String name, String comment, List<Column> columns, List<TableSpec> needs, String joins) {

  /**
   * A column.
   *
   * @param name its name
   * @param comment meaning, unit and range
   * @param expression what it is, in SQL
   */
  record Column(String name, String comment, String expression) {}

  private static final String NAMES =
      " LEFT JOIN %s.regions AS r ON r.layout = l.layout AND r.region = l.region";

  /** All of them: one per question. */
  static List<PolicyView> all() {
    return List.of(basicLevel(), differences(), choice());
  }

  /** Basisniveau voor iedereen: is the norm met, and by whom not. */
  private static PolicyView basicLevel() {
    return new Builder(AccessTables.REGION_LEVEL)
        .keys()
        .taken("norm_min", "population", "persons_meeting_norm", "persons_below_norm")
        .made(
            "met_for_all",
            "the basic level is there for everybody: nobody misses the norm (people are counted in"
                + " fractions, so less than half a person)",
            "l.persons_below_norm < 0.5")
        .taken("persons_unreachable", "share_meeting_norm", "fgt1")
        .taken("national_share_meeting_norm", "gap_to_national")
        .view(
            "basisniveau",
            "Basisniveau voor iedereen: for how many people of each region each service lies within"
                + " the acceptable travel time, and how far it is missed",
            List.of(AccessTables.REGION_LEVEL, RegionTables.REGIONS),
            "%s.region_level AS l" + NAMES);
  }

  /** Verkleinen regionale verschillen: between regions of a layout, and within each. */
  private static PolicyView differences() {
    return new Builder(AccessTables.REGION_ACCESSIBILITY)
        .keys()
        .taken("measure", "unit", "population_covered", "mean")
        .made("layout_mean", "mean over the persons of all regions of the layout", "i.mean")
        .made(
            "difference",
            "mean minus layout_mean, in the unit; of minutes, above 0 is worse than the layout",
            "l.mean - i.mean")
        .taken("p10", "p50", "p90", "gini", "theil")
        .made(
            "layout_theil_between",
            "inequality between the regions of the layout: Theil T when everybody has the mean of"
                + " the region; the same in each of its rows",
            "i.theil_between")
        .made(
            "layout_theil_within",
            "inequality within the regions of the layout: their Theil T, weighted with their shares"
                + " of the total value; the same in each of its rows",
            "i.theil_within")
        .made(
            "layout_between_share",
            "share of the inequality that lies between regions, 0 to 1; null when there is none",
            "i.between_share")
        .view(
            "regionale_verschillen",
            "Regionale verschillen: how the access of each region differs from that of its layout,"
                + " and how it differs within the region; compare regions of one layout only",
            List.of(
                AccessTables.REGION_ACCESSIBILITY,
                AccessTables.LAYOUT_INEQUALITY,
                RegionTables.REGIONS),
            "%s.region_accessibility AS l LEFT JOIN %s.layout_inequality AS i"
                + " ON i.scenario = l.scenario AND i.year = l.year AND i.layout = l.layout"
                + " AND i.mode = l.mode AND i.period = l.period AND i.service = l.service"
                + " AND i.measure = l.measure"
                + NAMES);
  }

  /** Keuze: no, one or more opportunities within the norm. */
  private static PolicyView choice() {
    return new Builder(AccessTables.REGION_LEVEL)
        .keys()
        .taken("norm_min", "population")
        .made(
            "persons_no_choice",
            "persons without any opportunity within the norm",
            "l.share_no_choice * l.population")
        .made(
            "persons_one_choice",
            "persons with exactly one opportunity within the norm",
            "l.share_one_choice * l.population")
        .made(
            "persons_more_choice",
            "persons with two or more opportunities within the norm",
            "l.share_more_choice * l.population")
        .taken("share_no_choice", "share_one_choice", "share_more_choice")
        .view(
            "keuze",
            "Keuze: how many people of each region have no, one or more opportunities within the"
                + " acceptable travel time",
            List.of(AccessTables.REGION_LEVEL, RegionTables.REGIONS),
            "%s.region_level AS l" + NAMES);
  }

  /** The query, on tables in a schema. */
  String query(String schema) {
    var selected =
        columns.stream()
            .map(column -> column.expression() + " AS " + column.name())
            .collect(Collectors.joining(",\n  "));
    return "SELECT\n  " + selected + "\nFROM " + joins.replace("%s", schema);
  }

  /** Collects columns; those of the table bring their comments along. */
  private static final class Builder {
    private final TableSpec table;
    private final List<Column> columns = new ArrayList<>();

    private Builder(TableSpec table) {
      this.table = table;
    }

    private Builder keys() {
      taken("scenario", "year", "layout", "region");
      made(
          "region_name",
          RegionTables.REGIONS.column("region_name").comment(),
          "coalesce(r.region_name, l.region)");
      return taken("mode", "period", "service");
    }

    private Builder taken(String... names) {
      for (var name : names) {
        columns.add(new Column(name, table.column(name).comment(), "l." + name));
      }
      return this;
    }

    private Builder made(String name, String comment, String expression) {
      columns.add(new Column(name, comment, expression));
      return this;
    }

    private PolicyView view(String name, String comment, List<TableSpec> needs, String joins) {
      return new PolicyView(name, comment, List.copyOf(columns), needs, joins);
    }
  }
}
