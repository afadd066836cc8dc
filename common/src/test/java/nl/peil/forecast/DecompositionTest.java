package nl.peil.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The parts of a change. */
class DecompositionTest {

  /** jobs x weight of the times x facilities, all of which double: every order counts the same. */
  @Test
  void threeInputsOfEqualEffectShareTheChange() {
    var parts = Decomposition.of(new double[] {1, 2, 2, 4, 2, 4, 4, 8});

    assertThat(parts.delta()).isEqualTo(7);
    assertThat(parts.network()).isCloseTo(7.0 / 3, within(1e-15));
    assertThat(parts.landUse()).isCloseTo(7.0 / 3, within(1e-15));
    assertThat(parts.services()).isCloseTo(7.0 / 3, within(1e-15));
    assertThat(parts.networkAlone()).isEqualTo(1);
    assertThat(parts.interaction()).isEqualTo(4);
  }

  /** 3 for the network, 10 for services, nothing together: each has its own, whatever the order. */
  @Test
  void causesThatDoNotTouchEachOtherKeepTheirOwn() {
    var parts = Decomposition.of(new double[] {100, 103, 100, 103, 110, 113, 110, 113});

    assertThat(parts.network()).isEqualTo(3);
    assertThat(parts.landUse()).isZero();
    assertThat(parts.services()).isEqualTo(10);
    assertThat(parts.interaction()).isZero();
  }

  /** By hand, over the six orders: N 5, 5, 1, -2, 3, -2 has the mean 10 / 6. */
  @Test
  void theMeanOverAllOrdersByHand() {
    // states: base, N, L, NL, S, NS, LS, NLS
    double[] v = {0, 5, 2, 3, 4, 7, 9, 7};
    var parts = Decomposition.of(v);

    double first = 5 - 0;
    double afterLandUse = 3 - 2;
    double afterServices = 7 - 4;
    double last = 7 - 9;
    assertThat(parts.network())
        .isCloseTo((first + first + afterLandUse + afterServices + last + last) / 6, within(1e-15));
    assertThat(parts.network() + parts.landUse() + parts.services()).isCloseTo(7, within(1e-14));
  }

  @Property
  void thePartsSumToTheChangeAndFollowTheirNames(
      @ForAll @Size(8) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
    double[] v = values.stream().mapToDouble(Double::doubleValue).toArray();
    var parts = Decomposition.of(v);

    assertThat(parts.network() + parts.landUse() + parts.services())
        .isCloseTo(parts.delta(), within(1e-8));
    // Land use and services in each other's place: their parts change places, the network's stays
    var swapped = Decomposition.of(new double[] {v[0], v[1], v[4], v[5], v[2], v[3], v[6], v[7]});
    assertThat(swapped.landUse()).isCloseTo(parts.services(), within(1e-8));
    assertThat(swapped.network()).isCloseTo(parts.network(), within(1e-8));
  }

  @Property
  void anInputThatChangesNothingHasNoPart(
      @ForAll @Size(4) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
    var v = values.stream().mapToDouble(Double::doubleValue).toArray();
    // by network and land use alone
    var parts = Decomposition.of(new double[] {v[0], v[1], v[2], v[3], v[0], v[1], v[2], v[3]});

    assertThat(parts.services()).isZero();
    assertThat(parts.servicesAlone()).isZero();
  }

  @Test
  void otherNumbersOfStatesAreRefused() {
    assertThatThrownBy(() -> Decomposition.of(new double[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 8 states, got 4");
  }
}
