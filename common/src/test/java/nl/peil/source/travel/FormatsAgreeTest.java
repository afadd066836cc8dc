package nl.peil.source.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import nl.peil.source.omx.OmxWriter;
import nl.peil.source.travel.TravelText.Trip;
import nl.peil.source.travel.write.LongCsvWriter;
import nl.peil.source.travel.write.PairWriter;
import nl.peil.source.travel.write.ParquetPairsWriter;
import nl.peil.source.travel.write.SquareCsvWriter;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;
import org.apache.parquet.hadoop.util.HadoopOutputFile;

/** The same matrix gives the same rows, counts and findings in whatever format it comes. */
class FormatsAgreeTest {

  private static final Configuration HADOOP = new Configuration(false);

  private Path folder = Path.of("");

  @BeforeProperty
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("formats");
  }

  @AfterProperty
  void removeFolder() {
    assertThat(FileUtil.fullyDelete(folder.toFile())).isTrue();
  }

  /** A square of times; a time below 0 is one that is not there. */
  @Provide
  Arbitrary<float[][]> matrices() {
    var time =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, Arbitraries.just(-1f)),
            net.jqwik.api.Tuple.of(5, Arbitraries.floats().between(0, 1600)),
            net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(0, 1600).map(i -> (float) i)));
    return Arbitraries.integers()
        .between(2, 7)
        .flatMap(n -> time.array(float[].class).ofSize(n).array(float[][].class).ofSize(n));
  }

  private static int number(int place, int zones, boolean ascending) {
    return 1 + (ascending ? place : zones - place);
  }

  private static void write(float[][] matrix, List<String> zones, PairWriter writer, boolean gaps)
      throws IOException {
    try (writer) {
      for (int i = 0; i < matrix.length; i++) {
        for (int j = 0; j < matrix.length; j++) {
          if (matrix[i][j] >= 0) {
            writer.write(zones.get(i), zones.get(j), matrix[i][j], Float.NaN);
          } else if (gaps) {
            writer.write(zones.get(i), zones.get(j), 1500, Float.NaN);
          }
        }
      }
    }
  }

  private static void writeOmx(float[][] matrix, List<String> zones, Path file) throws IOException {
    try (var omx = OmxWriter.create(file, zones.size())) {
      omx.matrix("other", (row, cells) -> Arrays.fill(cells, 1));
      omx.mapping("zone", zones);
      omx.matrix(
          "auto_spits",
          (row, cells) -> {
            for (int j = 0; j < cells.length; j++) {
              cells[j] = matrix[row][j] < 0 ? 1500 : matrix[row][j];
            }
          });
      omx.finish();
    }
  }

  private static List<Trip> stream(
      TravelFile file, TravelFormat format, Inspection found, ZoneCodes codes) throws IOException {
    var trips = new ArrayList<Trip>();
    try (var pairs = new PairStream(new InspectedFile(file.uri(), format, found), codes, HADOOP)) {
      while (pairs.next()) {
        assertThat(pairs.km()).isNaN();
        trips.add(Trip.of(pairs.origin(), pairs.destination(), pairs.minutes()));
      }
    }
    return trips;
  }

  private static List<List<Trip>> load(
      TravelFile file, TravelFormat format, Inspection found, ZoneCodes codes) throws IOException {
    var parts = new ArrayList<List<Trip>>();
    for (var part : TravelPart.of(new InspectedFile(file.uri(), format, found))) {
      parts.add(
          TravelText.trips(
              new TravelTimesReader(part, Cursors.ofPart(part, HADOOP, codes), codes)));
    }
    return parts;
  }

  @Property(tries = 50)
  void longSquareParquetAndOmxAreOneMatrix(
      @ForAll("matrices") float[][] matrix,
      @ForAll boolean ascending,
      @ForAll boolean packed,
      @ForAll boolean oneZoneUnknown,
      @ForAll @IntRange(min = 1, max = 200) int splitBytes)
      throws Exception {
    int n = matrix.length;
    var zones =
        IntStream.range(0, n)
            .mapToObj(i -> i == 1 ? "Z 1" : String.valueOf(1000 + (ascending ? i : n - i)))
            .toList();
    Map<String, Integer> numbers =
        IntStream.range(0, n)
            .filter(i -> !oneZoneUnknown || i != 0)
            .boxed()
            .collect(Collectors.toMap(zones::get, i -> number(i, n, ascending)));
    var codes = ZoneCodes.of(numbers);
    // What is not there stands in the files as 1,500 minutes, which is declared; longer than a day
    // is otherwise a mistake.
    var rules = new TimeRules(List.of(1500f), false, LongCsv.DAY);
    var gz = packed ? ".gz" : "";

    var longFile = folder.resolve("long.csv" + gz);
    write(
        matrix,
        zones,
        new LongCsvWriter(Files.newOutputStream(longFile), longFile.toString(), false),
        true);
    var squareFile = folder.resolve("square.csv" + gz);
    write(
        matrix,
        zones,
        new SquareCsvWriter(
            Files.newOutputStream(squareFile), squareFile.toString(), zones, "1500"),
        false);
    var parquetFile = folder.resolve("pairs.parquet");
    var output =
        HadoopOutputFile.fromPath(new org.apache.hadoop.fs.Path(parquetFile.toUri()), HADOOP);
    write(matrix, zones, new ParquetPairsWriter(output, false, splitBytes), true);

    var omxFile = folder.resolve("matrices.omx");
    writeOmx(matrix, zones, omxFile);

    var order = ZoneOrder.of("zones.csv", zones);
    var formats =
        Map.<Path, TravelFormat>of(
            longFile, LongCsv.of("origin", "destination", "minutes").withUnreachable(1500f),
            squareFile, new SquareCsv(',', false, order, rules),
            parquetFile, new ParquetPairs("origin", "destination", "minutes", null, rules),
            omxFile, new OmxMatrix("auto_spits", null, null, rules));

    var expected = new ArrayList<Trip>();
    int unreachable = 0;
    int tooLong = 0;
    int unknown = 0;
    boolean sorted = true;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        float time = matrix[i][j];
        if (time > LongCsv.DAY && time != 1500) {
          tooLong++;
        } else if (oneZoneUnknown && (i == 0 || j == 0)) {
          unknown++;
        } else if (time < 0 || time == 1500) {
          unreachable++;
        } else {
          var trip = Trip.of(number(i, n, ascending), number(j, n, ascending), time + 0f);
          if (!expected.isEmpty()) {
            var last = expected.get(expected.size() - 1);
            sorted &=
                trip.origin() > last.origin()
                    || (trip.origin() == last.origin() && trip.destination() > last.destination());
          }
          expected.add(trip);
        }
      }
    }

    for (var path : formats.keySet()) {
      var file = new TravelFile(path.toUri().toString(), path.getFileName().toString(), HADOOP);
      var format = formats.get(path);
      var found = Inspector.inspect(file, format, codes, splitBytes);
      assertThat(found.rowsRead()).as(format.kind()).isEqualTo((long) n * n);
      assertThat(found.rowsUnreachable()).as(format.kind()).isEqualTo(unreachable);
      assertThat(found.intake().rowsQuarantined("time_too_long")).isEqualTo(tooLong);
      assertThat(found.intake().rowsQuarantined("unknown_zone")).isEqualTo(unknown);
      assertThat(found.rowsLoaded()).isEqualTo(expected.size());
      assertThat(found.sorted()).as(format.kind()).isEqualTo(sorted);
      assertThat(found.bytes()).isEqualTo(Files.size(path));
      var parts = load(file, format, found, codes);
      assertThat(stream(file, format, found, codes)).as(format.kind()).isEqualTo(expected);
      assertThat(parts.stream().flatMap(List::stream).toList())
          .as(format.kind())
          .isEqualTo(expected);
      if (sorted) {
        assertThat(
                parts.stream().flatMap(part -> part.stream().map(Trip::origin).distinct()).toList())
            .as("%s: whole origins in a part", format.kind())
            .doesNotHaveDuplicates();
      }
    }
  }
}
