package nl.peil.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/** What a sample promises, read back from its files. */
class SampleDeliveryTest {

  private static final int ZONES = SampleDelivery.DEFAULT_ZONES;

  @TempDir static Path folder;
  private static SampleFiles sample;
  private static SampleDelivery.Summary summary;

  @BeforeAll
  static void writeOne() throws IOException {
    summary = SampleDelivery.write(folder.resolve("one"), ZONES);
    sample = new SampleFiles(folder.resolve("one"));
  }

  @Test
  void secondWriteGivesTheSameBytes() throws IOException {
    var again = folder.resolve("again");
    SampleDelivery.write(again, ZONES);
    var other = new SampleFiles(again);
    assertThat(other.paths()).isEqualTo(sample.paths());
    for (var path : sample.paths()) {
      assertThat(Files.mismatch(again.resolve(path), sample.root().resolve(path)))
          .as(path)
          .isEqualTo(-1);
    }
  }

  @Test
  void committedSampleIsWhatTheCodeWrites() throws IOException {
    var committed = new SampleFiles(Path.of("..", "data", "sample"));
    assertThat(committed.paths()).isEqualTo(sample.paths());
    for (var path : sample.paths()) {
      // The manifest holds checksums of gzip files, which another zlib may compress otherwise.
      if (!path.equals("levering.json")) {
        assertThat(Arrays.equals(committed.content(path), sample.content(path))).as(path).isTrue();
      }
    }
  }

  @Test
  void manifestDescribesEveryFile() throws Exception {
    var described = new TreeMap<String, Long>();
    for (var file : sample.manifest().get("files")) {
      var path = file.get("path").asText();
      byte[] bytes = Files.readAllBytes(sample.root().resolve(path));
      assertThat(file.get("bytes").asLong()).as(path).isEqualTo(bytes.length);
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(file.get("sha256").asText()).as(path).isEqualTo(HexFormat.of().formatHex(digest));
      described.put(path, file.get("rows").asLong());
      if (path.endsWith(".csv") || path.endsWith(".csv.gz")) {
        assertThat(file.get("rows").asInt()).as(path).isEqualTo(sample.rows(path).size());
        var header =
            new String(sample.content(path), StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        assertThat(header).as(path).contains(file.get("separator").asText());
      }
    }
    var paths = new HashSet<>(sample.paths());
    paths.remove("levering.json");
    assertThat(described.keySet()).isEqualTo(paths);
    assertThat(summary.files()).isEqualTo(paths.size() + 1);
    assertThat(summary.rows()).isEqualTo(described.values().stream().mapToLong(n -> n).sum());
  }

  @Test
  void staysSmall() throws IOException {
    long bytes = 0;
    for (var path : sample.paths()) {
      bytes += Files.size(sample.root().resolve(path));
    }
    assertThat(bytes).isEqualTo(summary.bytes()).isLessThan(5_000_000);
  }

  @Test
  void refusesFolderWithSomethingInIt() throws IOException {
    var full = Files.createDirectory(folder.resolve("full"));
    Files.writeString(full.resolve("mine.txt"), "keep");
    assertThatThrownBy(() -> SampleDelivery.write(full, ZONES))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("full")
        .hasMessageContaining("mine.txt");
    assertThat(full.resolve("mine.txt")).hasContent("keep");
    assertThat(new SampleFiles(full).paths()).containsExactly("mine.txt");
    assertThatThrownBy(() -> SampleDelivery.write(full.resolve("mine.txt"), ZONES))
        .hasMessageContaining("this is a file");
  }

  @Test
  void refusesTooFewZonesBeforeMakingTheFolder() {
    var few = folder.resolve("few");
    assertThatThrownBy(() -> SampleDelivery.write(few, 49))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("50")
        .hasMessageContaining("49");
    assertThat(few).doesNotExist();
  }

  @Test
  void incomeClassesSumToJobs() throws IOException {
    for (var path : List.of("banen/banen_pc4.csv", "banen/hoog/banen_pc4_2040.csv")) {
      var rows = sample.rows(path);
      assertThat(rows).hasSize(ZONES);
      for (var row : rows) {
        int sum = 0;
        for (int i = 2; i <= 5; i++) {
          assertThat(Integer.parseInt(row[i])).isNotNegative();
          sum += Integer.parseInt(row[i]);
        }
        assertThat(sum).as("%s %s", path, row[0]).isEqualTo(Integer.parseInt(row[1]));
      }
    }
  }

  @Test
  void incomesRankZonesAndAreWithheldWhereFewPeopleLive() throws IOException {
    var rows = sample.rows("barrieres/huishoudens_inkomen_pc4_2022.csv");
    assertThat(rows).hasSize(ZONES).extracting(row -> row[0]).doesNotHaveDuplicates();
    var withheld = rows.stream().filter(row -> row[2].equals("-99997")).toList();
    assertThat(withheld).hasSizeGreaterThan(1).hasSizeLessThan(ZONES / 5);
    assertThat(withheld).allMatch(row -> Integer.parseInt(row[1]) <= 350);
    var known = rows.stream().filter(row -> !row[2].equals("-99997")).toList();
    assertThat(known)
        .allMatch(row -> row[2].matches("\\d\\d\\.\\d"))
        .allMatch(row -> Integer.parseInt(row[1]) >= 350)
        .allMatch(row -> Double.parseDouble(row[2]) > 20 && Double.parseDouble(row[2]) < 45);
    assertThat(known.stream().map(row -> row[2]).distinct().count()).isGreaterThan(40);
  }

  @Test
  void populationIsRoundedAndSuppressedAsCbsDoes() throws IOException {
    for (var path :
        List.of("bevolking/vierkant500_2022.csv", "bevolking/hoog/vierkant500_2040.csv")) {
      var rows = sample.rows(path);
      assertThat(rows).extracting(row -> row[0]).allMatch(code -> code.matches("E\\d{4}N\\d{4}"));
      for (var row : rows) {
        for (int i = 1; i < row.length; i++) {
          int people = Integer.parseInt(row[i]);
          if (people != -99_997 && (people < 5 || people % 5 != 0)) {
            fail("%s %s: %d", path, row[0], people);
          }
        }
      }
      assertThat(rows).anyMatch(row -> row[1].equals("-99997"));
    }
  }

  @Test
  void municipalitiesPartitionTheInhabitedCells() throws IOException {
    var locators =
        sample.features("regio/gemeenten.geojson").stream()
            .map(feature -> new IndexedPointInAreaLocator(feature.area()))
            .toList();
    // Nine municipalities and two features of water that carry the code of one of them.
    assertThat(locators).hasSize(11);
    var crs = new SampleCrs();
    for (var row : sample.rows("bevolking/vierkant500_2022.csv")) {
      var at = centre(crs, row[0]);
      long found = locators.stream().filter(area -> area.locate(at) != Location.EXTERIOR).count();
      if (found != 1) {
        fail("cell %s lies in %d municipalities", row[0], found);
      }
    }
  }

  @Test
  void municipalitiesHaveWaterTwiceAndCityRegionsOverlapWithGaps() throws IOException {
    var perCode =
        sample.features("regio/gemeenten.geojson").stream()
            .collect(
                Collectors.groupingBy(
                    SampleFiles.Feature::code, TreeMap::new, Collectors.counting()));
    assertThat(perCode.keySet()).hasSize(9).first().isEqualTo("GM9001");
    assertThat(perCode.values()).containsOnly(1L, 2L);
    assertThat(perCode.values().stream().filter(n -> n == 2)).hasSize(2);

    var regionsOf = new HashMap<String, Integer>();
    for (var row : sample.rows("regio/indeling_stadsregio.csv")) {
      regionsOf.merge(row[0], 1, Integer::sum);
    }
    assertThat(perCode.keySet()).containsAll(regionsOf.keySet());
    assertThat(regionsOf.values().stream().filter(n -> n == 2)).as("in both").hasSize(1);
    assertThat(9 - regionsOf.size()).as("in none").isGreaterThanOrEqualTo(2);
  }

  @Test
  void schoolsAreWindows1252WithCarriageReturns() throws IOException {
    byte[] bytes = sample.content("voorzieningen/bo.csv");
    var text = new String(bytes, Charset.forName("windows-1252"));
    assertThat(text).contains("Prinses Máxima").doesNotContain("\uFFFD");
    assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\uFFFD");
    assertThat(text.split("\r\n")).allMatch(line -> !line.contains("\n"));
    assertThat(sample.rows("voorzieningen/bo.csv", Charset.forName("windows-1252")))
        .allMatch(row -> row[2].matches("1\\d{3} [A-Z]{2}"));
  }

  @Test
  void serviceCountsFitTheRegion() throws IOException {
    assertThat(sample.rows("voorzieningen/wo.csv")).hasSize(1);
    assertThat(sample.rows("voorzieningen/hbo.csv")).hasSize(2);
    assertThat(sample.rows("voorzieningen/mbo.csv")).hasSize(4);
    assertThat(sample.rows("voorzieningen/vo.csv")).hasSize(14);
    assertThat(sample.rows("voorzieningen/eerstehulp.csv"))
        .extracting(row -> row[5])
        .containsExactlyInAnyOrder("ja", "ja", "nee");
    var townsWithSchool =
        sample.rows("voorzieningen/bo.csv", Charset.forName("windows-1252")).stream()
            .map(row -> row[3])
            .collect(Collectors.toSet());
    assertThat(townsWithSchool).as("two cities and ten villages").hasSize(12);
  }

  private static Coordinate centre(SampleCrs crs, String cell) {
    double x = Integer.parseInt(cell.substring(1, 5)) * 100 + 250;
    double y = Integer.parseInt(cell.substring(6)) * 100 + 250;
    return crs.toDegrees(x, y);
  }
}
