package nl.peil.source.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.peil.quality.Finding;
import nl.peil.quality.QuarantinedRow;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.omx.MatrixRows;
import nl.peil.source.omx.OmxWriter;
import nl.peil.source.travel.TravelText.Trip;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A matrix of an OMX file as a travel-time file. */
class OmxMatrixTest {

  private static final Configuration HADOOP = new Configuration(false);

  /** A NaN is no journey, as it is by default. */
  private static final TimeRules RULES = new TimeRules(List.of(), true, 1440);

  private static final ZoneCodes CODES = ZoneCodes.of(Map.of("1011", 1011, "1012", 1012));

  private static final int SPLIT = 1 << 20;

  @TempDir private Path folder;

  private static TravelFile file(Path path) {
    return new TravelFile(path.toUri().toString(), "in/m.omx", HADOOP);
  }

  private Path write(List<String> codes, MatrixRows rows) throws IOException {
    var path = folder.resolve("m.omx");
    try (var omx = OmxWriter.create(path, codes.size())) {
      omx.mapping("zone", codes);
      omx.matrix("auto_spits", rows);
      omx.finish();
    }
    return path;
  }

  private static Inspection inspect(Path path, OmxMatrix format) throws Exception {
    return Inspector.inspect(file(path), format, CODES, SPLIT);
  }

  private static Finding rejection(ThrowingCallable call) {
    var finding = catchThrowableOfType(RejectedFileException.class, call).finding();
    assertThat(finding.file()).isEqualTo("in/m.omx");
    assertThat(finding.advice()).isNotEmpty();
    return finding;
  }

  private static List<Trip> load(Path path, OmxMatrix format, Inspection found, ZoneCodes codes)
      throws IOException {
    var trips = new ArrayList<Trip>();
    for (var part : TravelPart.of(new InspectedFile(path.toUri().toString(), format, found))) {
      trips.addAll(
          TravelText.trips(
              new TravelTimesReader(part, Cursors.ofPart(part, HADOOP, codes), codes)));
    }
    return trips;
  }

  @Test
  void everyCellIsJudgedAndCanBeFoundAgain() throws Exception {
    float[][] cells = {
      {Float.NaN, 1.5f, -3}, {Float.POSITIVE_INFINITY, 0, 9999}, {1441, Float.NaN, 5},
    };
    var path =
        write(
            List.of("1011", "1012", "abroad"),
            (row, line) -> System.arraycopy(cells[row], 0, line, 0, line.length));
    var rules = new TimeRules(List.of(9999f), true, 1440);
    var format = new OmxMatrix("auto_spits", "zone", null, rules);
    var found = inspect(path, format);
    assertThat(found.rowsRead()).isEqualTo(9);
    // NaN and infinite between our zones; what concerns abroad is unknown, journey or not.
    assertThat(found.rowsUnreachable()).isEqualTo(2);
    assertThat(found.rowsLoaded()).isEqualTo(2);
    assertThat(found.intake().quarantined())
        .extracting(QuarantinedRow::line, QuarantinedRow::rule, QuarantinedRow::raw)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                1L, "negative_time", "origin 1011, destination abroad (row 1, column 3): -3.0"),
            org.assertj.core.groups.Tuple.tuple(
                2L, "unknown_zone", "origin 1012, destination abroad (row 2, column 3): 9999.0"),
            org.assertj.core.groups.Tuple.tuple(
                3L, "time_too_long", "origin abroad, destination 1011 (row 3, column 1): 1441.0"),
            org.assertj.core.groups.Tuple.tuple(
                3L, "unknown_zone", "origin abroad, destination 1012 (row 3, column 2): NaN"),
            org.assertj.core.groups.Tuple.tuple(
                3L, "unknown_zone", "origin abroad, destination abroad (row 3, column 3): 5.0"));
    assertThat(found.sorted()).isTrue();
    assertThat(found.gzip()).isFalse();
    assertThat(found.bytes()).isEqualTo(Files.size(path));
    assertThat(load(path, format, found, CODES))
        .containsExactly(Trip.of(1011, 1012, 1.5), Trip.of(1012, 1012, 0));
  }

  @Test
  void whatIsNoNumberIsABadRowWhenThatIsDeclared() throws Exception {
    var path = write(List.of("1011", "1012"), (row, cells) -> cells[row] = 3);
    var strict = new OmxMatrix("auto_spits", null, null, TimeRules.STRICT);
    var found = inspect(path, strict);
    assertThat(found.rowsUnreachable()).isZero();
    assertThat(found.intake().rowsQuarantined("bad_number")).isEqualTo(2);
    assertThat(inspect(path, new OmxMatrix("auto_spits", null, null, RULES)).rowsUnreachable())
        .isEqualTo(2);
  }

  @Test
  void theFilesOwnMarkMeansNoJourney() throws Exception {
    var resource = Objects.requireNonNull(OmxMatrixTest.class.getResource("/omx/six_zones.omx"));
    var path = Path.of(resource.toURI());
    var zones = ZoneCodes.of(Map.of("1011", 1, "1012", 2, "1021", 3, "9999", 4, "2011", 5, "3", 6));
    var format = new OmxMatrix("CAR_AM", "zone_number", null, RULES);
    var found = Inspector.inspect(file(path), format, zones, SPLIT);
    // The file says NA = -1: cell (3, 3); cells (1, 6) and (2, 1) are NaN and infinite
    assertThat(found.rowsUnreachable()).isEqualTo(3);
    assertThat(found.rowsLoaded()).isEqualTo(33);
    assertThat(load(path, format, found, zones))
        .contains(Trip.of(1, 1, 0.1), Trip.of(2, 3, 102.1))
        .noneMatch(trip -> trip.origin() == 3 && trip.destination() == 3);
    assertThat(found.sorted()).isTrue();
  }

  @Test
  void aNumberTooLargeFor32BitsIsLongAndNotMissing() throws Exception {
    var path = folder.resolve("m.omx");
    try (var hdf = HdfFile.write(path)) {
      hdf.putGroup("data")
          .putDataset("auto_spits", new double[][] {{1, 1e300}, {2, Integer.MAX_VALUE}});
      hdf.putGroup("lookup").putDataset("zone", new int[] {1011, 1012});
    }
    var rules = new TimeRules(List.of((float) Integer.MAX_VALUE), true, 1440);
    var found = inspect(path, new OmxMatrix("auto_spits", null, null, rules));
    assertThat(found.intake().rowsQuarantined("time_too_long")).isEqualTo(1);
    assertThat(found.rowsUnreachable()).isEqualTo(1);
    assertThat(found.rowsLoaded()).isEqualTo(2);
  }

  @Test
  void aLargeMatrixIsReadInPartsOfWholeRows() throws Exception {
    int n = 700;
    var codes = new java.util.LinkedHashMap<String, Integer>();
    for (int i = 0; i < n; i++) {
      codes.put(String.valueOf(5000 + i), i);
    }
    // Row i reaches only the zones from i on: row and column can be told from the minutes.
    var path =
        write(
            List.copyOf(codes.keySet()),
            (row, cells) -> {
              for (int j = row; j < n; j++) {
                cells[j] = row + j / 1000f;
              }
            });
    var zones = ZoneCodes.of(codes);
    var format = new OmxMatrix("auto_spits", null, null, RULES);
    var found = Inspector.inspect(file(path), format, zones, SPLIT);
    assertThat(found.rowsLoaded()).isEqualTo(n * (n + 1) / 2);
    assertThat(found.splits()).hasSizeGreaterThan(1);
    assertThat(found.splits().stream().mapToLong(Split::rows).sum()).isEqualTo(found.rowsLoaded());
    var trips = load(path, format, found, zones);
    assertThat(trips).hasSize(n * (n + 1) / 2);
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        assertThat(trips.get(at++)).isEqualTo(Trip.of(i, j, i + j / 1000f));
      }
    }
  }

  @Test
  void aZoneListStandsInForTheMapping() throws Exception {
    var path = write(List.of("1", "2"), (row, cells) -> cells[0] = row + 1);
    var turned = ZoneOrder.of("zones.txt", List.of("1012", "1011"));
    var format = new OmxMatrix("auto_spits", null, turned, RULES);
    var found = inspect(path, format);
    assertThat(found.sorted()).isFalse();
    assertThat(load(path, format, found, CODES))
        .containsExactly(Trip.of(1012, 1012, 1), Trip.of(1011, 1012, 2));

    var three = ZoneOrder.of("zones.txt", List.of("1012", "1011", "1013"));
    var wrong = rejection(() -> inspect(path, new OmxMatrix("auto_spits", null, three, RULES)));
    assertThat(wrong.rule()).isEqualTo("wrong_matrix_size");
    assertThat(wrong.message())
        .isEqualTo(
            "expected 3 rows and columns, one for each zone of zones.txt, the matrices have 2");
    assertThat(wrong.advice()).contains("[zone]");
    var twice = ZoneOrder.of("zones.txt", List.of("1012", "1012"));
    assertThat(
            rejection(() -> inspect(path, new OmxMatrix("auto_spits", null, twice, RULES))).rule())
        .isEqualTo("zone_listed_twice");
  }

  @Test
  void aMatrixOrMappingThatIsNotThereIsNamed() throws Exception {
    var path = write(List.of("1011", "1012"), (row, cells) -> cells[0] = 1);
    assertThat(rejection(() -> inspect(path, new OmxMatrix("CAR", null, null, RULES))).message())
        .isEqualTo("expected matrix 'CAR'; the file has [auto_spits]");
    assertThat(
            rejection(() -> inspect(path, new OmxMatrix("auto_spits", "taz", null, RULES))).rule())
        .isEqualTo("unknown_mapping");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OmxMatrix(" ", null, null, RULES))
        .withMessageContaining("blank");
    var zones = ZoneOrder.of("zones.txt", List.of("1012", "1011"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OmxMatrix("auto_spits", "zone", zones, RULES))
        .withMessageContaining("not both");
  }

  @Test
  void theMatrixIsToldFromTheFileWhenThereIsOne() throws Exception {
    var path = write(List.of("1011", "1012"), (row, cells) -> cells[0] = 1);
    var detected = FormatDetector.detect(file(path), DeclaredFormat.NOTHING);
    assertThat(detected.sentence()).isEqualTo("OMX (HDF5), matrix auto_spits, mapping zone");
    assertThat(detected.needsZones()).isFalse();
    assertThat(detected.format(RULES, null, "in/m.omx"))
        .isEqualTo(new OmxMatrix("auto_spits", null, null, RULES));
    var zones = ZoneOrder.of("zones.txt", List.of("1012", "1011"));
    assertThat(detected.format(RULES, zones, "in/m.omx"))
        .isEqualTo(new OmxMatrix("auto_spits", null, zones, RULES));
    var mapped =
        FormatDetector.detect(file(path), DeclaredFormat.NOTHING.withMatrix("auto_spits", "zone"));
    assertThat(rejection(() -> mapped.format(RULES, zones, "in/m.omx")).rule())
        .isEqualTo("zones_twice");

    var several = folder.resolve("several.omx");
    try (var omx = OmxWriter.create(several, 2)) {
      omx.matrix("A", (row, cells) -> cells[0] = 1);
      omx.matrix("B", (row, cells) -> cells[0] = 2);
      omx.finish();
    }
    var open = rejection(() -> FormatDetector.detect(file(several), DeclaredFormat.NOTHING));
    assertThat(open.rule()).isEqualTo("ambiguous_matrix");
    assertThat(open.message()).isEqualTo("expected one matrix; the file has [A, B]");
    var unknown =
        rejection(
            () ->
                FormatDetector.detect(file(several), DeclaredFormat.NOTHING.withMatrix("C", null)));
    assertThat(unknown.rule()).isEqualTo("unknown_matrix");
    assertThat(unknown.message()).isEqualTo("expected matrix 'C'; the file has [A, B]");
    var b = FormatDetector.detect(file(several), DeclaredFormat.NOTHING.withMatrix("B", null));
    assertThat(b.needsZones()).isTrue();
    assertThat(b.sentence()).isEqualTo("OMX (HDF5), matrix B of 2");
  }

  @Test
  void aFileThatChangesBetweenTheTwoPassesIsNotLoaded() throws Exception {
    var path = write(List.of("1011", "1012"), (row, cells) -> cells[row] = 3);
    var format = new OmxMatrix("auto_spits", null, null, RULES);
    var found = inspect(path, format);
    Files.write(path, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
    assertThatThrownBy(() -> load(path, format, found, CODES))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has changed since it was inspected");
  }

  @Test
  void bytesAreDigestedOnceForAllMatricesUnlessTheyMayHaveChanged() throws Exception {
    var path = write(List.of("1011", "1012"), (row, cells) -> cells[row] = 3);
    var digests = new FileDigests();
    var fresh = digests.of(file(path));
    // Written this second: it could have changed again at the same time.
    assertThat(digests.of(file(path))).isNotSameAs(fresh).isEqualTo(fresh);
    Files.setLastModifiedTime(path, FileTime.fromMillis(1_600_000_000_000L));
    var settled = digests.of(file(path));
    assertThat(digests.of(file(path))).isSameAs(settled);
    assertThat(settled).isEqualTo(fresh);
    Files.setLastModifiedTime(path, FileTime.fromMillis(1_600_000_001_000L));
    assertThat(digests.of(file(path))).isNotSameAs(settled);
    assertThat(
            Inspector.inspect(
                    file(path), new OmxMatrix("auto_spits", null, null, RULES), CODES, 1, digests)
                .sha256())
        .isEqualTo(settled.sha256());
  }
}
