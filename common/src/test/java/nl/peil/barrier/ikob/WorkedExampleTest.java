package nl.peil.barrier.ikob;

import static nl.peil.barrier.ikob.IncomeClass.HOOG;
import static nl.peil.barrier.ikob.IncomeClass.LAAG;
import static nl.peil.barrier.ikob.IncomeClass.MIDDELHOOG;
import static nl.peil.barrier.ikob.IncomeClass.MIDDELLAAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number of the worked example of the method, to the decimals that it gives. */
class WorkedExampleTest {

  private static final Offset<Double> SHARE = within(0.5e-8);
  private static final Offset<Double> WEIGHT = within(0.5e-8);

  /** Both categories, everybody last: competition is with everybody. */
  private static final Accessibility RESULT =
      ThreeZones.accessibility(ThreeZones.PARAMETERS)
          .compute(List.of(Category.ALLEEN_AUTOBEZITTERS, Category.ALLE_GROEPEN), 1);

  private static double[] shares(int zone) {
    int from = GroupShares.column(MIDDELHOOG, Group.GRATIS_AUTO);
    return Arrays.copyOfRange(
        ThreeZones.shares().shares(zone, Category.ALLE_GROEPEN), from, from + Group.COUNT);
  }

  private static RowWeights row(int origin) {
    var row = new RowWeights(ThreeZones.PARAMETERS, ThreeZones.PARKING, ThreeZones.skims());
    row.read(origin);
    return row;
  }

  @Test
  void groupsOfACappedZone() {
    assertThat(shares(0))
        .containsExactly(
            new double[] {
              3264.222e-5, 100.955e-5, 475.932e-5, 3847.119e-5, 3847.119e-5, 4616.542e-5,
              3077.695e-5, 396.526e-5, 4230.934e-5, 5128.405e-5, 3461.673e-5, 254.910e-5,
              2719.886e-5, 3296.831e-5, 2225.361e-5
            },
            SHARE);
    // The row of the table adds up to 101, and rho enlarges the surplus
    assertThat(DoubleStream.of(shares(0)).sum()).isCloseTo(0.40944110, SHARE);
    assertThat(ThreeZones.shares().part(0, MIDDELHOOG)).isEqualTo(0.4);
  }

  @Test
  void groupsOfAZoneWithEnoughCars() {
    assertThat(shares(1))
        .containsExactly(
            new double[] {
              5406.537e-5, 167.212e-5, 788.287e-5, 8920.787e-5, 6371.991e-5, 7646.389e-5,
              2548.796e-5, 52.500e-5, 645.050e-5, 780.850e-5, 254.625e-5, 42.000e-5,
              516.040e-5, 624.680e-5, 203.700e-5
            },
            SHARE);
    assertThat(DoubleStream.of(shares(1)).sum()).isCloseTo(0.34969445, SHARE);
    assertThat(shares(2)).containsOnly(0);
  }

  @Test
  void carOwnersAreDividedByOwnership() {
    double[] all = ThreeZones.shares().shares(0, Category.ALLE_GROEPEN);
    double[] owners = ThreeZones.shares().shares(0, Category.ALLEEN_AUTOBEZITTERS);
    for (var group : Group.values()) {
      int column = GroupShares.column(MIDDELHOOG, group);
      assertThat(owners[column])
          .isCloseTo(group.ownsCar() ? all[column] / 0.48073960 : 0, within(1e-8));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FIETS, 5, 40, 9999, 40, 6, 75, 9999, 75, 4",
    "AUTO_FOSSIEL, 17.96, 40.52, 80.4, 36.52, 14.92, 52, 73.4, 48, 2.96",
    "AUTO_ELEKTRISCH, 17.3, 32.6, 54, 28.6, 13.6, 35.5, 47, 31.5, 2.3",
    "GRATIS_AUTO, 17, 29, 42, 25, 13, 28, 35, 24, 2",
    "OV, 9999, 38.14, 94.74, 38.14, 9999, 68.22, 94.74, 1022.22, 9999",
    "GEEN_AUTO, 99999, 57.26, 130.2, 52.96, 99999, 83.5, 123.8, 80.1, 99999",
    "GEEN_RIJBEWIJS, 99999, 237.8, 690, 231.4, 99999, 436, 687.8, 436.8, 99999"
  })
  void experiencedTimes(
      TimeKind kind,
      double a,
      double b,
      double c,
      double d,
      double e,
      double f,
      double g,
      double h,
      double i) {
    assertThat(row(0).minutes(kind, MIDDELHOOG)).containsExactly(of(a, b, c), within(1e-9));
    assertThat(row(1).minutes(kind, MIDDELHOOG)).containsExactly(of(d, e, f), within(1e-9));
    assertThat(row(2).minutes(kind, MIDDELHOOG)).containsExactly(of(g, h, i), within(1e-9));
  }

  private static double[] of(double... numbers) {
    return numbers;
  }

  @ParameterizedTest
  @CsvSource({
    "FIETS, NEUTRAAL, 0.98901306, 0.03308598, 0",
    "FIETS, FIETS, 0.99477987, 0.29421497, 0",
    "AUTO_FOSSIEL, AUTO, 0.98210189, 0.76584563, 0.02188127",
    "AUTO_ELEKTRISCH, AUTO, 0.98349582, 0.89798193, 0.37754067",
    "OV, AUTO, 0, 0.25223892, 0",
    "OV, OV, 0, 0.93233985, 0.01523511",
    "GRATIS_AUTO, AUTO, 0.98409361, 0.93245331, 0.73105858",
    "GRATIS_OV, OV, 0, 0.98522597, 0.5",
    "GEEN_AUTO, NEUTRAAL, 0, 0.17762820, 0"
  })
  void weightsOfOneMode(
      TimeKind kind, Preference preference, double one, double two, double three) {
    assertThat(row(0).single(new SingleWeight(kind, preference), MIDDELHOOG))
        .containsExactly(of(one, two, three), WEIGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "WEL_AUTO_VK_AUTO, AUTO, 0.98238068, 0.79227289, 0.09301315",
    "WEL_AUTO_VK_AUTO, AUTO_OV_FIETS, 0.98901306, 0.79227289, 0.09301315",
    "GRATIS_AUTO, OV, 0, 0.93233985, 0.01523511",
    "GRATIS_AUTO, AUTO_OV, 0.98409361, 0.93245331, 0.73105858"
  })
  void weightsOfGroups(Group group, ModeSet modes, double one, double two, double three) {
    double[] fossil = row(0).group(group, modes, false, MIDDELHOOG);
    double[] electric = row(0).group(group, modes, true, MIDDELHOOG);
    double part = group.hasTwoFuels() && modes.car() ? 0.2 : 0;
    double[] mixed = new double[3];
    for (int j = 0; j < 3; j++) {
      mixed[j] = part * electric[j] + (1 - part) * fossil[j];
    }
    assertThat(mixed).containsExactly(of(one, two, three), WEIGHT);
  }

  /** Six significant digits. */
  private static Offset<Double> digits(double expected) {
    return within(expected == 0 ? 0 : 0.5001 * Math.pow(10, Math.floor(Math.log10(expected)) - 5));
  }

  private static void check(double found, double expected) {
    assertThat(found).isCloseTo(expected, digits(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "FIETS, 38.7576, 72.1329, 36.4163, 72.039, 88.1804, 78.6357, 0, 0.450993, 0.913151, 2.20899, 1.1658",
    "AUTO, 41.9563, 89.318, 79.6567, 97.756, 85.4285, 89.6247, 38.6091, 0.500707, 1.14205, 1.13631, 2.0318",
    "OV, 53.1577, 21.8749, 49.176, 21.6378, 45.548, 60.2688, 9.92987, 0.917542, 0.665666, 2.41076, 0.979254",
    "AUTO_FIETS, 62.7285, 100.138, 82.1225, 102.596, 132.2, 104.139, 38.6091, 0.568409, 1.06468, 1.59886, 1.62125",
    "OV_FIETS, 83.5848, 90.9901, 78.888, 90.8035, 126.687, 129.384, 9.92987, 0.690304, 0.925367, 1.55031, 1.38237",
    "AUTO_OV, 71.6896, 92.7597, 87.7249, 99.5332, 92.5137, 123.226, 41.355, 0.650064, 0.971355, 1.09672, 1.54988",
    "AUTO_OV_FIETS, 89.0184, 103.339, 90.1906, 104.373, 138.724, 133.805, 41.355, 0.691543, 0.92395, 1.45859, 1.40886"
  })
  void resultsOfOneClass(
      ModeSet modes,
      double t1,
      double t2,
      double owners1,
      double owners2,
      double h1,
      double h2,
      double h3,
      double cj1,
      double cj2,
      double cw1,
      double cw2) {
    results(MIDDELHOOG, modes, of(t1, t2, h1, h2, h3, cj1, cj2, cw1, cw2));
    double[] owners = jobs(Category.ALLEEN_AUTOBEZITTERS, MIDDELHOOG, modes);
    check(owners[0], owners1);
    check(owners[1], owners2);
    assertThat(owners[2]).isZero();
  }

  @Test
  void resultsOfTheOtherClasses() {
    var modes = ModeSet.AUTO_OV_FIETS;
    results(
        LAAG,
        modes,
        of(32.4804, 53.8445, 52.6095, 47.0466, 1.8064, 0.827812, 1.56292, 1.46874, 1.07506));
    results(
        MIDDELLAAG,
        modes,
        of(57.7945, 75.2014, 91.7359, 86.7751, 9.3259, 0.70321, 1.15615, 1.44392, 1.32593));
    results(
        HOOG,
        modes,
        of(113.535, 129.565, 64.6993, 66.8285, 40.7351, 1.76131, 2.09547, 0.50945, 0.539956));
  }

  private static double[] jobs(Category category, IncomeClass income, ModeSet modes) {
    return RESULT.jobs(category).of(income, modes);
  }

  private static void results(IncomeClass income, ModeSet modes, double[] expected) {
    double[] jobs = jobs(Category.ALLE_GROEPEN, income, modes);
    double[] workforce = RESULT.workforce().of(income, modes);
    double[] jobCompetition = RESULT.jobCompetition().of(income, modes);
    double[] workerCompetition = RESULT.workerCompetition().of(income, modes);
    check(jobs[0], expected[0]);
    check(jobs[1], expected[1]);
    check(workforce[0], expected[2]);
    check(workforce[1], expected[3]);
    check(workforce[2], expected[4]);
    check(jobCompetition[0], expected[5]);
    check(jobCompetition[1], expected[6]);
    check(workerCompetition[0], expected[7]);
    check(workerCompetition[1], expected[8]);
    assertThat(of(jobs[2], jobCompetition[2], workerCompetition[2])).containsOnly(0);
  }
}
