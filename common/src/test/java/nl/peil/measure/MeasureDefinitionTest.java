package nl.peil.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.peil.measure.decay.Exponential;
import nl.peil.measure.decay.LogLogistic;
import nl.peil.model.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureDefinitionTest {

  private static final Binding WALK =
      new Binding(Mode.LOPEN, "huisarts", OptionalDouble.empty(), Map.of());
  private static final Binding CAR =
      new Binding(
          Mode.AUTO,
          "huisarts",
          OptionalDouble.of(15),
          Map.of("pbl", new LogLogistic(-8.65786, 2.492099, 0.011641)));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "nearest(2); nearest_2; min",
        "cumulative(30); within_30; opportunities",
        "cumulative(30.0); within_30; opportunities",
        "' cumulative( 12.5 ) '; within_12.5; opportunities",
        "cumulative(100); within_100; opportunities",
        "cumulative(norm); within_norm; opportunities",
        "gravity(pbl); gravity_pbl; opportunities",
        "gravity(exponential,0.1); gravity_exponential_0.1; opportunities",
        "'gravity(exponential, 0.10)'; gravity_exponential_0.1; opportunities",
        "gravity(exponential,0.00001); gravity_exponential_0.00001; opportunities",
        "gravity(linear,60); gravity_linear_60; opportunities",
        "gravity(binary,30); gravity_binary_30; opportunities",
      })
  void hasTheNameAndUnitOfItsMeasure(String text, String name, String unit) {
    var definition = MeasureDefinition.parse(text);
    assertThat(definition.name()).isEqualTo(name);
    assertThat(definition.unit()).isEqualTo(unit);
    assertThat(definition.bind(CAR))
        .hasValueSatisfying(
            measure -> {
              assertThat(measure.name()).isEqualTo(name);
              assertThat(measure.unit()).isEqualTo(unit);
            });
  }

  private static Measure measure(Optional<Stage> bound) {
    return (Measure) bound.orElseThrow();
  }

  @Test
  void takesNormAndCurveFromTheBinding() {
    var reach = Reach.of(new float[] {15f, 15.1f, 30f}, new double[] {1, 2, 4});
    assertThat(measure(MeasureDefinition.parse("cumulative(norm)").bind(CAR)).value(reach))
        .isEqualTo(1);
    var curve = MeasureDefinition.parse("gravity(steep)");
    var steep =
        new Binding(
            Mode.AUTO, "bo", OptionalDouble.empty(), Map.of("steep", new Exponential(1000)));
    assertThat(measure(curve.bind(steep)).value(reach)).isZero();
    assertThat(curve.curve()).contains("steep");
    assertThat(MeasureDefinition.parse("gravity(linear,60)").curve()).isEmpty();
  }

  @Test
  void isNotBoundWithoutTheNormOrCurveItNeeds() {
    assertThat(MeasureDefinition.parse("cumulative(norm)").bind(WALK)).isEmpty();
    assertThat(MeasureDefinition.parse("gravity(pbl)").bind(WALK)).isEmpty();
    assertThat(MeasureDefinition.parse("cumulative(30)").bind(WALK)).isPresent();
    assertThat(MeasureDefinition.parse("nearest(1)").bind(WALK)).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "nearest | 8 | expected '('",
        "nearest(1 | 10 | expected ')'",
        "nearest(1) x | 11 | expected nothing after ')'",
        "nearest() | 9 | expected an argument before ')'",
        "gravity(exponential,,1) | 21 | expected an argument before ','",
        "within(30) | 1 | 'within' is not a known measure; known are nearest(k), cost_to_reach(k), cumulative(T)",
        "(30) | 1 | '' is not a known measure",
        "\"  within(30)\" | 3 | 'within' is not a known measure",
        "nearest(0) | 9 | whole number of 1 or more",
        "nearest(1.5) | 9 | whole number of 1 or more",
        "nearest(99999999999) | 9 | whole number of 1 or more",
        "nearest(1,2) | 11 | an argument too many: write nearest(k)",
        "cumulative(norms) | 12 | expected norm, or T in minutes as a number",
        "cumulative(-5) | 12 | expected norm, or T in minutes as a number",
        "cumulative(1e3) | 12 | as a number",
        "gravity(Pbl) | 9 | 'Pbl' is not a known decay; write gravity(curve), gravity(exponential,b)",
        "gravity(expo,0.1) | 9 | 'expo' is not a known decay",
        "gravity(exponential) | 20 | an argument is missing: write gravity(exponential,b)",
        "gravity(exponential,0) | 21 | b must be more than 0, but is 0.0",
        "gravity(linear,60,1) | 19 | an argument too many: write gravity(linear,T)",
      })
  void saysWhereATextGoesWrong(String text, int character, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeasureDefinition.parse(text))
        .withMessageContaining("measure '" + text + "', character " + character + ": ")
        .withMessageContaining(problem);
  }

  @Test
  void everyFormIsFoundByItsOwnExamples() {
    assertThat(MeasureDefinition.forms())
        .isNotEmpty()
        .allSatisfy(
            form ->
                assertThat(form.examples())
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(text).startsWith(form.keyword() + "("))
                    .allSatisfy(
                        text -> assertThat(MeasureDefinition.parse(text).bind(CAR)).isPresent()));
  }
}
