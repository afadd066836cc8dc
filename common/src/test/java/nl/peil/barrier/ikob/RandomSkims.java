package nl.peil.barrier.ikob;

import java.util.Random;

/** Skims at random, with the values around which IKOB changes its mind. */
final class RandomSkims implements SkimRows {

  private static final double[] BICYCLE = {0, 5, 25, 35, 179.9, 180, 180.1, 9999};
  private static final double[] OV = {-1, 0, 0.5, 0.6, 30, 60, 117, 118, 999};
  private static final double[] CAR = {0, 6.9, 7, 7.1, 20, 105, 106, 180, 9999};

  final double[][] carMinutes;
  final double[][] carKm;
  final double[][] bicycle;
  final double[][] ovMinutes;
  final double[][] ovKm;
  final double[][] additional;

  RandomSkims(int zones, Random random) {
    carMinutes = square(zones, random, CAR, 150);
    carKm = square(zones, random, new double[] {0, 1}, 90);
    bicycle = square(zones, random, BICYCLE, 200);
    ovMinutes = square(zones, random, OV, 200);
    ovKm = square(zones, random, new double[] {-1, 0}, 90);
    additional = square(zones, random, new double[] {0, 0, 0, -300}, 500);
  }

  private static double[][] square(int zones, Random random, double[] special, double most) {
    var matrix = new double[zones][zones];
    for (double[] row : matrix) {
      for (int j = 0; j < zones; j++) {
        row[j] =
            random.nextInt(3) == 0
                ? special[random.nextInt(special.length)]
                : Math.rint(random.nextDouble() * most * 10) / 10;
      }
    }
    return matrix;
  }

  @Override
  public int zones() {
    return carMinutes.length;
  }

  @Override
  public void read(int origin, SkimRow row) {
    int zones = zones();
    System.arraycopy(carMinutes[origin], 0, row.carMinutes(), 0, zones);
    System.arraycopy(carKm[origin], 0, row.carKm(), 0, zones);
    System.arraycopy(bicycle[origin], 0, row.bicycleMinutes(), 0, zones);
    System.arraycopy(ovMinutes[origin], 0, row.publicTransportMinutes(), 0, zones);
    System.arraycopy(ovKm[origin], 0, row.publicTransport(), 0, zones);
    System.arraycopy(additional[origin], 0, row.additionalCost(), 0, zones);
  }
}
