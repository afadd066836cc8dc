package nl.peil.measure;

import java.util.Optional;
import java.util.function.Function;
import nl.peil.measure.decay.Decay;

/**
 * The definition of a measure that rests on a decay, given or by the name of a curve.
 *
 * @param name name in tables
 * @param unit unit of the value
 * @param argument the decay as written
 * @param direction from where the matrix is looked at
 * @param make makes the measure when the decay is known
 */
record WithDecay(
    String name,
    String unit,
    DecayArgument argument,
    Direction direction,
    Function<Decay, Stage> make)
    implements MeasureDefinition {

  @Override
  public Optional<Stage> bind(Binding binding) {
    return argument.decay(binding).map(make);
  }

  @Override
  public Optional<String> curve() {
    return argument.curve();
  }
}
