package nl.peil.geo;

import java.util.Locale;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;

/**
 * A square of the CBS grid. Its code names the lower left corner in units of 100 m in EPSG:28992:
 * {@code E0974N4514} is (97400, 451400). The code does not say how large the square is; the name of
 * the column does: {@code crs28992res100m} holds squares of 100 m.
 *
 * @param code the code as CBS writes it, for example {@code E0974N4514}
 * @param x lower left corner, metres east in EPSG:28992
 * @param y lower left corner, metres north in EPSG:28992
 * @param sizeM side of the square, metres
 */
public record GridCell(String code, int x, int y, int sizeM) {

  private static final int UNIT_M = 100;
  private static final Pattern CODE = Pattern.compile("E(\\d{4})N(\\d{4})");
  private static final Pattern COLUMN = Pattern.compile("crs28992res(\\d+)m");

  /**
   * Reads a cell code.
   *
   * @param code for example {@code E0974N4514}; blanks round it and lower case are accepted
   * @param sizeM side of the square, metres, see {@link #sizeOf}
   * @throws IllegalArgumentException when the code is malformed, or its corner is not on the grid
   *     of squares of that size
   */
  public static GridCell of(String code, int sizeM) {
    var clean = code.strip().toUpperCase(Locale.ROOT);
    var matcher = CODE.matcher(clean);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected a CBS cell code such as E0974N4514 (E, four digits, N, four digits), got '"
              + code
              + "'");
    }
    if (sizeM <= 0 || sizeM % UNIT_M != 0) {
      throw new IllegalArgumentException(
          "expected a cell size that is a multiple of 100 m, got " + sizeM);
    }
    int x = UNIT_M * Integer.parseInt(matcher.group(1));
    int y = UNIT_M * Integer.parseInt(matcher.group(2));
    if (x % sizeM != 0 || y % sizeM != 0) {
      throw new IllegalArgumentException(
          "expected the corner of a cell of %d m, a multiple of %d; '%s' is at (%d, %d): is the cell size right?"
              .formatted(sizeM, sizeM, code, x, y));
    }
    return new GridCell(clean, x, y, sizeM);
  }

  /**
   * The cell size that the name of a column of cell codes tells.
   *
   * @param column for example {@code crs28992res100m}
   * @return side of the squares in metres
   * @throws IllegalArgumentException when the name does not say so
   */
  public static int sizeOf(String column) {
    var matcher = COLUMN.matcher(column.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches() || matcher.group(1).length() > 6) {
      throw new IllegalArgumentException(
          "expected a column such as crs28992res100m or crs28992res500m, which tells the size of"
              + " the cells, got '"
              + column
              + "'");
    }
    return Integer.parseInt(matcher.group(1));
  }

  /** The middle of the square, metres in EPSG:28992. */
  public Coordinate centre() {
    return new Coordinate(x + sizeM / 2.0, y + sizeM / 2.0);
  }
}
