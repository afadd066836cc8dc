package nl.peil.config;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cut points of the risk score for transport poverty.
 *
 * @param version their version; stands beside every score
 * @param variables variables of the method; those without cut points are open and not used
 */
public record RiskScoreConfig(String version, List<Variable> variables) {

  /** The cut that is public: the distance to a supermarket, 400 and 800 m (CBS 2019/42). */
  public static final RiskScoreConfig KNOWN_CUTS =
      new RiskScoreConfig(
          "known cuts of CBS 2019/42",
          List.of(
              new Variable(
                  "afstand_voorzieningen",
                  "afstand_supermarkt_km",
                  List.of(0.4, 0.8),
                  List.of(),
                  List.of())));

  /**
   * A variable. It has cut points for a value that holds for all people of a zone, or shares of
   * people with 1 and 2 points; a variable with neither is open.
   *
   * @param variable its name in the method
   * @param indicator the value; null: it has none
   * @param cuts where 1 and 2 points begin; falling when a low value is the risk
   * @param one shares of people with 1 point
   * @param two shares of people with 2 points
   */
  public record Variable(
      String variable,
      @Nullable String indicator,
      List<Double> cuts,
      List<String> one,
      List<String> two) {

    /** True when there are no cut points. */
    public boolean open() {
      return cuts.isEmpty() && shares().isEmpty();
    }

    List<String> shares() {
      return Stream.concat(one.stream(), two.stream()).toList();
    }

    private static Variable read(Section section) {
      var variable =
          new Variable(
              section.text("variable"),
              section.optionalText("indicator"),
              section.numbers("cuts"),
              section.texts("one"),
              section.texts("two"));
      boolean byValue = variable.indicator() != null;
      if (!variable.cuts().isEmpty() && (variable.cuts().size() != 2 || !byValue)) {
        section.problem(
            "cuts", "expected an indicator and two numbers: where 1 and 2 points begin");
      }
      if (variable.cuts().size() == 2 && variable.cuts().get(0).equals(variable.cuts().get(1))) {
        section.problem("cuts", "the two are the same: nobody would have 1 point");
      }
      if (byValue && !variable.shares().isEmpty()) {
        section.problem("indicator", "give an indicator with cuts, or shares as one and two");
      }
      section.done();
      return variable;
    }
  }

  /** Reads {@code barriers.risk_score}. */
  static RiskScoreConfig read(Section section) {
    var config =
        new RiskScoreConfig(
            section.text("version"),
            section.children("variables").stream().map(Variable::read).toList());
    var names = new HashSet<String>();
    for (var variable : config.variables()) {
      if (!names.add(variable.variable())) {
        section.problem("variables", "'" + variable.variable() + "' stands here twice");
      }
    }
    section.done();
    return config;
  }

  /** The indicators that are used. */
  List<String> indicators() {
    return variables.stream()
        .filter(variable -> !variable.cuts().isEmpty())
        .map(Variable::indicator)
        .filter(Objects::nonNull)
        .toList();
  }
}
