package nl.peil.jobs.report.facts;

import java.util.List;
import nl.peil.config.LayoutConfig;
import nl.peil.model.ScenarioYear;
import nl.peil.table.Slice;

/**
 * What all pages are about.
 *
 * @param now scenario-year of the facts; changes start from it
 * @param period part of the day
 * @param residents service that is the people themselves, which no page counts as a service; empty:
 *     none
 */
public record Scope(ScenarioYear now, String period, String residents) {

  /** Parts of the day in the order in which a page prefers them. */
  public static final List<String> PERIODS = List.of("spits", "dal", "etmaal");

  /** The first part of the day that there is access of. */
  public static String firstPeriod(StoredTables tables, ScenarioYear now) {
    var any = new Scope(now, "", "");
    var found =
        tables.rows("region_level", any.slice(LayoutConfig.DELIVERY), "period").stream()
            .map(line -> line.text("period"))
            .toList();
    return PERIODS.stream().filter(found::contains).findFirst().orElse(PERIODS.get(0));
  }

  /** The slice of the scenario-year. */
  Slice slice() {
    return Slice.of("scenario", now.scenario(), "year", String.valueOf(now.year()));
  }

  /** The slice of a layout in the scenario-year. */
  Slice slice(String layout) {
    return Slice.of(
        "scenario", now.scenario(), "year", String.valueOf(now.year()), "layout", layout);
  }

  /** True when a row is about this part of the day and a service that is one. */
  boolean about(Line line) {
    return line.text("period").equals(period) && !line.text("service").equals(residents);
  }
}
