package nl.peil.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Part of the day that a travel-time matrix describes. */
public enum Period {
  /** Peak. */
  SPITS,
  /** Off-peak. */
  DAL,
  /** Whole day. */
  ETMAAL;

  /** The name as it stands in tables, file names and configuration. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All keys, in the order of the enum. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Period::key).toList();
  }

  /**
   * The period with this key.
   *
   * @throws IllegalArgumentException when there is none; the message lists the known keys
   */
  public static Period of(String key) {
    for (var period : values()) {
      if (period.key().equals(key)) {
        return period;
      }
    }
    throw new IllegalArgumentException("period '" + key + "' is not one of " + keys());
  }
}
