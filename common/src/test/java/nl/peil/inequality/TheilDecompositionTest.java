package nl.peil.inequality;

import static nl.peil.inequality.PalmaTest.reversed;
import static nl.peil.inequality.PalmaTest.times;
import static nl.peil.inequality.PalmaTest.twice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TheilDecompositionTest {

  private static final double LN2 = Math.log(2);

  @Test
  void followsTheFormula() {
    // Group a: 0 and 4 among two persons, mean 2, index ln 2. Group b: six persons with 6.
    // Mean of all 5: shares of the value 4/40 and 36/40.
    var parts =
        Theil.decompose(new double[] {0, 6, 4}, new double[] {1, 6, 1}, List.of("a", "b", "a"));
    assertThat(parts.within()).isCloseTo(0.1 * LN2, within(1e-15));
    assertThat(parts.between())
        .isCloseTo(0.1 * Math.log(2 / 5.0) + 0.9 * Math.log(6 / 5.0), within(1e-15));
    assertThat(parts.total()).isEqualTo(parts.between() + parts.within());
    assertThat(parts.betweenShare()).isEqualTo(parts.between() / parts.total());
  }

  @Test
  void allLiesBetweenOrWithinWhenGroupsAreEvenOrAlike() {
    double[] values = {1, 3, 1, 3};
    double[] people = {1, 1, 1, 1};
    var even = Theil.decompose(values, people, List.of("low", "high", "low", "high"));
    assertThat(even.within()).isZero();
    assertThat(even.betweenShare()).isEqualTo(1);
    var alike = Theil.decompose(values, people, List.of("a", "a", "b", "b"));
    assertThat(alike.between()).isZero();
    assertThat(alike.within()).isCloseTo(Theil.total(values, people), within(1e-15));
    assertThat(alike.betweenShare()).isZero();
  }

  @Test
  void hasNoShareOfNothing() {
    var same = Theil.decompose(new double[] {2, 2}, new double[] {1, 1}, List.of("a", "b"));
    assertThat(same.total()).isZero();
    assertThat(same.betweenShare()).isNaN();
    var nothing = Theil.decompose(new double[2], new double[] {1, 1}, List.of("a", "b"));
    assertThat(nothing).isEqualTo(new Theil.Decomposition(0, 0));
  }

  @Test
  void aGroupWithNothingAddsNothing() {
    var parts =
        Theil.decompose(new double[] {0, 5, 7}, new double[] {1, 1, 0}, List.of("a", "b", "empty"));
    assertThat(parts.within()).isZero();
    assertThat(parts.between()).isCloseTo(LN2, within(1e-15));
  }

  @Test
  void aggregatesOfGroupsAreEnough() {
    // Group means 2 and 6 for two and six persons, as above.
    double[] people = {2, 6, 0};
    double[] means = {2, 6, Double.POSITIVE_INFINITY};
    assertThat(Theil.within(people, means, new double[] {LN2, 0.5, 9}))
        .isCloseTo(0.1 * LN2 + 0.45, within(1e-15));
    assertThat(Theil.between(people, means))
        .isCloseTo(0.1 * Math.log(2 / 5.0) + 0.9 * Math.log(6 / 5.0), within(1e-15));
    assertThat(Theil.within(people, new double[3], new double[3])).isZero();
  }

  @Property
  void addsUpToTheTotalWhateverTheGroups(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 1000) Integer> numbers,
      @ForAll @IntRange(min = 1, max = 8) int count) {
    int n = numbers.size();
    var values = numbers.stream().mapToDouble(Integer::doubleValue).toArray();
    var people = numbers.stream().mapToDouble(x -> 1 + x % 7).toArray();
    var groups = numbers.stream().map(x -> "group " + x * 31 % count).toList();
    var parts = Theil.decompose(values, people, groups);
    assertThat(parts.total()).isCloseTo(Theil.total(values, people), within(1e-12));
    assertThat(parts.between()).isGreaterThanOrEqualTo(0);
    assertThat(parts.within()).isGreaterThanOrEqualTo(0);

    var coarser = numbers.stream().map(x -> "group " + x * 31 % count / 2).toList();
    assertThat(Theil.decompose(values, people, coarser).between())
        .isLessThanOrEqualTo(parts.between() + 1e-12);
    assertThat(Theil.decompose(values, people, Collections.nCopies(n, "all")).between()).isZero();

    var back = new ArrayList<>(groups);
    Collections.reverse(back);
    var both = new ArrayList<>(groups);
    both.addAll(groups);
    for (var other :
        List.of(
            Theil.decompose(times(values, 8), times(people, 3), groups),
            Theil.decompose(reversed(values), reversed(people), back),
            Theil.decompose(twice(values), twice(people), both))) {
      assertThat(other.between()).isCloseTo(parts.between(), within(1e-12));
      assertThat(other.within()).isCloseTo(parts.within(), within(1e-12));
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    double[] two = {1, 1};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Theil.decompose(two, two, List.of("a")))
        .withMessage("expected as many groups as values, but got 1 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Theil.decompose(new double[] {1, -1}, two, List.of("a", "b")))
        .withMessageContaining("0 or more, but got -1.0 to 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Theil.decompose(two, new double[2], List.of("a", "b")))
        .withMessageContaining("none among 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Theil.within(two, new double[] {-1, 1}, two))
        .withMessageContaining("0 or more, but got -1.0 to 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Theil.within(two, two, new double[] {-2, 1}))
        .withMessageContaining("0 or more, but got -2.0 to 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Theil.between(two, new double[] {1, Double.NaN}))
        .withMessageContaining("value 1 is NaN");
  }
}
