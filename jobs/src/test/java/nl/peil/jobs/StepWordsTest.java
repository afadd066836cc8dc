package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.peil.run.InputRef;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Target;
import nl.peil.table.AccessTables;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.junit.jupiter.api.Test;

class StepWordsTest {

  private static final Slice TIMES_AUTO =
      Slice.of("scenario", "basis", "year", "2022", "mode", "auto", "period", "spits");
  private static final Slice TIMES_FIETS =
      Slice.of("scenario", "basis", "year", "2022", "mode", "fiets", "period", "spits");

  private static PlannedSlice planned(Slice slice, InputRef... inputs) {
    return new PlannedSlice(
        AccessTables.ACCESSIBILITY, slice, new Target(slice, List.of(inputs), "", ""), List.of());
  }

  private static InputRef times(Slice slice) {
    return InputRef.slice(InputTables.TRAVEL_TIMES, slice, "x", 1);
  }

  private static final InputRef ZONES = InputRef.slice(InputTables.ZONES, Slice.ALL, "x", 1);

  /** 16,500,000 and 999,999 pairs, 40 zones. */
  private static long rows(String table, String slice) {
    return Map.of("zones[all]", 40L, "auto", 16_500_000L, "fiets", 999_999L)
        .getOrDefault(
            table.equals("zones") ? "zones[all]" : slice.contains("auto") ? "auto" : "fiets", 0L);
  }

  @Test
  void aSliceOfAMatrixSaysHowManyPairs() {
    assertThat(
            StepWords.of(
                AccessTables.ACCESSIBILITY,
                List.of(planned(TIMES_AUTO, times(TIMES_AUTO), ZONES)),
                "27 measures",
                StepWordsTest::rows))
        .isEqualTo(
            "accessibility basis/2022/auto/spits: 27 measures of 16.5 million pairs and 40 rows of zones");
  }

  @Test
  void whatSeveralSlicesReadIsAddedAndWhatTheyShareCountsOnce() {
    assertThat(
            StepWords.of(
                AccessTables.ACCESSIBILITY,
                List.of(
                    planned(TIMES_AUTO, ZONES, times(TIMES_AUTO)),
                    planned(TIMES_FIETS, ZONES, times(TIMES_FIETS))),
                "",
                StepWordsTest::rows))
        .isEqualTo(
            "accessibility basis/2022/spits (2 slices): from 17.5 million pairs and 40 rows of zones");
  }

  @Test
  void whatIsReadFromFilesHasNoAmounts() {
    assertThat(
            StepWords.of(
                InputTables.ZONES,
                List.of(planned(Slice.ALL)),
                "reading and checking",
                StepWordsTest::rows))
        .isEqualTo("zones: reading and checking");
  }
}
