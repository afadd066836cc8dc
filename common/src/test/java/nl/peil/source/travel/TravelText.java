package nl.peil.source.travel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nl.peil.quality.Finding;
import nl.peil.quality.RejectedFileException;
import org.jspecify.annotations.Nullable;

/** Small travel-time files as text, inspected and read back without Spark. */
final class TravelText {

  /** The columns as the examples in the tests name them. */
  static final LongCsv FORMAT = LongCsv.of("herkomst", "bestemming", "reistijd");

  /** Header of the examples. */
  static final String HEADER = "herkomst,bestemming,reistijd\n";

  /** Zones 1011 to 1020, each with its number as code. */
  static final ZoneCodes CODES =
      ZoneCodes.of(
          IntStream.rangeClosed(1011, 1020)
              .boxed()
              .collect(Collectors.toMap(String::valueOf, zone -> zone)));

  private TravelText() {}

  /** A row that was read. */
  record Trip(int origin, int destination, float minutes, @Nullable Float km) {
    /** A row without a distance. */
    static Trip of(int origin, int destination, double minutes) {
      return new Trip(origin, destination, (float) minutes, null);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(String... members) throws IOException {
    var packed = new ByteArrayOutputStream();
    for (var member : members) {
      try (var out = new GZIPOutputStream(packed)) {
        out.write(bytes(member));
      }
    }
    return packed.toByteArray();
  }

  static Inspection inspect(String text) throws Exception {
    return inspect(bytes(text), FORMAT);
  }

  static Inspection inspect(String text, LongCsv format) throws Exception {
    return inspect(bytes(text), format);
  }

  static Inspection inspect(byte[] bytes, LongCsv format) throws Exception {
    return Inspector.inspect(
        new ByteArrayInputStream(bytes), "auto_dal.csv", format, CODES, 1 << 20);
  }

  static Finding rejection(byte[] bytes, LongCsv format) {
    try {
      inspect(bytes, format);
    } catch (RejectedFileException e) {
      return e.finding();
    } catch (Exception e) {
      throw new AssertionError("expected the file to be rejected", e);
    }
    throw new AssertionError("expected the file to be rejected, it was accepted");
  }

  /** Inspects and reads back what is to be loaded. */
  static List<Trip> load(String text, LongCsv format) throws Exception {
    return load(bytes(text), inspect(text, format), format, CODES);
  }

  /** Reads back all splits, in order. */
  static List<Trip> load(byte[] bytes, Inspection inspection, LongCsv format, ZoneCodes codes) {
    var trips = new ArrayList<Trip>();
    load(bytes, TravelPart.of(new InspectedFile("file:/auto_dal.csv", format, inspection)), codes)
        .forEach(trips::addAll);
    return trips;
  }

  /** Reads back every split on its own. */
  static List<List<Trip>> load(byte[] bytes, List<TravelPart> parts, ZoneCodes codes) {
    return parts.stream().map(part -> load(bytes, part, codes)).toList();
  }

  private static List<Trip> load(byte[] bytes, TravelPart part, ZoneCodes codes) {
    var trips = new ArrayList<Trip>();
    try {
      var stored = new ByteArrayInputStream(bytes);
      var content = part.gzip() ? new GZIPInputStream(stored) : stored;
      content.skipNBytes(part.split().start());
      var stream = new PartStream(content, part.split().end() - part.split().start());
      trips.addAll(trips(new TravelTimesReader(part, Cursors.ofPart(part, stream, codes), codes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return trips;
  }

  /** All rows of a part; closes its reader. */
  static List<Trip> trips(TravelTimesReader rows) throws IOException {
    var trips = new ArrayList<Trip>();
    try (rows) {
      while (rows.next()) {
        rows.get()
            .rowIterator()
            .forEachRemaining(
                row ->
                    trips.add(
                        new Trip(
                            row.getInt(0),
                            row.getInt(1),
                            row.getFloat(2),
                            row.isNullAt(3) ? null : row.getFloat(3))));
      }
    }
    return trips;
  }

  /** Lines that were set aside, by rule. */
  static Map<String, List<Long>> linesByRule(Inspection inspection) {
    return inspection.intake().quarantined().stream()
        .collect(
            Collectors.groupingBy(
                row -> row.rule(), Collectors.mapping(row -> row.line(), Collectors.toList())));
  }
}
