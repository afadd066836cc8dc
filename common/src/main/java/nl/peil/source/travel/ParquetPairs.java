package nl.peil.source.travel;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file with one row per pair of zones. Other columns may be there and are not read.
 *
 * @param origin column of the code of the zone of origin: whole number or text
 * @param destination column of the code of the zone of destination: whole number or text
 * @param minutes column of the travel time, minutes: whole, floating-point or decimal
 * @param km column of the distance, kilometres; null when the file has none
 * @param rules which travel times are believed
 */
public record ParquetPairs(
    String origin, String destination, String minutes, @Nullable String km, TimeRules rules)
    implements TravelFormat {

  private static final long serialVersionUID = 1L;

  /**
   * Checks the description.
   *
   * @throws IllegalArgumentException when two columns have the same name, or one is blank
   */
  public ParquetPairs {
    var names = Stream.of(origin, destination, minutes, km).filter(Objects::nonNull).toList();
    if (names.stream().anyMatch(String::isBlank)
        || names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException(
          "expected a different name for every column, got " + names);
    }
  }

  @Override
  public boolean hasKm() {
    return km != null;
  }

  @Override
  public String kind() {
    return "Parquet";
  }
}
