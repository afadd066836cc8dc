package nl.peil.inequality;

import java.util.Arrays;
import nl.peil.inequality.WeightedQuantiles.Rule;

/**
 * The people of each region of a layout, and all that follows from who counts, whatever they have:
 * sums, where percentiles lie, and the ranks of {@link Palma} and {@link ConcentrationIndex}. Sums
 * are in the order of places, or of the ranking, so that they are the same in every run.
 */
public final class RegionPeople {

  private final int regions;
  private final long[] zones;
  private final double[] population;
  private final double[] covered;
  private final double[] ranked;

  /** The parts of the zone at a place are first[place] to first[place + 1]. */
  final int[] first;

  /** By part: its region, and its persons, above 0. */
  final int[] region;

  final double[] weight;

  /**
   * The ranked parts of a region are start[region] to start[region + 1], by rising ranking: to
   * poorEnd are those up to the 40th percentile, from wealthyStart those above the 90th.
   */
  final int[] start;

  final int[] poorEnd;
  final int[] wealthyStart;

  /** By ranked part: its place, its persons, and these times (rank - 1/2), as share of all. */
  final int[] rankedPlace;

  final double[] rankedWeight;
  final double[] rankedDeviation;

  /** Persons of the two groups, and whether all parts of a region are ranked, by region. */
  final double[] poor;

  final double[] wealthy;
  final boolean[] allRanked;

  /**
   * Works it out.
   *
   * @param layout the regions
   * @param people the people of all zones
   */
  public RegionPeople(LayoutRegions layout, ZonePeople people) {
    this.regions = layout.size();
    this.zones = new long[regions];
    this.population = new double[regions];
    this.covered = new double[regions];
    this.ranked = new double[regions];
    this.first = new int[people.places() + 1];
    this.start = new int[regions + 1];
    this.poorEnd = new int[regions];
    this.wealthyStart = new int[regions];
    this.poor = new double[regions];
    this.wealthy = new double[regions];
    this.allRanked = new boolean[regions];
    int parts = 0;
    int rankedParts = 0;
    for (int r = 0; r < regions; r++) {
      var its = layout.region(r);
      for (int i = 0; i < its.places().length; i++) {
        int place = its.places()[i];
        if (people.counted(place) * its.shares()[i] > 0) {
          first[place + 1]++;
          parts++;
        }
      }
      rankedParts += its.lowestFirst().length;
    }
    for (int place = 0; place < people.places(); place++) {
      first[place + 1] += first[place];
    }
    this.region = new int[parts];
    this.weight = new double[parts];
    this.rankedPlace = new int[rankedParts];
    this.rankedWeight = new double[rankedParts];
    this.rankedDeviation = new double[rankedParts];
    var next = Arrays.copyOf(first, people.places());
    for (int r = 0; r < regions; r++) {
      int counting = addUp(r, layout.region(r), people, next);
      start[r + 1] = rank(r, layout.region(r), people, start[r]);
      allRanked[r] = start[r + 1] - start[r] == counting;
    }
  }

  /** Number of regions. */
  public int size() {
    return regions;
  }

  /** Zones of which a part lies in a region. */
  public long zones(int number) {
    return zones[number];
  }

  /** Persons in a region. */
  public double population(int number) {
    return population[number];
  }

  /** Persons in a region who count. */
  public double covered(int number) {
    return covered[number];
  }

  /** Persons in a region who count and are ranked. */
  public double ranked(int number) {
    return ranked[number];
  }

  /** How many zones of the region have people who count. */
  private int addUp(int r, LayoutRegions.Region its, ZonePeople people, int[] next) {
    int counting = 0;
    for (int i = 0; i < its.places().length; i++) {
      int place = its.places()[i];
      if (Double.isNaN(people.population(place))) {
        continue;
      }
      zones[r]++;
      population[r] += people.population(place) * its.shares()[i];
      double persons = people.counted(place) * its.shares()[i];
      if (persons > 0) {
        covered[r] += persons;
        region[next[place]] = r;
        weight[next[place]++] = persons;
        counting++;
      }
    }
    return counting;
  }

  /** Fills the ranked parts of a region; returns where they end. */
  private int rank(int r, LayoutRegions.Region its, ZonePeople people, int from) {
    var rankings = new double[its.lowestFirst().length];
    int to = from;
    for (int i = 0; i < its.lowestFirst().length; i++) {
      int number = its.lowestFirst()[i];
      double persons = people.counted(its.places()[number]) * its.shares()[number];
      if (persons > 0) {
        rankedPlace[to] = its.places()[number];
        rankedWeight[to] = persons;
        rankings[to - from] = its.rankings()[i];
        ranked[r] += persons;
        to++;
      }
    }
    poorEnd[r] = from;
    wealthyStart[r] = to;
    if (to > from) {
      rankings = Arrays.copyOf(rankings, to - from);
      group(r, rankings, from);
      deviate(r, rankings, from);
    }
    return to;
  }

  private void group(int r, double[] rankings, int from) {
    int to = from + rankings.length;
    var sorted = WeightedValues.ofRising(rankings, Arrays.copyOfRange(rankedWeight, from, to));
    var limits = WeightedQuantiles.quantiles(sorted, Rule.REACHED, 0.4, 0.9);
    for (int i = from; i < to; i++) {
      if (rankings[i - from] <= limits[0]) {
        poor[r] += rankedWeight[i];
        poorEnd[r] = i + 1;
      } else if (rankings[i - from] > limits[1]) {
        wealthy[r] += rankedWeight[i];
        wealthyStart[r] = Math.min(wealthyStart[r], i);
      }
    }
  }

  /** Fractional ranks, shared by those who are ranked equal, less their mean of a half. */
  private void deviate(int r, double[] rankings, int from) {
    double before = 0;
    int next = 0;
    while (next < rankings.length) {
      int begin = next;
      double together = 0;
      do {
        together += rankedWeight[from + next];
        next++;
      } while (next < rankings.length && rankings[next] == rankings[begin]);
      double deviation = ((before + together / 2) / ranked[r] - 0.5) / ranked[r];
      for (int i = from + begin; i < from + next; i++) {
        rankedDeviation[i] = rankedWeight[i] * deviation;
      }
      before += together;
    }
  }
}
