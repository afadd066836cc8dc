package nl.peil.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.peil.measure.decay.Decay;
import nl.peil.measure.decay.DecayFamily;
import nl.peil.measure.decay.DecayTable;

/**
 * Opportunities weighted by a decay of the travel time: the sum of O f(t) (Hansen 1959).
 *
 * <p>Range: 0 to the sum of the opportunities; 0 when nothing can be reached. It never falls when
 * the decay gets milder.
 */
public final class Gravity implements Measure {

  static final MeasureForm FORM =
      new MeasureForm(
          "gravity",
          usages(),
          "opportunities weighted by a decay of the travel time",
          List.of(
              "gravity(pbl)",
              "gravity(exponential,0.1)",
              "gravity(linear,60)",
              "gravity(binary,30)"),
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

  private static List<String> usages() {
    var usages = new ArrayList<String>();
    usages.add("gravity(curve)");
    DecayFamily.all().forEach(family -> usages.add("gravity(" + family.usage() + ")"));
    return List.copyOf(usages);
  }

  private static MeasureDefinition read(MeasureText text) {
    var key = text.word(0);
    for (var family : DecayFamily.all()) {
      if (family.key().equals(key)) {
        return read(text, family);
      }
    }
    if (text.size() == 1 && text.isWord(0)) {
      return new Named(key);
    }
    throw text.wrong(
        0,
        "'"
            + key
            + "' is not a known decay; write "
            + String.join(", ", FORM.usages())
            + ", where curve is the name of a curve with parameters per mode, such as pbl");
  }

  private static MeasureDefinition read(MeasureText text, DecayFamily family) {
    int count = family.parameters().size();
    text.requireSize(count + 1, "gravity(" + family.usage() + ")");
    var parameters = new double[count];
    var decayName = new StringBuilder(family.key());
    for (int i = 0; i < count; i++) {
      parameters[i] = text.number(i + 1, family.parameters().get(i));
      decayName.append('_').append(MeasureText.plain(parameters[i]));
    }
    try {
      var decay = family.make().apply(parameters);
      return MeasureDefinition.always(new Gravity(decayName.toString(), decay));
    } catch (IllegalArgumentException refused) {
      var error = text.wrong(1, String.valueOf(refused.getMessage()));
      error.initCause(refused);
      throw error;
    }
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
   * Gravity with a curve whose parameters come with the mode.
   *
   * @param key name of the curve
   */
  private record Named(String key) implements MeasureDefinition {

    @Override
    public String name() {
      return "gravity_" + key;
    }

    @Override
    public String unit() {
      return Measure.OPPORTUNITIES;
    }

    @Override
    public Optional<Measure> bind(Binding binding) {
      return Optional.ofNullable(binding.curves().get(key)).map(decay -> new Gravity(key, decay));
    }

    @Override
    public Optional<String> curve() {
      return Optional.of(key);
    }
  }
}
