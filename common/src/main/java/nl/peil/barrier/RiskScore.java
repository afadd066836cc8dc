package nl.peil.barrier;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import nl.peil.model.Contract;

/**
 * The risk score for transport poverty of CBS and PBL: nine variables of 0, 1 or 2 points each and
 * their mean. Cut points that are not public are not made up: a variable without them is open, and
 * the mean is over those that are there.
 *
 * @param version version of the cut points
 * @param variables the variables with cut points
 */
public record RiskScore(String version, List<RiskVariable> variables) {

  /** The variables of the method. */
  public static final List<String> NINE =
      List.of(
          "motorvoertuig",
          "afstand_ov",
          "afstand_voorzieningen",
          "afstand_familie",
          "inkomen",
          "sociaaleconomische_categorie",
          "migratieachtergrond",
          "gezondheid",
          "huishouden_leeftijd");

  /** What it says. */
  public static final Contract CONTRACT =
      new Contract(
          "mean of the points (0, 1, 2) over the variables with cut points that are known in the"
              + " zone; classes from 0, 0.5, 1 and 1.5 on, a boundary in the higher class; class"
              + " shares by convolution under independence, bounds by Makarov, one variable after"
              + " the other",
          "points; shares of people",
          "0 to 2; 0 to 1",
          "rises with the points of every variable",
          "CBS 2019/42 and 2022/49, with PBL; Makarov 1981; Rüschendorf 1982");

  /**
   * The score of a zone.
   *
   * @param sum points of the known variables together
   * @param unknown names of the variables with cut points that are unknown in the zone
   */
  public record OfZone(PointSum sum, List<String> unknown) {

    /** Share of the people per class; empty when no variable is known. */
    public Map<RiskClass, Share> classes() {
      var shares = new EnumMap<RiskClass, Share>(RiskClass.class);
      int variables = sum.variables();
      if (variables > 0) {
        for (var risk : RiskClass.values()) {
          int least = 0;
          while (RiskClass.of(least, variables).compareTo(risk) < 0) {
            least++;
          }
          int most = least - 1;
          while (most < PointSum.MOST * variables && RiskClass.of(most + 1, variables) == risk) {
            most++;
          }
          shares.put(risk, sum.between(least, most));
        }
      }
      return shares;
    }
  }

  /** The names of the variables of the method that have no cut points here. */
  public List<String> open() {
    var named = variables.stream().map(RiskVariable::name).toList();
    return NINE.stream().filter(name -> !named.contains(name)).toList();
  }

  /**
   * The score of a zone.
   *
   * @param values value by indicator, NaN when unknown
   * @param shares share by indicator, 0 to 1, NaN when unknown
   */
  public OfZone in(ToDoubleFunction<String> values, ToDoubleFunction<String> shares) {
    var sum = PointSum.NONE;
    var unknown = new ArrayList<String>();
    for (var variable : variables) {
      var points = variable.points(values, shares);
      if (points.length == 0) {
        unknown.add(variable.name());
      } else {
        sum = sum.plus(points);
      }
    }
    return new OfZone(sum, List.copyOf(unknown));
  }
}
