package nl.peil.jobs.sample;

import org.jspecify.annotations.Nullable;

/**
 * What the manifest says about a file beforehand.
 *
 * @param path relative to the delivery, with forward slashes
 * @param kind what it holds, as in the national deliveries: reistijden, bevolking, ...
 * @param scenario scenario, or null
 * @param year year, or null
 * @param mode key of the mode, or null
 * @param period period, or null
 * @param encoding character set, or null for binary files
 * @param separator delimiter of a table, or null
 * @param crs coordinate reference system, or null
 * @param note in words
 */
record FileNote(
    String path,
    String kind,
    @Nullable String scenario,
    @Nullable Integer year,
    @Nullable String mode,
    @Nullable String period,
    @Nullable String encoding,
    @Nullable String separator,
    @Nullable String crs,
    String note) {

  private static final String UTF_8 = "UTF-8";

  /** A comma-separated table of one year. */
  static FileNote csv(
      String path, String kind, @Nullable String scenario, @Nullable Integer year, String note) {
    return new FileNote(path, kind, scenario, year, null, null, UTF_8, ",", null, note);
  }

  /** A text file that is no table. */
  static FileNote text(String path, String kind, @Nullable String crs, String note) {
    return new FileNote(path, kind, null, null, null, null, UTF_8, null, crs, note);
  }

  /** A binary file. */
  static FileNote binary(String path, String kind, @Nullable String crs, String note) {
    return new FileNote(path, kind, null, null, null, null, null, null, crs, note);
  }

  /** The same with a coordinate reference system. */
  FileNote in(String crs) {
    return new FileNote(path, kind, scenario, year, mode, period, encoding, separator, crs, note);
  }

  /** The same with another encoding and delimiter. */
  FileNote written(String encoding, String separator) {
    return new FileNote(path, kind, scenario, year, mode, period, encoding, separator, crs, note);
  }

  /** The same for a mode in the peak. */
  FileNote peak(String mode) {
    return new FileNote(path, kind, scenario, year, mode, "spits", encoding, separator, crs, note);
  }
}
