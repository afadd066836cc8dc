package nl.peil.jobs.ikob;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.peil.config.ConfigProblemException;

/** Where IKOB does something else than its names say, and one may ask for what they say. */
enum Variant {
  /** Search time called arrival counts at the destination, not at the origin (Q1). */
  PARKING("parking"),
  /** Competition for workers looks to those who come to work, not outward (Q3). */
  COMPETITION("competition"),
  /** The electric bicycle has curves of its own (Q8). */
  E_BIKE("e-bike"),
  /** Numbers that IKOB wants whole may have decimals (Q12). */
  DECIMALS("decimals"),
  /** Headers name the columns that are there (Q13). */
  HEADERS("headers");

  private final String label;

  Variant(String label) {
    this.label = label;
  }

  /** As it stands on the command line. */
  static List<String> names() {
    return Arrays.stream(values()).map(variant -> variant.label).toList();
  }

  /**
   * The variants with these names.
   *
   * @throws ConfigProblemException when there is none of a name
   */
  static Set<Variant> of(List<String> names) throws ConfigProblemException {
    var variants = EnumSet.noneOf(Variant.class);
    for (var name : names) {
      variants.add(
          Arrays.stream(values())
              .filter(variant -> variant.label.equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new ConfigProblemException(
                          List.of("--variant takes %s, got '%s'".formatted(names(), name)))));
    }
    return variants;
  }
}
