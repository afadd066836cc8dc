package nl.peil.measure;

import java.util.Arrays;

/**
 * The nearest place from an origin, as {@link Nearest nearest(1)} has it, and what the nearest
 * would be without the places of one zone. Of a row only so many destinations are kept as the
 * answers take: mostly two. Where counts are fractions, several zones together can make the nearest
 * place. With buffers of its own: for one thread, any number of origins.
 */
final class NearestOptions {

  /** What stands for a time when no place can be reached. */
  static final float NONE = Float.POSITIVE_INFINITY;

  private static final double ONE = 1 - Nearest.TOLERANCE;

  /** With two places, one is left whichever zone closes. */
  private static final double ENOUGH = 2;

  private float[] minutes = new float[8];
  private double[] counts = new double[8];
  private int[] places = new int[8];
  private int size;
  private float nearest = NONE;

  /** Finds the options of an origin; what was found before is forgotten. */
  void find(Reach reach) {
    var times = reach.minutes();
    var opportunities = reach.opportunities();
    size = 0;
    double total = 0;
    float beyond = NONE;
    for (int i = 0, n = reach.size(); i < n; i++) {
      if (times[i] < beyond) {
        // More than one never matters: it is the first that counts.
        total += insert(times[i], Math.min(opportunities[i], 1), reach.places()[i]);
        while (total - counts[size - 1] >= ENOUGH) {
          size--;
          total -= counts[size];
        }
        if (total >= ENOUGH) {
          beyond = minutes[size - 1];
        }
      }
    }
    nearest = without(-1);
  }

  private double insert(float time, double count, int place) {
    if (size == minutes.length) {
      minutes = Arrays.copyOf(minutes, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
      places = Arrays.copyOf(places, 2 * size);
    }
    int at = size++;
    while (at > 0 && minutes[at - 1] > time) {
      minutes[at] = minutes[at - 1];
      counts[at] = counts[at - 1];
      places[at] = places[at - 1];
      at--;
    }
    minutes[at] = time;
    counts[at] = count;
    places[at] = place;
    return count;
  }

  /** Minutes to the nearest place; {@link #NONE} when none can be reached. */
  float nearest() {
    return nearest;
  }

  /** Number of options that the nearest can depend on: those up to its time, by time. */
  int size() {
    int upTo = 0;
    while (upTo < size && minutes[upTo] <= nearest) {
      upTo++;
    }
    return upTo;
  }

  /** Place of the zone of an option among all that have the service, as in {@link Reach}. */
  int place(int option) {
    return places[option];
  }

  /** Minutes to the nearest place when the zone of an option has none; {@link #NONE} likewise. */
  float without(int option) {
    double total = 0;
    for (int i = 0; i < size; i++) {
      if (i != option) {
        total += counts[i];
        if (total >= ONE) {
          return minutes[i];
        }
      }
    }
    return NONE;
  }
}
