package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import nl.peil.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What changed between runs, and because of what. The tests follow one another. */
@Tag("thorough")
@ExtendWith({SparkExtension.class, FinishedRun.class})
@TestMethodOrder(OrderAnnotation.class)
class DiffTest {

  private static TinyDelivery tiny;

  @BeforeAll
  static void copy(TinyDelivery finished, @TempDir Path folder) throws IOException {
    tiny = finished.copy(folder);
  }

  @Test
  @Order(1)
  void aRunDoesNotDifferFromItself() {
    var same = tiny.command("diff", "--from", "last", "--to", "last");
    assertThat(same.code()).as(same.err()).isZero();
    assertThat(same.out())
        .contains(
            "unchanged       accessibility, accessibility_level, region_accessibility,"
                + " layout_inequality, region_level")
        .doesNotContain("because of", "causes");
    var before = tiny.command("diff", "--from", "last-1");
    assertThat(before.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(before.err()).contains("--from: there are 1 runs");
    assertThat(tiny.command("diff", "--from", "1999").err()).contains("no run is called 1999");
  }

  @Test
  @Order(2)
  void anotherMatrixIsNamedWithWhatItDid() throws IOException {
    tiny.write(TinyDelivery.HERE_FIETS, "van,naar,minuten", "1001,1001,5.0", "1001,1002,14.0");
    assertThat(tiny.command("run").code()).isZero();

    var diff =
        tiny.command("diff", "--from", "last-1", "--table", "accessibility", "--limit", "99");
    assertThat(diff.code()).as(diff.err()).isZero();
    assertThat(diff.out())
        .containsPattern("accessibility  version \\d+ -> \\d+")
        .contains("written       scenario=basis/year=2022/mode=fiets/period=spits\n")
        // 2 jobs at 14 minutes now, within the norm of 15, beside the own 1
        .contains("zone=1001 service=banen measure=within_norm  value 1.0 -> 3.0  (+2, +200 %)")
        // 1003 can no longer cycle to itself
        .contains("zone=1003 service=banen measure=nearest_1  value 6.0 -> null")
        .contains("because of    1\n")
        .containsPattern(
            "causes\n +1  file "
                + TinyDelivery.HERE_FIETS
                + " changed: sha256 [0-9a-f]{16}... -> [0-9a-f]{16}...\n$")
        .doesNotContain("mode=auto", "scenario=hoog");
  }

  @Test
  @Order(3)
  void anotherIncomeTouchesNoNumberOfAccess() throws IOException {
    tiny.write(
        "inkomen.csv", "zone;inkomen", "1001;30", "1002;25,5", "1003;20", "1004;60,0", "1005;5");
    assertThat(tiny.command("run").code()).isZero();

    var diff = tiny.command("diff", "--from", "last-1", "--to", "last");
    assertThat(diff.code()).as(diff.err()).isZero();
    assertThat(diff.out())
        .containsPattern("region_accessibility  version \\d+ -> \\d+")
        // The people of 1001 count for palma and concentration now: 100, in 2030 200
        .containsPattern("hoog .*population_with_income 280.0 -> 480.0  \\(\\+200, \\+71.4 %")
        .containsPattern("unchanged +accessibility, accessibility_level, .*region_level")
        .contains("  1  file inkomen.csv changed")
        .doesNotContain("  2  ");
  }

  @Test
  @Order(4)
  void aLayoutThatCameIsNewInEveryTableOfRegions() throws IOException {
    tiny.configure(
        """
        layouts += { layout = kern, source = "hand"
          list { path = "regio/streek.csv", of = zones, columns { member = zone, region = streek } } }
        measures += "cumulative(45)"
        """);
    assertThat(tiny.command("run").code()).isZero();
    var diff =
        tiny.command("diff", "--from", "last-1", "--table", "accessibility,region_membership");
    assertThat(diff.code()).as(diff.err()).isZero();
    assertThat(diff.out())
        .contains("region_membership[layout=kern] is new", "0 changed, 5 added, 0 removed")
        .contains("settings of accessibility\n         + within_45 ")
        .containsPattern("0 changed, [1-9]\\d* added, 0 removed");
  }
}
