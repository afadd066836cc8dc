package nl.peil.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ZoneIndexTest {

  @Test
  void keepsTheOrderItWasGiven() {
    var index = new ZoneIndex(9999, 1000, 0, Integer.MAX_VALUE, 97_404_514);
    assertThat(index.size()).isEqualTo(5);
    assertThat(index.position(9999)).isEqualTo(0);
    assertThat(index.position(1000)).isEqualTo(1);
    assertThat(index.position(0)).isEqualTo(2);
    assertThat(index.position(Integer.MAX_VALUE)).isEqualTo(3);
    assertThat(index.position(97_404_514)).isEqualTo(4);
  }

  @Property(tries = 200)
  void findsEveryKeyAndNoOther(@ForAll Set<@IntRange Integer> keys, @ForAll @IntRange int other) {
    var zones = keys.stream().mapToInt(Integer::intValue).toArray();
    var index = new ZoneIndex(zones);
    for (int i = 0; i < zones.length; i++) {
      assertThat(index.position(zones[i])).isEqualTo(i);
    }
    if (!keys.contains(other)) {
      assertThatIllegalArgumentException().isThrownBy(() -> index.position(other));
    }
  }

  @Test
  void refusesUnknownNegativeAndDoubleKeys() {
    var index = new ZoneIndex(1011, 1012);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> index.position(1013))
        .withMessageContaining("zone 1013 is not one of the 2 zones");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> index.position(-1))
        .withMessageContaining("zone -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ZoneIndex().position(0))
        .withMessageContaining("zone 0 is not one of the 0 zones");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ZoneIndex(5, -1))
        .withMessageContaining("zone -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ZoneIndex(5, 6, 5))
        .withMessageContaining("zone 5 comes twice");
  }
}
