package nl.peil.inequality;

import java.util.Arrays;

/**
 * Who is there and who counts for one measure, by place of zone. Many measures have the same
 * people, so what follows from them alone is worked out once: see {@link RegionPeople}.
 */
public final class ZonePeople {

  private final double[] population;
  private final double[] counted;
  private final int hash;

  private ZonePeople(double[] population, double[] counted) {
    this.population = population;
    this.counted = counted;
    this.hash = 31 * Arrays.hashCode(population) + Arrays.hashCode(counted);
  }

  /**
   * The people of zones.
   *
   * @param population persons by place, finite, 0 or more; NaN where there is no such zone
   * @param values value by place; NaN where there is none: these people do not count
   * @throws IllegalArgumentException when the lengths differ or a population is not as described
   */
  public static ZonePeople of(double[] population, double[] values) {
    if (population.length != values.length) {
      throw new IllegalArgumentException(
          "expected as many populations as values, but got %d and %d"
              .formatted(population.length, values.length));
    }
    var counted = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(population[i])) {
        WeightedValues.requireWeight(i, population[i]);
        counted[i] = Double.isNaN(values[i]) ? 0 : population[i];
      }
    }
    return new ZonePeople(population.clone(), counted);
  }

  /** Number of places. */
  int places() {
    return population.length;
  }

  /** Persons at a place; NaN when there is no such zone. */
  double population(int place) {
    return population[place];
  }

  /** Persons at a place who have a value; 0 where nobody has. */
  double counted(int place) {
    return counted[place];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ZonePeople that
        && hash == that.hash
        && Arrays.equals(population, that.population)
        && Arrays.equals(counted, that.counted);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
