package nl.peil.jobs.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the services are. Small ones follow the inhabitants: every so many people one, counted
 * along the cells of the zones in order. Large ones stand in the settlements of a block by rank.
 */
final class Services {

  /** The eight services, in the order of the tables. */
  static final List<String> NAMES =
      List.of("bo", "vo", "mbo", "hbo", "wo", "eerstehulp", "huisarts", "supermarkt");

  private static final int CELL_X = 601;
  private static final int CELL_Y = 602;
  private static final int CAPACITY = 603;
  private static final int TOWN_X = 604;
  private static final int TOWN_Y = 605;

  private static final double BO_PEOPLE = 2500;
  private static final double GP_PEOPLE = 3400;
  private static final double SUPERMARKET_PEOPLE = 2900;

  private final Region region;
  private final List<Integer> cellOrder = new ArrayList<>();
  private final Map<String, List<Site>> sites = new LinkedHashMap<>();

  private Services(Region region) {
    this.region = region;
    for (int i = 0; i < region.population().cells(); i++) {
      cellOrder.add(i);
    }
    cellOrder.sort(Comparator.comparingInt(region.population()::zone));
  }

  /** Places the services in a region. */
  static Services in(Region region) {
    var services = new Services(region);
    services.sites.put("bo", services.primarySchools());
    services.sites.put("vo", services.inTowns(1, new int[] {6, 3, 1, 0, 1, 1, 1, 1}, 500, 1500));
    services.sites.put("mbo", services.inTowns(2, new int[] {2, 1, 0, 0, 0, 0, 1}, 900, 5200));
    services.sites.put("hbo", services.inTowns(3, new int[] {1, 1}, 3500, 9500));
    services.sites.put("wo", services.inTowns(4, new int[] {1}, 14_000, 22_000));
    services.sites.put("eerstehulp", services.inTowns(5, new int[] {1, 1}, 1, 2));
    services.sites.put("huisarts", services.byPeople(6, GP_PEOPLE, 0.8, 1.2));
    services.sites.put("supermarkt", services.byPeople(7, SUPERMARKET_PEOPLE, 0.2, 0.7));
    return services;
  }

  /** The sites of a service that are in use. */
  List<Site> of(String service) {
    var found = sites.get(service);
    if (found == null) {
      throw new IllegalArgumentException("service '" + service + "' is not one of " + NAMES);
    }
    return found;
  }

  /** A hospital in the largest village of every block, whose emergency department has closed. */
  List<Site> closedEmergency() {
    return inTowns(8, new int[] {0, 0, 1}, 1, 2);
  }

  private List<Site> primarySchools() {
    var schools = byPeople(0, BO_PEOPLE, 0.05, 0.14);
    // A village school stays, however small.
    for (var place : region.settlements().places()) {
      boolean served =
          schools.stream()
              .anyMatch(
                  site ->
                      site.place().equals(place)
                          && StrictMath.hypot(site.x() - place.x(), site.y() - place.y())
                              < 2.5 * place.spreadM());
      if (!served) {
        schools.add(
            new Site(place.x(), place.y(), region.zones().at(place.x(), place.y()), 95, place));
      }
    }
    return schools;
  }

  private List<Site> byPeople(int service, double people, double least, double most) {
    var found = new ArrayList<Site>();
    var population = region.population();
    double cumulated = 0;
    double next = people / 2;
    for (int cell : cellOrder) {
      cumulated += population.people(cell, SampleYears.BASE);
      while (cumulated >= next) {
        long number = found.size();
        double middle = Extent.CELL_M / 2.0;
        double x = population.eastM(cell) + middle;
        double y = population.northM(cell) + middle;
        double movedX = x + decimetre(Noise.between(-200, 200, CELL_X, service, number));
        double movedY = y + decimetre(Noise.between(-200, 200, CELL_Y, service, number));
        boolean moved = region.land().contains(movedX, movedY, 0);
        double share = Noise.between(least, most, CAPACITY, service, number);
        found.add(site(moved ? movedX : x, moved ? movedY : y, (int) Math.rint(people * share)));
        next += people;
      }
    }
    return found;
  }

  private List<Site> inTowns(int service, int[] perRank, int least, int most) {
    var found = new ArrayList<Site>();
    for (var place : region.settlements().places()) {
      int count = place.rank() < perRank.length ? perRank[place.rank()] : 0;
      for (int i = 0; i < count; i++) {
        long number = found.size();
        double x =
            place.x() + decimetre(place.spreadM() * Noise.between(-1, 1, TOWN_X, service, number));
        double y =
            place.y() + decimetre(place.spreadM() * Noise.between(-1, 1, TOWN_Y, service, number));
        boolean onLand = region.land().contains(x, y, 0);
        int capacity = (int) Noise.between(least, most, CAPACITY, service, number);
        found.add(site(onLand ? x : place.x(), onLand ? y : place.y(), capacity));
      }
    }
    return found;
  }

  private Site site(double x, double y, int capacity) {
    return new Site(x, y, region.zones().at(x, y), capacity, region.settlements().nearest(x, y));
  }

  private static double decimetre(double metres) {
    return Math.rint(metres * 10) / 10;
  }
}
