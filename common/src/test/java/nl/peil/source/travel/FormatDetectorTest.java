package nl.peil.source.travel;

import static nl.peil.source.travel.TravelText.bytes;
import static nl.peil.source.travel.TravelText.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import nl.peil.quality.Finding;
import nl.peil.quality.RejectedFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the first bytes and lines of a file tell. */
class FormatDetectorTest {

  private static DetectedFormat detect(byte[] bytes, DeclaredFormat declared) throws Exception {
    return FormatDetector.detect(new ByteArrayInputStream(bytes), "tijden", declared);
  }

  private static DetectedFormat detect(byte[] bytes) throws Exception {
    return FormatDetector.detect(new ByteArrayInputStream(bytes), "tijden");
  }

  private static Finding rejection(byte[] bytes, DeclaredFormat declared) {
    return catchThrowableOfType(RejectedFileException.class, () -> detect(bytes, declared))
        .finding();
  }

  private static Finding rejection(byte[] bytes) {
    return rejection(bytes, DeclaredFormat.NOTHING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "herkomst,bestemming,reistijd/1,2,3.5 ! long CSV, delimiter ',', decimal point,"
            + " origin=herkomst, destination=bestemming, minutes=reistijd",
        "from_id,to_id,travel_time_p50/a,b,3 ! long CSV, delimiter ',', decimal point,"
            + " origin=from_id, destination=to_id, minutes=travel_time_p50",
        "Van;Naar;Tijd;km/1;2;3,5;4 ! long CSV, delimiter ';', decimal comma,"
            + " origin=Van, destination=Naar, minutes=Tijd, km=km",
        "i|j|cost|cost of it/1|2|3|4 ! long CSV, delimiter '|', decimal point,"
            + " origin=i, destination=j, minutes=cost",
        "o,d,minutes/1,2,\"12,5\" ! long CSV, delimiter ',', decimal comma,"
            + " origin=o, destination=d, minutes=minutes",
        "naam, bestemming,herkomst,REISTIJD ! long CSV, delimiter ',', decimal point,"
            + " origin=herkomst, destination=bestemming, minutes=REISTIJD",
        "0,3,2/2,0,5/3,5,0 ! square CSV, delimiter ',', decimal point",
        "0;3,5;2/2;0;5/3;5;0 ! square CSV, delimiter ';', decimal comma",
        "0;3.5;2/2;0;5/3;5;0 ! square CSV, delimiter ';', decimal point",
        "0,,2/2,0,5/3,5,0 ! square CSV, delimiter ',', decimal point",
        "0.5,nan/2e1,0 ! square CSV, delimiter ',', decimal point",
        "0\t7/7\t0 ! square CSV, delimiter tab, decimal point",
      })
  void textIsTold(String lines, String sentence) throws Exception {
    var text = lines.replace('/', '\n').replace("\\t", "\t");
    assertThat(detect(bytes(text)).sentence()).isEqualTo(sentence);
    var marked = "\uFEFF" + text.replace("\n", "\r\n") + "\r\n";
    assertThat(detect(bytes(marked)).sentence()).isEqualTo(sentence);
    assertThat(detect(gzip(text)).sentence())
        .isEqualTo(sentence.replace(" CSV,", " CSV, gzip,"))
        .contains("gzip");
  }

  @Test
  void bytesTellOfBinaryFiles() throws Exception {
    byte[] hdf5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n', 0, 0};
    assertThat(detect(hdf5).kind()).isEqualTo(FormatKind.OMX);
    var behindUserBlock = new byte[2048];
    System.arraycopy(hdf5, 0, behindUserBlock, 1024, hdf5.length);
    assertThat(detect(behindUserBlock).kind()).isEqualTo(FormatKind.OMX);
    assertThat(detect(bytes("PAR1....")).kind()).isEqualTo(FormatKind.PARQUET);
    assertThat(rejection(gzip("PAR1....")).advice()).contains("unpack");
    assertThat(rejection(bytes("PK\u0003\u0004...")).message()).contains("zip or Excel");
    assertThat(rejection("van,naar,tijd\n".getBytes(StandardCharsets.UTF_16LE)).message())
        .contains("UTF-16");
  }

  @Test
  void nothingIsTakenForSomething() throws Exception {
    assertThat(rejection(new byte[0]).rule()).isEqualTo("empty_file");
    assertThat(rejection(bytes("\uFEFF\n\r\n")).rule()).isEqualTo("empty_file");
    byte[] packed = gzip("van,naar,tijd\n");
    assertThat(rejection(Arrays.copyOf(packed, packed.length / 2)).rule()).isEqualTo("broken_gzip");
  }

  @Test
  void whatCanBeTakenInTwoWaysIsAnError() {
    var pairsWithoutHeader = rejection(bytes("1,2,3\n1,3,4\n2,1,5\n2,3,6\n"));
    assertThat(pairsWithoutHeader.rule()).isEqualTo("ambiguous_format");
    assertThat(pairsWithoutHeader.line()).isEqualTo(1);
    assertThat(pairsWithoutHeader.message()).contains("3 numbers and 3 lines follow");
    assertThat(pairsWithoutHeader.advice()).contains("format = long_csv").contains("square_csv");

    var names = rejection(bytes("a,b,c\n1,2,3\n"));
    assertThat(names.rule()).isEqualTo("ambiguous_format");
    assertThat(names.message()).contains("'a,b,c'");

    var twoTimes = rejection(bytes("van,naar,tijd,cost\n1,2,3,4\n"));
    assertThat(twoTimes.rule()).isEqualTo("ambiguous_column");
    assertThat(twoTimes.message()).contains("minutes").contains("[tijd, cost]");

    var noTime = rejection(bytes("van,naar,wachttijd\n1,2,3\n"));
    assertThat(noTime.rule()).isEqualTo("missing_column");
    assertThat(noTime.message()).contains("[minutes]").contains("wachttijd");
  }

  @Test
  void whatIsDeclaredIsNotDetected() throws Exception {
    var columns = Map.of("minutes", "cost");
    var declared = new DeclaredFormat(null, null, null, columns);
    assertThat(detect(bytes("van,naar,tijd,cost\n1,2,3,4\n"), declared).columns())
        .isEqualTo(Map.of("origin", "van", "destination", "naar", "minutes", "cost"));

    var square = new DeclaredFormat(FormatKind.SQUARE_CSV, null, null, Map.of());
    var header = detect(bytes("a;b;c\n0;1,5;2\n"), square);
    assertThat(header.sentence()).isEqualTo("square CSV, delimiter ';', decimal comma");

    var dialect = new DeclaredFormat(null, ';', false, Map.of());
    assertThat(detect(bytes("van;naar;tijd\n1;2;3,5\n"), dialect).decimalComma()).isFalse();

    var parquet = new DeclaredFormat(FormatKind.PARQUET, null, null, Map.of());
    assertThat(rejection(bytes("van,naar,tijd\n"), parquet).rule()).isEqualTo("unknown_format");
    assertThat(rejection(bytes("PAR1"), square).message()).contains("the file is Parquet");
  }

  @Test
  void aMatrixLargerThanTheHeadIsToldByIt() throws Exception {
    var line = "12.5,".repeat(4999) + "12.5\n";
    assertThat(detect(bytes(line.repeat(60))).kind()).isEqualTo(FormatKind.SQUARE_CSV);
    var pairs = "1,2,3.5\n".repeat(200_000);
    assertThat(rejection(bytes(pairs)).message()).contains("3 numbers and more than 131,0");
  }
}
