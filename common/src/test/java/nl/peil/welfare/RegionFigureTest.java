package nl.peil.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.peil.welfare.RegionFigure.Figure;
import nl.peil.welfare.RegionFigure.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two areas on two zones of 100 and 60 people; the border between them cuts the second one. */
class RegionFigureTest {

  private static final double[] PEOPLE = {100, 60, 0};
  private static final Places WEST = places("west", 0, 1.0, 1, 0.25);
  private static final Places EAST = places("east", 1, 0.75, 2, 1.0);
  private static final List<Places> AREAS = List.of(WEST, EAST);

  private static Places places(String code, double... zonesAndWeights) {
    int n = zonesAndWeights.length / 2;
    var zones = new int[n];
    var weights = new double[n];
    for (int i = 0; i < n; i++) {
      zones[i] = (int) zonesAndWeights[2 * i];
      weights[i] = zonesAndWeights[2 * i + 1];
    }
    return new Places(code, zones, weights);
  }

  private static Figure figure(double value) {
    return new Figure(value, null, false);
  }

  private static RegionFigure of(Places region, boolean mean, @Nullable Figure... figures) {
    return RegionFigure.of(AreasOfRegion.of(region, AREAS, PEOPLE), figures, mean, 0.5);
  }

  @Test
  void aRegionOfWholeAreasHasThemAndNothingOfTheOthers() {
    var found = AreasOfRegion.of(places("p", 0, 1.0, 1, 0.25), AREAS, PEOPLE);
    assertThat(found.areas()).containsExactly(0);
    assertThat(found.shares()).containsExactly(1);
    assertThat(found.people()).containsExactly(115);
    assertThat(found.regionPeople()).isEqualTo(115);
    var all = AreasOfRegion.of(places("all", 0, 1, 1, 1, 2, 1), AREAS, PEOPLE);
    assertThat(all.areas()).containsExactly(0, 1);
    assertThat(all.shares()).containsExactly(1, 1);
    assertThat(all.people()).containsExactly(115, 45);
  }

  @Test
  void whereBordersDoNotFollowEachOtherPeopleOfAZoneAreAlike() {
    // Half of the second zone: of its 15 people of west and 45 of east
    var found = AreasOfRegion.of(places("cut", 0, 1.0, 1, 0.5), AREAS, PEOPLE);
    assertThat(found.areas()).containsExactly(0, 1);
    assertThat(found.shares()[0]).isCloseTo(107.5 / 115, within(1e-12));
    assertThat(found.shares()[1]).isCloseTo(0.5, within(1e-12));
    assertThat(found.people()[1]).isCloseTo(22.5, within(1e-12));
    assertThat(found.people()[0] + found.people()[1])
        .isCloseTo(found.regionPeople(), within(1e-12));
  }

  @Test
  void anAreaWithoutPeopleCountsByItsZones() {
    var nature = List.of(places("nature", 2, 1.0));
    var found = AreasOfRegion.of(places("r", 0, 1.0, 2, 0.5), nature, PEOPLE);
    assertThat(found.shares()).containsExactly(0.5);
    assertThat(found.people()).containsExactly(0);
  }

  @Test
  void countsAreAddedUpAndMeansWeighedWithPeople() {
    var all = places("all", 0, 1, 1, 1, 2, 1);
    assertThat(of(all, false, figure(7), figure(5)).value()).isEqualTo(12);
    assertThat(of(all, true, figure(10), figure(20)).value())
        .isCloseTo((115 * 10 + 45 * 20) / 160.0, within(1e-12));
    var cut = places("cut", 0, 1.0, 1, 0.5);
    assertThat(of(cut, false, figure(115), figure(8)).value()).isCloseTo(107.5 + 4, within(1e-9));
    assertThat(of(cut, true, figure(1), figure(1)).value()).isCloseTo(1, within(1e-12));
    assertThat(of(cut, true, figure(1), figure(1)).covered()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aWeightOfItsOwnGoesBeforePeople() {
    var all = places("all", 0, 1, 1, 1, 2, 1);
    var found = of(all, true, new Figure(10, 1.0, false), new Figure(20, 3.0, false));
    assertThat(found.value()).isCloseTo(17.5, within(1e-12));
    // Nobody knows how much the first one weighs: 45 of 160 people are left, too few
    found = of(all, true, new Figure(10, Double.NaN, false), new Figure(20, 3.0, false));
    assertThat(found.reason()).isEqualTo(Reason.TOO_LITTLE_COVERED);
    assertThat(found.covered()).isCloseTo(45 / 160.0, within(1e-12));
  }

  @Test
  void tellsWhatIsMissing() {
    var all = places("all", 0, 1, 1, 1, 2, 1);
    var withheld = new Figure(Double.NaN, null, true);
    var found = of(all, true, figure(10), withheld);
    assertThat(found.value()).isEqualTo(10);
    assertThat(found.covered()).isCloseTo(115 / 160.0, within(1e-12));
    assertThat(of(all, true, withheld, null).reason()).isEqualTo(Reason.SUPPRESSED);
    assertThat(of(all, true, figure(Double.NaN), null).reason()).isEqualTo(Reason.EMPTY);
    assertThat(of(all, true, null, null).reason()).isEqualTo(Reason.ABSENT);
    var nobody = of(places("nobody", 2, 1.0), true, figure(1), figure(2));
    assertThat(nobody.covered()).isNaN();
    assertThat(nobody.reason()).isEqualTo(Reason.ABSENT);
  }

  @Test
  void whatIsDeliveredStays() {
    assertThat(RegionFigure.delivered(figure(3), 9)).isEqualTo(new RegionFigure(3, 1, null));
    assertThat(RegionFigure.delivered(null, 9))
        .isEqualTo(new RegionFigure(Double.NaN, 0, Reason.ABSENT));
    assertThat(RegionFigure.delivered(new Figure(Double.NaN, null, true), 0))
        .isEqualTo(new RegionFigure(Double.NaN, Double.NaN, Reason.SUPPRESSED));
  }
}
