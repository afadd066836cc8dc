package nl.peil.measure;

import java.util.List;
import nl.peil.model.Contract;

/**
 * Mean travel time to the opportunities that the doubly constrained allocation gives a zone: how
 * far people have to go when everybody needs one opportunity and each is taken once. {@link
 * Constrained} tells how they are allocated, and when they cannot be.
 *
 * <p>Range: between the shortest and the longest time in the row; NaN where nothing can be reached
 * that anybody takes. A zone without people has the time of whoever would come to live there.
 */
final class AllocatedMinutes {

  static final MeasureForm FORM =
      new MeasureForm(
          "allocated_minutes",
          List.of("allocated_minutes(doubly|doubly_scaled,decay)"),
          "mean minutes to the opportunities that a doubly constrained allocation gives the zone",
          List.of("allocated_minutes(doubly_scaled,exponential,0.1)"),
          new Contract(
              "sum_j V_ij t_ij / sum_j V_ij, V as of constrained(doubly)",
              Measure.MINUTES,
              "shortest to longest t of the zone; none when nothing is reached that anybody takes",
              "competition moves it either way",
              "Wilson (1971)"),
          AllocatedMinutes::read);

  private AllocatedMinutes() {}

  private static MeasureDefinition read(MeasureText text) {
    boolean scaled = text.word(0).equals("doubly_scaled");
    if (!scaled && !text.word(0).equals("doubly")) {
      throw text.wrong(0, "expected doubly or doubly_scaled");
    }
    var argument = DecayArgument.read(text, 1);
    var name = "allocated_minutes_" + text.word(0) + "_" + argument.name();
    return new WithDecay(
        name,
        Measure.MINUTES,
        argument,
        Direction.ACTIVE,
        decay -> new DoublyConstrained(name, decay, scaled, true));
  }
}
