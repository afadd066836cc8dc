package nl.peil.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.peil.measure.decay.CutOff;
import nl.peil.measure.decay.Decay;
import nl.peil.measure.decay.DecayTable;
import nl.peil.model.Contract;

/**
 * Floating catchment: supply per head, with the catchment areas of destinations and of origins
 * overlapping. First the ratio of each destination, R = O / sum of P w over the origins; then the
 * sum of R w over the destinations. The weights w per method: {@link CatchmentMethod}.
 *
 * <p>A decay with {@code max=T} lets nothing count beyond T. By 3SFCA a {@code catchment=T} is
 * something else: nobody goes beyond T, yet what lies there takes part in the shares over which
 * people divide themselves, so they weigh less on what is near. That is how the Python package
 * access (PySAL) applies its max_cost (there T itself lies outside).
 *
 * <p>Range: 0 and up, opportunities per person; 0 where nothing can be reached. A destination that
 * nobody weighs on (no people within its catchment, or unknown) adds nothing. It never falls when
 * there are more opportunities, and never rises when there are more people; shorter times help one
 * zone at the cost of others. Of 2SFCA, E2SFCA and 3SFCA the people-weighted sum equals the
 * opportunities that anybody reaches; of BFCA the sum over zones equals the sum of the ratios.
 */
public final class FloatingCatchment implements Gathering {

  static final MeasureForm FORM =
      new MeasureForm(
          "floating_catchment",
          List.of(
              "floating_catchment(" + methods("|") + ",decay)",
              "floating_catchment(3sfca,decay,catchment=T)"),
          "opportunities per person, with all who compete for them (2SFCA, E2SFCA, 3SFCA, BFCA)",
          List.of(
              "floating_catchment(2sfca,binary,30)",
              "floating_catchment(e2sfca,linear,45)",
              "floating_catchment(3sfca,exponential,0.1)",
              "floating_catchment(3sfca,power,1,catchment=60)",
              "floating_catchment(bfca,exponential,0.1)",
              "floating_catchment(e2sfca,pbl)"),
          new Contract(
              "sum over j of w_ij O_j / (sum over k of w_kj P_k); w = f (2sfca, e2sfca), f_ij f_ij /"
                  + " sum_j f_ij (3sfca; w = 0 beyond the catchment, while sum_j goes on), in step 1 f_ij / sum_j f_ij and in step 2 f_ij / sum_i f_ij"
                  + " (bfca)",
              Measure.PER_PERSON,
              "0 and up",
              "never falls with O, never rises with P",
              "Luo and Wang (2003), Luo and Qi (2009), Wan et al. (2012), Paez et al. (2019);"
                  + " catchment: Python package access (PySAL), three_stage_fca"),
          FloatingCatchment::read);

  private static final long serialVersionUID = 1L;

  private static final String CATCHMENT = "catchment";

  private final CatchmentMethod method;
  private final DecayTable decay;
  private final DecayTable ofShares;
  private final String name;

  /**
   * A measure by this method.
   *
   * @param method the method
   * @param decayName name of the decay in the name of the measure, for example {@code binary_30}
   * @param decay the decay
   */
  public FloatingCatchment(CatchmentMethod method, String decayName, Decay decay) {
    this(method, name(method, decayName), DecayTable.of(decay), DecayTable.of(decay));
  }

  private FloatingCatchment(
      CatchmentMethod method, String name, DecayTable decay, DecayTable ofShares) {
    this.method = method;
    this.name = name;
    this.decay = decay;
    this.ofShares = ofShares;
  }

  /**
   * A measure by three steps, of which the shares also count what lies beyond the catchment.
   *
   * @param decayName name of the decay in the name of the measure, for example {@code power_1}
   * @param decay the decay
   * @param catchment minutes that people go at most, 0 or more; included
   * @throws IllegalArgumentException when the catchment is not a finite number of at least 0
   */
  public static FloatingCatchment within(String decayName, Decay decay, double catchment) {
    return new FloatingCatchment(
        CatchmentMethod.THREE_STEP,
        name(CatchmentMethod.THREE_STEP, inCatchment(decayName, catchment)),
        DecayTable.of(new CutOff(decay, catchment)),
        DecayTable.of(decay));
  }

  private static String name(CatchmentMethod method, String decayName) {
    return "fca_" + method.key() + "_" + decayName;
  }

  private static String inCatchment(String decayName, double catchment) {
    return decayName + "_" + CATCHMENT + "_" + MeasureText.plain(catchment);
  }

  private static String methods(String separator) {
    return Arrays.stream(CatchmentMethod.values())
        .map(CatchmentMethod::key)
        .collect(Collectors.joining(separator));
  }

  private static MeasureDefinition read(MeasureText text) {
    var method =
        Arrays.stream(CatchmentMethod.values())
            .filter(known -> known.key().equals(text.word(0)))
            .findFirst()
            .orElseThrow(() -> text.wrong(0, "expected one of " + methods(", ")));
    int last = text.size() - 1;
    if (last > 0 && text.isOption(last, CATCHMENT)) {
      return readWithin(text, method, last);
    }
    var argument = DecayArgument.read(text, 1);
    return new WithDecay(
        name(method, argument.name()),
        Measure.PER_PERSON,
        argument,
        Direction.ACTIVE,
        decay -> new FloatingCatchment(method, argument.name(), decay));
  }

  private static MeasureDefinition readWithin(MeasureText text, CatchmentMethod method, int last) {
    double catchment = text.option(last, "catchment, the minutes that people go at most,");
    if (method != CatchmentMethod.THREE_STEP) {
      throw text.wrong(
          last, "a catchment goes with 3sfca; with " + method.key() + " write max= for the same");
    }
    var argument = DecayArgument.read(text, 1, last);
    return new WithDecay(
        name(method, inCatchment(argument.name(), catchment)),
        Measure.PER_PERSON,
        argument,
        Direction.ACTIVE,
        decay -> within(argument.name(), decay, catchment));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String unit() {
    return Measure.PER_PERSON;
  }

  @Override
  public boolean needsDemand() {
    return true;
  }

  @Override
  public int sums(int destinations) {
    return method == CatchmentMethod.BALANCED ? 2 * destinations : destinations;
  }

  @Override
  public void gather(Reach reach, double[] sums) {
    double total = rowTotal(reach);
    if (!(total > 0)) {
      return;
    }
    double people = Double.isNaN(reach.demand()) ? 0 : reach.demand();
    int destinations = sums.length / 2;
    for (int i = 0, n = reach.size(); i < n; i++) {
      double f = decay.at(reach.minutes()[i]);
      int place = reach.places()[i];
      sums[place] += people * method.demandWeight(f, total);
      if (method == CatchmentMethod.BALANCED) {
        sums[destinations + place] += f;
      }
    }
  }

  /** Sum of the decay over what the origin can reach; 1 where the method does not ask for it. */
  private double rowTotal(Reach reach) {
    if (!method.needsRowTotal()) {
      return 1;
    }
    double total = 0;
    for (int i = 0, n = reach.size(); i < n; i++) {
      total += ofShares.at(reach.minutes()[i]);
    }
    return total;
  }

  @Override
  public Stage next(double[] sums, Served served) {
    int destinations = method == CatchmentMethod.BALANCED ? sums.length / 2 : sums.length;
    var perUnit = new double[destinations];
    for (int place = 0; place < destinations; place++) {
      double competing =
          method == CatchmentMethod.BALANCED
              ? sums[place] * sums[destinations + place]
              : sums[place];
      perUnit[place] = competing > 0 ? 1 / competing : 0;
    }
    return Settled.of(this, reach -> share(reach, perUnit));
  }

  /**
   * The second step: what an origin gets of the ratios.
   *
   * @param perUnit what one opportunity at a place is worth for a weight of 1
   */
  private double share(Reach reach, double[] perUnit) {
    double total = rowTotal(reach);
    if (!(total > 0)) {
      return 0;
    }
    double sum = 0;
    for (int i = 0, n = reach.size(); i < n; i++) {
      double weight = method.supplyWeight(decay.at(reach.minutes()[i]), total);
      sum += weight * reach.opportunities()[i] * perUnit[reach.places()[i]];
    }
    return sum;
  }
}
