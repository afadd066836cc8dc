package nl.peil.source.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A fourth column keeps rows from being read in one go: the verdicts must be the same. */
class PlainRowTest {

  private static final ZoneCodes CODES =
      ZoneCodes.of(Map.of("1011", 1011, "1012", 1012, "7", 7, "0123", 9, "999999", 999999));

  private static final List<String> ZONE_TEXTS =
      List.of(
          "1011", "1012", "7", "0123", "123", "999999", "9999999", "", " 7", "\"7\"", "x", "-7");

  private static final List<String> TIMES =
      List.of(
          "6.7",
          "0",
          "0.0",
          "05.6",
          ".5",
          "5.",
          ".",
          "",
          "-1",
          "-0.0",
          "1440",
          "1440.1",
          "16777217",
          "1234567.8",
          "0.1234567",
          "999.12345",
          "1e1",
          "+3",
          "6,7",
          "nan",
          " 8.5",
          "\"9.5\"",
          "99999999999999",
          "12345678901234.1234567",
          "6.7\r",
          "6.7 ");

  private static List<String> read(String text, LongCsv format) throws Exception {
    var rows = new ArrayList<String>();
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var scanner = Cursors.scanner(new ByteArrayInputStream(bytes), format, 0, 0);
    assertThat(scanner.next()).isTrue();
    try (var cursor = Cursors.ofContent(scanner, format, CODES, "x.csv")) {
      while (cursor.next()) {
        var verdict = cursor.verdict;
        rows.add(
            cursor.line()
                + " "
                + verdict
                + (verdict == Verdict.GOOD
                    ? " %d %d %s".formatted(cursor.origin, cursor.destination, cursor.minutes)
                    : ""));
      }
      rows.add("lines " + cursor.line());
    }
    return rows;
  }

  @Test
  void aRowReadInOneGoIsTheRowThatTheScannerReads() throws Exception {
    var random = new Random(20261121);
    var plain = new StringBuilder("van,naar,min\n");
    var other = new StringBuilder("van,naar,min,rest\n");
    for (int i = 0; i < 60_000; i++) {
      // One field in a row is strange at most: most rows are plain.
      int strange = random.nextInt(6);
      var from = strange == 0 ? ZONE_TEXTS.get(random.nextInt(ZONE_TEXTS.size())) : "1011";
      var to = strange == 1 ? ZONE_TEXTS.get(random.nextInt(ZONE_TEXTS.size())) : "1012";
      var time =
          strange == 2
              ? TIMES.get(random.nextInt(TIMES.size()))
              : random.nextInt(15_000) / 10 + "." + random.nextInt(10);
      if (time.endsWith("\r")) {
        plain.append(from).append(',').append(to).append(',').append(time).append('\n');
        other.append(from).append(',').append(to).append(',');
        other.append(time, 0, time.length() - 1).append(",\r\n");
      } else {
        plain.append(from).append(',').append(to).append(',').append(time).append('\n');
        other.append(from).append(',').append(to).append(',').append(time).append(",\n");
      }
      if (strange == 3 && i % 50 == 0) {
        plain.append('\n');
        other.append('\n');
      }
    }
    var format = LongCsv.of("van", "naar", "min");
    var rows = read(plain.toString(), format);
    // "6,7" is a field more: wrong in both.
    assertThat(rows).isEqualTo(read(other.toString(), format));
    assertThat(rows.stream().filter(row -> row.contains("GOOD")).count())
        .isBetween(40_000L, 58_000L);
  }

  @Test
  void aMarkThatIsTheDelimiterEndsTheField() throws Exception {
    var format = LongCsv.of("van", "naar", "min").withDecimalComma();
    assertThat(
            read(
                "van,naar,min\n1011,1012,6,7\n1011,1012,\"6,7\"\n" + "1011,1012,8\n".repeat(9),
                format))
        .startsWith("2 WRONG_FIELD_COUNT", "3 GOOD 2 3 6.7", "4 GOOD 2 3 8.0")
        .endsWith("lines 12");
  }
}
