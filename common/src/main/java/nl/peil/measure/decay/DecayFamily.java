package nl.peil.measure.decay;

import java.util.List;
import java.util.function.Function;

/**
 * A kind of decay whose parameters stand in the configuration, for example {@code exponential,0.1}.
 *
 * @param key name in configuration
 * @param parameters names of its parameters, in order
 * @param formula the formula, for the list of what is known
 * @param make makes the decay from as many parameters; throws IllegalArgumentException when their
 *     values are not allowed
 */
public record DecayFamily(
    String key, List<String> parameters, String formula, Function<double[], Decay> make) {

  /** How it is written, for example {@code exponential,b}. */
  public String usage() {
    return key + "," + String.join(",", parameters);
  }

  /**
   * Every family. (Not a constant of {@link DecayFamily}: the families are constants of their own
   * classes, which need this class first.)
   */
  public static List<DecayFamily> all() {
    return List.of(Exponential.FAMILY, Linear.FAMILY, Binary.FAMILY);
  }
}
