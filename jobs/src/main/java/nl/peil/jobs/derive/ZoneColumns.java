package nl.peil.jobs.derive;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Numbers of zones, as arrays.
 *
 * @param zones zones, each once
 * @param numbers by column, then zone; NaN where there is none
 */
record ZoneColumns(int[] zones, double[][] numbers) implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Takes zones one by one. */
  static final class Builder {
    private int[] zones = new int[256];
    private final double[][] numbers;
    private int size;

    Builder(int columns) {
      numbers = new double[columns][zones.length];
    }

    /** The next zone; its numbers are set then. */
    void add(int zone) {
      if (size == zones.length) {
        zones = Arrays.copyOf(zones, 2 * size);
        for (int column = 0; column < numbers.length; column++) {
          numbers[column] = Arrays.copyOf(numbers[column], 2 * size);
        }
      }
      zones[size++] = zone;
    }

    /** A number of the zone that came last. */
    void set(int column, double number) {
      numbers[column][size - 1] = number;
    }

    ZoneColumns build() {
      var cut = new double[numbers.length][];
      Arrays.setAll(cut, column -> Arrays.copyOf(numbers[column], size));
      return new ZoneColumns(Arrays.copyOf(zones, size), cut);
    }
  }
}
