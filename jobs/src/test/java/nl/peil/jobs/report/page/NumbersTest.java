package nl.peil.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** How numbers are written. */
class NumbersTest {

  private final Numbers dutch = new Numbers(Locale.forLanguageTag("nl-NL"));
  private final Numbers english = new Numbers(Locale.UK);

  @Test
  void personsAreRoundedToTensInTheWayOfTheLanguage() {
    assertThat(dutch.persons(298_304.4)).isEqualTo("298.300");
    assertThat(english.persons(298_304.4)).isEqualTo("298,300");
    assertThat(dutch.persons(7.0)).isEqualTo("10");
    assertThat(dutch.persons(3.0)).isEqualTo("< 5");
    assertThat(dutch.persons(0.0)).isEqualTo("0");
    assertThat(dutch.persons(-120.0)).isEqualTo("−120");
  }

  @Test
  void whatIsNotKnownIsNeverZero() {
    assertThat(dutch.persons(null)).isEqualTo(Numbers.NONE);
    assertThat(dutch.percent(null)).isEqualTo(Numbers.NONE);
    assertThat(dutch.percentExact(null)).isEqualTo(Numbers.NONE);
    assertThat(dutch.points(null)).isEqualTo(Numbers.NONE);
    assertThat(dutch.minutes(null)).isEqualTo(Numbers.NONE);
    assertThat(dutch.value(null)).isEqualTo(Numbers.NONE);
  }

  @Test
  void differencesHaveTheirSign() {
    assertThat(dutch.points(0.0421)).isEqualTo("+4,2");
    assertThat(dutch.points(-0.0421)).isEqualTo("−4,2");
    assertThat(dutch.points(-0.0001)).isEqualTo("0,0");
    assertThat(dutch.points(0.0001)).isEqualTo("0,0");
  }

  @Property
  void onlyAllIsAHundredPercentAndOnlyNothingIsZero(
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    if (share < 1) {
      assertThat(dutch.percent(share)).isNotEqualTo("100%");
    }
    if (share > 0) {
      assertThat(dutch.percent(share)).isNotEqualTo("0%");
    }
  }
}
