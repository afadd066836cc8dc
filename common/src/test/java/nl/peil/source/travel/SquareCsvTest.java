package nl.peil.source.travel;

import static nl.peil.source.travel.TravelText.CODES;
import static nl.peil.source.travel.TravelText.bytes;
import static nl.peil.source.travel.TravelText.gzip;
import static nl.peil.source.travel.TravelText.linesByRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.peil.quality.Finding;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.travel.TravelText.Trip;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matrices without keys: what is read of them, and what makes them useless. */
class SquareCsvTest {

  private static final ZoneOrder THREE = ZoneOrder.of("zones.csv", List.of("1011", "1012", "1013"));
  private static final SquareCsv FORMAT = new SquareCsv(',', false, THREE, TimeRules.STRICT);

  private static SquareCsv with(TimeRules rules) {
    return new SquareCsv(',', false, THREE, rules);
  }

  private static Inspection inspect(byte[] bytes, SquareCsv format) throws Exception {
    return Inspector.inspect(new ByteArrayInputStream(bytes), "auto.csv", format, CODES, 1 << 20);
  }

  private static List<Trip> load(byte[] bytes, SquareCsv format) throws Exception {
    var found = inspect(bytes, format);
    var file = new InspectedFile("file:/auto.csv", format, found);
    return TravelText.load(bytes, TravelPart.of(file), CODES).stream()
        .flatMap(List::stream)
        .toList();
  }

  private static Finding rejection(ThrowingCallable reading) {
    return catchThrowableOfType(RejectedFileException.class, reading).finding();
  }

  private static Finding rejection(String text) {
    return rejection(() -> inspect(bytes(text), FORMAT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0,3,2\n2,0,5\n3,5,0\n",
        "\uFEFF0,3,2\r\n2,0,5\r\n3,5,0",
        "\n0,3,2,\n2,0,5,\n3,5,0,\n\n",
        "zone a,\"zone, b\",zone c\n0,3.0,2\n \"2\" ,0, 5\n3,5e0,0\n",
      })
  void rowsAreOriginsAndColumnsDestinations(String text) throws Exception {
    var expected =
        List.of(
            Trip.of(1011, 1011, 0),
            Trip.of(1011, 1012, 3),
            Trip.of(1011, 1013, 2),
            Trip.of(1012, 1011, 2),
            Trip.of(1012, 1012, 0),
            Trip.of(1012, 1013, 5),
            Trip.of(1013, 1011, 3),
            Trip.of(1013, 1012, 5),
            Trip.of(1013, 1013, 0));
    assertThat(load(bytes(text), FORMAT)).isEqualTo(expected);
    assertThat(load(gzip(text), FORMAT)).isEqualTo(expected);
    assertThat(inspect(bytes(text), FORMAT).sorted()).isTrue();
    assertThat(inspect(bytes(text), FORMAT).intake().findings().stream().map(Finding::rule))
        .isEqualTo(text.contains("\r") ? List.of("bom_crlf") : List.of());
  }

  @Test
  void badValuesAreSetAsideOneByOneAndSayWhereTheyStand() throws Exception {
    var found = inspect(bytes("a,b,c\n0,x,2\n-3,0,\n3,2000,9999\n"), FORMAT);
    assertThat(linesByRule(found))
        .isEqualTo(
            Map.of(
                "bad_number", List.of(2L, 3L),
                "negative_time", List.of(3L),
                "time_too_long", List.of(4L, 4L)));
    assertThat(found.rowsLoaded()).isEqualTo(4);
    assertThat(found.intake().quarantined().get(0).raw())
        .isEqualTo("origin 1011, destination 1012 (value 2 of the line): 'x'");
  }

  @Test
  void whatIsDeclaredUnreachableIsCountedAndNotLoaded() throws Exception {
    byte[] text = bytes("0,9999,2\n,0,nan\n3,5,0\n");
    var coded = inspect(text, with(new TimeRules(List.of(9999f), false, 1440)));
    assertThat(coded.rowsUnreachable()).isEqualTo(1);
    assertThat(linesByRule(coded)).isEqualTo(Map.of("bad_number", List.of(2L, 2L)));
    var blank = inspect(text, with(new TimeRules(List.of(9999f), true, 1440)));
    assertThat(blank.rowsUnreachable()).isEqualTo(3);
    assertThat(blank.rowsQuarantined()).isZero();
  }

  @Test
  void theWrongNumberOfValuesOrLinesMakesTheMatrixUseless() {
    var few = rejection("0,3,2\n2,0\n3,5,0\n");
    assertThat(few.rule()).isEqualTo("wrong_matrix_size");
    assertThat(few.file()).isEqualTo("auto.csv");
    assertThat(few.line()).isEqualTo(2);
    assertThat(few.message())
        .isEqualTo("expected 3 values, one for each zone of zones.csv, came 2");
    assertThat(rejection("1011,0,3,2\n1012,2,0,5\n1013,3,5,0\n").advice()).contains("zone code");
    assertThat(rejection("0;3;2\n2;0;5\n3;5;0\n").advice()).contains("declare the delimiter");
    assertThat(rejection("0,3,5,2,5\n2,5,0,5\n3,5,0\n").advice()).contains("decimal commas");
    assertThat(rejection("0,3,2\n2,\"0,5\n3,5,0\n").message()).contains("not closed");

    var cut = rejection("0,3,2\n2,0,5\n");
    assertThat(cut.message()).isEqualTo("expected 3 lines, one for each zone of zones.csv, came 2");
    var more = rejection("0,3,2\n2,0,5\n3,5,0\n1,1,1\n");
    assertThat(more.line()).isEqualTo(4);
    assertThat(more.message()).contains("came more");
    var gap = rejection("0,3,2\n\n2,0,5\n3,5,0\n");
    assertThat(gap.line()).isEqualTo(2);
    assertThat(gap.message()).contains("an empty one");
    assertThat(rejection("a,b,c\n").message()).contains("a header and nothing else");
    assertThat(rejection("").rule()).isEqualTo("empty_file");
    assertThat(rejection("\n\n").rule()).isEqualTo("empty_file");
  }

  @Test
  void theAdviceOfLongFilesIsGivenHereToo() throws Exception {
    var format = new SquareCsv(';', false, THREE, TimeRules.STRICT);
    var found = inspect(bytes("0;3,5;2,5\n2,5;0;5,5\n3,5;5,5;0\n"), format);
    assertThat(rejection(() -> found.close(0.1)).advice()).contains("declare the decimal comma");
    assertThatThrownBy(() -> new SquareCsv(',', true, THREE, TimeRules.STRICT))
        .hasMessageContaining("both delimiter and decimal mark");
  }

  @Test
  void aLineOfAMillionCharactersIsALineOfAMatrix() throws Exception {
    int zones = 150_000;
    var codes = IntStream.range(0, zones).mapToObj(i -> "z" + i).toList();
    var order = ZoneOrder.of("veel.csv", codes);
    var line = "12.345678,".repeat(zones - 1) + "12\n";
    var finding =
        rejection(() -> inspect(bytes(line), new SquareCsv(',', false, order, TimeRules.STRICT)));
    assertThat(finding.message())
        .isEqualTo("expected 150,000 lines, one for each zone of veel.csv, came 1");
  }

  @Test
  void partsStartAtLinesAndHoldWholeOrigins() throws Exception {
    byte[] text = bytes("kop,regel,x\n0,3,2\n2,0,5\n3,5,0\n");
    var found = Inspector.inspect(new ByteArrayInputStream(text), "a", FORMAT, CODES, 1);
    assertThat(found.splits())
        .containsExactly(new Split(12, 18, 2, 3), new Split(18, 24, 3, 3), new Split(24, 30, 4, 3));
    var parts = TravelPart.of(new InspectedFile("file:/a", FORMAT, found));
    assertThat(TravelText.load(text, parts, CODES).get(1))
        .containsExactly(Trip.of(1012, 1011, 2), Trip.of(1012, 1012, 0), Trip.of(1012, 1013, 5));
  }

  @Test
  void aMatrixThatChangedIsAnError() throws Exception {
    var found = inspect(bytes("0,3,2\n2,0,5\n3,5,0\n"), FORMAT);
    var parts = TravelPart.of(new InspectedFile("file:/a", FORMAT, found));
    assertThatThrownBy(() -> TravelText.load(bytes("0,3,2\n2,0,5,\n3,50\n\n"), parts, CODES))
        .hasCauseInstanceOf(IOException.class)
        .hasMessageContaining("has changed since it was inspected");
  }

  @ParameterizedTest
  @CsvSource({
    "1011/1012/1013/,",
    "zone/1011/1012/1013,",
    "pc4/1011//1012/1013,",
    "naam;pc4/a;1011/b;1012/c;1013/,pc4",
  })
  void zoneListsAreRead(String text, String column) throws Exception {
    var lines = "\uFEFF" + text.replace('/', '\n');
    for (var bytes : List.of(bytes(lines), gzip(lines))) {
      var order = ZoneOrder.read(new ByteArrayInputStream(bytes), "z.csv", column);
      assertThat(order).isEqualTo(ZoneOrder.of("z.csv", List.of("1011", "1012", "1013")));
    }
  }

  @Test
  void zoneListsThatCannotBeMeantAreRefused() {
    assertThat(rejection(() -> ZoneOrder.read(in("a,1\nb,2\n"), "z.csv", null)).advice())
        .contains("name the column");
    assertThat(rejection(() -> ZoneOrder.read(in("a,zone\n1,7\n2,\n"), "z.csv", "zone")).line())
        .isEqualTo(3);
    assertThat(rejection(() -> ZoneOrder.read(in("zone\n"), "z.csv", null)).rule())
        .isEqualTo("empty_file");
    var twice = ZoneOrder.of("z.csv", List.of("1011", "1012", " 1011"));
    var finding =
        rejection(
            () -> inspect(bytes("0,1,2\n"), new SquareCsv(',', false, twice, TimeRules.STRICT)));
    assertThat(finding.rule()).isEqualTo("zone_listed_twice");
    assertThat(finding.message()).contains("number 1 and 3");
  }

  @Test
  void withoutAListRowsAreZonesOneToNAndNoOtherOrderIsGuessed() throws Exception {
    var numbers = IntStream.rangeClosed(1, 12).mapToObj(String::valueOf).sorted().toList();
    assertThat(ZoneOrder.numbered(numbers, "m").codes())
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
    var other = rejection(() -> ZoneOrder.numbered(List.of("1011", "1012"), "m.csv"));
    assertThat(other.rule()).isEqualTo("no_zone_list");
    assertThat(other.advice()).contains("zone_list");
    assertThat(rejection(() -> ZoneOrder.numbered(List.of("1", "3"), "m.csv")).rule())
        .isEqualTo("no_zone_list");
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(bytes(text));
  }
}
