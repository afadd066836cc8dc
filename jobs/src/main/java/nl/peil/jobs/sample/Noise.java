package nl.peil.jobs.sample;

/**
 * Chance without a clock or a generator: every draw is a hash of what it is for, so the same
 * question always has the same answer, in any order and on any thread.
 */
final class Noise {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Noise() {}

  /** A number in [0, 1), even over all keys. */
  static double unit(long subject, long first, long second) {
    long hash = mix(mix(mix(subject + GOLDEN) + first * GOLDEN) + second * GOLDEN);
    return (hash >>> 11) * 0x1p-53;
  }

  /** A number in [low, high), even over all keys. */
  static double between(double low, double high, long subject, long first, long second) {
    return low + (high - low) * unit(subject, first, second);
  }

  /** A whole number in [0, bound). */
  static int index(int bound, long subject, long first, long second) {
    return (int) (unit(subject, first, second) * bound);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
