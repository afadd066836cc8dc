package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import nl.peil.SparkExtension;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a number to the files, and back. The tests follow one another on one set of tables. */
@Tag("thorough")
@ExtendWith({SparkExtension.class, FinishedRun.class})
@TestMethodOrder(OrderAnnotation.class)
class ExplainTest {

  /** West: 100 people of 1001, who have a huisarts at 2 minutes, and 60 of the 80 of 1002. */
  private static final String WEST =
      "scenario = 'basis' AND layout = 'helft' AND region = 'W' AND mode = 'auto'"
          + " AND service = 'huisarts'";

  private static TinyDelivery tiny;

  @BeforeAll
  static void copy(TinyDelivery finished, @TempDir Path folder) throws IOException {
    tiny = finished.copy(folder);
  }

  private static Command explain(String table, String where, String... more) {
    var words = new java.util.ArrayList<>(java.util.List.of("--table", table, "--where", where));
    words.addAll(java.util.List.of(more));
    return tiny.command("explain", words.toArray(String[]::new));
  }

  private static String sha256(String file) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(tiny.file(file))));
  }

  @Test
  @Order(1)
  void aNumberOfARegionIsWalkedToItsFilesAndComputedAgain(SparkSession spark) throws Exception {
    var run = tiny.lastRuns(spark).getOrDefault("zones all", "");
    var answer = explain("region_level", WEST);
    assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
    assertThat(answer.out())
        .contains("region_level[scenario=basis/year=2022/layout=helft]", "by run " + run)
        .containsPattern("code +[0-9a-f]{16}, as today")
        .contains(
            "file " + TinyDelivery.HERE_AUTO,
            "sha256 " + sha256(TinyDelivery.HERE_AUTO).substring(0, 16) + "..., unchanged",
            "file configuration: norms.csv",
            "file regio/helft.geojson",
            "as above: ")
        .containsPattern("computed again from accessibility_level version \\d+, region_membership")
        .containsPattern("population +160.0 = 160.0 stored")
        .contains("it holds: all 13 values are equal")
        .doesNotContain("CHANGED", "GONE", "!")
        // The bicycle has other rows, and is walked only when asked for
        .doesNotContain("file " + TinyDelivery.HERE_FIETS)
        .contains("about other rows than this one (--all walks them): accessibility_level");

    var all = explain("region_level", WEST, "--all", "--column", "share_meeting_norm");
    assertThat(all.out())
        .contains("file " + TinyDelivery.HERE_FIETS, sha256(TinyDelivery.HERE_FIETS))
        .contains("share of persons whose nearest lies within the norm")
        .doesNotContain("persons_meeting_norm ");
  }

  @Test
  @Order(2)
  void whatIsAskedMustBeARowOrAHandful() {
    assertRefused(explain("region_level", "mode = 'auto'"), "rows of region_level match");
    assertRefused(explain("region_level", "region = 'nowhere'"), "no row");
    assertRefused(explain("region_level", "colour = 'red'"), "colour");
    assertRefused(explain("region_level", "region = "), "--where");
    assertRefused(explain("region_level", WEST, "--column", "colour"), "no column colour");
    assertRefused(explain("roads", "true"), "no table roads");
    assertRefused(explain("runs", "true"), "record of runs");
    assertRefused(tiny.command("explain", "--table", "zones"), "where");
  }

  private static void assertRefused(Command command, String reason) {
    assertThat(command.code())
        .as(command.out() + command.err())
        .isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(command.err()).startsWith("peil: ").contains(reason);
  }

  @Test
  @Order(3)
  void aTableOfFilesNamesThemAndWhatWasFound() {
    var answer = explain("supplied_level", "true");
    assertRefused(answer, "no table supplied_level");
    var income = explain("zone_income", "zone = 1001");
    assertThat(income.code()).as(income.err()).isZero();
    assertThat(income.out())
        .contains("zone_income[all], 5 rows", "file inkomen.csv")
        .doesNotContain("computed again");
    assertThat(explain("population_grid", "cell_code = 'E1005N4500' AND year = 2022").out())
        .containsPattern("findings: .*warn \\w+ \\(1\\)");
  }

  @Test
  @Order(4)
  void filesThatChangedOrWentAreNamed() throws IOException {
    Files.setLastModifiedTime(
        tiny.file(TinyDelivery.HERE_AUTO),
        FileTime.fromMillis(System.currentTimeMillis() - 60_000));
    var services = Files.readAllBytes(tiny.file("huisarts.csv"));
    var regions = Files.readAllBytes(tiny.file("regio/helft.geojson"));
    Files.writeString(tiny.file("huisarts.csv"), "id,x,y\na,100100,450900\n");
    Files.delete(tiny.file("regio/helft.geojson"));
    var answer = explain("region_level", WEST);
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .containsPattern("file " + TinyDelivery.HERE_AUTO + " .*, unchanged")
        .containsPattern("file huisarts.csv .*, CHANGED since")
        .containsPattern("file regio/helft.geojson .*, GONE")
        .contains("it holds");
    tiny.write("huisarts.csv", services);
    tiny.write("regio/helft.geojson", regions);
  }

  @Test
  @Order(5)
  void aNumberThatSomebodyChangedDoesNotHold(SparkSession spark) {
    spark.sql(
        "UPDATE delta.`%s/region_level` SET share_meeting_norm = 0.99 WHERE %s"
            .formatted(tiny.output(), WEST));
    var answer = explain("region_level", WEST + " AND share_meeting_norm = 0.99");
    assertThat(answer.code()).isEqualTo(ExitCode.FAILED.code());
    assertThat(answer.out())
        .contains("was changed outside Peil since", "UPDATE", "IT DOES NOT HOLD")
        .containsPattern("! share_meeting_norm +[0-9.]+ is not 0.99 stored");

    spark.sql(
        "UPDATE delta.`%s/region_level` SET region = 'V' WHERE %s".formatted(tiny.output(), WEST));
    assertThat(explain("region_level", "region = 'V'").out())
        .contains("IT DOES NOT HOLD: the inputs give no row with this key");
  }

  @Test
  @Order(6)
  void aVersionThatWasVacuumedIsNamed(SparkSession spark) {
    var made = tiny.command("run", "--force", "--only", "accessibility");
    assertThat(made.code()).as(made.err()).isZero();
    var row = "scenario = 'basis' AND zone = 1001 AND service = 'huisarts' AND mode = 'auto'";
    assertThat(explain("accessibility_level", row).out()).contains("it holds");
    spark.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", "false");
    try {
      spark.sql("VACUUM delta.`%s/accessibility` RETAIN 0 HOURS".formatted(tiny.output()));
    } finally {
      spark.conf().unset("spark.databricks.delta.retentionDurationCheck.enabled");
    }
    var answer = explain("accessibility_level", row);
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out())
        .containsPattern("not computed again: VACUUM .* accessibility version \\d+")
        .doesNotContain("it holds", "HOLD");
  }

  @Test
  @Order(7)
  void settingsThatChangedSinceAreNamedAndTheNumberIsComputedWithThoseOfToday() throws IOException {
    var row = "scenario = 'basis' AND zone = 1001 AND service = 'banen' AND mode = 'auto'";
    assertThat(explain("accessibility", row + " AND measure = 'within_15'").out())
        .containsPattern("settings +\\d+ lines, as today")
        .contains("it holds");
    tiny.configure("intrazonal { auto = \"constant(16)\" }\n");
    var answer = explain("accessibility", row + " AND measure = 'within_15'");
    assertThat(answer.code()).isEqualTo(ExitCode.FAILED.code());
    // 1001 has 1 job itself, at 16 minutes now; 2 at 10.0 and 4 at 10.1 minutes
    assertThat(answer.out())
        .contains("DIFFERENT from today's")
        .containsPattern("! value +6.0 is not 7.0 stored");
    tiny.configure("");
  }
}
