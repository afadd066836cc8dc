package nl.peil.barrier.ikob;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
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
 * Sums do not depend on the number of threads.
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

  private final GroupShares shares;
  private final double[][] labourForce;
  private final double[] people;
  private final double[][] jobs;
  private final double[][] jobsByClass;
  private final Parking parking;
  private final Parameters parameters;
  private final SkimRows rows;
  private final GroupMix[] mixes;

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
    this.shares = shares;
    this.labourForce = population.labourForce();
    this.people = new double[zones];
    for (int zone = 0; zone < zones; zone++) {
      people[zone] = DoubleStream.of(labourForce[zone]).sum();
    }
    this.jobs = jobs;
    this.jobsByClass = new double[IncomeClass.COUNT][zones];
    for (int zone = 0; zone < zones; zone++) {
      for (int k = 0; k < IncomeClass.COUNT; k++) {
        jobsByClass[k][zone] = jobs[zone][k];
      }
    }
    this.parking = parking;
    this.parameters = parameters;
    this.rows = rows;
    this.mixes = new GroupMix[IncomeClass.COUNT * ModeSet.COUNT];
    for (var income : IncomeClass.values()) {
      for (var modes : ModeSet.values()) {
        mixes[Scores.series(income, modes)] = new GroupMix(income, modes, parameters);
      }
    }
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
    if (categories.isEmpty()) {
      throw new IllegalArgumentException("expected at least one category, got none");
    }
    var reach = new EnumMap<Category, Scores>(Category.class);
    categories.forEach(category -> reach.put(category, new Scores(rows.zones())));
    var workforce =
        pass(threads, (mixed, zone, income, series) -> reach(reach, mixed, zone, income, series));
    var perWorker = workforce.under(jobs);
    var last = categories.get(categories.size() - 1);
    var perJob = reach.getOrDefault(last, workforce).under(labourForce);
    var jobCompetition = new Scores(rows.zones());
    var outward = new Scores(rows.zones());
    var inward =
        pass(
            threads,
            (mixed, zone, income, series) -> {
              double part = shares.part(zone, income);
              mixed.mix(mixes[series], shares.row(zone, Category.ALLE_GROEPEN));
              jobCompetition.row(series)[zone] = mixed.times(perWorker.row(series)) / part;
              outward.row(series)[zone] = mixed.times(perJob.row(series)) / part;
              if (parameters.deviations().workersComeToWork()) {
                mixed.scatter(series, perJob.row(series)[zone] / part);
              }
            });
    return new Accessibility(
        Map.copyOf(reach),
        workforce,
        jobCompetition,
        parameters.deviations().workersComeToWork() ? inward : outward);
  }

  private void reach(
      Map<Category, Scores> reach, MixedRow mixed, int zone, IncomeClass income, int series) {
    for (var category : Category.values()) {
      var scores = reach.get(category);
      if (scores != null && category != Category.ALLE_GROEPEN) {
        mixed.mix(mixes[series], shares.row(zone, category));
        scores.row(series)[zone] =
            mixed.times(jobsByClass[income.ordinal()]) / shares.part(zone, income);
      }
    }
    mixed.mix(mixes[series], shares.row(zone, Category.ALLE_GROEPEN));
    var scores = reach.get(Category.ALLE_GROEPEN);
    if (scores != null) {
      scores.row(series)[zone] =
          mixed.times(jobsByClass[income.ordinal()]) / shares.part(zone, income);
    }
    mixed.scatter(series, people[zone]);
  }

  /** What is done with a class and set of modes of a row. */
  @FunctionalInterface
  private interface Step {
    void run(MixedRow mixed, int zone, IncomeClass income, int series);
  }

  /** Goes over all rows where somebody lives; gives what was scattered. */
  private Scores pass(int threads, Step step) {
    return RowBlocks.sum(
        rows.zones(),
        threads,
        () -> new MixedRow(new RowWeights(parameters, parking, rows), rows.zones()),
        (mixed, zone, scattered) -> {
          if (people[zone] > 0) {
            mixed.read(zone, scattered);
            for (var income : IncomeClass.values()) {
              if (shares.part(zone, income) > 0) {
                for (var modes : ModeSet.values()) {
                  step.run(mixed, zone, income, Scores.series(income, modes));
                }
              }
            }
          }
        });
  }
}
