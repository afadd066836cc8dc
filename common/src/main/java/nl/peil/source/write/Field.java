package nl.peil.source.write;

/**
 * A column of a table that is written.
 *
 * @param name stable name
 * @param label name for readers
 * @param kind what its values are
 * @param meaning what it says, in a sentence
 * @param numberFormat how a spreadsheet shows numbers, e.g. {@code 0.0%}; empty: as they are
 */
public record Field(String name, String label, Kind kind, String meaning, String numberFormat) {

  /** What values are; every value may be missing (null). */
  public enum Kind {
    /** {@link String}. */
    TEXT,
    /** {@link Long}. */
    WHOLE,
    /** {@link Double}, finite. */
    NUMBER,
    /** {@link Boolean}. */
    FLAG,
    /** {@link java.time.LocalDate}. */
    DATE,
    /** {@link java.time.Instant}. */
    MOMENT,
    /** {@link org.locationtech.jts.geom.Geometry} in EPSG:28992. */
    SHAPE
  }

  /** A text column. */
  public static Field text(String name, String label, String meaning) {
    return new Field(name, label, Kind.TEXT, meaning, "");
  }
}
