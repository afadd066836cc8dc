package nl.peil.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import nl.peil.model.Mode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the matrices of a sample promise, read back from their files. */
class SampleTravelTimesTest {

  private static final int ZONES = SampleDelivery.DEFAULT_ZONES;
  private static final List<String> BASIS_AND_HOOG = List.of("basis/2022", "hoog/2040");

  @TempDir static Path folder;
  private static SampleFiles sample;

  @BeforeAll
  static void write() throws IOException {
    SampleDelivery.write(folder, ZONES);
    sample = new SampleFiles(folder);
  }

  @Test
  void matricesAreSortedAndHoldTheDiagonal() throws IOException {
    for (var scenario : BASIS_AND_HOOG) {
      for (var mode : Mode.keys()) {
        var path = matrixPath(scenario, mode);
        var time = Pattern.compile(mode.equals("ov_lopen") ? "\\d+,\\d" : "\\d+\\.\\d|9999");
        long before = -1;
        for (var row : sample.rows(path)) {
          long pair = Long.parseLong(row[0]) * 100_000 + Long.parseLong(row[1]);
          if (pair <= before || !time.matcher(row[2]).matches()) {
            fail("%s: order or notation of %s", path, String.join(" ", row));
          }
          before = pair;
        }
        var minutes = sample.matrix(path, ZONES);
        for (int zone = 0; zone < ZONES; zone++) {
          assertThat(minutes[zone][zone]).as("%s %d", path, zone).isPositive();
        }
      }
    }
  }

  @Test
  void bicycleToTheStationIsNeverSlowerThanWalkingThere() throws IOException {
    for (var scenario : BASIS_AND_HOOG) {
      var walking = sample.matrix(matrixPath(scenario, "ov_lopen"), ZONES);
      var cycling = sample.matrix(matrixPath(scenario, "ov_fiets"), ZONES);
      int faster = 0;
      for (int o = 0; o < ZONES; o++) {
        for (int d = 0; d < ZONES; d++) {
          // Not "greater": an absent time is NaN and must not pass.
          if (!Double.isNaN(walking[o][d]) && !(cycling[o][d] <= walking[o][d])) {
            fail("%s %d-%d: %f, walking %f", scenario, o, d, cycling[o][d], walking[o][d]);
          }
          faster += cycling[o][d] < walking[o][d] ? 1 : 0;
        }
      }
      assertThat(faster).isPositive();
    }
  }

  @Test
  void bicycleSaysUnreachableWhereOtherModesLeaveThePairOut() throws IOException {
    var rows = sample.rows(matrixPath("basis/2022", "fiets"));
    assertThat(rows).hasSize(ZONES * ZONES);
    assertThat(rows).anyMatch(row -> row[2].equals("9999"));
    assertThat(rows)
        .filteredOn(row -> !row[2].equals("9999"))
        .allMatch(row -> Double.parseDouble(row[2]) <= 180);
    assertThat(sample.rows(matrixPath("basis/2022", "lopen")))
        .hasSizeLessThan(ZONES * ZONES)
        .allMatch(row -> Double.parseDouble(row[2]) <= 120);
  }

  @Test
  void scenarioHoogIsSlowerByCarAndFasterByPublicTransport() throws IOException {
    var carNow = sample.matrix(matrixPath("basis/2022", "auto"), ZONES);
    var carLater = sample.matrix(matrixPath("hoog/2040", "auto"), ZONES);
    var trainNow = sample.matrix(matrixPath("basis/2022", "ov_lopen"), ZONES);
    var trainLater = sample.matrix(matrixPath("hoog/2040", "ov_lopen"), ZONES);
    boolean differs = false;
    for (int o = 0; o < ZONES; o++) {
      for (int d = 0; d < ZONES; d++) {
        if (!(carLater[o][d] >= carNow[o][d])) {
          fail("car %d-%d: %f, now %f", o, d, carLater[o][d], carNow[o][d]);
        }
        if (!Double.isNaN(trainNow[o][d]) && !(trainLater[o][d] <= trainNow[o][d])) {
          fail("public transport %d-%d: %f, now %f", o, d, trainLater[o][d], trainNow[o][d]);
        }
        differs |= carNow[o][d] != carNow[d][o];
      }
    }
    assertThat(differs).as("there and back differ").isTrue();
  }

  private static String matrixPath(String scenario, String mode) {
    return "reistijden/" + scenario + "/" + mode + "_spits.csv.gz";
  }
}
