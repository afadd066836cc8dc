package nl.peil.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IntakeTest {

  private final Intake intake = new Intake("travel_times", "auto.csv");

  @Property(tries = 50)
  void everyRowReadIsLoadedUnreachableOrSetAside(
      @ForAll @IntRange(max = 40) int good,
      @ForAll @IntRange(max = 40) int unreachable,
      @ForAll @IntRange(max = 40) int bad,
      @ForAll @IntRange(max = 40) int outside,
      @ForAll @IntRange(max = 40) int notSelected) {
    var books = new Intake("travel_times", "auto.csv");
    books.loaded(good);
    books.unreachable(unreachable);
    for (int i = 0; i < bad; i++) {
      books.quarantine(i, "bad_number", "x");
    }
    for (int i = 0; i < outside; i++) {
      books.outside(i, "outside_zones", "y");
    }
    for (int i = 0; i < notSelected; i++) {
      books.notSelected();
    }

    assertThat(books.rowsRead()).isEqualTo(good + unreachable + bad + outside + notSelected);
    assertThat(books.rowsLoaded() + books.rowsLeftOut() + books.rowsQuarantined())
        .isEqualTo(books.rowsRead());
    assertThat(books.rowsLeftOut()).isEqualTo(unreachable + notSelected);
    assertThat(books.rowsQuarantined("bad_number")).isEqualTo(bad);
    assertThat(books.quarantined()).hasSize(bad + outside);
  }

  @Test
  void countsStayExactWhenTextIsNoLongerKept() {
    var asked = new AtomicInteger();
    for (int i = 0; i < Intake.MAX_KEPT + 5; i++) {
      intake.quarantine(
          i + 2,
          "bad_number",
          () -> {
            asked.incrementAndGet();
            return "raw";
          });
    }
    intake.quarantine(20_000, "unknown_zone", () -> "the first of its rule");
    intake.quarantine(20_001, "unknown_zone", () -> "the second");

    assertThat(asked).hasValue(Intake.MAX_KEPT);
    assertThat(intake.rowsQuarantined()).isEqualTo(Intake.MAX_KEPT + 7);
    assertThat(intake.quarantined())
        .hasSize(Intake.MAX_KEPT + 1)
        .last()
        .isEqualTo(
            new QuarantinedRow(
                "travel_times", "auto.csv", 20_000, "unknown_zone", "the first of its rule"));
    assertThat(intake.findings())
        .extracting(Finding::rule, Finding::line, Finding::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("bad_number", 2L, 10_005L),
            org.assertj.core.groups.Tuple.tuple("unknown_zone", 20_000L, 2L));
    assertThat(intake.findings().get(0).advice()).contains("first 10,001 rows");
  }

  @Test
  void shareOfBadRowsIsTakenOverAllRowsAndTheLimitItselfPasses() {
    intake.loaded(80);
    intake.unreachable(10);
    for (int i = 0; i < 10; i++) {
      intake.quarantine(i + 2, "negative_time", "1,2,-" + i);
    }

    assertThatCode(() -> intake.close(0.10)).doesNotThrowAnyException();
    var rejected = catchThrowableOfType(RejectedFileException.class, () -> intake.close(0.09));
    assertThat(rejected.finding().rule()).isEqualTo("too_many_bad_rows");
    assertThat(rejected.finding().line()).isEqualTo(2);
    assertThat(rejected).hasMessageContaining("10 of 100").hasMessageContaining("'1,2,-0'");
  }

  @Test
  void rejectionNamesTheRuleThatCountsAndItsAdvice() {
    for (int i = 0; i < 5; i++) {
      intake.outside(i + 2, "outside_zones", "far");
    }
    intake.quarantine(9, "bad_number", "\"12,3\"");
    intake.advise("bad_number", "declare the decimal comma");

    var rejected = catchThrowableOfType(RejectedFileException.class, () -> intake.close(0.1));
    assertThat(rejected)
        .hasMessageContaining("1 of 6")
        .hasMessageContaining("most of them bad_number");
    assertThat(rejected.finding().advice()).isEqualTo("declare the decimal comma");
    assertThat(intake.findings())
        .filteredOn(finding -> finding.rule().equals("bad_number"))
        .extracting(Finding::advice)
        .containsExactly("declare the decimal comma");
  }
}
