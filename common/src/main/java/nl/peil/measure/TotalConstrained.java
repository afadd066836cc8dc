package nl.peil.measure;

import nl.peil.measure.decay.Decay;
import nl.peil.measure.decay.DecayTable;

/**
 * Total constrained accessibility: gravity, scaled so that all zones together have all
 * opportunities. See {@link Constrained} for the contract.
 */
final class TotalConstrained implements Gathering {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final DecayTable decay;

  TotalConstrained(String name, Decay decay) {
    this.name = name;
    this.decay = DecayTable.of(decay);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String unit() {
    return Measure.OPPORTUNITIES;
  }

  @Override
  public int sums(int destinations) {
    return 1;
  }

  @Override
  public void gather(Reach reach, double[] sums) {
    sums[0] += potential(reach);
  }

  private double potential(Reach reach) {
    double sum = 0;
    for (int i = 0, n = reach.size(); i < n; i++) {
      sum += reach.opportunities()[i] * decay.at(reach.minutes()[i]);
    }
    return sum;
  }

  @Override
  public Stage next(double[] sums, Served served) {
    double factor = sums[0] > 0 ? served.allOpportunities() / sums[0] : 0;
    return Settled.of(this, reach -> factor * potential(reach));
  }
}
