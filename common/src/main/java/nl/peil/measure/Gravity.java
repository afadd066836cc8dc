package nl.peil.measure;

import java.util.List;
import nl.peil.measure.decay.Decay;
import nl.peil.measure.decay.DecayTable;
import nl.peil.model.Contract;

/**
 * Opportunities weighted by a decay of the travel time: the sum of O f(t) (Hansen 1959).
 *
 * <p>Range: 0 to the sum of the opportunities; 0 when nothing can be reached. It never falls when
 * the decay gets milder. With a decay that is not {@link Decay#falling falling} the value can be
 * larger than that sum, and grow with the travel time.
 */
public final class Gravity implements Measure {

  static final MeasureForm FORM =
      new MeasureForm(
          "gravity",
          List.of("gravity(decay)"),
          "opportunities weighted by a decay of the travel time",
          DecayArgument.examples().stream().map(decay -> "gravity(" + decay + ")").toList(),
          new Contract(
              "sum of O f(t)",
              OPPORTUNITIES,
              "0 to the sum of O (with f from 0 to 1)",
              "never falls when f gets milder",
              "Hansen (1959), How accessibility shapes land use"),
          Gravity::read);

  private static final long serialVersionUID = 1L;

  private final String name;
  private final DecayTable decay;

  /**
   * A measure with this decay.
   *
   * @param decayName name of the decay as it stands in the name of the measure, for example {@code
   *     exponential_0.1}
   * @param decay the decay
   * @throws IllegalArgumentException when the decay breaks its contract
   */
  public Gravity(String decayName, Decay decay) {
    this.name = "gravity_" + decayName;
    this.decay = DecayTable.of(decay);
  }

  private static MeasureDefinition read(MeasureText text) {
    var argument = DecayArgument.read(text, 0);
    return new WithDecay(
        "gravity_" + argument.name(),
        OPPORTUNITIES,
        argument,
        Direction.ACTIVE,
        decay -> new Gravity(argument.name(), decay));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String unit() {
    return OPPORTUNITIES;
  }

  @Override
  public double value(Reach reach) {
    var minutes = reach.minutes();
    var opportunities = reach.opportunities();
    double sum = 0;
    for (int i = 0, n = reach.size(); i < n; i++) {
      sum += opportunities[i] * decay.at(minutes[i]);
    }
    return sum;
  }

  @Override
  public String toString() {
    return name + " with " + decay.decay();
  }
}
