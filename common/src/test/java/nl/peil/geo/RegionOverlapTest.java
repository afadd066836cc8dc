package nl.peil.geo;

import static nl.peil.geo.World.box;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.peil.geo.RegionOverlap.Part;
import org.junit.jupiter.api.Test;

class RegionOverlapTest {

  @Test
  void aRegionOverAnotherIsFoundWithItsShare() {
    var found =
        RegionOverlap.find(
            List.of(
                new Part("R2", box(500, 0, 1000, 1000)),
                new Part("R1", box(0, 0, 1000, 1000)),
                new Part("R3", box(1000, 0, 2000, 1000)),
                new Part("R4", box(1900, 500, 2900, 1500))));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).region()).isEqualTo("R1");
    assertThat(found.get(0).other()).isEqualTo("R2");
    assertThat(found.get(0).areaM2()).isCloseTo(500_000, within(1e-6));
    assertThat(found.get(0).share()).isCloseTo(1, within(1e-9));
  }

  @Test
  void whatIsToleratedIsAShareOfTheSmallerRegion() {
    var large = new Part("A", box(0, 0, 10_000, 10_000));
    assertThat(RegionOverlap.find(List.of(large, new Part("B", box(9_952, 0, 10_952, 1_000)))))
        .isEmpty();
    assertThat(RegionOverlap.find(List.of(large, new Part("B", box(9_948, 0, 10_948, 1_000)))))
        .hasSize(1);
  }

  @Test
  void partsOfOneRegionMayLieOverEachOther() {
    assertThat(
            RegionOverlap.find(
                List.of(
                    new Part("A", box(0, 0, 1000, 1000)),
                    new Part("A", box(0, 0, 500, 1000)),
                    new Part("B", box(1000, 0, 2000, 1000)))))
        .isEmpty();
  }
}
