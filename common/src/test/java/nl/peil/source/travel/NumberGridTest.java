package nl.peil.source.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import nl.peil.quality.RejectedFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberGridTest {

  private static NumberGrid read(byte[] bytes) throws IOException, RejectedFileException {
    return NumberGrid.read(new ByteArrayInputStream(bytes), "a.csv", "ikob");
  }

  private static NumberGrid read(String text) throws IOException, RejectedFileException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2.5\n3,-4\n",
        "1,2.5\r\n3,-4",
        "a,b\n1,2.5\n3,-4\n",
        "\uFEFFa,b\r\n1,2.5\r\n3,-4\r\n",
        "\uFEFF1,2.5\n3,-4\n",
        "\n1,2.5\n\n3,-4\n\n",
        "\"a\",\"b\"\n\"1\",\"2.5\"\n3,-4\n"
      })
  void readsNumbersHoweverTheyAreWritten(String text) throws Exception {
    assertThat(read(text).rows()).isDeepEqualTo(new double[][] {{1, 2.5}, {3, -4}});
  }

  @Test
  void readsGzip() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("1,2\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(packed.toByteArray()).rows()).isDeepEqualTo(new double[][] {{1, 2}});
    assertThatThrownBy(() -> read(new byte[] {0x1F, (byte) 0x8B, 0, 0, 0, 0, 0, 0, 0, 0, 0}))
        .isInstanceOf(RejectedFileException.class)
        .hasMessageContaining("gzip");
  }

  @Test
  void aVectorIsOneRowOrOneColumn() throws Exception {
    assertThat(read("1,2,3\n").vector()).containsExactly(1, 2, 3);
    assertThat(read("cars\n1\n2\n3\n").vector()).containsExactly(1, 2, 3);
    assertThat(read("cars\n1\n2\n3\n").line(2)).isEqualTo(4);
    assertThat(read("1\n2\n3\n").line(2)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | a.csv [empty_file] expected rows of numbers, the file is empty",
        "a,b | a.csv [empty_file] expected rows of numbers, there is only a header",
        "1,2;3 | a.csv:2 [wrong_row_length] expected 2 numbers as in the first row, came 1",
        "1,2;3,4,5 | a.csv:2 [wrong_row_length] expected 2 numbers as in the first row, came 3",
        "a,b;1,2;3,x | a.csv:3 [not_a_number] expected a number in column 2, came 'x'",
        "1,NaN | a.csv:1 [not_a_number] expected a number in column 2, came 'NaN'",
        "1,1e999 | a.csv:1 [not_a_number] expected a number in column 2, came '1e999'",
        "1, | a.csv:1 [not_a_number] expected a number in column 2, came ''"
      })
  void saysWhatIsWrongAndWhere(String text, String message) {
    assertThatThrownBy(() -> read(text.replace(';', '\n')))
        .isInstanceOf(RejectedFileException.class)
        .hasMessageContaining(message);
  }
}
