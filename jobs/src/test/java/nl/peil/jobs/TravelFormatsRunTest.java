package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import nl.peil.SparkExtension;
import nl.peil.table.InputTables;
import nl.peil.table.RunTables;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A matrix of which nothing is declared but its zones, in a run. */
@ExtendWith({SparkExtension.class, FinishedRun.class})
class TravelFormatsRunTest {

  @TempDir Path folder;

  @Test
  void aSquareMatrixIsToldFromItsLinesAndDependsOnItsZoneList(
      TinyDelivery finished, SparkSession spark) throws IOException {
    var tiny = finished.copy(folder);
    tiny.configure(
        """
        travel_times += { path = "vierkant/{scenario}/{year}/{mode}_{period}.csv"
          zone_list { path = "vierkant/zones.txt" }, unreachable = [-1] }
        """);
    tiny.write("vierkant/zones.txt", "1003", "1001", "1002", "1005", "1004");

    tiny.write(
        "vierkant/basis/2022/lopen_spits.csv",
        "2;-1;50;-1;-1",
        "-1;3,5;-1;-1;-1",
        "40;-1;4;-1;-1",
        "-1;-1;-1;5;-1",
        "-1;-1;-1;-1;6");
    var run = tiny.command("run");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(Peil.DONE);
    assertThat(
            tiny.table(spark, InputTables.TRAVEL_TIMES)
                .where("scenario = 'basis' AND mode = 'lopen'")
                .select("origin", "destination", "minutes")
                .orderBy("origin", "destination")
                .collectAsList())
        .containsExactly(
            RowFactory.create(1001, 1001, 3.5f),
            RowFactory.create(1002, 1002, 4f),
            RowFactory.create(1002, 1003, 40f),
            RowFactory.create(1003, 1002, 50f),
            RowFactory.create(1003, 1003, 2f),
            RowFactory.create(1004, 1004, 6f),
            RowFactory.create(1005, 1005, 5f));
    assertThat(
            tiny.table(spark, RunTables.FINDINGS)
                .where("rule = 'format_detected'")
                .select("severity", "message")
                .distinct()
                .collectAsList())
        .containsExactly(
            RowFactory.create(
                "info",
                "the file was read as square CSV, delimiter ';', decimal comma, zones of"
                    + " vierkant/zones.txt"));

    tiny.write("vierkant/zones.txt", "1001", "1003", "1002", "1005", "1004");
    assertThat(tiny.command("plan").out()).contains("file vierkant/zones.txt changed");
  }
}
