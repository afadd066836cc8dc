package nl.peil.source.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneCodesTest {

  private static int find(ZoneCodes codes, String text) {
    byte[] bytes = ("12" + text + "34").getBytes(StandardCharsets.UTF_8);
    return codes.find(bytes, 2, bytes.length - 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000",
        "1000",
        "99999",
        "101",
        "10111",
        "01011",
        "1011x",
        "x",
        "",
        " ",
        "\"\"",
        "-1011",
        "1011.0",
        "9999999999"
      })
  void doesNotKnowWhatWasNotDelivered(String code) {
    var codes = ZoneCodes.of(Map.of("1011", 1011, "9999", 9999));
    assertThat(find(codes, code)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999", " 9999", "9999 ", "\"9999\"", " \" 9999 \" ", "\t9999"})
  void blanksAndQuotesAroundACodeDoNotCount(String text) {
    assertThat(find(ZoneCodes.of(Map.of("1011", 1011, "9999", 9999)), text)).isEqualTo(9999);
  }

  @Test
  void leadingZerosBelongToTheCode() {
    var codes =
        ZoneCodes.of(Map.of("0123", 1, "123", 2, "0", 3, "00", 4, "00000123", 5, "12345678", 6));
    assertThat(find(codes, "0123")).isEqualTo(1);
    assertThat(find(codes, "123")).isEqualTo(2);
    assertThat(find(codes, "0")).isEqualTo(3);
    assertThat(find(codes, "00")).isEqualTo(4);
    assertThat(find(codes, "00000123")).isEqualTo(5);
    assertThat(find(codes, "12345678")).isEqualTo(6);
    assertThat(find(codes, "000123")).isEqualTo(-1);
    assertThat(find(ZoneCodes.of(Map.of("123", 2)), "0123")).isEqualTo(-1);
  }

  @Property(tries = 200)
  void findsEveryCodeAndNoOther(
      @ForAll @Size(min = 1, max = 60)
          Map<@NumericChars @AlphaChars @StringLength(min = 1, max = 8) String, Integer> drawn,
      @ForAll @NumericChars @AlphaChars @StringLength(max = 8) String other)
      throws Exception {
    var zones = new TreeMap<String, Integer>();
    drawn.forEach((code, zone) -> zones.put(code, zone & Integer.MAX_VALUE));
    for (var codes : new ZoneCodes[] {ZoneCodes.of(zones), copy(ZoneCodes.of(zones))}) {
      zones.forEach((code, zone) -> assertThat(find(codes, code)).isEqualTo(zone));
      assertThat(find(codes, other)).isEqualTo(zones.getOrDefault(other, -1));
      for (int i = 1; i < codes.size(); i++) {
        assertThat(codes.zone(i)).isGreaterThan(codes.zone(i - 1));
      }
    }
  }

  @Test
  void codesOfOneZoneShareItsPosition() {
    var codes = ZoneCodes.of(Map.of("GM0363", 363, "Amsterdam Zuid", 363, "caf\u00e9", 7));
    assertThat(codes.size()).isEqualTo(2);
    assertThat(find(codes, "Amsterdam Zuid")).isEqualTo(363);
    assertThat(find(codes, "GM0363")).isEqualTo(363);
    assertThat(find(codes, "caf\u00e9")).isEqualTo(7);
    assertThat(find(codes, "gm0363")).isEqualTo(-1);
  }

  @Test
  void refusesCodesThatCannotBeMeant() {
    assertThatThrownBy(() -> ZoneCodes.of(Map.of())).hasMessageContaining("read the zones first");
    assertThatThrownBy(() -> ZoneCodes.of(Map.of(" ", 1))).hasMessageContaining("got ' ' = 1");
    assertThatThrownBy(() -> ZoneCodes.of(Map.of("a", -1))).hasMessageContaining("'a' = -1");
    assertThatThrownBy(() -> ZoneCodes.of(Map.of("a", 1, "a ", 2)))
        .hasMessageContaining("code 'a' means zone");
  }

  private static ZoneCodes copy(ZoneCodes codes) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(codes);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (ZoneCodes) in.readObject();
    }
  }
}
