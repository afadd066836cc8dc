package nl.peil.welfare;

import java.io.Serializable;

/**
 * What an area or a region consists of.
 *
 * @param code its code
 * @param zones places of its zones
 * @param weights share of each zone's people that lives in it, 0 to 1
 */
public record Places(String code, int[] zones, double[] weights) implements Serializable {

  /** Its people, or people of anything else that has a number per zone. */
  public double people(double[] peopleOfZones) {
    double people = 0;
    for (int i = 0; i < zones.length; i++) {
      people += weights[i] * peopleOfZones[zones[i]];
    }
    return people;
  }
}
