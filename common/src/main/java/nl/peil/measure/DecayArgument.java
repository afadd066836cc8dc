package nl.peil.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.peil.measure.decay.CutOff;
import nl.peil.measure.decay.Decay;
import nl.peil.measure.decay.DecayFamily;
import nl.peil.measure.decay.DecayParameterException;

/**
 * The decay in the text of a measure, as every measure that takes one writes it: a {@link
 * DecayFamily family} with its parameters, such as {@code exponential,0.1} or {@code
 * stepped,10:0.67,20:0}, or the name of a curve whose parameters come with the mode, such as {@code
 * pbl}; after either, {@code max=61} lets nothing count beyond 61 minutes.
 */
public final class DecayArgument {

  private static final String MAX = "max";

  /** The one family whose name, without parameters, is the name of a curve. */
  private static final String FAMILY_AND_CURVE = "pbl";

  private final String name;
  private final Optional<String> curve;
  private final Function<Binding, Optional<Decay>> decay;

  private DecayArgument(
      String name, Optional<String> curve, Function<Binding, Optional<Decay>> decay) {
    this.name = name;
    this.curve = curve;
    this.decay = decay;
  }

  /**
   * Reads the decay that begins at an argument and ends with the text.
   *
   * @param text text of the measure
   * @param from place of the first argument of the decay, from 0
   * @throws IllegalArgumentException when it is not a decay; the message says where the text goes
   *     wrong
   */
  public static DecayArgument read(MeasureText text, int from) {
    return read(text, from, text.size());
  }

  /**
   * Reads the decay between two arguments, for measures that have arguments of their own after it.
   *
   * @param text text of the measure
   * @param from place of the first argument of the decay, from 0
   * @param to place behind the last argument of the decay
   * @throws IllegalArgumentException when it is not a decay; the message says where the text goes
   *     wrong
   */
  public static DecayArgument read(MeasureText text, int from, int to) {
    if (from >= to) {
      throw text.missing(to, String.join(", ", usages(text, from)));
    }
    boolean cut = text.isOption(to - 1, MAX);
    int end = cut ? to - 1 : to;
    var found = uncut(text, from, end);
    return cut ? found.cutOff(text, end) : found;
  }

  private static DecayArgument uncut(MeasureText text, int from, int end) {
    var key = text.word(from);
    var family = DecayFamily.of(key);
    boolean alone = end == from + 1;
    if (family.isPresent() && !(alone && isFree(key))) {
      return ofFamily(text, from, end, family.get());
    }
    if (alone && text.isWord(from)) {
      return new DecayArgument(
          key, Optional.of(key), binding -> Optional.ofNullable(binding.curves().get(key)));
    }
    throw text.wrong(
        from,
        "'"
            + key
            + "' is not a known decay; write "
            + String.join(", ", usages(text, from))
            + ", where curve is the name of a curve with parameters per mode, such as pbl; each"
            + " can have ',max=T' at its end: nothing counts beyond T minutes");
  }

  private static DecayArgument ofFamily(MeasureText text, int from, int end, DecayFamily family) {
    int first = from + 1;
    int expected = family.ofPoints() ? Math.max(1, end - first) : family.parameters().size();
    var usage = usage(text, from, family.usage());
    if (end - first < expected) {
      throw text.missing(end, usage);
    }
    if (end - first > expected) {
      throw text.wrong(first + expected, "an argument too many: write " + usage);
    }
    var numbers = numbers(text, first, end, family);
    Decay decay;
    try {
      decay = family.make().apply(numbers);
    } catch (DecayParameterException refused) {
      int perArgument = numbers.length / expected;
      throw pointed(text, first + refused.parameter() / perArgument, refused);
    }
    var name = new StringBuilder(family.key());
    for (double number : numbers) {
      name.append('_').append(MeasureText.plain(number));
    }
    return new DecayArgument(name.toString(), Optional.empty(), binding -> Optional.of(decay));
  }

  private static double[] numbers(MeasureText text, int first, int end, DecayFamily family) {
    var parameters = family.parameters();
    if (family.ofPoints()) {
      var numbers = new double[2 * (end - first)];
      for (int i = first; i < end; i++) {
        var pair = text.pair(i, parameters.get(0).name(), parameters.get(1).name());
        System.arraycopy(pair, 0, numbers, 2 * (i - first), 2);
      }
      return numbers;
    }
    var numbers = new double[end - first];
    for (int i = first; i < end; i++) {
      var parameter = parameters.get(i - first);
      numbers[i - first] =
          parameter.signed()
              ? text.signedNumber(i, parameter.name())
              : text.number(i, parameter.name());
    }
    return numbers;
  }

  private DecayArgument cutOff(MeasureText text, int option) {
    double max = text.option(option, "max, the last minutes that count,");
    try {
      // Checks the number also where the decay comes with the mode.
      var unused = new CutOff(minutes -> 1, max);
    } catch (DecayParameterException refused) {
      throw pointed(text, option, refused);
    }
    return new DecayArgument(
        name + "_max_" + MeasureText.plain(max),
        curve,
        binding -> decay.apply(binding).map(uncut -> new CutOff(uncut, max)));
  }

  private static IllegalArgumentException pointed(
      MeasureText text, int argument, DecayParameterException refused) {
    var error = text.wrong(argument, String.valueOf(refused.getMessage()));
    error.initCause(refused);
    return error;
  }

  /**
   * True when a named curve can have this name: lower case letters, digits and underscores, and not
   * the name of a family that needs parameters.
   */
  public static boolean isCurveName(String name) {
    return MeasureText.isWord(name) && isFree(name);
  }

  private static boolean isFree(String name) {
    return name.equals(FAMILY_AND_CURVE) || DecayFamily.of(name).isEmpty();
  }

  /** Every way to write a decay, for example {@code curve} and {@code exponential,b}. */
  public static List<String> usages() {
    var usages = new ArrayList<String>();
    usages.add("curve");
    DecayFamily.all().forEach(family -> usages.add(family.usage()));
    return List.copyOf(usages);
  }

  /**
   * Examples of decays that fall from 1 or less to 0: with them a measure keeps to its range.
   *
   * @return for example {@code pbl} (a named curve) and {@code exponential,0.1}
   */
  public static List<String> examples() {
    var examples = new ArrayList<String>();
    examples.add(FAMILY_AND_CURVE);
    DecayFamily.all().stream()
        .filter(DecayFamily::falling)
        .forEach(family -> examples.add(family.example()));
    examples.add("linear,60,max=45");
    return List.copyOf(examples);
  }

  private static List<String> usages(MeasureText text, int from) {
    return usages().stream().map(usage -> usage(text, from, usage)).toList();
  }

  /** The usage with what stands before it in the text, for example {@code gravity(linear,T)}. */
  private static String usage(MeasureText text, int from, String usage) {
    var whole = new StringBuilder(text.keyword()).append('(');
    for (int i = 0; i < from; i++) {
      whole.append(text.word(i)).append(',');
    }
    return whole.append(usage).append(')').toString();
  }

  /**
   * The decay as it stands in the name of a measure, for example {@code exponential_0.1}, {@code
   * stepped_10_0.67_20_0} or {@code pbl_max_60}.
   */
  public String name() {
    return name;
  }

  /** Name of the curve that bindings have to supply; empty when the text gives all parameters. */
  public Optional<String> curve() {
    return curve;
  }

  /**
   * The decay itself.
   *
   * @param binding where a named curve is looked up
   * @return empty when the binding lacks the named curve; never when {@link #curve} is empty
   */
  public Optional<Decay> decay(Binding binding) {
    return decay.apply(binding);
  }
}
