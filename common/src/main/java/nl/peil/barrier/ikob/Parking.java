package nl.peil.barrier.ikob;

import java.io.Serializable;

/**
 * What parking takes in each zone.
 *
 * @param arrival search time called arrival (AankomstZT), minutes
 * @param departure search time called departure (VertrekZT), minutes
 * @param cost cost at the destination, cent per trip
 */
@SuppressWarnings("ArrayRecordComponent") // read only, compared nowhere
public record Parking(double[] arrival, double[] departure, double[] cost) implements Serializable {

  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException when zones differ in number
   */
  public Parking {
    if (arrival.length != departure.length || arrival.length != cost.length) {
      throw new IllegalArgumentException(
          "expected as many zones everywhere, got %d with arrival, %d with departure, %d with cost"
              .formatted(arrival.length, departure.length, cost.length));
    }
  }

  /** No search time and no cost anywhere. */
  public static Parking none(int zones) {
    return new Parking(new double[zones], new double[zones], new double[zones]);
  }

  /** Minutes charged in the zone of origin: the arrival column, as IKOB has it (quirk Q1). */
  double[] atOrigin(Parameters.Deviations deviations) {
    return deviations.parkingAsLabelled() ? departure : arrival;
  }

  /** Minutes charged in the zone of destination. */
  double[] atDestination(Parameters.Deviations deviations) {
    return deviations.parkingAsLabelled() ? arrival : departure;
  }
}
