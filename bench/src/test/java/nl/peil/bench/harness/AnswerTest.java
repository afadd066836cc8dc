package nl.peil.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {

  @Test
  void toleratesWhatWasAllowed() {
    var one = new Answer().with("sum", 1e-9, 1e6).with("none", 0, Double.NaN);
    assertThat(one.differs(new Answer().with("sum", 1e-9, 1e6 + 1e-4).with("none", 0, Double.NaN)))
        .isEmpty();
  }

  @Test
  void findsADifference() {
    var one = new Answer().with("a", 0, 1, 2).with("b", 1e-9, 3);
    assertThat(one.differs(new Answer().with("a", 0, 1, Math.nextUp(2)).with("b", 1e-9, 3)))
        .get()
        .asString()
        .contains("a, number 1");
    assertThat(one.differs(new Answer().with("a", 0, 1, 2).with("b", 1e-9, 3.001)))
        .get()
        .asString()
        .contains("b, number 0");
    assertThat(one.differs(new Answer().with("a", 0, 1, Double.NaN).with("b", 1e-9, 3)))
        .isPresent();
    assertThat(one.differs(new Answer().with("a", 0, 1).with("b", 1e-9, 3))).isPresent();
    assertThat(one.differs(new Answer().with("a", 0, 1, 2))).isPresent();
  }
}
