package nl.peil.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.peil.measure.decay.Decay;
import nl.peil.measure.decay.DecayTable;
import nl.peil.model.Contract;

/**
 * Floating catchment: supply per head, with the catchment areas of destinations and of origins
 * overlapping. First the ratio of each destination, R = O / sum of P w over the origins; then the
 * sum of R w over the destinations. The weights w per method: {@link CatchmentMethod}.
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
          List.of("floating_catchment(" + methods("|") + ",decay)"),
          "opportunities per person, with all who compete for them (2SFCA, E2SFCA, 3SFCA, BFCA)",
          List.of(
              "floating_catchment(2sfca,binary,30)",
              "floating_catchment(e2sfca,linear,45)",
              "floating_catchment(3sfca,exponential,0.1)",
              "floating_catchment(bfca,exponential,0.1)",
              "floating_catchment(e2sfca,pbl)"),
          new Contract(
              "sum over j of w_ij O_j / (sum over k of w_kj P_k); w = f (2sfca, e2sfca), f_ij f_ij /"
                  + " sum_j f_ij (3sfca), in step 1 f_ij / sum_j f_ij and in step 2 f_ij / sum_i f_ij"
                  + " (bfca)",
              Measure.PER_PERSON,
              "0 and up",
              "never falls with O, never rises with P",
              "Luo and Wang (2003), Luo and Qi (2009), Wan et al. (2012), Paez et al. (2019)"),
          FloatingCatchment::read);

  private static final long serialVersionUID = 1L;

  private final CatchmentMethod method;
  private final DecayTable decay;
  private final String name;

  /**
   * A measure by this method.
   *
   * @param method the method
   * @param decayName name of the decay in the name of the measure, for example {@code binary_30}
   * @param decay the decay
   */
  public FloatingCatchment(CatchmentMethod method, String decayName, Decay decay) {
    this.method = method;
    this.decay = DecayTable.of(decay);
    this.name = "fca_" + method.key() + "_" + decayName;
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
    var argument = DecayArgument.read(text, 1);
    return new WithDecay(
        "fca_" + method.key() + "_" + argument.name(),
        Measure.PER_PERSON,
        argument,
        Direction.ACTIVE,
        decay -> new FloatingCatchment(method, argument.name(), decay));
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
      total += decay.at(reach.minutes()[i]);
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
    return new SecondStep(perUnit);
  }

  /** The second step: what each origin gets of the ratios. */
  private final class SecondStep implements Measure {

    private static final long serialVersionUID = 1L;

    /** What one opportunity at a place is worth for a weight of 1. */
    private final double[] perUnit;

    private SecondStep(double[] perUnit) {
      this.perUnit = perUnit;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String unit() {
      return PER_PERSON;
    }

    @Override
    public boolean needsDemand() {
      return true;
    }

    @Override
    public double value(Reach reach) {
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
}
