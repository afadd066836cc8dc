package nl.peil.jobs.report.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A region and what is to be known of its layout.
 *
 * @param layout region layout
 * @param code code within the layout
 * @param name name; the code when there is none
 * @param aliases other names, '|' between; empty: none
 * @param status vastgesteld, indicatief or onvolledig
 * @param source where the layout comes from; may be empty
 * @param validFrom first day; null: not said
 * @param validTo last day; null: not said
 * @param basis how sure its members are: delivered, stated, public or open; empty: not said
 * @param note what is to be said of it; null: nothing
 * @param wkb its outline as WKB in RD metres; null when not known
 * @param members its zones
 */
public record Region(
    String layout,
    String code,
    String name,
    String aliases,
    String status,
    String source,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    String basis,
    @Nullable String note,
    byte @Nullable [] wkb,
    Members members) {

  /** True when nothing is known of what belongs to it: there is nothing to report. */
  public boolean open() {
    return members.places().length == 0;
  }

  /**
   * Zones of a region.
   *
   * @param places places in {@link Zones}
   * @param weights share of the people of the zone who live in the region
   * @param persons people in the region by the base population
   */
  public record Members(int[] places, double[] weights, double[] persons) {

    /** Persons of the region, base population. */
    public double population() {
      return java.util.Arrays.stream(persons).sum();
    }

    /** The share of these people who live in another region too. */
    double sharedWith(Members other) {
      var weights = new java.util.HashMap<Integer, Double>();
      for (int i = 0; i < other.places.length; i++) {
        weights.put(other.places[i], other.weights[i]);
      }
      double shared = 0;
      for (int i = 0; i < places.length; i++) {
        shared += persons[i] * weights.getOrDefault(places[i], 0.0);
      }
      return shared;
    }
  }
}
