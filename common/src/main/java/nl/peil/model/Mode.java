package nl.peil.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The five modes of the regional accessibility analysis (Plan van aanpak, section 4). */
public enum Mode {
  /** Car, door to door. */
  AUTO,
  /** Public transport with walking to and from the stop. */
  OV_LOPEN,
  /** Public transport with the bicycle to and from the stop. */
  OV_FIETS,
  /** Bicycle. */
  FIETS,
  /** Walking. */
  LOPEN;

  /**
   * The name as it stands in tables, file names and configuration, for example {@code ov_fiets}.
   */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All keys, in the order of the enum. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Mode::key).toList();
  }

  /**
   * The mode with this key.
   *
   * @throws IllegalArgumentException when there is none; the message lists the known keys
   */
  public static Mode of(String key) {
    for (var mode : values()) {
      if (mode.key().equals(key)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("mode '" + key + "' is not one of " + keys());
  }
}
