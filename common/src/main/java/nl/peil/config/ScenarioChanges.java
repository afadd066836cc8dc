package nl.peil.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.peil.model.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario-year changes in what it inherits: the what-if.
 *
 * @param facilities places that open and close
 * @param norms norms that are other than those of the parent
 * @param times travel times that are other than those of the parent
 */
public record ScenarioChanges(
    List<FacilityChange> facilities, List<NormChange> norms, List<TimeChange> times) {

  /** Nothing changes. */
  public static final ScenarioChanges NONE = new ScenarioChanges(List.of(), List.of(), List.of());

  /**
   * Places of a service in a zone.
   *
   * @param service key of the service
   * @param zone code of the zone
   * @param opens how many open; null: all that are there close
   */
  public record FacilityChange(String service, String zone, @Nullable Double opens) {}

  /**
   * Another norm.
   *
   * @param service key of the service
   * @param mode key of the mode
   * @param minutes acceptable travel time
   */
  public record NormChange(String service, String mode, double minutes) {}

  /**
   * Other times: as many times as long.
   *
   * @param mode key of the mode
   * @param factor 0.9 makes trips a tenth shorter
   * @param layout layout of the region; null: everywhere
   * @param region code of the region; null: everywhere
   * @param ends which trips: {@code from} the region, {@code to} it, {@code within} it, or {@code
   *     touching} it with one end at least
   */
  public record TimeChange(
      String mode, double factor, @Nullable String layout, @Nullable String region, String ends) {}

  private static final List<String> ENDS = List.of("from", "to", "within", "touching");

  /** True when nothing changes. */
  public boolean isEmpty() {
    return facilities.isEmpty() && norms.isEmpty() && times.isEmpty();
  }

  /** Reads the changes of an entry of {@code scenarios}. */
  static ScenarioChanges read(Section section) {
    var facilities = new ArrayList<FacilityChange>();
    for (var open : section.children("open")) {
      facilities.add(
          new FacilityChange(
              open.text("service"),
              open.text("zone"),
              open.number("count", 1, Double.MIN_VALUE, 1e9)));
      open.done();
    }
    for (var close : section.children("close")) {
      facilities.add(new FacilityChange(close.text("service"), close.text("zone"), null));
      close.done();
    }
    var norms = new ArrayList<NormChange>();
    for (var norm : section.children("change_norms")) {
      norms.add(
          new NormChange(
              norm.text("service"), mode(norm), norm.number("minutes", 0, Double.MIN_VALUE, 1e4)));
      if (!norm.has("minutes")) {
        norm.problem("minutes", "the acceptable travel time is required");
      }
      norm.done();
    }
    var times = new ArrayList<TimeChange>();
    for (var time : section.children("change_times")) {
      var layout = time.optionalText("layout");
      var region = time.optionalText("region");
      if ((layout == null) != (region == null)) {
        time.problem("region", "give both layout and region, or neither for everywhere");
      }
      if (!time.has("factor")) {
        time.problem("factor", "how many times as long trips take is required, e.g. 0.9");
      }
      var ends = time.text("ends", "touching");
      if (!ENDS.contains(ends)) {
        time.problem("ends", "expected one of " + ENDS + ", got '" + ends + "'");
      }
      times.add(
          new TimeChange(mode(time), time.number("factor", 1, 0.01, 100), layout, region, ends));
      time.done();
    }
    // In an order of their own: what is written in another order is the same change
    facilities.sort(Comparator.comparing(FacilityChange::toString));
    norms.sort(Comparator.comparing(NormChange::toString));
    return new ScenarioChanges(List.copyOf(facilities), List.copyOf(norms), List.copyOf(times));
  }

  private static String mode(Section section) {
    var mode = section.parsed("mode", Mode::of);
    return mode == null ? "" : mode.key();
  }
}
