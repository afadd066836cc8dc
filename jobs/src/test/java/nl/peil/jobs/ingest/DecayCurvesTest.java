package nl.peil.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import nl.peil.measure.decay.Decay;
import nl.peil.measure.decay.Exponential;
import nl.peil.measure.decay.Gaussian;
import nl.peil.measure.decay.LogLogistic;
import nl.peil.measure.decay.Logistic;
import nl.peil.measure.decay.Power;
import nl.peil.model.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecayCurvesTest {

  private static final String HEADER = "curve,version,mode,form,a,b,c,source,points\n";

  @TempDir Path folder;

  private DecayCurves read(String text) throws IOException {
    return DecayCurves.read(Files.writeString(folder.resolve("curves.csv"), text));
  }

  private Decay car(String row) throws IOException {
    var curves = read(HEADER + row + "\n");
    assertThat(curves.problems()).isEmpty();
    return Objects.requireNonNull(
        curves.byMode().getOrDefault(Mode.AUTO, Map.of()).get("mine"), row);
  }

  private String problem(String row) throws IOException {
    var curves = read(HEADER + row + "\n");
    assertThat(curves.problems()).hasSize(1);
    return curves.problems().get(0);
  }

  @Test
  void readsTheOldFormWithoutTheColumnPoints() throws IOException {
    var curves =
        read(
            """
            curve,mode,form,a,b,c
            pbl,auto,loglogistic,-8.65786,2.492099,0.011641
            pbl,fiets,loglogistic,-7.95686,2.675059,0.011981
            """);
    assertThat(curves.problems()).isEmpty();
    assertThat(curves.byMode()).containsOnlyKeys(Mode.AUTO, Mode.FIETS);
    assertThat(curves.byMode().get(Mode.AUTO))
        .containsEntry("pbl", new LogLogistic(-8.65786, 2.492099, 0.011641));
    assertThat(curves.byMode().get(Mode.FIETS))
        .containsEntry("pbl", new LogLogistic(-7.95686, 2.675059, 0.011981));
  }

  @Test
  void noFileMeansNoCurves() {
    assertThat(DecayCurves.read(null).byMode()).isEmpty();
    assertThat(DecayCurves.read(null).problems()).isEmpty();
  }

  @Test
  void takesTheParametersOfEveryFormFromLeftToRight() throws IOException {
    assertThat(car("mine,1,auto,exponential,0.1,,,x,")).isEqualTo(new Exponential(0.1));
    assertThat(car("mine,1,auto,power,0.5,,,x")).isEqualTo(new Power(0.5));
    assertThat(car("mine,1,auto,gaussian,20,,,x,")).isEqualTo(new Gaussian(20));
    assertThat(car("mine,1,auto,logistic,30,10,,x,")).isEqualTo(new Logistic(30, 10));
    assertThat(car("mine,1,auto,pbl,-8,2,0.01,x,")).isEqualTo(new LogLogistic(-8, 2, 0.01));
  }

  @Test
  void takesPointsFromAFileBesideIt() throws IOException {
    Files.createDirectories(folder.resolve("curves"));
    Files.writeString(folder.resolve("curves/mine.csv"), "t;f;n\n0;1;300\n20;0.5;80\n60;0.1;2\n");
    Files.writeString(folder.resolve("steps.csv"), "w,t\n0.6,20\n0,40\n");
    var points = car("mine,1,auto,points,,,,x,curves/mine.csv");
    assertThat(points.at(10)).isCloseTo(0.75, within(1e-15));
    assertThat(points.at(40)).isCloseTo(0.3, within(1e-15));
    assertThat(points.at(60)).isCloseTo(0.1, within(1e-15));
    assertThat(points.at(60.1)).isZero();
    // What tables are made from: other points are another text.
    assertThat(points.toString()).contains("minutes=20.0, weight=0.5");
    var steps = car("mine,1,auto,stepped,,,,x,steps.csv");
    assertThat(steps.at(19.9)).isEqualTo(1);
    assertThat(steps.at(20)).isEqualTo(0.6);
    assertThat(steps.at(40)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mine,1,metro,pbl,1,1,1,x, | mode 'metro' is not one of",
        "mine,1,auto,cubic,1,,,x, | form 'cubic' is not known; known: loglogistic, exponential (1 of",
        "mine,1,auto,exponential,,,,x, | column a is empty, expected b of the form exponential",
        "mine,1,auto,logistic,30,,,x, | column b is empty, expected sd of the form logistic",
        "mine,1,auto,logistic,30,1,9,x, | form logistic takes nothing from column c, but it is '9'",
        "mine,1,auto,exponential,1,,,x,p.csv | exponential takes nothing from column points",
        "mine,1,auto,exponential,x,,,x, | 'x' is not a number",
        "mine,1,auto,exponential,-1,,,x, | b must be more than 0, but is -1.0",
        "mine,1,auto,points,,,,x, | form points takes its points from a file",
        "mine,1,auto,points,1,,,x,p.csv | form points takes nothing from column a",
        "mine,1,auto,points,,,,x,none.csv | none.csv: there is no such file",
        "linear,1,auto,pbl,1,1,1,x, | a curve cannot be called 'linear'",
        "Mine,1,auto,pbl,1,1,1,x, | a curve cannot be called 'Mine'",
      })
  void saysWhatIsWrongAndWhere(String row, String expected) throws IOException {
    assertThat(problem(row)).startsWith(folder.resolve("curves.csv") + ":2: ").contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "t,f;0,1;9,0.5;9,0.4 | 4: points decay: t must be more than the 9.0 before it",
        "t,f;0,1;9,0.5;19,0.6 | 4: points decay: w at t = 19.0 must be from 0 to 0.5",
        "t,f;0,1;9,;19,0.6 | 3: column f is empty, expected f as a number",
        "t,f;0,1;x,1 | 3: 'x' is not a number",
        "t,f;0,1 | 2: points decay: expected at least 2 times",
        "t,f | 1: points decay: expected at least 2 times",
      })
  void pointsAtTheLineOfAPointThatIsWrong(String points, String expected) throws IOException {
    var file = Files.writeString(folder.resolve("p.csv"), points.replace(';', '\n') + "\n");
    assertThat(problem("mine,1,auto,points,,,,x,p.csv"))
        .contains("curves.csv:2: ")
        .contains(file + ":" + expected);
  }

  @Test
  void pointsNeedTheirColumns() throws IOException {
    Files.writeString(folder.resolve("p.csv"), "t,w\n0,1\n9,0\n");
    assertThat(problem("mine,1,auto,points,,,,x,p.csv")).contains("missing [f]");
  }

  @Test
  void aCurveComesOncePerMode() throws IOException {
    var row = "mine,1,auto,exponential,0.1,,,x,\n";
    assertThat(problem(row + row.replace("auto", "fiets") + row))
        .contains(":4: curve 'mine' stands here twice for auto");
  }

  @Test
  void aFileThatIsNotThereIsAProblem() {
    assertThat(DecayCurves.read(folder.resolve("none.csv")).problems())
        .singleElement()
        .asString()
        .contains("none.csv: there is no such file");
  }
}
