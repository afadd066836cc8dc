package nl.peil.source.omx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.PathPattern;
import nl.peil.source.omx.MatrixSelection.Chosen;
import org.junit.jupiter.api.Test;

class MatrixSelectionTest {

  private static final PathPattern BY_MODE = new PathPattern("{mode}_{period}");

  private static Chosen chosen(String name, String mode, String period) {
    return new Chosen(name, Map.of("mode", mode, "period", period));
  }

  @Test
  void namesTellWhatAMatrixIsAbout() throws Exception {
    var choice =
        MatrixSelection.byPattern("{mode}_{period}")
            .choose("m.omx", List.of("ov_fiets_dal", "CAR_AM", "auto_spits"));
    assertThat(choice.matrices())
        .containsExactly(
            chosen("ov_fiets_dal", "ov_fiets", "dal"), chosen("auto_spits", "auto", "spits"));
    assertThat(choice.ignored()).containsExactly("CAR_AM");
  }

  @Test
  void whatIsDeclaredIsWantedAndNothingElse() throws Exception {
    var selection =
        new MatrixSelection(BY_MODE, Map.of("auto_spits", "CAR_AM", "fiets_dal", "bike off peak"));
    var choice = selection.choose("m.omx", List.of("CAR_AM", "lopen_dal", "bike off peak"));
    assertThat(choice.matrices())
        .containsExactlyInAnyOrder(
            chosen("CAR_AM", "auto", "spits"), chosen("bike off peak", "fiets", "dal"));
    assertThat(choice.ignored()).containsExactly("lopen_dal");
  }

  @Test
  void aPatternWithoutPartsMeansOneMatrix() throws Exception {
    var choice = MatrixSelection.byPattern("TIME").choose("m.omx", List.of("COST", "TIME"));
    assertThat(choice.matrices()).containsExactly(new Chosen("TIME", Map.of()));
    assertThat(choice.ignored()).containsExactly("COST");
  }

  @Test
  void namesThatDoNotFitAreShown() {
    assertThatThrownBy(
            () -> MatrixSelection.byPattern("{mode}_{period}").choose("m.omx", List.of("A", "B")))
        .isInstanceOf(RejectedFileException.class)
        .hasMessageContaining("m.omx [no_matrix]")
        .hasMessageContaining("'{mode}_{period}'; the file has [A, B]");
    var selection = new MatrixSelection(BY_MODE, Map.of("auto_spits", "CAR_AM"));
    assertThatThrownBy(() -> selection.choose("m.omx", List.of("CAR_PM")))
        .isInstanceOf(RejectedFileException.class)
        .hasMessageContaining("[unknown_matrix]")
        .hasMessageContaining("'CAR_AM', declared as auto_spits; the file has [CAR_PM]");
  }

  @Test
  void twoMatricesAboutTheSameAreNotGuessedBetween() {
    assertThatThrownBy(
            () ->
                MatrixSelection.byPattern("{mode}_{period}*")
                    .choose("m.omx", List.of("auto_spits_v1", "auto_spits_v2")))
        .isInstanceOf(RejectedFileException.class)
        .hasMessageContaining("[ambiguous_matrix]")
        .hasMessageContaining("'auto_spits_v1' and 'auto_spits_v2'");
  }

  @Test
  void declarationsAreChecked() {
    assertThatThrownBy(() -> new MatrixSelection(BY_MODE, Map.of("auto_ochtend", "CAR_AM")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'auto_ochtend' does not fit the pattern '{mode}_{period}'");
    assertThatThrownBy(
            () -> new MatrixSelection(BY_MODE, Map.of("auto_spits", "CAR", "auto_dal", "CAR")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'CAR' is declared twice");
  }
}
