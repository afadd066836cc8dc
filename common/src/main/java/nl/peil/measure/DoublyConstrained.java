package nl.peil.measure;

import nl.peil.measure.decay.Decay;
import nl.peil.measure.decay.DecayTable;
import nl.peil.measure.decay.MinuteGrid;

/**
 * Doubly constrained allocation: every person gets one opportunity and every opportunity one
 * person. V_ij = A_i P_i B_j O_j f_ij, with A_i = 1 / sum_j B_j O_j f_ij and B_j = 1 / sum_i A_i
 * P_i f_ij found by turns (Furness), one pass over the matrix each. See {@link Constrained} for the
 * contract.
 */
final class DoublyConstrained implements Gathering {

  private static final long serialVersionUID = 1L;

  /** Largest share by which an opportunity may be over- or underfilled. */
  static final double TOLERANCE = 1e-6;

  /** As many passes, at most. */
  static final int MAX_PASSES = 200;

  private final String name;
  private final DecayTable decay;
  private final boolean scaled;
  private final boolean minutes;

  /** B_j by place; empty before the first pass, when all are 1. */
  private final double[] balance;

  /** Opportunities per person; known after the first pass. */
  private final double scale;

  private final int passes;

  /**
   * The allocation before the first pass.
   *
   * @param scaled scale the demand that reaches anything to the supply that is reached
   * @param minutes the value is the mean travel time of what is allocated, not its amount
   */
  DoublyConstrained(String name, Decay decay, boolean scaled, boolean minutes) {
    this(name, DecayTable.of(decay), scaled, minutes, new double[0], 1, 0);
  }

  private DoublyConstrained(
      String name,
      DecayTable decay,
      boolean scaled,
      boolean minutes,
      double[] balance,
      double scale,
      int passes) {
    this.name = name;
    this.decay = decay;
    this.scaled = scaled;
    this.minutes = minutes;
    this.balance = balance;
    this.scale = scale;
    this.passes = passes;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String unit() {
    return minutes ? Measure.MINUTES : Measure.OPPORTUNITIES;
  }

  @Override
  public boolean needsDemand() {
    return true;
  }

  /** Per destination the sum of A P f; last the demand that reaches any destination. */
  @Override
  public int sums(int destinations) {
    return destinations + 1;
  }

  private double balance(int place) {
    return balance.length == 0 ? 1 : balance[place];
  }

  /** Sum of B O f over what can be reached: 1 / A. */
  private double pull(Reach reach) {
    double sum = 0;
    for (int i = 0, n = reach.size(); i < n; i++) {
      sum += balance(reach.places()[i]) * reach.opportunities()[i] * decay.at(reach.minutes()[i]);
    }
    return sum;
  }

  @Override
  public void gather(Reach reach, double[] sums) {
    double pull = pull(reach);
    if (!(reach.demand() > 0) || !(pull > 0)) {
      return;
    }
    double push = reach.demand() / pull;
    for (int i = 0, n = reach.size(); i < n; i++) {
      sums[reach.places()[i]] += push * decay.at(reach.minutes()[i]);
    }
    sums[sums.length - 1] += reach.demand();
  }

  @Override
  public Stage next(double[] sums, Served served) {
    int destinations = served.opportunities().length;
    double factor = passes == 0 ? scale(sums, served) : scale;
    var following = new double[destinations];
    double worst = 0;
    for (int place = 0; place < destinations; place++) {
      if (sums[place] > 0) {
        double filled = factor * balance(place) * sums[place];
        worst = Math.max(worst, Math.abs(filled - 1));
        following[place] = 1 / (factor * sums[place]);
      }
    }
    var after = new DoublyConstrained(name, decay, scaled, minutes, following, factor, passes + 1);
    if (worst <= TOLERANCE) {
      // After this pass, so that what nobody reaches is left out, also when one pass is enough.
      return Settled.of(this, minutes ? after::meanMinutes : after::allocated);
    }
    if (passes == MAX_PASSES) {
      throw new IllegalArgumentException(
          ("%s: demand and supply cannot be balanced: after %d passes a destination is filled %.3g"
                  + " off; some zones may reach only destinations that cannot take all of them; use"
                  + " a decay that reaches further, or constrained(singly,...)")
              .formatted(name, MAX_PASSES, worst));
    }
    return after;
  }

  /** What a person gets: the opportunities that are reached by the people who reach any. */
  private double scale(double[] sums, Served served) {
    double demand = sums[sums.length - 1];
    double supply = 0;
    for (int place = 0; place < served.opportunities().length; place++) {
      if (sums[place] > 0) {
        supply += served.opportunities()[place];
      }
    }
    if (!scaled) {
      requireEqual(served, demand, supply);
    }
    return demand > 0 ? supply / demand : 0;
  }

  private void requireEqual(Served served, double demand, double supply) {
    double opportunities = served.allOpportunities();
    double largest = Math.max(served.demand(), opportunities);
    double least = Math.min(demand, supply);
    if (largest - least > 1e-6 * largest) {
      throw new IllegalArgumentException(
          ("%s: expected as much demand as opportunities, all within reach, but there are %s people"
                  + " (%s of them reach anything) and %s opportunities (%s of them are reached);"
                  + " write constrained(doubly_scaled,...) to scale the people to the opportunities")
              .formatted(name, served.demand(), demand, opportunities, supply));
    }
  }

  /** Opportunities that the balanced allocation gives the origin. */
  private double allocated(Reach reach) {
    if (Double.isNaN(reach.demand())) {
      return Double.NaN;
    }
    return pull(reach) > 0 ? scale * reach.demand() : 0;
  }

  /** Mean travel time to them. */
  private double meanMinutes(Reach reach) {
    double pull = pull(reach);
    double sum = 0;
    for (int i = 0, n = reach.size(); i < n; i++) {
      float time = reach.minutes()[i];
      sum +=
          balance(reach.places()[i])
              * reach.opportunities()[i]
              * decay.at(time)
              * MinuteGrid.decimal(time);
    }
    return pull > 0 ? sum / pull : Double.NaN;
  }
}
