package nl.peil.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.peil.SparkExtension;
import nl.peil.measure.Cumulative;
import nl.peil.measure.Direction;
import nl.peil.measure.IntrazonalRule;
import nl.peil.measure.Kernel;
import nl.peil.measure.Nearest;
import nl.peil.measure.Stage;
import nl.peil.measure.Supply;
import nl.peil.measure.ZoneIndex;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class MatrixPassTest {

  private static final StructType PAIRS =
      new StructType()
          .add("origin", DataTypes.IntegerType, false)
          .add("destination", DataTypes.IntegerType, false)
          .add("minutes", DataTypes.FloatType, false)
          .add("mode", DataTypes.StringType, false);

  /** Rows of 150 destinations: an origin is spread over batches of the reader, which has 100. */
  private static final int ZONES = 150;

  @TempDir Path folder;

  private static List<Row> matrix(String mode, long seed) {
    var random = new Random(seed);
    var rows = new ArrayList<Row>();
    for (int i = 0; i < ZONES; i++) {
      // Zone 7 has no row
      for (int j = 0; j < ZONES && i != 7; j++) {
        rows.add(RowFactory.create(1000 + i, 1000 + j, random.nextInt(600) / 10f, mode));
      }
    }
    return rows;
  }

  private static Kernel kernel(Stage... measures) {
    int[] zones = new int[ZONES];
    double[] counts = new double[ZONES];
    for (int i = 0; i < ZONES; i++) {
      zones[i] = 1000 + i;
      counts[i] = i % 3;
    }
    return new Kernel(
        new ZoneIndex(zones), List.of(new Supply("banen", counts, List.of(measures))));
  }

  /** Two modes in Parquet files, partitioned as travel_times is. */
  private Dataset<Row> stored(SparkSession spark) {
    var rows = matrix("auto", 1);
    rows.addAll(matrix("fiets", 2));
    var path = folder.resolve("pairs").toString();
    spark.createDataFrame(rows, PAIRS).coalesce(1).write().partitionBy("mode").parquet(path);
    return spark.read().parquet(path);
  }

  @Test
  void storedPairsAreReadAsColumnsAndGiveTheSameAsRows(SparkSession spark) {
    var pairs = stored(spark).where("mode = 'auto'");
    var kernel = kernel(new Nearest(3), Cumulative.within(30));
    spark.conf().set("spark.sql.parquet.columnarReaderBatchSize", "100");
    try {
      var chosen = pairs.select("origin", "destination", "minutes");
      assertThat(PairColumns.of(chosen.queryExecution().executedPlan())).isPresent();
      var columns = new MatrixPass(MatrixRows.stored(pairs), kernel).run().collectAsList();
      // A filter on pairs is more than a choice of columns
      var filtered = pairs.where("minutes >= 0");
      assertThat(
              PairColumns.of(
                  filtered
                      .select("origin", "destination", "minutes")
                      .queryExecution()
                      .executedPlan()))
          .isEmpty();
      var rows = new MatrixPass(MatrixRows.stored(filtered), kernel).run().collectAsList();
      assertThat(columns).hasSize(2 * ZONES).isEqualTo(rows);
    } finally {
      spark.conf().unset("spark.sql.parquet.columnarReaderBatchSize");
    }
  }

  @Test
  void passesTogetherGiveWhatEachGivesAlone(SparkSession spark) {
    var pairs = stored(spark);
    var auto =
        new MatrixPass(MatrixRows.stored(pairs.where("mode = 'auto'")), kernel(new Nearest(1)));
    var fiets =
        new MatrixPass(
            MatrixRows.stored(pairs.where("mode = 'fiets'")), kernel(Cumulative.within(30)));
    var together = MatrixPass.runAll(List.of(auto, fiets)).cache();
    assertThat(together.where("pass = 0").drop("pass").collectAsList())
        .hasSize(ZONES)
        .isEqualTo(auto.run().collectAsList());
    assertThat(together.where("pass = 1").drop("pass").collectAsList())
        .hasSize(ZONES)
        .isEqualTo(fiets.run().collectAsList());
    var withoutRow = together.where("zone = 1007").orderBy("pass").collectAsList();
    assertThat(withoutRow.get(0).<String>getAs("reason")).isEqualTo("unreachable");
    assertThat(withoutRow.get(1).<Double>getAs("value")).isZero();
    together.unpersist();
  }

  @Test
  void anOriginInTwoFilesStopsTheRun(SparkSession spark) {
    var rows = matrix("auto", 1);
    var path = folder.resolve("torn").toString();
    spark.createDataFrame(rows.subList(0, 200), PAIRS).coalesce(1).write().parquet(path);
    spark
        .createDataFrame(rows.subList(200, 400), PAIRS)
        .coalesce(1)
        .write()
        .mode("append")
        .parquet(path);
    var pass =
        new MatrixPass(MatrixRows.stored(spark.read().parquet(path)), kernel(new Nearest(1)));
    assertThatThrownBy(() -> pass.run().collectAsList())
        .hasStackTraceContaining("origin 1001 comes twice")
        .hasStackTraceContaining("load its matrix again");
  }

  @Test
  void pairsInAnyOrderAreBroughtTogether(SparkSession spark) {
    var rows = matrix("auto", 1);
    var kernel = kernel(new Nearest(2));
    var sorted = spark.createDataFrame(rows, PAIRS);
    Collections.shuffle(rows, new Random(3));
    var shuffled = spark.createDataFrame(rows, PAIRS).repartition(3);
    assertThat(new MatrixPass(MatrixRows.of(shuffled), kernel).run().collectAsList())
        .isEqualTo(new MatrixPass(MatrixRows.of(sorted), kernel).run().collectAsList());
  }

  private static Kernel passive(Kernel active) {
    return new Kernel(
        active.zones(),
        List.of(
            new Supply(
                "banen",
                IntStream.range(0, ZONES).mapToDouble(i -> i % 3).toArray(),
                List.of(new Nearest(3), Cumulative.within(30)))),
        IntrazonalRule.AS_GIVEN.times(ZONES, new double[0]),
        Direction.PASSIVE);
  }

  /** Files of whole origins are turned piece by piece; other pairs are sorted by Spark. */
  @Test
  void columnsOfStoredPairsAreTheRowsOfTheOtherDirection(SparkSession spark) {
    var rows = matrix("auto", 1);
    var path = folder.resolve("files").toString();
    // A file per origin
    spark
        .createDataFrame(rows, PAIRS)
        .coalesce(1)
        .write()
        .option("maxRecordsPerFile", ZONES)
        .parquet(path);
    var kernel = passive(kernel(new Nearest(1)));
    var stored = new MatrixPass(MatrixRows.stored(spark.read().parquet(path)), kernel);
    Collections.shuffle(rows, new Random(5));
    var sorted = new MatrixPass(MatrixRows.of(spark.createDataFrame(rows, PAIRS)), kernel);
    assertThat(stored.run().collectAsList())
        .hasSize(2 * ZONES)
        .isEqualTo(sorted.run().collectAsList());
  }

  /** A matrix of 35,000 zones is a file of more than 1 GiB; here most of it is a hole. */
  @Test
  void aFileOfGigabytesIsReadByOneTask(SparkSession spark) throws IOException {
    var rows = matrix("auto", 1);
    var path = folder.resolve("large");
    spark.createDataFrame(rows, PAIRS).coalesce(1).write().parquet(path.toString());
    try (var files = Files.newDirectoryStream(path, "*.parquet")) {
      for (var file : files) {
        var whole = Files.readAllBytes(file);
        int footer =
            ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(whole.length - 8) + 8;
        // Where the rows are is counted from the start, and where that stands from the end
        try (var large = FileChannel.open(file, StandardOpenOption.WRITE)) {
          large.write(ByteBuffer.wrap(whole, whole.length - footer, footer), (3L << 30) - footer);
        }
        assertThat(file).hasSize(3L << 30);
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
      }
    }
    var stored = MatrixRows.stored(spark.read().parquet(path.toString()));
    assertThat(stored.rows().getNumPartitions()).isEqualTo(1);
    var kernel = kernel(new Nearest(1));
    assertThat(new MatrixPass(stored, kernel).run().collectAsList())
        .hasSize(ZONES)
        .isEqualTo(
            new MatrixPass(MatrixRows.of(spark.createDataFrame(rows, PAIRS)), kernel)
                .run()
                .collectAsList());
  }

  @Test
  void aPairThatIsStoredTwiceStopsTheOtherDirectionToo(SparkSession spark) {
    var rows = matrix("auto", 1);
    var path = folder.resolve("twice").toString();
    spark.createDataFrame(rows, PAIRS).coalesce(1).write().parquet(path);
    spark
        .createDataFrame(rows.subList(150, 151), PAIRS)
        .coalesce(1)
        .write()
        .mode("append")
        .parquet(path);
    var pass =
        new MatrixPass(
            MatrixRows.stored(spark.read().parquet(path)), passive(kernel(new Nearest(1))));
    assertThatThrownBy(() -> pass.run().collectAsList())
        .hasStackTraceContaining("comes twice")
        .hasStackTraceContaining("load its matrix again");
  }
}
