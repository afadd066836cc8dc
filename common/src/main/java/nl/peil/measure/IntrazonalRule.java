package nl.peil.measure;

import java.io.Serializable;
import nl.peil.model.Contract;

/**
 * How travel times within zones are found, as it stands in the configuration: {@code given}, {@code
 * constant(5)} or {@code area(15)}; see {@link IntrazonalTimes}.
 *
 * @param kind what decides
 * @param number minutes of a constant, km per hour of the area; 0 for given
 */
public record IntrazonalRule(Kind kind, double number) implements Serializable {

  /** What decides the time within a zone. */
  public enum Kind {
    /** The matrix. */
    GIVEN,
    /** A number of minutes for all zones. */
    CONSTANT,
    /** The area of the zone, and a speed. */
    AREA
  }

  /** The matrix decides. */
  public static final IntrazonalRule AS_GIVEN = new IntrazonalRule(Kind.GIVEN, 0);

  /** What can be relied on. */
  public static final Contract CONTRACT =
      new Contract(
          "given: t_ii of the matrix, none where absent; constant(m): t_ii = m; area(v): t_ii = 60 x"
              + " 128 r / (45 pi v), r = sqrt(area / pi)",
          Measure.MINUTES,
          "0 and up",
          "never falls with m and the area, never rises with v",
          "area: mean distance between two points in a disc");

  /**
   * Reads a rule.
   *
   * @throws IllegalArgumentException when it is not one; the message says where the text goes wrong
   */
  public static IntrazonalRule parse(String text) {
    if (text.strip().equals("given")) {
      return AS_GIVEN;
    }
    if (text.indexOf('(') < 0) {
      throw new IllegalArgumentException(
          "'" + text + "': expected given, constant(minutes) or area(km per hour)");
    }
    var call = MeasureText.parse("time within a zone", text);
    return switch (call.keyword()) {
      case "constant" -> {
        call.requireSize(1, "constant(minutes)");
        yield new IntrazonalRule(Kind.CONSTANT, call.number(0, "minutes"));
      }
      case "area" -> {
        call.requireSize(1, "area(km per hour)");
        double speed = call.number(0, "the speed in km per hour");
        if (speed <= 0) {
          throw call.wrong(0, "expected a speed above 0 km per hour");
        }
        yield new IntrazonalRule(Kind.AREA, speed);
      }
      default ->
          throw new IllegalArgumentException(
              "'" + text + "': expected given, constant(minutes) or area(km per hour)");
    };
  }

  /**
   * The times of these zones.
   *
   * @param zones number of zones
   * @param areasKm2 area per zone in km2; only read when the area decides
   * @throws IllegalArgumentException when an area is needed and not above 0
   */
  public IntrazonalTimes times(int zones, double[] areasKm2) {
    return switch (kind) {
      case GIVEN -> IntrazonalTimes.asGiven();
      case CONSTANT -> IntrazonalTimes.constant(zones, number);
      case AREA -> IntrazonalTimes.fromArea(areasKm2, number);
    };
  }

  @Override
  public String toString() {
    return switch (kind) {
      case GIVEN -> "given";
      case CONSTANT -> "constant(" + MeasureText.plain(number) + ")";
      case AREA -> "area(" + MeasureText.plain(number) + ")";
    };
  }
}
