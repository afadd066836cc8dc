package nl.peil.jobs.sample;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import nl.peil.model.Mode;

/**
 * The bereikbaarheidspeil as the state would supply it: acceptable and realised minutes per zone,
 * service and mode. Realised is the time to the nearest site, and for banen the time within which
 * 10,000 jobs are reached, from the matrices of this sample, in whole minutes.
 */
final class SuppliedLevel implements MatrixFile.RowReader {

  /** Jobs that must be within reach before banen counts as realised. */
  static final int JOBS = 10_000;

  /** Acceptable minutes per service (bo to supermarkt, banen), made up, per mode. */
  private static final int[][] ACCEPTABLE = {
    // auto, ov_lopen, ov_fiets, fiets, lopen
    {10, 20, 20, 10, 15},
    {20, 40, 35, 30, 30},
    {30, 60, 50, 40, 45},
    {35, 60, 55, 45, 45},
    {45, 75, 70, 60, 60},
    {30, 60, 60, 45, 45},
    {10, 20, 20, 15, 20},
    {10, 20, 20, 10, 15},
    {30, 45, 45, 30, 30},
  };

  private static final int LONGEST_TENTHS = 6000;

  private final Region region;
  private final int[] servicesAt;
  private final int[] jobsAt;
  private final Map<Mode, short[][]> realised = new EnumMap<>(Mode.class);

  /** Prepares for the matrices of the base year. */
  SuppliedLevel(Region region, Services services, Employment employment) {
    this.region = region;
    int zones = region.zones().zones().size();
    this.servicesAt = new int[zones];
    this.jobsAt = new int[zones];
    for (int s = 0; s < Services.NAMES.size(); s++) {
      for (var site : services.of(Services.NAMES.get(s))) {
        servicesAt[site.zone()] |= 1 << s;
      }
    }
    for (int zone = 0; zone < zones; zone++) {
      jobsAt[zone] = employment.base(zone);
    }
    for (var mode : Mode.values()) {
      realised.put(mode, new short[zones][]);
    }
  }

  /** Takes a row; rows of one mode come from one thread. */
  @Override
  public void row(Mode mode, int origin, int[] tenths) {
    int services = Services.NAMES.size();
    var nearest = new int[services + 1];
    Arrays.fill(nearest, Integer.MAX_VALUE);
    var jobsPerTenth = new int[LONGEST_TENTHS + 1];
    for (int d = 0; d < tenths.length; d++) {
      int time = tenths[d];
      if (time == TravelModel.ABSENT || time == TravelModel.SENTINEL) {
        continue;
      }
      jobsPerTenth[time] += jobsAt[d];
      for (int left = servicesAt[d]; left != 0; left &= left - 1) {
        int service = Integer.numberOfTrailingZeros(left);
        nearest[service] = Math.min(nearest[service], time);
      }
    }
    long jobs = 0;
    for (int time = 0; time <= LONGEST_TENTHS; time++) {
      jobs += jobsPerTenth[time];
      if (jobs >= JOBS) {
        nearest[services] = time;
        break;
      }
    }
    var minutes = new short[services + 1];
    for (int i = 0; i < minutes.length; i++) {
      minutes[i] = nearest[i] == Integer.MAX_VALUE ? -1 : (short) ((nearest[i] + 5) / 10);
    }
    of(mode)[origin] = minutes;
  }

  private short[][] of(Mode mode) {
    return Objects.requireNonNull(realised.get(mode), mode::key);
  }

  /** Writes the file, once all matrices of the base year have been read. */
  void write(DeliveryFolder folder) throws IOException {
    var note =
        FileNote.csv(
            "niveaus/bereikbaarheidspeil_2022.csv",
            "niveaus",
            "basis",
            SampleYears.BASE,
            "supplied level: acceptable and realised minutes; empty = not reached; realised for"
                + " banen is the time within which 10000 jobs are reached; the norms are made up");
    try (var file = folder.open(note)) {
      file.text("pc4,voorziening,vervoerwijze,acceptabel_min,gerealiseerd_min");
      var zones = region.zones().zones();
      for (int zone = 0; zone < zones.size(); zone++) {
        for (int service = 0; service < ACCEPTABLE.length; service++) {
          var name = service < Services.NAMES.size() ? Services.NAMES.get(service) : "banen";
          int column = 0;
          for (var mode : Mode.values()) {
            int minutes = of(mode)[zone][service];
            file.row(
                zones.get(zone).code()
                    + ","
                    + name
                    + ","
                    + mode.key()
                    + ","
                    + ACCEPTABLE[service][column++]
                    + ","
                    + (minutes < 0 ? "" : String.valueOf(minutes)));
          }
        }
      }
    }
  }
}
