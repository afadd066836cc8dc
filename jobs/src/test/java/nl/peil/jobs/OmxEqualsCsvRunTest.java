package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.peil.SparkExtension;
import nl.peil.geo.Crs;
import nl.peil.table.InputTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One OMX file with five modes loads as the five CSV files do that it was made of. */
@ExtendWith({SparkExtension.class, FinishedRun.class})
class OmxEqualsCsvRunTest {

  private static final List<String> MODES =
      List.of("auto", "fiets", "lopen", "ov_fiets", "ov_lopen");

  private static final int ZONES = 60;

  @TempDir Path folder;

  /** About a third of the pairs is beyond reach, every mode others; minutes have one decimal. */
  private static long write(TinyDelivery tiny, String path, long seed) throws IOException {
    var random = new Random(seed);
    var lines = new ArrayList<String>();
    lines.add("van,naar,minuten");
    for (int i = 0; i < ZONES; i++) {
      for (int j = 0; j < ZONES; j++) {
        if (random.nextInt(3) > 0) {
          int tenths = random.nextInt(2400);
          lines.add("%d,%d,%d.%d".formatted(2000 + i, 2000 + j, tenths / 10, tenths % 10));
        }
      }
    }
    tiny.write(path, lines.toArray(String[]::new));
    return lines.size() - 1L;
  }

  @Test
  void bothGiveTheSameTable(TinyDelivery finished, SparkSession spark) throws IOException {
    var tiny = finished.copy(folder);
    var squares = new ArrayList<String>();
    for (int i = 0; i < ZONES; i++) {
      int x = TinyDelivery.WEST + i * TinyDelivery.SIDE;
      int south = TinyDelivery.SOUTH;
      squares.add(
          TinyDelivery.rectangle(
              "\"code\": \"" + (2000 + i) + "\"",
              Crs.RD,
              x,
              south,
              x + TinyDelivery.SIDE,
              south + TinyDelivery.SIDE));
    }
    tiny.write("zestig.geojson", TinyDelivery.collection("EPSG:28992", squares));
    var words = new ArrayList<String>(List.of("convert"));
    long rows = 0;
    for (var mode : MODES) {
      var csv = "csv/{year}/" + mode + "_spits.csv";
      rows += write(tiny, csv.replace("{year}", "2031"), mode.hashCode());
      words.add("--times");
      words.add(tiny.file(csv.replace("{year}", "2031")).toString());
    }
    var omx = tiny.file("omx/2032.omx");
    words.addAll(List.of("--origin", "van", "--destination", "naar", "--minutes", "minuten"));
    words.addAll(List.of("--out", omx.toString()));
    var convert = Command.run(words.toArray(String[]::new));
    assertThat(convert.code()).as(convert.err()).isEqualTo(ExitCode.DONE.code());
    assertThat(convert.err()).contains("60 zones, as the matrices have them");
    assertThat(tiny.file("omx").toFile().list()).containsExactly("2032.omx");

    tiny.configure(
        """
        zones.polygons.path = "zestig.geojson"
        travel_times = [
          { path = "csv/{year}/{mode}_{period}.csv", scenario = csv
            columns { origin = van, destination = naar, minutes = minuten } }
          { path = "omx/{year}.omx", scenario = omx, format = omx, matrix = "{mode}_{period}" }
        ]
        """);
    var run = tiny.command("run", "--only", "zones,travel_times");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.DONE.code());
    var times = tiny.table(spark, InputTables.TRAVEL_TIMES);
    var columns = new String[] {"mode", "period", "origin", "destination", "minutes", "km"};
    var csv = times.where("scenario = 'csv' AND year = 2031").selectExpr(columns);
    var fromOmx = times.where("scenario = 'omx' AND year = 2032").selectExpr(columns);
    assertThat(csv.count()).isEqualTo(rows);
    assertThat(csv.select("mode").distinct().count()).isEqualTo(MODES.size());
    assertThat(fromOmx.exceptAll(csv).count()).isZero();
    assertThat(csv.exceptAll(fromOmx).count()).isZero();
  }
}
