package nl.peil.measure.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import nl.peil.measure.decay.DecayFamily.Parameter;
import org.junit.jupiter.api.Test;

/** What a family promises, for every family and whatever its parameters. */
class DecayFamilyTest {

  private record Member(DecayFamily family, Decay decay) {}

  @Provide
  Arbitrary<Member> members() {
    return Arbitraries.oneOf(DecayFamily.all().stream().map(DecayFamilyTest::membersOf).toList());
  }

  private static Arbitrary<Member> membersOf(DecayFamily family) {
    var numbers = family.ofPoints() ? points() : parameters(family);
    return numbers.map(p -> new Member(family, family.make().apply(p)));
  }

  /** Up to eight points: times rise by at least 0.1, weights fall by a share of what is left. */
  private static Arbitrary<double[]> points() {
    var steps = Arbitraries.doubles().between(0.1, 40).list().ofMinSize(2).ofMaxSize(8);
    var shares = Arbitraries.doubles().between(0, 1).list().ofSize(8);
    return Combinators.combine(steps, shares)
        .as(
            (step, share) -> {
              var numbers = new ArrayList<Double>();
              double minutes = 0;
              double weight = 1;
              for (int i = 0; i < step.size(); i++) {
                minutes += step.get(i);
                weight *= share.get(i);
                numbers.add(minutes);
                numbers.add(weight);
              }
              return numbers.stream().mapToDouble(Double::doubleValue).toArray();
            });
  }

  private static Arbitrary<double[]> parameters(DecayFamily family) {
    var each =
        family.parameters().stream()
            .map(
                parameter ->
                    parameter.name().equals("scale") && family.falling()
                        ? Arbitraries.doubles().between(0.01, 1)
                        : Arbitraries.doubles()
                            .between(
                                parameter.signed() ? -15 : 0.01, parameter.signed() ? 15 : 100))
            .toList();
    return Combinators.combine(each)
        .as(list -> list.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Property
  void keepsWhatItPromises(
      @ForAll("members") Member member,
      @ForAll @DoubleRange(min = 0, max = 500) double minutes,
      @ForAll @DoubleRange(min = 0, max = 100) double longer) {
    var decay = member.decay();
    double here = decay.at(minutes);
    double there = decay.at(minutes + longer);
    assertThat(here).isNotNegative().isFinite();
    if (member.family().normalised()) {
      assertThat(decay.at(0)).isEqualTo(1);
    }
    assertThat(decay.falling()).isEqualTo(member.family().falling());
    if (member.family().falling()) {
      assertThat(here).isBetween(0.0, 1.0);
      assertThat(there).isBetween(0.0, here);
    }
  }

  @Property(tries = 200)
  void isADecayForTheTableToo(@ForAll("members") Member member) {
    assertThatCode(() -> new DecayTable(member.decay(), 240)).doesNotThrowAnyException();
  }

  @Property
  void aCutOffKeepsThePromises(
      @ForAll("members") Member member,
      @ForAll @DoubleRange(min = 0, max = 300) double max,
      @ForAll @DoubleRange(min = 0, max = 300) double minutes) {
    var cut = new CutOff(member.decay(), max);
    assertThat(cut.falling()).isEqualTo(member.family().falling());
    assertThat(cut.at(minutes))
        .isEqualTo((float) minutes <= (float) max ? member.decay().at(minutes) : 0);
  }

  @Test
  void whatIsNotPromisedIsIndeedNotSo() {
    assertThat(keys(DecayFamily.all().stream().filter(family -> !family.normalised()).toList()))
        .containsExactlyInAnyOrder("ikob", "step_within", "points", "scaled_power");
    assertThat(new Ikob(0.125, 45, 1).at(0)).isLessThan(1);
    assertThat(new StepWithin(Point.list(10, 0.9)).at(0)).isEqualTo(0.9);
    assertThat(new PointCurve(Point.list(0, 0.9, 10, 0)).at(0)).isEqualTo(0.9);
    assertThat(keys(DecayFamily.all().stream().filter(family -> !family.falling()).toList()))
        .containsExactly("scaled_power");
    assertThat(new ScaledPower(60, 1, 1).at(120)).isGreaterThan(1);
  }

  private static Set<String> keys(List<DecayFamily> families) {
    return families.stream().map(DecayFamily::key).collect(Collectors.toSet());
  }

  @Test
  void hasAContractAndAKeyOfItsOwn() {
    assertThat(keys(DecayFamily.all())).hasSameSizeAs(DecayFamily.all());
    assertThat(DecayFamily.all())
        .allSatisfy(
            family -> {
              assertThat(DecayFamily.of(family.key())).containsSame(family);
              assertThat(family.example()).startsWith(family.key() + ",");
              var contract = family.contract();
              assertThat(contract.unit()).isEqualTo("weight");
              assertThat(contract.formula()).isNotBlank();
              assertThat(contract.range()).isNotBlank();
              assertThat(contract.source()).isNotBlank();
              assertThat(contract.monotonicity().equals("never rises with the travel time"))
                  .isEqualTo(family.falling());
            });
    assertThat(DecayFamily.of("expo")).isEmpty();
  }

  @Test
  void saysHowItIsWritten() {
    assertThat(DecayFamily.all())
        .extracting(DecayFamily::usage)
        .containsExactly(
            "exponential,b",
            "linear,T",
            "binary,T",
            "power,b",
            "logistic,m,sd",
            "gaussian,s",
            "pbl,a,b,c1",
            "ikob,alpha,omega,scale",
            "stepped,t:w,...",
            "step_within,t:w,...",
            "points,t:f,...",
            "scaled_power,scale,exponent,min");
    assertThat(
            DecayFamily.all().stream()
                .flatMap(family -> family.parameters().stream())
                .filter(Parameter::signed))
        .extracting(Parameter::name)
        .containsExactly("a", "exponent");
  }
}
