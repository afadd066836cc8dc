package nl.peil.jobs.sample;

import java.util.Arrays;
import nl.peil.model.Mode;

/**
 * Travel times by formula: nothing is measured. Per pair of zones, d is the crow distance between
 * their points in km (within a zone 0.35 times the root of its area), u the urbanity of a zone
 * (0-1, 1 from 4,000 inhabitants per km2), and a hash of the pair gives at most 3 percent either
 * way, so that there and back differ.
 *
 * <ul>
 *   <li>auto: 1.3 d at 28 + 62 d/(d+18) km/h, times 1 + congestion x mean u; 1 minute to the car
 *       and 1 + 4 u of the destination to park.
 *   <li>fiets: 1.25 d at 16 - 3 x mean u km/h, and 1 minute.
 *   <li>lopen: 1.2 d at 4.8 km/h.
 *   <li>ov_lopen: the best of walking, bus (d up to 35 km: 3 + 7(1-u) minutes to and from the stop,
 *       waiting 4 + 16(1 - the lower u), 1.35 d at 18 + 14 d/(d+10) km/h) and train (to and from
 *       one of the three nearest stations on foot or by bus, waiting 5, {@link Stations#minutes}).
 *   <li>ov_fiets: the same with a bicycle to the stop or station where that is faster, so never
 *       slower than ov_lopen.
 * </ul>
 *
 * The nature area has no bus. Beyond the reach of a mode a pair is absent; fiets says 9999 there.
 */
final class TravelModel {

  /** A pair that is not in the file. */
  static final int ABSENT = -1;

  /** Tenths of minutes that stand for the sentinel 9999. */
  static final int SENTINEL = 99_990;

  /** Above this many zones auto and public transport are cut at 120 minutes. */
  static final int LARGE = 5000;

  private static final int NEAREST_STATIONS = 3;
  private static final double BUS_REACH_KM = 35;
  private static final double STATION_WAIT = 5;

  private final TravelScenario scenario;
  private final double[] km;
  private final double[] north;
  private final double[] urbanity;
  private final double[] within;
  private final boolean[] bus;
  private final double[][] rail;
  private final int[][] station;
  private final double[][] onFootOrBus;
  private final double[][] byBicycle;

  /** Prepares what does not depend on pairs. */
  TravelModel(Region region, Stations stations, TravelScenario scenario) {
    this.scenario = scenario;
    var zones = region.zones().zones();
    int n = zones.size();
    this.km = new double[n];
    this.north = new double[n];
    this.urbanity = new double[n];
    this.within = new double[n];
    this.bus = new boolean[n];
    this.rail = stations.minutes(scenario.rail());
    this.station = new int[n][];
    this.onFootOrBus = new double[n][];
    this.byBicycle = new double[n][];
    for (int i = 0; i < n; i++) {
      var zone = zones.get(i);
      km[i] = zone.x() / 1000;
      north[i] = zone.y() / 1000;
      double perKm2 = region.population().zonePeople(i, SampleYears.BASE) / zone.km2();
      urbanity[i] = Math.min(1, perKm2 / 4000);
      within[i] = 0.35 * Math.sqrt(zone.km2());
      bus[i] = i != region.zones().nature();
      toStations(i, zone, stations);
    }
  }

  private void toStations(int zone, Zone at, Stations stations) {
    int count = Math.min(NEAREST_STATIONS, stations.size());
    var distance = new double[stations.size()];
    for (int s = 0; s < distance.length; s++) {
      distance[s] = stations.km(s, at.x(), at.y());
    }
    station[zone] = new int[count];
    onFootOrBus[zone] = new double[count];
    byBicycle[zone] = new double[count];
    for (int i = 0; i < count; i++) {
      int nearest = 0;
      for (int s = 1; s < distance.length; s++) {
        if (distance[s] < distance[nearest]) {
          nearest = s;
        }
      }
      double away = distance[nearest];
      distance[nearest] = Double.POSITIVE_INFINITY;
      double walk = 15 * away;
      double ride =
          6
              + (4 + 12 * (1 - urbanity[zone])) * scenario.waiting()
              + 1.35 * away / (22 * scenario.bus()) * 60;
      station[zone][i] = nearest;
      onFootOrBus[zone][i] = bus[zone] ? Math.min(walk, ride) : walk;
      byBicycle[zone][i] =
          Math.min(onFootOrBus[zone][i], 2 + 1.25 * away / (15.5 * scenario.bicycle()) * 60);
    }
  }

  /** Number of zones. */
  int zones() {
    return km.length;
  }

  /**
   * The longest time in the file of a mode, in minutes.
   *
   * @param zones number of zones of the sample
   */
  static double reach(Mode mode, int zones) {
    return switch (mode) {
      case AUTO -> zones > LARGE ? 120 : 600;
      case OV_LOPEN, OV_FIETS -> zones > LARGE ? 120 : 240;
      case FIETS -> 180;
      case LOPEN -> 120;
    };
  }

  /**
   * The row of an origin.
   *
   * @param tenths filled per destination with tenths of minutes, {@link #ABSENT} or {@link
   *     #SENTINEL}
   */
  void row(Mode mode, int origin, int[] tenths) {
    double reach = reach(mode, zones());
    int salt = salt(mode);
    double[] toStation =
        switch (mode) {
          case OV_LOPEN -> reachedStations(origin, onFootOrBus[origin]);
          case OV_FIETS -> reachedStations(origin, byBicycle[origin]);
          case AUTO, FIETS, LOPEN -> new double[0];
        };
    for (int d = 0; d < tenths.length; d++) {
      double distance = distance(origin, d);
      double minutes =
          switch (mode) {
            case AUTO -> auto(origin, d, distance);
            case FIETS -> bicycle(origin, d, distance);
            case LOPEN -> walk(distance);
            case OV_LOPEN, OV_FIETS -> publicTransport(mode, origin, d, distance, toStation);
          };
      if (minutes > reach * 1.4) {
        tenths[d] = ABSENT;
      } else {
        double hashed = minutes * Noise.between(0.97, 1.03, salt, origin, d);
        int rounded = Math.max(1, (int) Math.rint(hashed * 10));
        tenths[d] = rounded <= reach * 10 ? rounded : ABSENT;
      }
      // A large sample says 9999 only near the reach, or the file would hold every pair.
      if (mode == Mode.FIETS
          && tenths[d] == ABSENT
          && (zones() <= LARGE || minutes <= reach * 1.2)) {
        tenths[d] = SENTINEL;
      }
    }
  }

  /** Both ways of public transport share their hash, or the order between them would break. */
  private static int salt(Mode mode) {
    return switch (mode) {
      case AUTO -> 500;
      case OV_LOPEN, OV_FIETS -> 501;
      case FIETS -> 503;
      case LOPEN -> 504;
    };
  }

  private double distance(int origin, int destination) {
    if (origin == destination) {
      return within[origin];
    }
    double dx = km[origin] - km[destination];
    double dy = north[origin] - north[destination];
    return Math.sqrt(dx * dx + dy * dy);
  }

  private double auto(int o, int d, double distance) {
    double speed = 28 + 62 * distance / (distance + 18);
    double crowded = 1 + scenario.congestion() * (urbanity[o] + urbanity[d]) / 2;
    return 2 + 4 * urbanity[d] + 1.3 * distance / speed * 60 * crowded;
  }

  private double bicycle(int o, int d, double distance) {
    double speed = (16 - 1.5 * (urbanity[o] + urbanity[d])) * scenario.bicycle();
    return 1 + 1.25 * distance / speed * 60;
  }

  private static double walk(double distance) {
    return 15 * distance;
  }

  private double publicTransport(Mode mode, int o, int d, double distance, double[] toStation) {
    double best = walk(distance);
    if (bus[o] && bus[d] && distance <= BUS_REACH_KM) {
      double toStop = (3 + 7 * (1 - urbanity[o])) * (mode == Mode.OV_FIETS ? 0.5 : 1);
      double fromStop = 3 + 7 * (1 - urbanity[d]);
      double wait = (4 + 16 * (1 - Math.min(urbanity[o], urbanity[d]))) * scenario.waiting();
      double speed = (18 + 14 * distance / (distance + 10)) * scenario.bus();
      best = Math.min(best, toStop + wait + 1.35 * distance / speed * 60 + fromStop);
    }
    for (int i = 0; i < station[d].length; i++) {
      best = Math.min(best, toStation[station[d][i]] + onFootOrBus[d][i]);
    }
    return best;
  }

  /** Minutes from an origin to having arrived at every station by train. */
  private double[] reachedStations(int origin, double[] access) {
    var reached = new double[rail.length];
    Arrays.fill(reached, Double.POSITIVE_INFINITY);
    double wait = STATION_WAIT * scenario.waiting();
    for (int i = 0; i < access.length; i++) {
      int from = station[origin][i];
      for (int to = 0; to < reached.length; to++) {
        if (to != from) {
          reached[to] = Math.min(reached[to], access[i] + wait + rail[from][to]);
        }
      }
    }
    return reached;
  }
}
