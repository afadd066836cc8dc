package nl.peil.measure.decay;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.peil.model.Contract;

/**
 * A kind of decay whose parameters stand in the configuration, for example {@code exponential,0.1}.
 *
 * @param key name in configuration
 * @param parameters its parameters, in order; of a family of points: what every point consists of
 * @param ofPoints the parameters come any number of times, each time as {@code t:w}
 * @param example how it can be written, for example {@code exponential,0.1}
 * @param normalised the weight is 1 at 0 minutes, whatever the parameters
 * @param falling the weight lies between 0 and 1 and never rises with the travel time, whatever the
 *     parameters
 * @param contract formula, range and source
 * @param make makes the decay from the numbers in the order in which they are written; throws
 *     {@link DecayParameterException} when a value is not allowed
 */
public record DecayFamily(
    String key,
    List<Parameter> parameters,
    boolean ofPoints,
    String example,
    boolean normalised,
    boolean falling,
    Contract contract,
    Function<double[], Decay> make) {

  /** Unit of every decay. */
  static final String WEIGHT = "weight";

  /** What holds of the weights of a falling decay. */
  static final String NEVER_RISES = "never rises with the travel time";

  /**
   * A parameter.
   *
   * @param name name in the formula
   * @param signed a number below 0 can be written
   */
  public record Parameter(String name, boolean signed) {

    static Parameter of(String name) {
      return new Parameter(name, false);
    }

    static Parameter signed(String name) {
      return new Parameter(name, true);
    }
  }

  /** Keeps a copy of the parameters. */
  public DecayFamily {
    parameters = List.copyOf(parameters);
  }

  /** How it is written, for example {@code exponential,b} or {@code stepped,t:w,...}. */
  public String usage() {
    var names =
        parameters.stream().map(Parameter::name).collect(Collectors.joining(ofPoints ? ":" : ","));
    return key + "," + names + (ofPoints ? ",..." : "");
  }

  /**
   * Every family. (Not a constant of {@link DecayFamily}: the families are constants of their own
   * classes, which need this class first.)
   */
  public static List<DecayFamily> all() {
    return List.of(
        Exponential.FAMILY,
        Linear.FAMILY,
        Binary.FAMILY,
        Power.FAMILY,
        Logistic.FAMILY,
        Gaussian.FAMILY,
        LogLogistic.FAMILY,
        Ikob.FAMILY,
        Stepped.FAMILY,
        StepWithin.FAMILY,
        PointCurve.FAMILY,
        ScaledPower.FAMILY);
  }

  /** The family with this key; empty when there is none. */
  public static Optional<DecayFamily> of(String key) {
    return all().stream().filter(family -> family.key().equals(key)).findFirst();
  }
}
