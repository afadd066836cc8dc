package nl.peil.source.travel;

import static nl.peil.source.travel.TravelText.CODES;
import static nl.peil.source.travel.TravelText.linesByRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.peil.SparkExtension;
import nl.peil.quality.Finding;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.travel.TravelText.Trip;
import nl.peil.source.travel.write.LongCsvWriter;
import nl.peil.source.travel.write.MatrixRows;
import nl.peil.source.travel.write.ParquetPairsWriter;
import nl.peil.source.travel.write.SquareCsvWriter;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkExtension.class)
class ParquetPairsTest {

  private static final Configuration HADOOP = new Configuration(false);
  private static final ParquetPairs FORMAT =
      new ParquetPairs(
          "van", "naar", "min", "km", new TimeRules(List.of(999f), false, LongCsv.DAY));

  @TempDir Path folder;

  private TravelFile file(String name) {
    return new TravelFile(folder.resolve(name).toUri().toString(), name, HADOOP);
  }

  /** What Spark writes of a query, as one file. */
  private TravelFile written(SparkSession spark, String sql) throws IOException {
    var to = folder.resolve("spark");
    spark.sql(sql).coalesce(1).write().mode("overwrite").parquet(to.toString());
    try (var files = Files.list(to)) {
      var part = files.filter(path -> path.toString().endsWith(".parquet")).findAny().orElseThrow();
      Files.move(
          part, folder.resolve("m.parquet"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    return file("m.parquet");
  }

  private static List<Trip> load(TravelFile file, TravelFormat format, Inspection found)
      throws IOException {
    return load(file, format, found, CODES);
  }

  private static List<Trip> load(
      TravelFile file, TravelFormat format, Inspection found, ZoneCodes codes) throws IOException {
    var trips = new ArrayList<Trip>();
    for (var part : TravelPart.of(new InspectedFile(file.uri(), format, found))) {
      trips.addAll(
          TravelText.trips(
              new TravelTimesReader(part, Cursors.ofPart(part, HADOOP, codes), codes)));
    }
    return trips;
  }

  private static Finding rejection(TravelFile file, TravelFormat format) {
    return catchThrowableOfType(
            RejectedFileException.class, () -> Inspector.inspect(file, format, CODES, 1000))
        .finding();
  }

  @ParameterizedTest
  @CsvSource({
    "int, float",
    "bigint, double",
    "string, int",
    "string, bigint",
    "int, 'decimal(6,2)'",
    "bigint, 'decimal(16,3)'",
    "int, 'decimal(30,4)'"
  })
  void everyTypeOfColumnGivesTheSameRows(String code, String minutes, SparkSession spark)
      throws Exception {
    var file =
        written(
            spark,
            """
            SELECT 'x' AS other, CAST(a AS %1$s) AS van, CAST(m AS %2$s) AS min,
                   CAST(b AS %1$s) AS naar, CAST(k AS %2$s) AS km
            FROM VALUES (1011, 1012, 12, 3), (1011, 1013, 0, NULL), (1012, 1011, 999, 1),
                        (1012, 1013, -4, 1), (1013, 7, 5, 1), (1013, 1011, NULL, 1),
                        (1014, 1011, 1441, 1), (1011, 1012, 9, 9), (1014, 1012, 8, -1)
                 AS t(a, b, m, k)
            """
                .formatted(code, minutes));
    var found = Inspector.inspect(file, FORMAT, CODES, 1000);
    assertThat(linesByRule(found))
        .isEqualTo(
            Map.of(
                "negative_time", List.of(4L),
                "unknown_zone", List.of(5L),
                "bad_number", List.of(6L),
                "time_too_long", List.of(7L),
                "duplicate_pair", List.of(8L)));
    assertThat(found.rowsUnreachable()).isEqualTo(1);
    assertThat(found.lines()).isEqualTo(9);
    assertThat(found.intake().quarantined().get(1).raw())
        .startsWith("van=1013, naar=7, min=5")
        .contains(", km=1");
    assertThat(found.intake().findings())
        .filteredOn(finding -> finding.rule().equals("bad_km"))
        .extracting(Finding::line)
        .containsExactly(9L);
    assertThat(load(file, FORMAT, found))
        .containsExactly(
            new Trip(1011, 1012, 12, 3f), Trip.of(1011, 1013, 0), Trip.of(1014, 1012, 8));
    assertThat(found.sorted()).isTrue();
  }

  @Test
  void whatIsNoNumberIsNoValue(SparkSession spark) throws Exception {
    var file =
        written(
            spark,
            "SELECT 1011 AS van, 1010 + id AS naar, 1D AS km, CASE id WHEN 1 THEN double('nan')"
                + " WHEN 2 THEN double('inf') WHEN 3 THEN NULL ELSE 2.5D END AS min"
                + " FROM range(1, 5, 1, 1)");
    assertThat(linesByRule(Inspector.inspect(file, FORMAT, CODES, 1000)))
        .isEqualTo(Map.of("bad_number", List.of(1L, 2L, 3L)));
    var blank =
        new ParquetPairs("van", "naar", "min", null, new TimeRules(List.of(), true, LongCsv.DAY));
    var found = Inspector.inspect(file, blank, CODES, 1000);
    assertThat(found.rowsUnreachable()).isEqualTo(3);
    assertThat(load(file, blank, found)).containsExactly(Trip.of(1011, 1014, 2.5));
  }

  @Test
  void columnsThatAreNotThereOrOfNoUseAreNamed(SparkSession spark) throws Exception {
    var file = written(spark, "SELECT 1.5D AS van, 1012 AS naar, 'x' AS min, array(1) AS km");
    var missing = rejection(file, new ParquetPairs("van", "Naar", "tijd", null, TimeRules.STRICT));
    assertThat(missing.rule()).isEqualTo("missing_column");
    assertThat(missing.message())
        .contains("missing [Naar, tijd]")
        .contains("the file has [van, naar, min, km]");
    assertThat(rejection(file, FORMAT).rule()).isEqualTo("wrong_type");
    assertThat(rejection(file, FORMAT).message()).contains("'van'").contains("double");
    var text = new ParquetPairs("naar", "min", "min ", null, TimeRules.STRICT);
    assertThat(rejection(file, text).rule()).isEqualTo("missing_column");
    var minutes = new ParquetPairs("naar", "km", "min", null, TimeRules.STRICT);
    assertThat(rejection(file, minutes).message()).contains("'km'");
    var none = written(spark, "SELECT 1 AS van, 2 AS naar, 3 AS min, 4 AS km WHERE false");
    assertThat(rejection(none, FORMAT).rule()).isEqualTo("empty_file");
  }

  private static final ZoneCodes HUNDRED =
      ZoneCodes.of(IntStream.range(0, 100).boxed().collect(Collectors.toMap(i -> "z" + i, i -> i)));

  /** A hundred zones to a hundred, in order; row groups end anywhere. */
  private Path manyRows(String name) throws IOException {
    var path = folder.resolve(name);
    var output = HadoopOutputFile.fromPath(new org.apache.hadoop.fs.Path(path.toUri()), HADOOP);
    try (var writer = new ParquetPairsWriter(output, true, 4_000)) {
      for (int i = 0; i < 10_000; i++) {
        writer.write("z" + i / 100, "z" + i % 100, i * 0.125f, i % 2 == 0 ? i : Float.NaN);
      }
    }
    // Hadoop keeps checksums beside a local file; without them damage reaches the reader.
    Files.delete(folder.resolve("." + name + ".crc"));
    return path;
  }

  @Test
  void partsHoldWholeOriginsWhereverRowGroupsEnd() throws Exception {
    manyRows("veel.parquet");
    var file = file("veel.parquet");
    var detected = FormatDetector.detect(file, DeclaredFormat.NOTHING);
    assertThat(detected.sentence())
        .isEqualTo("Parquet, origin=origin, destination=destination, minutes=minutes, km=km");
    var format = detected.format(TimeRules.STRICT, null, "veel.parquet");
    var found = Inspector.inspect(file, format, HUNDRED, 1);
    assertThat(found.sorted()).isTrue();
    assertThat(found.splits()).hasSizeGreaterThan(3);
    assertThat(found.splits()).allMatch(split -> split.rows() % 100 == 0 && split.rows() > 0);
    assertThat(load(file, format, found, HUNDRED))
        .isEqualTo(
            IntStream.range(0, 10_000)
                .mapToObj(
                    i -> new Trip(i / 100, i % 100, i * 0.125f, i % 2 == 0 ? (float) i : null))
                .toList());
  }

  @Test
  void damageIsFoundAndNamed() throws Exception {
    var path = manyRows("heel.parquet");
    byte[] whole = Files.readAllBytes(path);
    var format = new ParquetPairs("origin", "destination", "minutes", null, TimeRules.STRICT);
    for (int length : new int[] {4, 100, whole.length / 2, whole.length - 1}) {
      Files.write(path, Arrays.copyOf(whole, length));
      var finding = rejection(file("heel.parquet"), format);
      assertThat(finding.rule()).as("cut at %s", length).isEqualTo("broken_parquet");
      assertThat(finding.advice()).contains("transfer the file again");
    }
    Files.write(path, new byte[0]);
    assertThat(rejection(file("heel.parquet"), format).rule()).isEqualTo("empty_file");
    Files.write(path, whole);
    var kept = new ParquetPairs("origin", "destination", "minutes", "km", TimeRules.STRICT);
    var right = load(file("heel.parquet"), kept, inspect("heel.parquet", kept), HUNDRED);
    int rejected = 0;
    for (int at = 20; at < whole.length / 2; at += whole.length / 41) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x55;
      Files.write(path, damaged);
      try {
        var found = inspect("heel.parquet", kept);
        // A byte that nobody reads, such as one of the statistics.
        assertThat(load(file("heel.parquet"), kept, found, HUNDRED))
            .as("byte %s", at)
            .isEqualTo(right);
      } catch (RejectedFileException e) {
        assertThat(e.finding().rule()).as("byte %s", at).isEqualTo("broken_parquet");
        rejected++;
      }
    }
    assertThat(rejected).isGreaterThan(10);
  }

  private Inspection inspect(String name, ParquetPairs format) throws Exception {
    return Inspector.inspect(file(name), format, HUNDRED, 1000);
  }

  @Test
  void aFileThatChangedSinceIsAnError() throws Exception {
    var path = manyRows("anders.parquet");
    var format = new ParquetPairs("origin", "destination", "minutes", null, TimeRules.STRICT);
    var found = Inspector.inspect(file("anders.parquet"), format, HUNDRED, 1);
    Files.write(path, new byte[1], java.nio.file.StandardOpenOption.APPEND);
    assertThatThrownBy(() -> load(file("anders.parquet"), format, found, HUNDRED))
        .hasMessageContaining("has changed since it was inspected");
  }

  @Test
  void sparkLoadsAllFormatsAndWritesThemBack(SparkSession spark) throws Exception {
    var codeByZone =
        IntStream.rangeClosed(1011, 1020)
            .boxed()
            .collect(Collectors.toMap(i -> i, String::valueOf));
    var zones = codeByZone.values().stream().sorted().toList();
    var rows =
        spark.sql(
            "SELECT int(1011 + id % 10) AS origin, int(1011 + id / 10) AS destination,"
                + " float(id * 0.25) AS minutes FROM range(0, 100, 1, 3) WHERE id % 7 > 0");
    var expected = new ArrayList<Row>();
    for (int from = 0; from < 10; from++) {
      for (int to = 0; to < 10; to++) {
        int id = 10 * to + from;
        if (id % 7 > 0) {
          expected.add(RowFactory.create(1011 + from, 1011 + to, id * 0.25f, null));
        }
      }
    }
    try (var csv =
            new LongCsvWriter(Files.newOutputStream(folder.resolve("l.csv.gz")), "l.csv.gz", true);
        var square =
            new SquareCsvWriter(
                Files.newOutputStream(folder.resolve("s.csv")), "s.csv", zones, "");
        var parquet =
            new ParquetPairsWriter(
                HadoopOutputFile.fromPath(
                    new org.apache.hadoop.fs.Path(folder.resolve("p.parquet").toUri()), HADOOP),
                true)) {
      assertThat(MatrixRows.write(rows, codeByZone, csv)).isEqualTo(expected.size());
      MatrixRows.write(rows, codeByZone, square);
      MatrixRows.write(rows, codeByZone, parquet);
    }
    SquareCsvWriter.writeZones(Files.newOutputStream(folder.resolve("z.csv")), zones);
    var order = ZoneOrder.read(Files.newInputStream(folder.resolve("z.csv")), "z.csv", null);
    var rules = new TimeRules(List.of(), true, LongCsv.DAY);
    for (var name : List.of("l.csv.gz", "s.csv", "p.parquet")) {
      var format =
          FormatDetector.detect(file(name), DeclaredFormat.NOTHING).format(rules, order, name);
      var found = Inspector.inspect(file(name), format, CODES, 1);
      assertThat(found.rowsRead()).isEqualTo(name.equals("s.csv") ? 100 : expected.size());
      assertThat(found.intake().findings()).isEmpty();
      var inspected = new InspectedFile(file(name).uri(), format, found);
      assertThat(TravelTimesSource.load(spark, List.of(inspected), CODES).collectAsList())
          .as(name)
          .isEqualTo(expected);
    }
  }
}
