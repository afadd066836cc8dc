package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a project of IKOB that cannot be run. */
class IkobErrorsTest {

  @TempDir private Path folder;
  private IkobProject project;

  @BeforeEach
  void project() throws IOException {
    project = new IkobProject(folder.resolve("deep/project"));
  }

  private Command ikob(String... more) {
    var words =
        new ArrayList<>(
            List.of("ikob", project.json().toString(), "--out", folder.resolve("out").toString()));
    words.addAll(List.of(more));
    return Command.run(words.toArray(String[]::new));
  }

  private Path result(String file) {
    return folder.resolve("out/Drie zones").resolve(file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SEGS/Stedelijkheidsgraad.csv | 1,2,6 | expected a grade of urbanisation of 1 to 5 for every zone, zone 3 has 6.0",
        "SEGS/CBS_autos_per_huishouden.csv | 40,110 | one column of 3 numbers, came 1 rows of 2",
        "SEGS/CBS_autos_per_huishouden.csv | 40,110.5,1 | expected whole numbers as IKOB does, came 110.5",
        "SEGS/WelAuto.csv | 1,2,3,4 | expected 5 rows of 4 numbers, came 1 of 4",
        "skims/Restdag/OV_Tijd.csv | 1,2,x | OV_Tijd.csv:1 [not_a_number] expected a number in column 3, came 'x'",
        "skims/Restdag/OV_Tijd.csv | 1,2,3 | expected 3 rows of 3 numbers, one for each zone, came 1 of 3",
        "SEGS/2023/Beroepsbevolking_inkomensklasse.csv | 1,2,3,-4 | expected 0.0 or more, came -4.0"
      })
  void aWrongFileIsNamedWithWhatWasExpected(String file, String content, String message)
      throws IOException {
    project.write(file, content + "\n");
    var command = ikob();
    assertThat(command.code()).as(command.err()).isEqualTo(ExitCode.DATA_REJECTED.code());
    assertThat(command.err()).contains(file.replaceFirst(".*/", "")).contains(message);
  }

  @Test
  void everybodyWithACarCannotBeCapped() throws IOException {
    project.write("SEGS/WelAuto.csv", "100,100,100,100\n".repeat(5));
    var command = ikob();
    assertThat(command.code()).isEqualTo(ExitCode.DATA_REJECTED.code());
    assertThat(command.err()).contains("WelAuto.csv").contains("zone 1").contains("below 100");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(folder.resolve("deep/project/skims/Restdag/Fiets_Tijd.csv"));
    var command = ikob();
    assertThat(command.code()).isEqualTo(ExitCode.DATA_REJECTED.code());
    assertThat(command.err()).contains("Fiets_Tijd.csv").contains("there is no such file");
    assertThat(result("ikob.csv")).doesNotExist();
    assertThat(result("ikob.csv.part")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"werk\"] | [\"sport\"] | 'project' > 'motieven': expected one of [werk, ",
        "{\"gebruiken\": false}}} | {\"gebruiken\": true}}} | expected false, got true: chains",
        "0.03 | \"veel\" | 'verdeling' > 'GratisOVpercentage': expected a number, got \"veel\"",
        "0.03 | 3 | expected a fraction of 0 to 1, got 3.0",
        "\"naam\": \"Drie zones\", | '' | 'project' > 'naam': expected a text, it is not there",
        "\"hoog\": 50 | \"hoog\": 150 | expected 0 to 100 percent",
        "{\"TVOM\" | {TVOM | line 1: expected JSON"
      })
  void aWrongProjectIsToldByItsKeys(String from, String to, String message) throws IOException {
    project.change(from, to);
    var command = ikob();
    assertThat(command.code()).as(command.err()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(command.err()).contains("project.json").contains(message);
  }

  @Test
  void theCommandLineSaysWhatItNeeds() {
    assertThat(Command.run("ikob", project.json().toString()).err()).contains("--out DIR");
    assertThat(Command.run("ikob").code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    var variant = ikob("--variant", "better");
    assertThat(variant.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(variant.err())
        .contains(
            "--variant takes [parking, competition, e-bike, decimals, headers], got 'better'");
  }
}
