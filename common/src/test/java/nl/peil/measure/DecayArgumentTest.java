package nl.peil.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalDouble;
import nl.peil.measure.decay.Binary;
import nl.peil.measure.decay.CutOff;
import nl.peil.measure.decay.Decay;
import nl.peil.measure.decay.DecayFamily;
import nl.peil.measure.decay.DecayParameterException;
import nl.peil.measure.decay.Exponential;
import nl.peil.measure.decay.Gaussian;
import nl.peil.measure.decay.Ikob;
import nl.peil.measure.decay.Linear;
import nl.peil.measure.decay.LogLogistic;
import nl.peil.measure.decay.Logistic;
import nl.peil.measure.decay.Power;
import nl.peil.measure.decay.ScaledPower;
import nl.peil.model.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecayArgumentTest {

  private static final Binding NOTHING =
      new Binding(Mode.LOPEN, "huisarts", OptionalDouble.empty(), Map.of());
  private static final Binding PBL =
      new Binding(
          Mode.AUTO, "huisarts", OptionalDouble.empty(), Map.of("pbl", new Exponential(0.1)));

  private static DecayArgument read(String decay) {
    return DecayArgument.read(MeasureText.parse("gravity(" + decay + ")"), 0);
  }

  private static Decay decay(String text) {
    return read(text).decay(NOTHING).orElseThrow();
  }

  @Test
  void makesTheDecayThatIsWritten() {
    assertThat(decay("exponential,0.1")).isEqualTo(new Exponential(0.1));
    assertThat(decay("linear,60")).isEqualTo(new Linear(60));
    assertThat(decay("binary,30")).isEqualTo(new Binary(30));
    assertThat(decay("power,0.5")).isEqualTo(new Power(0.5));
    assertThat(decay("logistic,30,10")).isEqualTo(new Logistic(30, 10));
    assertThat(decay("gaussian,20")).isEqualTo(new Gaussian(20));
    assertThat(decay("ikob,0.125,45,0.96")).isEqualTo(new Ikob(0.125, 45, 0.96));
    assertThat(decay("pbl,-8.65,2.49,0.0116")).isEqualTo(new LogLogistic(-8.65, 2.49, 0.0116));
    assertThat(decay("scaled_power,20,-2,1")).isEqualTo(new ScaledPower(20, -2, 1));
    assertThat(decay("power,1,max=61")).isEqualTo(new CutOff(new Power(1), 61));
    assertThat(decay(" linear , 60 , max = 45.5 ")).isEqualTo(new CutOff(new Linear(60), 45.5));
  }

  @Test
  void makesTheStepsThatAreWritten() {
    var stepped = decay("stepped,10:0.67,20:0.33,30:0");
    var within = decay("step_within, 20:1 , 40 : 0.68,60:0.22");
    var points = decay("points,0:1,30:0.4,60:0,max=45");
    assertThat(stepped.at(10)).isEqualTo(0.67);
    assertThat(stepped.at(29.9)).isEqualTo(0.33);
    assertThat(stepped.at(30)).isZero();
    assertThat(within.at(20)).isEqualTo(1);
    assertThat(within.at(40)).isEqualTo(0.68);
    assertThat(within.at(60)).isEqualTo(0.22);
    assertThat(points.at(15)).isCloseTo(0.7, within(1e-15));
    assertThat(points.at(45)).isCloseTo(0.2, within(1e-15));
    assertThat(points.at(45.1)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "exponential,0.1; exponential_0.1",
        "exponential,0.10; exponential_0.1",
        "linear,60; linear_60",
        "linear,60.0; linear_60",
        "binary,30; binary_30",
        "power,1,max=61; power_1_max_61",
        "power,1, max = 61.50; power_1_max_61.5",
        "stepped,10:0.67,20:0.33,30:0; stepped_10_0.67_20_0.33_30_0",
        "step_within,20:1,max=10; step_within_20_1_max_10",
        "points,0:1,60:0; points_0_1_60_0",
        "pbl,-8.65,2.49,0.0116; pbl_-8.65_2.49_0.0116",
        "scaled_power,60,1,1; scaled_power_60_1_1",
        "scaled_power,60,-0.5,1; scaled_power_60_-0.5_1",
        "pbl; pbl",
        "pbl,max=60; pbl_max_60",
        "my_curve2; my_curve2",
      })
  void hasTheNameThatStandsInMeasures(String text, String name) {
    assertThat(read(text).name()).isEqualTo(name);
    assertThat(MeasureDefinition.parse("gravity(" + text + ")").name())
        .isEqualTo("gravity_" + name);
  }

  @Test
  void aCurveComesWithTheBindingAndParametersComeWithTheText() {
    assertThat(read("pbl").curve()).contains("pbl");
    assertThat(read("pbl").decay(PBL)).contains(new Exponential(0.1));
    assertThat(read("pbl").decay(NOTHING)).isEmpty();
    assertThat(read("pbl,max=60").curve()).contains("pbl");
    assertThat(read("pbl,max=60").decay(PBL)).contains(new CutOff(new Exponential(0.1), 60));
    assertThat(read("pbl,max=60").decay(NOTHING)).isEmpty();
    assertThat(read("pbl,-8.65,2.49,0.0116").curve()).isEmpty();
    assertThat(read("pbl,-8.65,2.49,0.0116").decay(PBL))
        .contains(new LogLogistic(-8.65, 2.49, 0.0116));
    assertThat(read("other").decay(PBL)).isEmpty();
  }

  @Test
  void readsFromItsPlaceUpToItsEnd() {
    var text = MeasureText.parse("floating_catchment(2sfca,binary,30,max=20,alpha=1)");
    assertThat(DecayArgument.read(text, 1, 3).name()).isEqualTo("binary_30");
    assertThat(DecayArgument.read(text, 1, 4).name()).isEqualTo("binary_30_max_20");
    var curve = MeasureText.parse("floating_catchment(2sfca,steep)");
    assertThat(DecayArgument.read(curve, 1).curve()).contains("steep");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "f(2sfca) | 8 | an argument is missing: write f(2sfca,curve), f(2sfca,exponential,b), ",
        "f(2sfca,expo,1) | 9 | 'expo' is not a known decay; write f(2sfca,curve), f(2sfca,expon",
        "f(2sfca,max=30) | 9 | 'max=30' is not a known decay",
        "f(2sfca,=30) | 9 | '=30' is not a known decay",
        "f(2sfca,exponential) | 20 | an argument is missing: write f(2sfca,exponential,b)",
        "f(2sfca,exponential,max=5) | 21 | an argument is missing: write f(2sfca,exponential,b)",
        "f(2sfca,linear,60,1) | 19 | an argument too many: write f(2sfca,linear,T)",
        "f(2sfca,linear,60,1,max=5) | 19 | an argument too many: write f(2sfca,linear,T)",
        "f(2sfca,linear,60,maks=5) | 19 | an argument too many",
        "f(2sfca,logistic,30) | 20 | an argument is missing: write f(2sfca,logistic,m,sd)",
        "f(2sfca,logistic,30,0) | 21 | sd must be more than 0, but is 0.0",
        "f(2sfca,ikob,1,45,1.5) | 19 | scale must be more than 0 and at most 1, but is 1.5",
        "f(2sfca,pbl,-8,-2,0) | 16 | expected b as a number of 0 or more",
        "f(2sfca,pbl,--8,2,0) | 13 | expected a as a number, for example -8.65 or 0.1",
        "f(2sfca,pbl,+8,2,0) | 13 | expected a as a number, for example -8.65 or 0.1",
        "f(2sfca,pbl,x,2,0) | 13 | expected a as a number",
        "f(2sfca,exponential,-1) | 21 | expected b as a number of 0 or more",
        "f(2sfca,scaled_power,20,-2,0) | 28 | min must be more than 0 with an exponent below 0",
        "f(2sfca,scaled_power,20,-9999,1,max=5) | 25 | exponent must keep",
        "f(2sfca,stepped) | 16 | an argument is missing: write f(2sfca,stepped,t:w,...)",
        "f(2sfca,stepped,max=5) | 17 | an argument is missing: write f(2sfca,stepped,t:w,...)",
        "f(2sfca,stepped,10) | 17 | expected t:w, for example 20:0.68",
        "f(2sfca,stepped,10: x) | 21 | expected w as a number of 0 or more",
        "f(2sfca,stepped,10:) | 20 | expected w as a number of 0 or more",
        "f(2sfca,stepped,:1) | 17 | expected t as a number of 0 or more",
        "f(2sfca,stepped,-5:1) | 17 | expected t as a number of 0 or more",
        "f(2sfca,points,5:1,9:1:0) | 22 | expected f as a number of 0 or more",
        "f(2sfca,points,0:1) | 16 | points decay: expected at least 2 times with a weight",
        "f(2sfca,stepped,10:0.5,20:0.6) | 24 | w at t = 20.0 must be from 0 to 0.5",
        "f(2sfca,stepped,10:0.5,9:0.4) | 24 | t must be more than the 10.0 before it, but is 9.0",
        "f(2sfca,stepped,10:0.5,20:0.4,30:2) | 31 | w at t = 30.0 must be",
        "f(2sfca,linear,60,max=x) | 23 | expected max, the last minutes that count, as a number",
        "f(2sfca,linear,60,max= -5) | 24 | expected max, the last minutes that count, as a number",
        "f(2sfca,linear,60,max=) | 23 | expected max, the last minutes that count, as a number",
        "f(2sfca,pbl,max=60,max=61) | 20 | an argument is missing: write f(2sfca,pbl,a,b,c1)",
      })
  void saysWhereATextGoesWrong(String text, int character, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecayArgument.read(MeasureText.parse(text), 1))
        .withMessageContaining("measure '" + text + "', character " + character + ": ")
        .withMessageContaining(problem);
  }

  @Test
  void refusesNumbersTooLargeToBeNumbers() {
    var huge = "9".repeat(400);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("pbl,max=" + huge))
        .withMessageContaining("character 13: cut-off of a decay: max must be at least 0")
        .withCauseInstanceOf(DecayParameterException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("linear," + huge))
        .withMessageContaining("character 16: linear decay: T must be more than 0")
        .withCauseInstanceOf(DecayParameterException.class);
  }

  @Test
  void everyFamilyIsFoundByItsExample() {
    assertThat(DecayFamily.all())
        .allSatisfy(
            family -> {
              var argument = read(family.example());
              assertThat(argument.curve()).isEmpty();
              assertThat(argument.name()).startsWith(family.key() + "_");
            });
    assertThat(DecayArgument.usages())
        .hasSize(1 + DecayFamily.all().size())
        .startsWith("curve", "exponential,b");
    assertThat(DecayArgument.examples())
        .contains("pbl", "exponential,0.1", "linear,60,max=45", "points,0:1,15:0.8,30:0.3,60:0")
        .doesNotContain("scaled_power,60,-1,1")
        .allSatisfy(example -> assertThat(read(example).decay(PBL)).isPresent());
  }

  @Test
  void aCurveMayBeCalledPblButNotLikeAFamilyThatNeedsParameters() {
    assertThat(DecayArgument.isCurveName("pbl")).isTrue();
    assertThat(DecayArgument.isCurveName("odin_2019")).isTrue();
    assertThat(DecayArgument.isCurveName("exponential")).isFalse();
    assertThat(DecayArgument.isCurveName("Odin 2019")).isFalse();
    assertThat(DecayArgument.isCurveName("")).isFalse();
  }
}
