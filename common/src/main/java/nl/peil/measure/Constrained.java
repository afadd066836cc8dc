package nl.peil.measure;

import java.util.List;
import nl.peil.model.Contract;

/**
 * Constrained accessibility: gravity that adds up to what there is (Soukhov, Pereira, Higgins, Paez
 * 2025, A family of accessibility measures derived from spatial interaction principles; Wilson
 * 1971).
 *
 * <ul>
 *   <li>{@code total}: gravity times the sum of O over its own sum, so that zones share all
 *       opportunities; nobody competes;
 *   <li>{@code singly}: the opportunities of each destination are divided among the people who can
 *       reach them; the value belongs to the origin: {@link SpatialAvailability};
 *   <li>{@code singly_demand}: the people of each origin are divided over the opportunities that
 *       they can reach; the value, in people, belongs to the destination;
 *   <li>{@code doubly}: both: everybody gets one opportunity and every opportunity somebody. It
 *       needs as many people as opportunities, all of them within reach; {@code doubly_scaled}
 *       leaves out who reaches nothing and what is not reached, and scales the other people to the
 *       other opportunities. The amount is then what was laid down; the travel time of it is what
 *       can be learned: {@link AllocatedMinutes}.
 * </ul>
 *
 * <p>Range: 0 to the sum of the opportunities (of the people, for {@code singly_demand}); 0 where
 * nothing can be reached; NaN where a number of people is needed and not known. Monotonicity: it
 * never falls with the zone's own opportunities or people, and with {@code total} never falls for
 * all zones together; relative positions can move either way, which is what competition means.
 */
final class Constrained {

  static final MeasureForm FORM =
      new MeasureForm(
          "constrained",
          List.of("constrained(total|singly|singly_demand|doubly|doubly_scaled,decay)"),
          "opportunities by gravity that add up to what there is",
          List.of(
              "constrained(total,exponential,0.1)",
              "constrained(singly,linear,60)",
              "constrained(singly_demand,exponential,0.1)",
              "constrained(doubly_scaled,exponential,0.1)"),
          new Contract(
              "total: sum_j O_j f_ij x (sum O / sum_ij O_j f_ij); singly: sum_j O_j P_i f_ij /"
                  + " (sum_k P_k f_kj); singly_demand: sum_i P_i O_j f_ij / (sum_m O_m f_im); doubly:"
                  + " sum_j A_i P_i B_j O_j f_ij, A_i = 1 / sum_j B_j O_j f_ij, B_j = 1 / sum_i A_i"
                  + " P_i f_ij",
              Measure.OPPORTUNITIES + " (singly_demand: " + Measure.PERSONS + ")",
              "0 to the sum of O (of P for singly_demand); adds up to it as far as it is reached",
              "never falls with the zone's own O and P",
              "Wilson (1971); Soukhov et al. (2025), A family of accessibility measures"),
          Constrained::read);

  private Constrained() {}

  private static MeasureDefinition read(MeasureText text) {
    var argument = DecayArgument.read(text, 1);
    var name = "constrained_" + text.word(0) + "_" + argument.name();
    return switch (text.word(0)) {
      case "total" ->
          new WithDecay(
              name,
              Measure.OPPORTUNITIES,
              argument,
              Direction.ACTIVE,
              decay -> new TotalConstrained(name, decay));
      case "singly" ->
          new WithDecay(
              name,
              Measure.OPPORTUNITIES,
              argument,
              Direction.ACTIVE,
              decay -> new SpatialAvailability(name, Measure.OPPORTUNITIES, decay, 1));
      case "singly_demand" ->
          new WithDecay(
              name,
              Measure.PERSONS,
              argument,
              Direction.PASSIVE_DEMAND,
              decay -> new SpatialAvailability(name, Measure.PERSONS, decay, 1));
      case "doubly", "doubly_scaled" ->
          new WithDecay(
              name,
              Measure.OPPORTUNITIES,
              argument,
              Direction.ACTIVE,
              decay ->
                  new DoublyConstrained(name, decay, text.word(0).equals("doubly_scaled"), false));
      default ->
          throw text.wrong(0, "expected total, singly, singly_demand, doubly or doubly_scaled");
    };
  }
}
