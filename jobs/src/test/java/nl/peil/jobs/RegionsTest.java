package nl.peil.jobs;

import static nl.peil.jobs.TinyDelivery.SIDE;
import static nl.peil.jobs.TinyDelivery.SOUTH;
import static nl.peil.jobs.TinyDelivery.WEST;
import static nl.peil.jobs.TinyDelivery.collection;
import static nl.peil.jobs.TinyDelivery.polygon;
import static nl.peil.jobs.TinyDelivery.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.peil.SparkExtension;
import nl.peil.geo.Crs;
import nl.peil.table.RegionTables;
import nl.peil.table.RunTables;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** The regions of all kinds of layouts with their outlines. Areas are sums of squares of 1 km. */
@ExtendWith({SparkExtension.class, FinishedRun.class})
class RegionsTest {

  private static final double KM2 = 1e6;

  /** By layout and region. */
  private static Map<String, Row> regions;

  private static TinyDelivery tiny;

  /**
   * Layout eiland: A in two features that overlap by half, B beside it, C damaged. Layout samen
   * lists them: Z has A and B, Y has B and C, X has C only.
   */
  @BeforeAll
  static void run(TinyDelivery finished, @TempDir Path folder, SparkSession spark)
      throws IOException {
    tiny = finished.copy(folder);
    int half = SIDE / 2;
    tiny.write(
        "regio/eiland.geojson",
        collection(
                "EPSG:28992",
                List.of(
                    square("A", WEST),
                    square("A", WEST + half),
                    square("B", WEST + 3 * SIDE),
                    // The corners in the wrong order: a bow tie
                    polygon(
                        "\"code\": \"C\"",
                        Crs.RD,
                        WEST,
                        SOUTH,
                        WEST + SIDE,
                        SOUTH + SIDE,
                        WEST + SIDE,
                        SOUTH,
                        WEST,
                        SOUTH + SIDE)))
            .split("\n"));
    tiny.write("regio/namen.csv", "code,naam", "A,Aardenburg", "B,", "A,Anders", "Q,Quatre");
    tiny.write(
        "regio/samen.csv", "eiland,regio,naam", "A,Z,Zee", "B,Z,Zee", "B,Y,", "C,Y,", "C,X,Xerxes");
    Files.writeString(
        tiny.conf(),
        Files.readString(tiny.conf())
            + """
            quality { max_bad_share = 0.6 }
            layouts += { layout = eiland, source = "hand", valid_from = "2024-01-01"
              polygons { path = "regio/eiland.geojson", columns { region = code }
                names { path = "regio/namen.csv", columns { region = code, region_name = naam } } } }
            layouts += { layout = samen, status = indicatief, source = "samengesteld"
              list { path = "regio/samen.csv", of = eiland, columns { member = eiland, region = regio, region_name = naam } } }
            """);
    var run = tiny.command("run", "--only", "region_membership,regions");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    regions = new TreeMap<>();
    tiny.table(spark, RegionTables.REGIONS)
        .collectAsList()
        .forEach(row -> regions.put(row.getString(0) + "/" + row.getString(1), row));
  }

  private static String square(String code, int west) {
    return rectangle("\"code\": \"" + code + "\"", Crs.RD, west, SOUTH, west + SIDE, SOUTH + SIDE);
  }

  private static Row region(String key) {
    assertThat(regions).containsKey(key);
    return Objects.requireNonNull(regions.get(key));
  }

  private static double area(String key) {
    try {
      return new WKBReader().read(region(key).<byte[]>getAs("geometry")).getArea();
    } catch (ParseException e) {
      throw new AssertionError(key, e);
    }
  }

  @Test
  void everyRegionOfEveryLayoutIsThereOnce() {
    assertThat(regions.keySet())
        .containsExactly(
            "delivery/all",
            "eiland/A",
            "eiland/B",
            "helft/E",
            "helft/W",
            "samen/X",
            "samen/Y",
            "samen/Z",
            "streek/L1",
            "streek/L2",
            "streek/L3");
  }

  @Test
  void outlinesCoverWhatBelongsToTheRegionOnce() {
    assertThat(area("eiland/A")).isCloseTo(1.5 * KM2, within(1.0));
    assertThat(area("samen/Z")).isCloseTo(2.5 * KM2, within(1.0));
    assertThat(area("samen/Y")).isCloseTo(KM2, within(1.0));
    // 1001 and 1002; 1002 and 1003; 1005
    assertThat(area("streek/L1")).isCloseTo(2 * KM2, within(1.0));
    assertThat(area("streek/L2")).isCloseTo(2 * KM2, within(1.0));
    assertThat(area("streek/L3")).isCloseTo(KM2, within(1.0));
    // Drawn in degrees: 2.5 and 4.5 km from west to east, 3 km high
    assertThat(area("helft/W")).isCloseTo(7.5 * KM2, within(1000.0));
    assertThat(area("helft/E")).isCloseTo(13.5 * KM2, within(1000.0));
    assertThat(region("delivery/all").<byte[]>getAs("geometry")).isNull();
  }

  @Test
  void theBoxIsThatOfTheOutline() {
    var z = region("samen/Z");
    assertThat(
            List.of(
                z.<Double>getAs("min_x"),
                z.<Double>getAs("min_y"),
                z.<Double>getAs("max_x"),
                z.<Double>getAs("max_y")))
        .containsExactly(
            (double) WEST, (double) SOUTH, (double) WEST + 4 * SIDE, (double) SOUTH + SIDE);
  }

  @Test
  void aRegionWithoutAnyPolygonIsThereWithoutOutline() {
    var x = region("samen/X");
    assertThat(x.<byte[]>getAs("geometry")).isNull();
    assertThat(x.<Double>getAs("min_x")).isNull();
    assertThat(x.<String>getAs("status")).isEqualTo("onvolledig");
    assertThat(x.<String>getAs("region_name")).isEqualTo("Xerxes");
  }

  @Test
  void namesStatusAndSourceAreThoseOfTheLayout() {
    assertThat(regions.values())
        .extracting(
            row -> row.<String>getAs("region_name"),
            row -> row.<String>getAs("status"),
            row -> row.<String>getAs("source"),
            row -> String.valueOf(row.<Object>getAs("valid_from")))
        .contains(
            tuple("West", "vastgesteld", "hand", "null"),
            tuple("L1", "vastgesteld", "hand", "null"),
            // A polygon of the layout was set aside
            tuple("Aardenburg", "onvolledig", "hand", "2024-01-01"),
            tuple("B", "onvolledig", "hand", "2024-01-01"),
            tuple("Zee", "onvolledig", "samengesteld", "null"));
  }

  @Test
  void whatIsWrongWithAFileIsToldOnce(SparkSession spark) {
    assertThat(
            tiny.table(spark, RunTables.QUARANTINE)
                .where("file LIKE 'regio/%'")
                .select("file", "rule")
                .collectAsList())
        .extracting(row -> row.getString(0) + " " + row.getString(1))
        .hasSize(5)
        .contains(
            "regio/samen.csv unknown_member",
            "regio/namen.csv no_region_name",
            "regio/namen.csv second_region_name");
  }
}
