package nl.peil.access;

import java.io.Serializable;
import nl.peil.measure.ZoneIndex;

/**
 * The matrices of a part of day that IKOB takes: one for each way of travelling, as they are.
 *
 * @param car by car, with kilometres
 * @param bicycle by bicycle
 * @param publicTransport by public transport, with kilometres
 * @param places the zones, and what stands in for kilometres that are not known
 */
public record Skims(MatrixRows car, MatrixRows bicycle, MatrixRows publicTransport, Places places) {

  /**
   * The zones, and how far apart they are.
   *
   * @param zones the zones
   * @param x RD x of each, metres
   * @param y RD y of each, metres
   * @param carDetour kilometres by car for a kilometre as the crow flies; NaN: kilometres must be
   *     known
   * @param publicTransportDetour likewise by public transport
   */
  @SuppressWarnings("ArrayRecordComponent") // read only, compared nowhere
  public record Places(
      ZoneIndex zones, double[] x, double[] y, double carDetour, double publicTransportDetour)
      implements Serializable {

    /** Kilometres by car; those that are known go before. */
    double carKm(int origin, int destination, float known) {
      return km(origin, destination, known, carDetour, "car");
    }

    /** Kilometres by public transport; those that are known go before. */
    double publicTransportKm(int origin, int destination, float known) {
      return km(origin, destination, known, publicTransportDetour, "public transport");
    }

    private double km(int origin, int destination, float known, double detour, String mode) {
      if (!Float.isNaN(known)) {
        return known;
      }
      if (Double.isNaN(detour)) {
        throw new IllegalStateException(
            ("travel_times has no km from %d to %d by %s; deliver the column km, or set under"
                    + " ikob.detour how many kilometres go into one as the crow flies (1.3, say)")
                .formatted(zones.zone(origin), zones.zone(destination), mode));
      }
      return detour * Math.hypot(x[destination] - x[origin], y[destination] - y[origin]) / 1000;
    }
  }
}
