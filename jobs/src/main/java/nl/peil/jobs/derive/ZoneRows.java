package nl.peil.jobs.derive;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Rows of accessibility with the same key, as arrays.
 *
 * @param zones zones, each once
 * @param values value of each; NaN where there is none
 * @param population persons of each
 */
record ZoneRows(int[] zones, double[] values, double[] population) implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Takes rows one by one. */
  static final class Builder {
    private int[] zones = new int[256];
    private double[] values = new double[256];
    private double[] population = new double[256];
    private int size;

    void add(int zone, double value, double persons) {
      if (size == zones.length) {
        zones = Arrays.copyOf(zones, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
        population = Arrays.copyOf(population, 2 * size);
      }
      zones[size] = zone;
      values[size] = value;
      population[size++] = persons;
    }

    ZoneRows build() {
      return new ZoneRows(
          Arrays.copyOf(zones, size), Arrays.copyOf(values, size), Arrays.copyOf(population, size));
    }
  }
}
