package nl.peil.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How sure it is what belongs to a region. */
public enum Basis {
  /** The source of the region names its members. */
  STATED,
  /** General knowledge; to be verified before use. */
  PUBLIC,
  /** The source names the region and not its members. */
  OPEN,
  /** The region comes with the delivery; the catalogue adds names only. */
  DELIVERED;

  /** The word in files and tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The basis with this word; empty when there is none. */
  public static Optional<Basis> of(String key) {
    return Arrays.stream(values()).filter(basis -> basis.key().equals(key)).findFirst();
  }
}
