package nl.peil.jobs.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Railway stations: two in a large city, one in a middle-sized city, one in four villages of a
 * block; and the time between them.
 */
final class Stations {

  private static final List<Integer> VILLAGES_WITH_STATION = List.of(2, 4, 5, 6);

  private final List<Station> stations = new ArrayList<>();

  private Stations() {}

  /** The stations of the settlements. */
  static Stations of(Settlements settlements) {
    var all = new Stations();
    for (var place : settlements.places()) {
      if (place.city() || VILLAGES_WITH_STATION.contains(place.rank())) {
        all.stations.add(new Station(place.x() + 200, place.y() + 300, place.city()));
      }
      if (place.rank() == 0) {
        all.stations.add(new Station(place.x() - 600, place.y() - 2600, false));
      }
    }
    return all;
  }

  /** Number of stations. */
  int size() {
    return stations.size();
  }

  /** Kilometres as the crow flies from a point to a station. */
  double km(int station, double x, double y) {
    var to = stations.get(station);
    return StrictMath.hypot(to.x - x, to.y - y) / 1000;
  }

  /**
   * Minutes in the train and changing, platform to platform; 0 to itself. The track is 1.2 times
   * the crow distance; the speed rises from 50 to 110 km/h with the distance; 3 minutes for
   * starting and stopping; a change costs 3 minutes when one of both is not in a city, 8 when
   * neither is.
   *
   * @param railFactor factor on the running time
   */
  double[][] minutes(double railFactor) {
    var minutes = new double[size()][size()];
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        if (i != j) {
          var from = stations.get(i);
          double km = km(j, from.x, from.y);
          double speed = 50 + 60 * km / (km + 40);
          double change = from.city && stations.get(j).city ? 0 : 3;
          change = from.city || stations.get(j).city ? change : 8;
          minutes[i][j] = 3 + 1.2 * km / speed * 60 * railFactor + change;
        }
      }
    }
    return minutes;
  }

  private record Station(double x, double y, boolean city) {}
}
