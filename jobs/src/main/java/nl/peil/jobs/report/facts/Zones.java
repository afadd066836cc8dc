package nl.peil.jobs.report.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.peil.table.Slice;
import org.jspecify.annotations.Nullable;

/**
 * The zones of the delivery, and what accessibility_level says of each, in arrays: a page of a
 * region picks its zones from them by place.
 *
 * @param zones the zones, rising by key
 * @param place place in the list by key
 * @param population persons of each zone in the scenario-year; NaN where no row tells it
 * @param values values by mode and service
 */
public record Zones(
    List<Zone> zones,
    Map<Integer, Integer> place,
    double[] population,
    Map<String, Map<String, Values>> values) {

  /**
   * A zone.
   *
   * @param zone key
   * @param code code as delivered
   * @param name name; null when not delivered
   * @param x RD x of its point, metres
   * @param y RD y of its point, metres
   * @param wkb polygon as WKB in RD metres; null when not delivered
   * @param border near the national border; null when no border was given
   */
  public record Zone(
      int zone,
      String code,
      @Nullable String name,
      double x,
      double y,
      byte @Nullable [] wkb,
      @Nullable Boolean border) {}

  /**
   * What each zone has of a service by a mode.
   *
   * @param minutes minutes to the nearest; NaN: out of reach, or no row
   * @param meets 1 the norm is met, 0 it is not, - no norm or no row
   * @param choice 0, 1 or 2 (more) within the norm, - no norm or no row
   */
  public record Values(double[] minutes, char[] meets, char[] choice) {}

  /** Reads all zones of the delivery. */
  static Zones read(StoredTables tables, Scope scope) {
    var byKey = new TreeMap<Integer, Zone>();
    for (var line :
        tables.rows(
            "zones",
            Slice.ALL,
            "zone",
            "zone_code",
            "name",
            "x",
            "y",
            "geometry",
            "border_zone",
            "delivered")) {
      if (Boolean.TRUE.equals(line.optionalFlag("delivered"))) {
        byKey.put(
            line.whole("zone"),
            new Zone(
                line.whole("zone"),
                line.text("zone_code"),
                line.optionalText("name"),
                line.number("x"),
                line.number("y"),
                line.bytes("geometry"),
                line.optionalFlag("border_zone")));
      }
    }
    var place = new HashMap<Integer, Integer>();
    byKey.keySet().forEach(zone -> place.put(zone, place.size()));
    var population = filled(place.size());
    var values = new HashMap<String, Map<String, Values>>();
    for (var line :
        tables.rows(
            "accessibility_level",
            scope.slice(),
            "mode",
            "period",
            "zone",
            "service",
            "nearest_1_min",
            "choice",
            "meets_norm",
            "population")) {
      var at = place.get(line.whole("zone"));
      if (at == null || !scope.about(line)) {
        continue;
      }
      population[at] = line.number("population");
      var one =
          values
              .computeIfAbsent(line.text("mode"), mode -> new HashMap<>())
              .computeIfAbsent(line.text("service"), service -> values(place.size()));
      one.minutes()[at] = line.numberOrNan("nearest_1_min");
      var meets = line.optionalFlag("meets_norm");
      one.meets()[at] = meets == null ? '-' : meets ? '1' : '0';
      one.choice()[at] =
          switch (line.text("choice")) {
            case "none" -> '0';
            case "one" -> '1';
            case "more" -> '2';
            default -> '-';
          };
    }
    return new Zones(List.copyOf(byKey.values()), place, population, values);
  }

  private static Values values(int zones) {
    var meets = new char[zones];
    var choice = new char[zones];
    java.util.Arrays.fill(meets, '-');
    java.util.Arrays.fill(choice, '-');
    return new Values(filled(zones), meets, choice);
  }

  private static double[] filled(int length) {
    var values = new double[length];
    java.util.Arrays.fill(values, Double.NaN);
    return values;
  }
}
