package nl.peil.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nl.peil.model.Mode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

/** The supplied level, worked out again from the files of the delivery. */
class SampleLevelTest {

  private static final int ZONES = 60;

  @TempDir static Path folder;
  private static SampleFiles sample;

  @BeforeAll
  static void write() throws IOException {
    SampleDelivery.write(folder, ZONES);
    sample = new SampleFiles(folder);
  }

  @Test
  void everyZoneServiceAndModeHasOneRow() throws IOException {
    var keys = new HashSet<String>();
    for (var row : sample.rows("niveaus/bereikbaarheidspeil_2022.csv")) {
      assertThat(keys.add(row[0] + row[1] + row[2])).isTrue();
      assertThat(Integer.parseInt(row[3])).isPositive();
    }
    assertThat(keys).hasSize(ZONES * 9 * 5);
  }

  @Test
  void realisedIsTheTimeToTheNearestSiteOfTheMatrix() throws IOException {
    var sites = zonesOf("hbo");
    assertThat(sites).isNotEmpty();
    for (var mode : Mode.keys()) {
      var minutes = matrix(mode);
      var realised = realised("hbo", mode);
      for (int zone = 0; zone < ZONES; zone++) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int site : sites) {
          double time = minutes[zone][site];
          nearest = time < nearest ? time : nearest;
        }
        assertThat(realised.get(zone))
            .as("%s from zone %d", mode, zone)
            .isEqualTo(nearest < 9999 ? String.valueOf(Math.round(nearest)) : "");
      }
    }
  }

  @Test
  void realisedForJobsIsTheTimeWithinWhichTenThousandAreReached() throws IOException {
    var jobs =
        sample.rows("banen/banen_pc4.csv").stream()
            .mapToInt(row -> Integer.parseInt(row[1]))
            .toArray();
    for (var mode : Mode.keys()) {
      var minutes = matrix(mode);
      var realised = realised("banen", mode);
      for (int zone = 0; zone < ZONES; zone++) {
        double[] times = minutes[zone];
        var nearestFirst =
            IntStream.range(0, ZONES)
                .filter(d -> !Double.isNaN(times[d]))
                .boxed()
                .sorted(Comparator.comparingDouble(d -> times[d]))
                .toList();
        int reached = 0;
        var expected = "";
        for (int d : nearestFirst) {
          reached += jobs[d];
          if (reached >= 10_000) {
            expected = String.valueOf(Math.round(times[d]));
            break;
          }
        }
        assertThat(realised.get(zone)).as("%s from zone %d", mode, zone).isEqualTo(expected);
      }
    }
  }

  private static double[][] matrix(String mode) throws IOException {
    return sample.matrix("reistijden/basis/2022/" + mode + "_spits.csv.gz", ZONES);
  }

  private static Map<Integer, String> realised(String service, String mode) throws IOException {
    var realised = new HashMap<Integer, String>();
    for (var row : sample.rows("niveaus/bereikbaarheidspeil_2022.csv")) {
      if (row[1].equals(service) && row[2].equals(mode)) {
        realised.put(Integer.parseInt(row[0]) - 1001, row[4]);
      }
    }
    return realised;
  }

  /** The zones whose polygon holds a site. */
  private static Set<Integer> zonesOf(String service) throws IOException {
    var region = Region.of(ZONES);
    var zones = new HashSet<Integer>();
    for (var row : sample.rows("voorzieningen/" + service + ".csv")) {
      var at =
          region
              .factory()
              .createPoint(new Coordinate(Double.parseDouble(row[1]), Double.parseDouble(row[2])));
      for (int zone = 0; zone < ZONES; zone++) {
        if (region.zones().zones().get(zone).area().contains(at)) {
          zones.add(zone);
        }
      }
    }
    return zones;
  }
}
