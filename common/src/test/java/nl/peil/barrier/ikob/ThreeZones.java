package nl.peil.barrier.ikob;

import java.util.Arrays;

/** The worked example of the method: three zones, the last with jobs and without residents. */
final class ThreeZones {

  private static final double[][] CAR_MINUTES = {{2, 15, 30}, {14, 3, 20}, {32, 22, 2}};
  private static final double[][] CAR_KM = {{1, 12, 40}, {12, 2, 25}, {40, 25, 1}};
  private static final double[][] BICYCLE = {{5, 40, 190}, {40, 6, 75}, {190, 75, 4}};
  private static final double[][] OV_MINUTES = {{0, 25, 60}, {25, 0, 45}, {60, 999, 0}};
  private static final double[][] OV_KM = {{0, 12, 42}, {12, 0, 26}, {42, 26, 0}};

  static final double[][] JOBS = {{10, 20, 30, 40}, {50, 60, 70, 80}, {20, 20, 20, 20}};

  static final Population POPULATION =
      new Population(
          new double[][] {{40, 60, 80, 20}, {30, 50, 70, 50}, {0, 0, 0, 0}},
          new double[] {40, 110, 120},
          new int[] {1, 2, 4});

  static final Composition COMPOSITION =
      new Composition(
          rows(new double[] {33, 59, 78, 94}, new double[] {49, 74, 91, 97}),
          rows(new double[] {29, 20, 14, 4}, new double[] {21, 12, 5, 2}),
          rows(new double[] {38, 21, 9, 2}, new double[] {29, 14, 4, 1}),
          rows(new double[] {25, 25, 30, 20}, new double[] {35, 25, 30, 10}),
          rows(new double[] {33, 40, 27}, new double[] {38, 46, 15}));

  static final Parking PARKING =
      new Parking(new double[] {12, 8, 0}, new double[] {3, 2, 0}, new double[3]);

  static final Parameters PARAMETERS =
      Parameters.work().withElectricShare(new PerClass(0, 10, 20, 50));

  private ThreeZones() {}

  /** Tables of which only the first two rows matter. */
  private static double[][] rows(double[] first, double[] second) {
    return new double[][] {first, second, second, second, second};
  }

  static SkimRows skims() {
    return new SkimRows() {
      @Override
      public int zones() {
        return 3;
      }

      @Override
      public void read(int origin, SkimRow row) {
        System.arraycopy(CAR_MINUTES[origin], 0, row.carMinutes(), 0, 3);
        System.arraycopy(CAR_KM[origin], 0, row.carKm(), 0, 3);
        System.arraycopy(BICYCLE[origin], 0, row.bicycleMinutes(), 0, 3);
        System.arraycopy(OV_MINUTES[origin], 0, row.publicTransportMinutes(), 0, 3);
        System.arraycopy(OV_KM[origin], 0, row.publicTransport(), 0, 3);
        Arrays.fill(row.additionalCost(), 0);
      }
    };
  }

  static GroupShares shares() {
    return GroupShares.of(POPULATION, COMPOSITION, PARAMETERS);
  }

  static ExperiencedAccessibility accessibility(Parameters parameters) {
    return new ExperiencedAccessibility(POPULATION, shares(), JOBS, PARKING, parameters, skims());
  }
}
