package nl.peil.barrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Points, classes, and what is known of them when the way things hang together is not. */
class RiskScoreTest {

  private static final Offset<Double> ROUNDING = within(1e-9);

  private static final RiskVariable SHOP =
      new RiskVariable.ByValue("afstand_voorzieningen", "supermarkt_km", 0.4, 0.8);
  private static final RiskVariable INCOME = new RiskVariable.ByValue("inkomen", "euro", 30, 20);
  private static final RiskVariable CAR =
      new RiskVariable.ByShares("motorvoertuig", List.of(), List.of("geen_auto"));

  private static ToDoubleFunction<String> of(Map<String, Double> known) {
    return name -> known.getOrDefault(name, Double.NaN);
  }

  private static RiskScore.OfZone score(Map<String, Double> known, RiskVariable... variables) {
    return new RiskScore("proef", List.of(variables)).in(of(known), of(known));
  }

  @Test
  void aCutBelongsToTheHigherPoints() {
    assertThat(points(SHOP, "supermarkt_km", 0.39)).containsExactly(1, 0, 0);
    assertThat(points(SHOP, "supermarkt_km", 0.4)).containsExactly(0, 1, 0);
    assertThat(points(SHOP, "supermarkt_km", 0.79)).containsExactly(0, 1, 0);
    assertThat(points(SHOP, "supermarkt_km", 0.8)).containsExactly(0, 0, 1);
    assertThat(points(SHOP, "supermarkt_km", Double.NaN)).isEmpty();
  }

  @Test
  void fallingCutsMakeALowValueTheRisk() {
    assertThat(points(INCOME, "euro", 31)).containsExactly(1, 0, 0);
    assertThat(points(INCOME, "euro", 30)).containsExactly(0, 1, 0);
    assertThat(points(INCOME, "euro", 20)).containsExactly(0, 0, 1);
  }

  private static double[] points(RiskVariable variable, String name, double value) {
    return variable.points(of(Map.of(name, value)), of(Map.of()));
  }

  @Test
  void sharesBeyondEverybodyAreUnknown() {
    var both = new RiskVariable.ByShares("x", List.of("a"), List.of("b"));
    assertThat(both.points(of(Map.of()), of(Map.of("a", 0.5, "b", 0.25))))
        .containsExactly(0.25, 0.5, 0.25);
    assertThat(both.points(of(Map.of()), of(Map.of("a", 0.8, "b", 0.3)))).isEmpty();
    assertThat(both.points(of(Map.of()), of(Map.of("a", 0.8)))).isEmpty();
  }

  @Test
  void theBoundariesOfTheClasses() {
    assertThat(IntStream.rangeClosed(0, 8).mapToObj(points -> RiskClass.of(points, 4)))
        .containsExactly(
            RiskClass.VERY_LOW,
            RiskClass.VERY_LOW,
            RiskClass.LOW, // 0.5
            RiskClass.LOW,
            RiskClass.HIGH, // 1
            RiskClass.HIGH,
            RiskClass.VERY_HIGH, // 1.5
            RiskClass.VERY_HIGH,
            RiskClass.VERY_HIGH);
    assertThat(RiskClass.of(4, 9)).isEqualTo(RiskClass.VERY_LOW); // 0.444
    assertThat(RiskClass.of(5, 9)).isEqualTo(RiskClass.LOW);
  }

  @Test
  void aQuarterWithoutACarFarFromAShop() {
    // Three quarters have 2 points of 4, a quarter 4 of 4: nothing to assume
    var zone = score(Map.of("supermarkt_km", 1.2, "geen_auto", 0.25), SHOP, CAR);
    assertThat(zone.sum().mean()).isEqualTo((2 + 0.25 * 2) / 2, ROUNDING);
    assertThat(zone.classes())
        .containsOnly(
            Map.entry(RiskClass.VERY_LOW, new Share(0, 0, 0)),
            Map.entry(RiskClass.LOW, new Share(0, 0, 0)),
            Map.entry(RiskClass.HIGH, new Share(0.75, 0.75, 0.75)),
            Map.entry(RiskClass.VERY_HIGH, new Share(0.25, 0.25, 0.25)));
  }

  @Test
  void twoSharesHangTogetherInAnyWay() {
    var other = new RiskVariable.ByShares("inkomen", List.of(), List.of("laag"));
    var zone = score(Map.of("laag", 0.5, "geen_auto", 0.5), other, CAR);
    // Both: a quarter when independent, nobody when they exclude each other, half when the same
    var veryHigh = zone.classes().get(RiskClass.VERY_HIGH);
    assertThat(veryHigh).isEqualTo(new Share(0.25, 0, 0.5));
    // One of the two: 2 of 4 points, high
    assertThat(zone.classes().get(RiskClass.HIGH)).isEqualTo(new Share(0.5, 0, 1));
  }

  @Test
  void openAndUnknownVariablesAreNamed() {
    var zone = score(Map.of("supermarkt_km", 0.5), SHOP, CAR);
    assertThat(zone.unknown()).containsExactly("motorvoertuig");
    assertThat(zone.sum().variables()).isEqualTo(1);
    assertThat(zone.sum().mean()).isEqualTo(1);
    assertThat(score(Map.of(), SHOP).classes()).isEmpty();
    assertThat(new RiskScore("proef", List.of(SHOP, CAR)).open())
        .hasSize(7)
        .doesNotContain("motorvoertuig", "afstand_voorzieningen");
  }

  @Test
  void jointShares() {
    assertThat(Share.joint(0.5, 0.25)).isEqualTo(new Share(0.125, 0, 0.25));
    assertThat(Share.joint(0.75, 0.5, 1)).isEqualTo(new Share(0.375, 0.25, 0.5));
  }

  /** People, each with 0, 1 or 2 points for each of three variables. */
  @Provide
  Arbitrary<List<int[]>> people() {
    return Arbitraries.integers()
        .between(0, 2)
        .array(int[].class)
        .ofSize(3)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property
  void theBoundsHoldForEveryWayToHangTogether(@ForAll("people") List<int[]> people) {
    var sum = PointSum.NONE;
    for (int variable = 0; variable < 3; variable++) {
      var shares = new double[3];
      for (var person : people) {
        shares[person[variable]] += 1.0 / people.size();
      }
      sum = sum.plus(shares);
    }
    var classes = new RiskScore.OfZone(sum, List.of()).classes();
    for (var risk : RiskClass.values()) {
      double truth =
          (double)
                  people.stream()
                      .filter(person -> RiskClass.of(IntStream.of(person).sum(), 3) == risk)
                      .count()
              / people.size();
      var share = Objects.requireNonNull(classes.get(risk));
      assertThat(truth).isBetween(share.low() - 1e-9, share.high() + 1e-9);
      assertThat(share.independent()).isBetween(share.low(), share.high());
    }
    assertThat(classes.values().stream().mapToDouble(Share::independent).sum())
        .isEqualTo(1, ROUNDING);
    double mean =
        people.stream().mapToDouble(person -> IntStream.of(person).sum()).average().orElse(0);
    assertThat(sum.mean()).isEqualTo(mean / 3, ROUNDING);
  }

  @Property
  void theBoundsOfJointSharesHold(@ForAll("people") List<int[]> people) {
    var shares = new double[3];
    double all = 0;
    for (var person : people) {
      boolean every = true;
      for (int i = 0; i < 3; i++) {
        shares[i] += person[i] > 0 ? 1.0 / people.size() : 0;
        every &= person[i] > 0;
      }
      all += every ? 1.0 / people.size() : 0;
    }
    var joint = Share.joint(shares);
    assertThat(all).isBetween(joint.low() - 1e-9, joint.high() + 1e-9);
    assertThat(joint.independent()).isBetween(joint.low(), joint.high());
  }

  /** With two variables the bounds of P(sum = 4) are reached by some way to hang together. */
  @Property
  void ofTwoVariablesTheBoundsAreSharp(
      @ForAll @net.jqwik.api.constraints.IntRange(max = 10) int first,
      @ForAll @net.jqwik.api.constraints.IntRange(max = 10) int second) {
    double a = first / 10.0;
    double b = second / 10.0;
    var both = PointSum.NONE.plus(1 - a, 0, a).plus(1 - b, 0, b).between(4, 4);
    assertThat(both.low()).isEqualTo(Math.max(0, a + b - 1), ROUNDING);
    assertThat(both.high()).isEqualTo(Math.min(a, b), ROUNDING);
  }
}
