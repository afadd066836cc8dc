package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.peil.SparkExtension;
import nl.peil.table.InputTables;
import nl.peil.table.RegionTables;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A catalogue beside the configuration: layouts from it, names for what is delivered, and what is
 * open. People: 1001 has 100, 1002 60 in W and 20 in E, 1003 50, 1004 10. One test after the other.
 */
@Tag("thorough")
@ExtendWith({SparkExtension.class, FinishedRun.class})
@TestMethodOrder(OrderAnnotation.class)
class CatalogueTest {

  private static final String REGIONS =
      """
      layout;region;region_name;aliases;provinces;status;basis;source;note
      bond;heel;Heel;Geheel|Alles;;indicatief;stated;brief 1;let op
      bond;open;Onbekend;;Gelderland;vastgesteld;open;brief 2;
      bond;over;Overlap;;;vastgesteld;public;brief 3;
      punten;kern;Kern;;;vastgesteld;stated;brief 4;
      helft;W;Westkant;De West;;vastgesteld;delivered;brief 5;
      """;
  private static final String MEMBERS =
      """
      layout;region;member_layout;member;member_name;basis
      bond;heel;helft;W;West;stated
      bond;heel;helft;E;Oost;stated
      bond;over;streek;L2;;public
      bond;over;streek;L9;weg;public
      punten;kern;zones;1003;;stated
      """;
  private static final String GOALS =
      """
      goal_id;layout;region;contradiction
      g1;bond;Onbekend;
      g2;;Nederland;
      g3;helft;west|de west;elders anders
      g4;helft;Zuid;
      g5;;alle Bond-regio's;
      """;

  private static TinyDelivery tiny;

  @BeforeAll
  static void copy(TinyDelivery finished, @TempDir Path folder) throws IOException {
    tiny = finished.copy(folder);
    catalogue(MEMBERS);
    Files.writeString(tiny.conf().resolveSibling("catalogus/regions.csv"), REGIONS);
    Files.writeString(tiny.conf().resolveSibling("catalogus/goals.csv"), GOALS);
    tiny.configure("catalogue { folder = catalogus, layouts = [bond, punten] }\n");
  }

  private static void catalogue(String members) throws IOException {
    Files.createDirectories(tiny.conf().resolveSibling("catalogus"));
    Files.writeString(tiny.conf().resolveSibling("catalogus/members.csv"), members);
  }

  private static Command run() {
    return tiny.command("run", "--only", "region_membership,regions");
  }

  private static Map<String, Row> regions(SparkSession spark) {
    var regions = new TreeMap<String, Row>();
    tiny.table(spark, RegionTables.REGIONS)
        .collectAsList()
        .forEach(row -> regions.put(row.getString(0) + "/" + row.getString(1), row));
    return regions;
  }

  private static Row region(SparkSession spark, String key) {
    return Objects.requireNonNull(regions(spark).get(key), key);
  }

  @Test
  @Order(1)
  void regionsOfTheCatalogueHaveTheZonesOfTheirMembers(SparkSession spark) {
    var run = run();
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(
            tiny.table(spark, InputTables.REGION_MEMBERSHIP)
                .where("layout IN ('bond', 'punten')")
                .orderBy("layout", "region", "zone")
                .collectAsList())
        .extracting(
            row ->
                "%s %s %s %.2f %s %s"
                    .formatted(
                        row.getAs("region"),
                        row.getAs("region_name"),
                        row.getAs("zone"),
                        row.<Double>getAs("weight"),
                        row.getAs("status"),
                        row.getAs("source")))
        .containsExactly(
            "heel Heel 1001 1.00 indicatief brief 1",
            "heel Heel 1002 1.00 indicatief brief 1",
            "heel Heel 1003 1.00 indicatief brief 1",
            "heel Heel 1004 1.00 indicatief brief 1",
            "heel Heel 1005 1.00 indicatief brief 1",
            // A member of it does not exist
            "over Overlap 1002 1.00 onvolledig brief 3",
            "over Overlap 1003 1.00 onvolledig brief 3",
            "kern Kern 1003 1.00 vastgesteld brief 4");
  }

  @Test
  @Order(2)
  void aRegionWithoutMembersIsThereAndSaysSo(SparkSession spark) {
    var open = region(spark, "bond/open");
    assertThat(open.<String>getAs("region_name")).isEqualTo("Onbekend");
    assertThat(open.<String>getAs("members_basis")).isEqualTo("open");
    assertThat(open.<Boolean>getAs("members_stated")).isFalse();
    assertThat(open.<byte[]>getAs("geometry")).isNull();
    var over = region(spark, "bond/over");
    assertThat(over.<String>getAs("members_basis")).isEqualTo("public");
    assertThat(over.<Boolean>getAs("members_stated")).isFalse();
    assertThat(over.<byte[]>getAs("geometry")).isNotEmpty();
    var whole = region(spark, "bond/heel");
    assertThat(whole.<Boolean>getAs("members_stated")).isTrue();
    assertThat(whole.<String>getAs("aliases")).isEqualTo("Geheel|Alles");
    assertThat(whole.<String>getAs("note")).isEqualTo("let op");
  }

  @Test
  @Order(3)
  void namesForADeliveredRegionStandBesideItsOwn(SparkSession spark) {
    var west = region(spark, "helft/W");
    assertThat(west.<String>getAs("region_name")).isEqualTo("West");
    assertThat(west.<String>getAs("aliases")).isEqualTo("Westkant|De West");
    assertThat(west.<String>getAs("source")).isEqualTo("hand");
    assertThat(west.<String>getAs("members_basis")).isEqualTo("delivered");
    assertThat(region(spark, "helft/E").<String>getAs("aliases")).isNull();
  }

  @Test
  @Order(4)
  void theCheckTellsWhatIsOpenAndHowToFillItIn() {
    var check = tiny.command("catalogue");
    assertThat(check.code()).as(check.out() + check.err()).isZero();
    assertThat(check.out().lines().map(String::strip))
        .contains(
            "bond: 3 regions, 2 with members (4), 1 open",
            "Onbekend (open, line 3) in Gelderland",
            "Overlap (over, line 4): 2 members",
            "members.csv:5: bond;over;streek;L9;weg",
            "g1 (line 2): bond:Onbekend",
            "g5 (line 6): bond:*, 1 of its 3 regions",
            "g3 (line 4): elders anders",
            "g4 (line 5): 'helft:Zuid': layout helft of the delivery has no region of that name; add it as an alias in regions.csv (basis delivered)",
            "bond;open;gemeente;GM....;name;stated")
        .noneMatch(line -> line.startsWith("g2") || line.startsWith("g3 (line 4): 'helft"));
  }

  @Test
  @Order(5)
  void aChangedMemberMakesItsLayoutAnewAndNoOther(SparkSession spark) throws IOException {
    var before = tiny.lastRuns(spark);
    catalogue(MEMBERS.replace("zones;1003", "zones;1004"));
    assertThat(run().code()).isZero();
    var after = tiny.lastRuns(spark);
    assertThat(
            after.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("region_membership layout=punten", "regions layout=punten");
  }

  @Test
  @Order(6)
  void whatIsWrongInTheCatalogueIsToldBeforeAnyWork() throws IOException {
    catalogue(MEMBERS + "bond;heel;dorp;X;;stated\nbond;weg;helft;W;;stated\n");
    var run = run();
    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(run.err())
        .contains("members.csv:8: there is no region bond/weg")
        .contains("members of 'bond' are regions of a layout 'dorp'");
    tiny.configure("catalogue { folder = catalogus, layouts = [helft, bond, elders] }\n");
    assertThat(run().err()).contains("layout 'helft' stands under layouts or here already");
  }
}
