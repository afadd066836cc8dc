package nl.peil.barrier.ikob;

import java.util.List;
import nl.peil.model.Contract;

/**
 * IKOB for all zones: jobs and workforce within reach, and both with competition (sections 8 to 10
 * of its method). With W the weight of a group of class k, S its share in its zone, f that of the
 * class, B the people of the zone, E jobs and L people of the class:
 *
 * <ul>
 *   <li>T[z] = sum over groups and j of W[z][j] E[j] S[z] / f[z], 0 where f is 0
 *   <li>H[z] = sum over groups and i of W[i][z] S[i] B[i]
 *   <li>CJ[z] = as T, with E[j] / H[j] for E[j]; H counts as 1 where it is 0 (quirk Q7)
 *   <li>CW[z] = as T, with L[j] / T[j] for E[j]: outward, as IKOB does (quirk Q3); see {@link
 *       Parameters.Deviations#workersComeToWork}
 * </ul>
 *
 * <p>Two passes over the rows of the skims: T and H, then CJ and CW. No matrix of weights is kept.
 * Sums do not depend on the number of threads. {@link Passes} are for whoever brings rows together
 * in another way.
 */
public final class ExperiencedAccessibility {

  /** What can be relied on. */
  public static final Contract CONTRACT =
      new Contract(
          "T = sum of W E S / f; H = sum of W S B; CJ with E / H, CW with L / T for E",
          "jobs (T), persons (H), jobs per person (CJ), persons per job (CW)",
          "0 or more; T, CJ and CW are 0 where nobody of the class lives",
          "T never falls when E rises or an experienced time falls; H likewise with people",
          "CROW, IKOB (2025)");

  private final Population population;
  private final GroupShares shares;
  private final double[][] jobs;
  private final Parking parking;
  private final Parameters parameters;
  private final SkimRows rows;

  /**
   * Everything that is computed from.
   *
   * @param population people of the zones
   * @param shares their groups
   * @param jobs jobs, or other destinations of the motive, by zone, then by class
   * @param parking what parking takes
   * @param parameters settings
   * @param rows skims of a part of day; no NaN
   * @throws IllegalArgumentException when zones differ in number
   */
  public ExperiencedAccessibility(
      Population population,
      GroupShares shares,
      double[][] jobs,
      Parking parking,
      Parameters parameters,
      SkimRows rows) {
    int zones = rows.zones();
    if (population.zones() != zones
        || shares.zones() != zones
        || jobs.length != zones
        || parking.cost().length != zones) {
      throw new IllegalArgumentException(
          ("expected %d zones as the skims have, got %d with people, %d with groups, %d with jobs, %d"
                  + " with parking")
              .formatted(
                  zones, population.zones(), shares.zones(), jobs.length, parking.cost().length));
    }
    this.population = population;
    this.shares = shares;
    this.jobs = jobs;
    this.parking = parking;
    this.parameters = parameters;
    this.rows = rows;
  }

  /**
   * Computes everything.
   *
   * @param categories over whom jobs within reach are averaged; competition for workers takes those
   *     of the last, as IKOB does (quirk Q6)
   * @param threads threads to use, 1 or more
   * @throws IllegalArgumentException when no category is given
   */
  public Accessibility compute(List<Category> categories, int threads) {
    var passes = new Passes(population, shares, jobs, parking, parameters, categories);
    int zones = rows.zones();
    var reached =
        passes.reached(RowBlocks.each(zones, threads, (from, to) -> passes.first(from, to, rows)));
    return passes.accessibility(
        reached,
        RowBlocks.each(zones, threads, (from, to) -> passes.second(from, to, reached, rows)));
  }
}
