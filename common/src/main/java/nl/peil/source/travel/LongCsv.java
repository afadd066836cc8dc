package nl.peil.source.travel;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a long travel-time file is written: one row per pair of zones, a header with names, columns
 * in any order. Other columns may be there and are skipped.
 *
 * @param delimiter character between fields; an ASCII character
 * @param decimalComma numbers are written as {@code 12,3}; inside quotes when the delimiter is a
 *     comma
 * @param origin header of the code of the zone of origin
 * @param destination header of the code of the zone of destination
 * @param minutes header of the travel time, minutes
 * @param km header of the distance, kilometres; null when the file has none
 * @param unreachable values in the column of minutes that mean "no journey", such as -1, 999 or
 *     2147483647; such rows are counted and not loaded
 * @param blankIsUnreachable also a blank, {@code NaN}, {@code NA}, {@code null} or {@code inf}
 *     means "no journey"; otherwise it is a number that cannot be read
 * @param maxMinutes longest time that is believed, minutes; longer is a bad row
 */
public record LongCsv(
    char delimiter,
    boolean decimalComma,
    String origin,
    String destination,
    String minutes,
    @Nullable String km,
    List<Float> unreachable,
    boolean blankIsUnreachable,
    float maxMinutes)
    implements TextFormat {

  /** A day: the longest time that is believed when nothing else is declared, minutes. */
  public static final float DAY = 1440;

  private static final long serialVersionUID = 1L;

  /**
   * Checks the description.
   *
   * @throws IllegalArgumentException when the delimiter cannot be one, two columns have the same
   *     header, a code for unreachable is NaN, or the longest time is not positive
   */
  public LongCsv {
    TextFormat.checkDelimiter(delimiter);
    var headers = Stream.of(origin, destination, minutes, km).filter(Objects::nonNull).toList();
    if (headers.stream().anyMatch(String::isBlank)
        || headers.stream().distinct().count() < headers.size()) {
      throw new IllegalArgumentException(
          "expected a different header for every column, got " + headers);
    }
    unreachable = new TimeRules(unreachable, blankIsUnreachable, maxMinutes).unreachable();
  }

  /** Comma-separated, decimal point, no distance, no code for unreachable, at most a day. */
  public static LongCsv of(String origin, String destination, String minutes) {
    return new LongCsv(',', false, origin, destination, minutes, null, List.of(), false, DAY);
  }

  /** The same with another delimiter. */
  public LongCsv withDelimiter(char other) {
    return new LongCsv(
        other,
        decimalComma,
        origin,
        destination,
        minutes,
        km,
        unreachable,
        blankIsUnreachable,
        maxMinutes);
  }

  /** The same with numbers written as {@code 12,3}. */
  public LongCsv withDecimalComma() {
    return new LongCsv(
        delimiter,
        true,
        origin,
        destination,
        minutes,
        km,
        unreachable,
        blankIsUnreachable,
        maxMinutes);
  }

  /** The same with a column of kilometres. */
  public LongCsv withKm(String header) {
    return new LongCsv(
        delimiter,
        decimalComma,
        origin,
        destination,
        minutes,
        header,
        unreachable,
        blankIsUnreachable,
        maxMinutes);
  }

  /** The same with these codes for unreachable. */
  public LongCsv withUnreachable(Float... codes) {
    return new LongCsv(
        delimiter,
        decimalComma,
        origin,
        destination,
        minutes,
        km,
        List.of(codes),
        blankIsUnreachable,
        maxMinutes);
  }

  /** The same with a blank or NaN meaning unreachable. */
  public LongCsv withBlankUnreachable() {
    return new LongCsv(
        delimiter, decimalComma, origin, destination, minutes, km, unreachable, true, maxMinutes);
  }

  /** The same with another longest time, minutes. */
  public LongCsv withMaxMinutes(float longest) {
    return new LongCsv(
        delimiter,
        decimalComma,
        origin,
        destination,
        minutes,
        km,
        unreachable,
        blankIsUnreachable,
        longest);
  }

  @Override
  public TimeRules rules() {
    return new TimeRules(unreachable, blankIsUnreachable, maxMinutes);
  }

  @Override
  public boolean hasKm() {
    return km != null;
  }

  @Override
  public String kind() {
    return "long CSV";
  }
}
