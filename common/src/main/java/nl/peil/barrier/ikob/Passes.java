package nl.peil.barrier.ikob;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The two passes of IKOB over the rows of the skims, part by part: each part can be made by another
 * thread or machine, from the rows of its own origins only. The first pass gives T and H; when all
 * its parts are there, the second gives CJ and CW. {@link ExperiencedAccessibility} has the
 * formulas.
 */
public final class Passes implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int JOB_COMPETITION = 0;
  private static final int WORKER_COMPETITION = 1;

  private final GroupShares shares;
  private final double[][] labourForce;
  private final double[] people;
  private final double[][] jobs;
  private final Parking parking;
  private final Parameters parameters;

  /** Each once, in the order asked. */
  private final ArrayList<Category> categories;

  private final Category last;

  /**
   * Everything that is computed from, but for the skims.
   *
   * @param population people of the zones
   * @param shares their groups
   * @param jobs jobs, or other destinations of the motive, by zone, then by class
   * @param parking what parking takes
   * @param parameters settings
   * @param categories over whom jobs within reach are averaged; competition for workers takes those
   *     of the last, as IKOB does (quirk Q6)
   * @throws IllegalArgumentException when zones differ in number, or there is no category
   */
  public Passes(
      Population population,
      GroupShares shares,
      double[][] jobs,
      Parking parking,
      Parameters parameters,
      List<Category> categories) {
    int zones = population.zones();
    if (shares.zones() != zones || jobs.length != zones || parking.cost().length != zones) {
      throw new IllegalArgumentException(
          "expected %d zones as there are with people, got %d with groups, %d with jobs, %d with parking"
              .formatted(zones, shares.zones(), jobs.length, parking.cost().length));
    }
    if (categories.isEmpty()) {
      throw new IllegalArgumentException("expected at least one category, got none");
    }
    this.shares = shares;
    this.labourForce = population.labourForce();
    this.people = IntStream.range(0, zones).mapToDouble(population::people).toArray();
    this.jobs = jobs;
    this.parking = parking;
    this.parameters = parameters;
    this.categories = new ArrayList<>(categories.stream().distinct().toList());
    this.last = categories.get(categories.size() - 1);
  }

  /** Number of zones. */
  public int zones() {
    return people.length;
  }

  /**
   * Minutes beyond which a trip has no weight whatever else is known of it: pairs beyond may as
   * well be given as unreachable.
   */
  public Within within() {
    boolean free = DoubleStream.of(parking.arrival()).allMatch(minutes -> minutes >= 0);
    free &= DoubleStream.of(parking.departure()).allMatch(minutes -> minutes >= 0);
    free &= DoubleStream.of(parking.cost()).allMatch(cent -> cent >= 0);
    var reach = RowWeights.reach(parameters);
    return free
        ? new Within(reach.car(), reach.bicycle(), reach.publicTransport())
        : new Within(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /**
   * Minutes that matter at most.
   *
   * @param car by car
   * @param bicycle by bicycle
   * @param publicTransport by public transport
   */
  public record Within(double car, double bicycle, double publicTransport)
      implements Serializable {}

  /**
   * The first pass over the rows of consecutive origins.
   *
   * @param from the first origin
   * @param to the origin after the last
   * @param rows skims; asked for once, with rising origins; origins without people are left out
   */
  public Part first(int from, int to, SkimRows rows) {
    var part = new Part(from, to, categories.size(), zones());
    double[][] byClass = byClass(jobs);
    int all = categories.indexOf(Category.ALLE_GROEPEN);
    pass(
        part,
        rows,
        (mixed, mix, zone, income, series) -> {
          double share = shares.part(zone, income);
          double[] there = byClass[income.ordinal()];
          for (int i = 0; i < categories.size(); i++) {
            if (i != all) {
              mixed.mix(mix, shares.row(zone, categories.get(i)));
              part.set(i, series, zone, mixed.times(there) / share);
            }
          }
          mixed.mix(mix, shares.row(zone, Category.ALLE_GROEPEN));
          if (all >= 0) {
            part.set(all, series, zone, mixed.times(there) / share);
          }
          mixed.scatter(series, people[zone]);
        });
    return part;
  }

  /**
   * Puts the first pass together.
   *
   * @param parts parts that cover all origins, in their order
   * @throws IllegalArgumentException when they do not
   */
  public Reached reached(List<Part> parts) {
    checkComplete(parts);
    var reach = new EnumMap<Category, Scores>(Category.class);
    for (int i = 0; i < categories.size(); i++) {
      reach.put(categories.get(i), own(parts, i));
    }
    var workforce = sums(parts);
    return new Reached(
        Map.copyOf(reach),
        workforce,
        workforce.under(jobs),
        reach.getOrDefault(last, workforce).under(labourForce));
  }

  /**
   * What the first pass found over all origins, and what the second needs of it.
   *
   * @param jobs jobs within reach (T), by category
   * @param workforce workforce within reach (H)
   * @param perWorker jobs of a zone for each who can reach them (E / H)
   * @param perJob people of a zone for each job that they can reach (L / T)
   */
  public record Reached(
      Map<Category, Scores> jobs, Scores workforce, Scores perWorker, Scores perJob)
      implements Serializable {}

  /**
   * The second pass over the rows of consecutive origins.
   *
   * @param from the first origin
   * @param to the origin after the last
   * @param reached what the first pass found
   * @param rows skims; asked for once, with rising origins; origins without people are left out
   */
  public Part second(int from, int to, Reached reached, SkimRows rows) {
    boolean inward = parameters.deviations().workersComeToWork();
    var part = new Part(from, to, 2, inward ? zones() : 0);
    pass(
        part,
        rows,
        (mixed, mix, zone, income, series) -> {
          double share = shares.part(zone, income);
          double[] perJob = reached.perJob().row(series);
          mixed.mix(mix, shares.row(zone, Category.ALLE_GROEPEN));
          part.set(
              JOB_COMPETITION, series, zone, mixed.times(reached.perWorker().row(series)) / share);
          if (inward) {
            mixed.scatter(series, perJob[zone] / share);
          } else {
            part.set(WORKER_COMPETITION, series, zone, mixed.times(perJob) / share);
          }
        });
    return part;
  }

  /**
   * Puts everything together.
   *
   * @param reached what the first pass found
   * @param parts parts of the second that cover all origins, in their order
   * @throws IllegalArgumentException when they do not
   */
  public Accessibility accessibility(Reached reached, List<Part> parts) {
    checkComplete(parts);
    return new Accessibility(
        reached.jobs(),
        reached.workforce(),
        own(parts, JOB_COMPETITION),
        parameters.deviations().workersComeToWork() ? sums(parts) : own(parts, WORKER_COMPETITION));
  }

  private void checkComplete(List<Part> parts) {
    int next = 0;
    for (var part : parts) {
      if (part.from() != next) {
        throw new IllegalArgumentException(
            "expected a part from origin %d on, got one from %d".formatted(next, part.from()));
      }
      next = part.to();
    }
    if (next != zones()) {
      throw new IllegalArgumentException(
          "expected parts up to origin %d, got them up to %d".formatted(zones(), next));
    }
  }

  private Scores own(List<Part> parts, int number) {
    var all = new Scores(zones());
    parts.forEach(part -> part.copy(number, all));
    return all;
  }

  private Scores sums(List<Part> parts) {
    var total = new Scores(zones());
    parts.forEach(part -> total.add(part.sums()));
    return total;
  }

  private static double[][] byClass(double[][] byZone) {
    var byClass = new double[IncomeClass.COUNT][byZone.length];
    for (int zone = 0; zone < byZone.length; zone++) {
      for (int k = 0; k < IncomeClass.COUNT; k++) {
        byClass[k][zone] = byZone[zone][k];
      }
    }
    return byClass;
  }

  /** What is done with a class and set of modes of a row. */
  @FunctionalInterface
  private interface Step {
    void run(MixedRow mixed, GroupMix mix, int zone, IncomeClass income, int series);
  }

  /** Goes over the rows of a part where somebody lives. */
  private void pass(Part part, SkimRows rows, Step step) {
    var mixed = new MixedRow(new RowWeights(parameters, parking, rows), zones());
    var mixes = mixes();
    for (int zone = part.from(); zone < part.to(); zone++) {
      if (people[zone] > 0) {
        mixed.read(zone, part.sums());
        for (var income : IncomeClass.values()) {
          if (shares.part(zone, income) > 0) {
            for (var modes : ModeSet.values()) {
              int series = Scores.series(income, modes);
              step.run(mixed, mixes[series], zone, income, series);
            }
          }
        }
      }
    }
  }

  private GroupMix[] mixes() {
    var mixes = new GroupMix[IncomeClass.COUNT * ModeSet.COUNT];
    for (var income : IncomeClass.values()) {
      for (var modes : ModeSet.values()) {
        mixes[Scores.series(income, modes)] = new GroupMix(income, modes, parameters);
      }
    }
    return mixes;
  }
}
