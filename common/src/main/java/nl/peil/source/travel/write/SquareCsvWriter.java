package nl.peil.source.travel.write;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes square CSV: one line per zone of the list, one number per zone in it; comma, decimal
 * point, LF, no header. Pairs come origin by origin in the order of the list; the destinations of
 * an origin in any order. One line is in memory.
 */
public final class SquareCsvWriter implements PairWriter {

  private final Writer out;
  private final List<String> zones;
  private final Map<String, Integer> places = new HashMap<>();
  private final String missing;
  private final @Nullable String[] line;
  private int row;

  /**
   * Starts a file.
   *
   * @param out where the bytes go; closed with this writer
   * @param fileName name of the file: one that ends in {@code .gz} is packed
   * @param zones codes of the zones, in the order of rows and columns
   * @param missing what stands where there is no pair: blank, or a code such as {@code -1} that is
   *     declared as unreachable when the file is read
   * @throws IllegalArgumentException when there are no zones, or one stands there twice
   */
  public SquareCsvWriter(OutputStream out, String fileName, List<String> zones, String missing)
      throws IOException {
    this.out = LongCsvWriter.text(out, fileName);
    this.zones = List.copyOf(zones);
    this.missing = missing;
    this.line = new String[zones.size()];
    for (int i = 0; i < zones.size(); i++) {
      if (places.put(zones.get(i), i) != null) {
        throw new IllegalArgumentException("zone " + zones.get(i) + " stands twice in the list");
      }
    }
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("expected at least one zone, there is none");
    }
  }

  /**
   * Writes the zone list that goes with the matrix: a column {@code zone}.
   *
   * @param to where the bytes go; closed afterwards
   * @param zones codes of the zones, in the order of rows and columns
   */
  public static void writeZones(OutputStream to, List<String> zones) throws IOException {
    try (var list = LongCsvWriter.text(to, "")) {
      list.write("zone\n");
      for (var zone : zones) {
        list.write(LongCsvWriter.field(zone));
        list.write('\n');
      }
    }
  }

  @Override
  public void write(String origin, String destination, float minutes, float km) throws IOException {
    int from = place(origin);
    if (from < row) {
      throw new IllegalArgumentException(
          "expected origins in the order of the zone list, %s comes after %s"
              .formatted(origin, zones.get(row)));
    }
    while (row < from) {
      endLine();
    }
    int to = place(destination);
    if (line[to] != null) {
      throw new IllegalArgumentException(
          "expected every pair once, %s to %s comes again".formatted(origin, destination));
    }
    line[to] = NumberText.of(NumberText.checked(minutes, "minutes"));
  }

  private int place(String code) {
    var place = places.get(code);
    if (place == null) {
      throw new IllegalArgumentException(
          "zone " + code + " is not in the zone list of " + zones.size() + " zones");
    }
    return place;
  }

  private void endLine() throws IOException {
    for (int i = 0; i < line.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      var number = line[i];
      out.write(number == null ? missing : number);
      line[i] = null;
    }
    out.write('\n');
    row++;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      while (row < zones.size()) {
        endLine();
      }
    }
  }
}
