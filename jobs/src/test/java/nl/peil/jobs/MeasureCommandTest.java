package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peil.SparkExtension;
import nl.peil.jobs.measure.Catalogue;
import nl.peil.measure.MeasureForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command measure, as a person uses it: files in, a file out. */
@ExtendWith(SparkExtension.class)
class MeasureCommandTest {

  @TempDir private Path folder;

  /** Hexagons; of d no people are known, and nothing leads there. */
  @BeforeEach
  void files() throws IOException {
    write(
        "zones.csv",
        "hex;jobs;shops;people;income;town",
        "8a;1;0;30;10;West",
        "8b;2;1;20;20;West",
        "8c;4;0;5;30;Oost",
        "8d;NA;;;;");
    write(
        "times.csv",
        "from_id,to_id,travel_time,mode",
        "8a,8a,5.0,car",
        "8a,8b,12.3,car",
        "8b,8a,20,car",
        "8b,8b,5,car",
        "8b,8c,31,car",
        "8c,8b,10,car",
        "8c,8c,5,car");
    // The same without keys, in the order of the zones
    write("square.csv", "5,12.3,,", "20,5,31,", ",10,5,", ",,,");
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private Command measure(String times, String... more) {
    var words =
        new ArrayList<>(
            List.of(
                "measure",
                "--times",
                folder.resolve(times).toString(),
                "--zones",
                folder.resolve("zones.csv").toString(),
                "--zone",
                "hex"));
    words.addAll(List.of(more));
    return Command.run(words.toArray(String[]::new));
  }

  /** Values by "zone opportunity measure". */
  private Map<String, String> values(Path csv) throws IOException {
    var values = new HashMap<String, String>();
    var lines = Files.readAllLines(csv);
    assertThat(lines.get(0)).isEqualTo("hex,opportunity,measure,value,unit,reason");
    for (var line : lines.subList(1, lines.size())) {
      var fields = line.split(",", -1);
      values.put(
          fields[0] + " " + fields[1] + " " + fields[2],
          fields[3].isEmpty() ? fields[5] : fields[3]);
    }
    return values;
  }

  @Test
  void measuresAndInequalityOfTextZones() throws IOException {
    var out = folder.resolve("new/result.csv");
    var done =
        measure(
            "times.csv",
            "--opportunities",
            "jobs,shops",
            "--demand",
            "people",
            "--measure",
            "cumulative(20)",
            "--measure",
            "floating_catchment(2sfca,binary,20)",
            "--measure",
            "nearest(1)",
            "--inequality",
            "mean,palma(income),theil(town),fgt_over(0,12)",
            "--out",
            out.toString());
    assertThat(done.err()).contains("long CSV, delimiter ',', decimal point, origin=from_id");
    assertThat(done.err()).contains("7 pairs used");
    assertThat(done.err()).contains("1 of 4 zones have no value in 'jobs': counted as 0");
    assertThat(done.err()).contains("1 of 4 zones have no value in 'people': not known");
    assertThat(done.code()).isZero();
    var values = values(out);
    assertThat(values).hasSize(4 * 2 * 3);
    assertThat(values)
        .containsEntry("8a jobs within_20", "3")
        .containsEntry("8b jobs within_20", "3")
        .containsEntry("8c jobs within_20", "6")
        .containsEntry("8d jobs within_20", "0")
        .containsEntry("8a shops nearest_1", "12.3")
        .containsEntry("8d shops nearest_1", "unreachable")
        .containsEntry("8d jobs fca_2sfca_binary_20", "0");
    // The shop of 8b is reached by all 55
    assertThat(Double.parseDouble(String.valueOf(values.get("8a shops fca_2sfca_binary_20"))))
        .isCloseTo(1 / 55.0, within(1e-12));

    var statistics = Files.readAllLines(folder.resolve("new/result.inequality.csv"));
    assertThat(statistics.get(0))
        .isEqualTo("opportunity,measure,statistic,result,value,weight_covered,weight");
    // 30 x 3 + 20 x 3 + 5 x 6 over 55 people; those above 90 % of income have 6, up to 40 % 3
    assertThat(statistics)
        .contains("jobs,within_20,mean,mean," + 180 / 55.0 + ",55,55")
        .contains("jobs,within_20,palma_income,palma,2,55,55")
        .contains("shops,nearest_1,fgt_over_0_12,fgt0_over," + 30 / 55.0 + ",55,55");
    assertThat(statistics)
        .anyMatch(line -> line.startsWith("jobs,within_20,theil_town,theil_between,"));
    assertThat(out.resolveSibling("result.csv.part")).doesNotExist();
  }

  @Test
  void aSquareMatrixTakesItsZonesFromTheZonesInTheirOrder() throws IOException {
    var out = folder.resolve("square-result.csv");
    var done =
        measure(
            "square.csv",
            "--times-format",
            "square_csv",
            "--blank-is-unreachable",
            "--opportunities",
            "jobs",
            "--measure",
            "cumulative(20)",
            "--measure",
            "passive(cumulative(20))",
            "--out",
            out.toString());
    assertThat(done.err()).contains("square CSV");
    assertThat(done.code()).isZero();
    assertThat(values(out))
        .containsEntry("8a jobs within_20", "3")
        .containsEntry("8c jobs within_20", "6")
        .containsEntry("8b jobs passive_within_20", "7")
        .containsEntry("8c jobs passive_within_20", "4");
  }

  @Test
  void withoutAFileTheValuesGoToTheOutputAndTalkDoesNot() {
    var done =
        measure(
            "times.csv",
            "--opportunities",
            "jobs",
            "--direction",
            "passive",
            "--intrazonal",
            "constant(25)",
            "--measure",
            "cumulative(20)",
            "--inequality",
            "gini");
    assertThat(done.code()).isZero();
    assertThat(done.out().lines())
        .startsWith(
            "hex,opportunity,measure,value,unit,reason",
            "8a,jobs,passive_within_20,2,opportunities,")
        .contains("opportunity,measure,statistic,result,value,weight_covered,weight");
    assertThat(done.err()).contains("inequality over zones, each weighing the same");
  }

  @Test
  void whatIsMissingIsSaidAtOnce() {
    var done = Command.run("measure", "--measure", "cumulativ(3)", "--inequality", "gino");
    assertThat(done.code()).isEqualTo(2);
    assertThat(done.err())
        .contains("needs --times")
        .contains("needs --zones")
        .contains("needs --zone;")
        .contains("needs --opportunities")
        .contains("'cumulativ' is not a known measure")
        .contains("--inequality")
        .contains("gino");
  }

  @Test
  void whatDoesNotFitTheZonesIsSaidBeforeTheMatrixIsRead() {
    var people = measure("none.csv", "--opportunities", "jobs", "--measure", "balancing_cost(1)");
    assertThat(people.code()).isEqualTo(2);
    assertThat(people.err()).contains("balancing_cost_1 needs the demand").contains("--demand");
    var curve = measure("none.csv", "--opportunities", "jobs", "--measure", "gravity(pbl)");
    assertThat(curve.code()).isEqualTo(2);
    assertThat(curve.err()).contains("'pbl'").contains("--decay-curves");
  }

  @Test
  void badFilesAreRejectedAndAnOlderResultStays() throws IOException {
    var out = folder.resolve("result.csv");
    Files.writeString(out, "older\n");
    var none =
        measure(
            "none.csv",
            "--opportunities",
            "jobs",
            "--measure",
            "cumulative(3)",
            "--out",
            out.toString());
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.err()).contains("none.csv").contains("there is no such file");

    write("times.csv", "from_id,to_id,travel_time", "8a,8x,5", "8a,8b,6");
    var unknown =
        measure(
            "times.csv",
            "--opportunities",
            "jobs",
            "--measure",
            "cumulative(3)",
            "--out",
            out.toString());
    assertThat(unknown.code()).isEqualTo(3);
    assertThat(unknown.err()).contains("8x").contains("unknown_zone");

    write("zones.csv", "hex;jobs", "8a;1", "8b;x");
    var number = measure("times.csv", "--opportunities", "jobs", "--measure", "cumulative(3)");
    assertThat(number.code()).isEqualTo(3);
    assertThat(number.err())
        .contains("zones.csv:3")
        .contains("expected a number of 0 or more")
        .contains("'x'");

    write("zones.csv", "hex;jobs", "8a;1", "8a;2");
    var twice = measure("times.csv", "--opportunities", "jobs", "--measure", "cumulative(3)");
    assertThat(twice.code()).isEqualTo(3);
    assertThat(twice.err()).contains("'8a' stands on line 2 too");

    var column = measure("times.csv", "--opportunities", "shops", "--measure", "cumulative(3)");
    assertThat(column.code()).isEqualTo(3);
    assertThat(column.err()).contains("shops");
    assertThat(Files.readString(out)).isEqualTo("older\n");
  }

  @Test
  void theListHoldsEveryMeasureWithItsFormulaAndSource() {
    var list = Command.run("measure", "--list");
    assertThat(list.code()).isZero();
    for (var form : MeasureForm.all()) {
      assertThat(list.out()).contains(form.usages());
    }
    assertThat(list.out())
        .contains(
            "MEASURES", "DECAYS", "INEQUALITY", "exponential,b", "palma", "source: Hansen (1959)");
    assertThat(list.out().lines()).allMatch(line -> line.length() <= 110);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nearest(k)", "exponential,b", "gini", "area(km/h)"})
  void theMethodPageIsMadeOfTheSame(String usage) {
    assertThat(Catalogue.markdown()).contains("`" + usage + "`");
  }
}
