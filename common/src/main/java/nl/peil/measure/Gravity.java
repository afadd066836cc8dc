package nl.peil.measure;

import java.util.Optional;
import nl.peil.measure.decay.Decay;
import nl.peil.measure.decay.DecayTable;

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
          DecayArgument.usages().stream().map(usage -> "gravity(" + usage + ")").toList(),
          "opportunities weighted by a decay of the travel time",
          DecayArgument.examples().stream().map(decay -> "gravity(" + decay + ")").toList(),
          Gravity::read);

  private static final long serialVersionUID = 1L;

  /** Beyond this many minutes, weights are computed: longer times are rare. */
  private static final int TABLE_MINUTES = 240;

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
    this.decay = new DecayTable(decay, TABLE_MINUTES);
  }

  private static MeasureDefinition read(MeasureText text) {
    return new Definition(DecayArgument.read(text, 0));
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

  /**
   * Gravity whose decay may come with the mode.
   *
   * @param decay the decay as it is written
   */
  private record Definition(DecayArgument decay) implements MeasureDefinition {

    @Override
    public String name() {
      return "gravity_" + decay.name();
    }

    @Override
    public String unit() {
      return Measure.OPPORTUNITIES;
    }

    @Override
    public Optional<Measure> bind(Binding binding) {
      return decay.decay(binding).map(bound -> new Gravity(decay.name(), bound));
    }

    @Override
    public Optional<String> curve() {
      return decay.curve();
    }
  }
}
