package nl.peil.measure;

import java.io.Serializable;
import java.util.List;

/**
 * Which services each destination has, as compressed rows: a destination carries the list of its
 * services, so one without opportunities costs nothing more.
 */
final class Destinations implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int[] starts;
  private final int[] services;
  private final int[] places;
  private final double[] opportunities;
  private final double[][] byPlace;

  /**
   * Prepares the lists.
   *
   * @param zones number of zones
   * @param supplies the services
   * @throws IllegalArgumentException when opportunities are negative, not finite or not one per
   *     zone
   */
  Destinations(int zones, List<Supply> supplies) {
    this.byPlace = new double[supplies.size()][];
    int entries = 0;
    for (int s = 0; s < byPlace.length; s++) {
      byPlace[s] = new double[check(supplies.get(s), zones)];
      entries += byPlace[s].length;
    }
    var next = new int[byPlace.length];
    this.starts = new int[zones + 1];
    this.services = new int[entries];
    this.places = new int[entries];
    this.opportunities = new double[entries];
    int at = 0;
    for (int zone = 0; zone < zones; zone++) {
      starts[zone] = at;
      for (int s = 0; s < byPlace.length; s++) {
        double count = supplies.get(s).opportunities()[zone];
        if (count > 0) {
          services[at] = s;
          places[at] = next[s]++;
          opportunities[at] = count;
          byPlace[s][places[at]] = count;
          at++;
        }
      }
    }
    starts[zones] = at;
  }

  /** Number of zones with opportunities. */
  private static int check(Supply supply, int zones) {
    var counts = supply.opportunities();
    if (counts.length != zones) {
      throw new IllegalArgumentException(
          "service '%s': expected opportunities for %d zones, but got %d"
              .formatted(supply.service(), zones, counts.length));
    }
    int present = 0;
    for (int z = 0; z < counts.length; z++) {
      if (!(counts[z] >= 0 && counts[z] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "service '%s', zone at place %d: opportunities must be finite and 0 or more, but are %s"
                .formatted(supply.service(), z, counts[z]));
      }
      if (counts[z] > 0) {
        present++;
      }
    }
    return present;
  }

  /** Number of destinations that have the service. */
  int count(int service) {
    return byPlace[service].length;
  }

  /** Opportunities of the service by place; read only. */
  double[] opportunities(int service) {
    return byPlace[service];
  }

  /** Adds the destination to the reach of each of its services. */
  void add(int zone, float minutes, Reach[] reaches) {
    for (int entry = starts[zone], end = starts[zone + 1]; entry < end; entry++) {
      reaches[services[entry]].add(places[entry], minutes, opportunities[entry]);
    }
  }
}
