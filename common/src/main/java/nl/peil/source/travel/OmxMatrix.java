package nl.peil.source.travel;

import org.jspecify.annotations.Nullable;

/**
 * One matrix of an OMX file. Every cell is a pair: the row is the origin, the column the
 * destination. A cell that is no finite number, or the value that the file itself gives as {@code
 * NA}, stands for what a text leaves blank; a matrix of numbers has no other way to say that there
 * is no journey, so {@link TimeRules#blankIsUnreachable} is best true for it.
 *
 * @param matrix name of the matrix in the file
 * @param mapping name of the mapping of rows to zones in the file; null: the only one
 * @param zones the zones of the rows, instead of a mapping; null: the file has one
 * @param rules which travel times are believed
 */
public record OmxMatrix(
    String matrix, @Nullable String mapping, @Nullable ZoneOrder zones, TimeRules rules)
    implements TravelFormat {

  private static final long serialVersionUID = 1L;

  /**
   * Checks the description.
   *
   * @throws IllegalArgumentException when the name is blank, or the zones are given twice
   */
  public OmxMatrix {
    if (matrix.isBlank()) {
      throw new IllegalArgumentException("expected the name of a matrix, it is blank");
    }
    if (mapping != null && zones != null) {
      throw new IllegalArgumentException(
          "expected mapping '%s' or the zones of %s, not both".formatted(mapping, zones.source()));
    }
  }

  @Override
  public String kind() {
    return "OMX";
  }
}
