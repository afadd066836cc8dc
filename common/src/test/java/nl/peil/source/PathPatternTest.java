package nl.peil.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.peil.model.Mode;
import nl.peil.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {

  private static final PathPattern TIMES =
      new PathPattern("reistijden/{scenario}/{year}/{mode}_{period}.csv*");

  @Test
  void namedPartsTakeTheirValuesFromTheName() {
    assertThat(TIMES.match("reistijden/basis/2022/ov_fiets_spits.csv.gz"))
        .hasValue(
            Map.of("scenario", "basis", "year", "2022", "mode", "ov_fiets", "period", "spits"));
    assertThat(TIMES.names()).containsExactly("scenario", "year", "mode", "period");
    assertThat(TIMES.isLiteral()).isFalse();
    assertThat(TIMES.glob()).isEqualTo("reistijden/*/*/*_*.csv*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reistijden/basis/2022/bus_spits.csv",
        "reistijden/basis/22/auto_spits.csv",
        "reistijden/a/b/2022/auto_spits.csv",
        "reistijden/basis/2022/auto_spits.csv/x",
        "reistijden/basis/2022/auto_nacht.csv",
        "x/reistijden/basis/2022/auto_spits.csv"
      })
  void whatDoesNotFitIsNoMatch(String path) {
    assertThat(TIMES.match(path)).isEmpty();
  }

  @Provide
  Arbitrary<Mode> modes() {
    return Arbitraries.of(Mode.class);
  }

  @Provide
  Arbitrary<Period> periods() {
    return Arbitraries.of(Period.class);
  }

  @Provide
  Arbitrary<String> scenarios() {
    return Arbitraries.strings().withChars("abz09_.-").ofMinLength(1).ofMaxLength(10);
  }

  @Property(tries = 200)
  void everyNameThatIsWrittenIsReadBack(
      @ForAll("scenarios") String scenario,
      @ForAll @IntRange(min = 1900, max = 2200) int year,
      @ForAll("modes") Mode mode,
      @ForAll("periods") Period period) {
    var name = "%s_%d_%s_%s.csv".formatted(scenario, year, mode.key(), period.key());
    assertThat(new PathPattern("{scenario}_{year}_{mode}_{period}.csv").match(name))
        .hasValue(
            Map.of(
                "scenario",
                scenario,
                "year",
                String.valueOf(year),
                "mode",
                mode.key(),
                "period",
                period.key()));
  }

  @Test
  void aPartThatComesTwiceHasOneValue() {
    var pattern = new PathPattern("{scenario}/{scenario}_{year}.csv");
    assertThat(pattern.names()).containsExactly("scenario", "year");
    assertThat(pattern.match("hoog/hoog_2040.csv"))
        .hasValue(Map.of("scenario", "hoog", "year", "2040"));
    assertThat(pattern.match("hoog/laag_2040.csv")).isEmpty();
  }

  @Test
  void aLiteralFitsItselfOnly() {
    var pattern = new PathPattern("banen/banen.pc4 (1).csv");
    assertThat(pattern.isLiteral()).isTrue();
    assertThat(pattern.match("banen/banen.pc4 (1).csv")).hasValue(Map.of());
    assertThat(pattern.match("banen/banenxpc4 (1).csv")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a/{jaar}.csv, jaar", "a/{Year}.csv, Year", "a/{scenario 1}.csv, scenario 1"})
  void anUnknownPartIsNamedWithTheKnownOnes(String text, String part) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PathPattern(text))
        .withMessageContaining("{" + part + "}")
        .withMessageContaining(text)
        .withMessageContaining("scenario, service, year");
  }
}
