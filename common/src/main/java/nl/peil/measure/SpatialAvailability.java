package nl.peil.measure;

import java.util.List;
import nl.peil.measure.decay.Decay;
import nl.peil.measure.decay.DecayTable;
import nl.peil.model.Contract;

/**
 * Spatial availability: the opportunities of each destination divided among all who can reach them,
 * in proportion to their number and the decay of the travel time. It tells how many opportunities
 * are there for a zone, and adds up to the supply that anybody reaches. The same as singly
 * constrained accessibility (with alpha 1).
 *
 * <p>Range: 0 up to the sum of the opportunities; 0 where nothing can be reached or nobody lives;
 * NaN where the number of people is not known. It never falls when there are more opportunities, or
 * more people in the zone itself, and never rises when there are more people elsewhere.
 *
 * <p>Source: Soukhov, Paez, Higgins, Mohamed (2023), Introducing spatial availability, PLOS ONE 18.
 */
public final class SpatialAvailability implements Gathering {

  static final MeasureForm FORM =
      new MeasureForm(
          "spatial_availability",
          List.of("spatial_availability(decay[,alpha=a])"),
          "opportunities that are there for the people of the zone, when all are divided",
          List.of(
              "spatial_availability(exponential,0.1)",
              "spatial_availability(linear,60,alpha=0.5)",
              "spatial_availability(pbl)"),
          new Contract(
              "sum over j of O_j P_i^a f_ij / (sum over k of P_k^a f_kj); a = 1 unless given",
              Measure.OPPORTUNITIES,
              "0 to the sum of O; none where P is unknown. Adds up to the O that anybody reaches",
              "never falls with O and with the zone's own P, never rises with P elsewhere",
              "Soukhov et al. (2023), Introducing spatial availability"),
          SpatialAvailability::read);

  private static final long serialVersionUID = 1L;
  private static final String ALPHA = "alpha";

  private final String name;
  private final String unit;
  private final DecayTable decay;
  private final double alpha;

  /**
   * A measure with this decay.
   *
   * @param name name in tables
   * @param unit unit of what is divided
   * @param decay the decay
   * @param alpha exponent of the people, 0 (all zones count alike) or more
   * @throws IllegalArgumentException when alpha is negative or not finite
   */
  public SpatialAvailability(String name, String unit, Decay decay, double alpha) {
    if (!(alpha >= 0 && alpha < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + ": alpha must be a finite number of 0 or more, but is " + alpha);
    }
    this.name = name;
    this.unit = unit;
    this.decay = DecayTable.of(decay);
    this.alpha = alpha;
  }

  private static MeasureDefinition read(MeasureText text) {
    int last = text.size() - 1;
    boolean given = last > 0 && text.isOption(last, ALPHA);
    double alpha = given ? text.option(last, "alpha, the exponent of the people,") : 1;
    var argument = DecayArgument.read(text, 0, given ? last : text.size());
    var name =
        "spatial_availability_"
            + argument.name()
            + (given ? "_alpha_" + MeasureText.plain(alpha) : "");
    return new WithDecay(
        name,
        Measure.OPPORTUNITIES,
        argument,
        Direction.ACTIVE,
        decay -> new SpatialAvailability(name, Measure.OPPORTUNITIES, decay, alpha));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String unit() {
    return unit;
  }

  @Override
  public boolean needsDemand() {
    return true;
  }

  @Override
  public int sums(int destinations) {
    return destinations;
  }

  @Override
  public void gather(Reach reach, double[] sums) {
    double weight = weight(reach);
    if (!(weight > 0)) {
      return;
    }
    for (int i = 0, n = reach.size(); i < n; i++) {
      sums[reach.places()[i]] += weight * decay.at(reach.minutes()[i]);
    }
  }

  /** What the people of the origin weigh; nobody weighs nothing, also with alpha 0. */
  private double weight(Reach reach) {
    double people = reach.demand();
    return people == 0 ? 0 : Math.pow(people, alpha);
  }

  @Override
  public Stage next(double[] sums, Served served) {
    var competing = sums.clone();
    return Settled.of(this, reach -> share(reach, competing));
  }

  /**
   * The opportunities, divided.
   *
   * @param competing sum of weights by place
   */
  private double share(Reach reach, double[] competing) {
    double weight = weight(reach);
    if (!(weight > 0)) {
      return weight;
    }
    double sum = 0;
    for (int i = 0, n = reach.size(); i < n; i++) {
      double share = weight * decay.at(reach.minutes()[i]);
      if (share > 0) {
        sum += reach.opportunities()[i] * share / competing[reach.places()[i]];
      }
    }
    return sum;
  }
}
