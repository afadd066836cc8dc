package nl.peil.barrier.ikob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens at the edges of ownership; the worked example has the middle. */
class GroupSharesTest {

  /** The same for all grades and classes. */
  private static Composition composition(double withCar) {
    double rest = 100 - withCar;
    return new Composition(
        rows(withCar, 4),
        rows(rest / 2, 4),
        rows(rest / 2, 4),
        rows(25, 4),
        new double[][] {{40, 30, 30}, {40, 30, 30}, {40, 30, 30}, {40, 30, 30}, {40, 30, 30}});
  }

  private static double[][] rows(double value, int columns) {
    var rows = new double[Composition.GRADES][columns];
    Arrays.stream(rows).forEach(row -> Arrays.fill(row, value));
    return rows;
  }

  private static Population people(double cars) {
    return new Population(new double[][] {{10, 10, 10, 10}}, new double[] {cars}, new int[] {3});
  }

  private static GroupShares shares(double withCar, double cars) {
    return GroupShares.of(people(cars), composition(withCar), Parameters.work());
  }

  /** Tables that add up to 100 divide everybody, capped or not: ownership is cars per household. */
  @ParameterizedTest
  @CsvSource({
    "80, 0, 0.8",
    "80, -1, 0.8",
    "80, 80, 0.8",
    "80, 200, 0.8",
    "80, 40, 0.4",
    "0, 40, 0"
  })
  void everybodyIsDividedAndOwnersAreCapped(double withCar, double cars, double owners) {
    double[] all = shares(withCar, cars).shares(0, Category.ALLE_GROEPEN);
    assertThat(DoubleStream.of(all).sum()).isCloseTo(1, within(1e-12));
    double owning =
        Arrays.stream(IncomeClass.values())
            .flatMapToDouble(
                k ->
                    Arrays.stream(Group.values())
                        .filter(Group::ownsCar)
                        .mapToDouble(g -> all[GroupShares.column(k, g)]))
            .sum();
    assertThat(owning).isCloseTo(owners, within(1e-12));
    double[] ofOwners = shares(withCar, cars).shares(0, Category.ALLEEN_AUTOBEZITTERS);
    assertThat(DoubleStream.of(ofOwners).sum()).isCloseTo(owners > 0 ? 1 : 0, within(1e-12));
  }

  @Test
  void nobodyIsLeftToGrowWhenEverybodyHasACarAndOwnershipIsCapped() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shares(100, 40))
        .withMessageContaining("zone 1")
        .withMessageContaining("WelAuto")
        .withMessageContaining("expected less than 100");
    assertThat(shares(100, 0).shares(0, Category.ALLE_GROEPEN)).isNotEmpty();
  }

  @Test
  void headersGoClassByClass() {
    assertThat(GroupShares.headers()).hasSize(60);
    assertThat(GroupShares.headers()[0]).isEqualTo("GratisAuto_laag");
    assertThat(GroupShares.headers()[14]).isEqualTo("GeenRijbewijs_vkOV_laag");
    assertThat(GroupShares.headers()[15]).isEqualTo("GratisAuto_middellaag");
    assertThat(GroupShares.headers()[59]).isEqualTo("GeenRijbewijs_vkOV_hoog");
  }

  @ParameterizedTest
  @CsvSource({"0", "6"})
  void aGradeIsOneToFive(int grade) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Population(new double[1][4], new double[1], new int[] {grade}))
        .withMessageContaining("grade of urbanisation of 1 to 5, got " + grade);
  }
}
