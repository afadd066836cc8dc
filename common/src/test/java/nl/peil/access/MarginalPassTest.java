package nl.peil.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.peil.SparkExtension;
import nl.peil.measure.IntrazonalRule;
import nl.peil.measure.MarginalAccess;
import nl.peil.measure.MarginalEffects.Effect;
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
class MarginalPassTest {

  private static final StructType PAIRS =
      new StructType()
          .add("origin", DataTypes.IntegerType, false)
          .add("destination", DataTypes.IntegerType, false)
          .add("minutes", DataTypes.FloatType, false);

  private static final int ZONES = 40;

  /** No journey starts here. */
  private static final int WITHOUT_ROW = 7;

  @TempDir Path folder;

  private static List<Row> pairs() {
    var random = new Random(5);
    var rows = new ArrayList<Row>();
    for (int i = 0; i < ZONES; i++) {
      for (int j = 0; j < ZONES && i != WITHOUT_ROW; j++) {
        if (i != j && random.nextInt(4) > 0) {
          rows.add(RowFactory.create(1000 + i, 1000 + j, random.nextInt(600) / 10f));
        }
      }
    }
    return rows;
  }

  /** People in thirds: sums in another order would differ in their last digits. */
  private static MarginalAccess access(String intrazonal) {
    int[] zones = IntStream.range(0, ZONES).map(i -> 1000 + i).toArray();
    var few = IntStream.range(0, ZONES).mapToDouble(i -> i % 9 == 0 ? 1 : 0).toArray();
    var many = IntStream.range(0, ZONES).mapToDouble(i -> i % 2 * 2).toArray();
    var people = IntStream.range(0, ZONES).mapToDouble(i -> i % 5 == 0 ? 0 : i / 3.0).toArray();
    return new MarginalAccess(
        new ZoneIndex(zones),
        List.of(
            new MarginalAccess.Service("hbo", few, 12),
            new MarginalAccess.Service("huisarts", many, 3)),
        people,
        IntrazonalRule.parse(intrazonal).times(ZONES, new double[ZONES]));
  }

  /** Pairs in files of whole origins, as travel_times has them. */
  private Dataset<Row> stored(SparkSession spark, String name, int files) {
    var path = folder.resolve(name).toString();
    spark
        .createDataFrame(pairs(), PAIRS)
        .repartitionByRange(files, org.apache.spark.sql.functions.col("origin"))
        .sortWithinPartitions("origin", "destination")
        .write()
        .parquet(path);
    return spark.read().parquet(path);
  }

  /** What one gatherer finds that goes over all rows. */
  private static MarginalAccess.Gatherer alone(MarginalAccess access) {
    var byOrigin = pairs().stream().collect(Collectors.groupingBy(row -> row.getInt(0)));
    var gatherer = access.gatherer();
    for (int i = 0; i < ZONES; i++) {
      var row = byOrigin.getOrDefault(1000 + i, List.of());
      var times = new float[row.size()];
      for (int k = 0; k < times.length; k++) {
        times[k] = row.get(k).getFloat(2);
      }
      gatherer.gather(
          1000 + i, row.stream().mapToInt(pair -> pair.getInt(1)).toArray(), times, row.size());
    }
    return gatherer;
  }

  @Test
  void tasksTogetherGiveWhatOneGathererGives(SparkSession spark) {
    var matrix = MatrixRows.stored(stored(spark, "pairs", 3));
    var rules = List.of("given", "constant(2)");
    var accesses = rules.stream().map(MarginalPassTest::access).toList();
    var result =
        MarginalPass.runAll(
            spark, accesses.stream().map(access -> new MarginalPass(matrix, access)).toList());
    var rows = result.collectAsList();
    assertThat(rows).hasSize(2 * 2 * ZONES);
    for (int pass = 0; pass < 2; pass++) {
      var access = accesses.get(pass);
      var alone = alone(access);
      for (int s = 0; s < 2; s++) {
        var effects = alone.effects(s);
        for (int zone = 0; zone < ZONES; zone++) {
          var row = rows.get((pass * 2 + s) * ZONES + zone);
          assertThat(row.getInt(0)).isEqualTo(pass);
          assertThat(row.getInt(1)).isEqualTo(1000 + zone);
          assertThat(row.getString(2)).isEqualTo(access.services().get(s).service());
          near(row, "persons_gain", effects.of(Effect.GAIN, zone));
          near(row, "persons_newly_reaching", effects.of(Effect.NEWLY_REACHING, zone));
          near(row, "person_minutes_saved", effects.of(Effect.MINUTES_SAVED, zone));
          if (access.services().get(s).counts()[zone] > 0) {
            double delayed = effects.of(Effect.DELAYED, zone);
            double withoutAny = effects.of(Effect.WITHOUT_ANY, zone);
            near(row, "persons_lose", effects.of(Effect.LOSE, zone));
            near(row, "persons_without_any", withoutAny);
            near(row, "persons_affected", delayed + withoutAny);
            near(row, "person_minutes_added", effects.of(Effect.MINUTES_ADDED, zone));
            if (delayed > 0) {
              near(row, "minutes_added_mean", effects.of(Effect.MINUTES_ADDED, zone) / delayed);
            }
          } else {
            assertThat(row.<Object>getAs("persons_lose")).isNull();
            assertThat(row.<Object>getAs("persons_affected")).isNull();
            assertThat(row.<Object>getAs("minutes_added_mean")).isNull();
          }
        }
      }
    }
    // The zone without a row reaches itself in 2 minutes when that is set: a place there helps it
    var own = result.where("zone = " + (1000 + WITHOUT_ROW) + " AND service = 'hbo'");
    var gains = own.orderBy("pass").select("persons_gain").collectAsList();
    assertThat(gains.get(1).getDouble(0) - gains.get(0).getDouble(0))
        .isGreaterThanOrEqualTo(WITHOUT_ROW / 3.0 - 1e-9);
    assertThat(result.collectAsList()).as("to the last digit").isEqualTo(rows);
  }

  private static void near(Row row, String column, double expected) {
    assertThat(row.<Double>getAs(column))
        .as(column + " of " + row)
        .isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void gapsOfAllTasksAreThoseOfEveryOrigin(SparkSession spark) {
    var matrix = MatrixRows.stored(stored(spark, "gaps", 2));
    for (var rule : List.of("given", "constant(2)")) {
      var access = access(rule);
      var gain =
          NormGapPass.runAll(spark, List.of(new NormGapPass(matrix, access))).collectAsList();
      var marginal = alone(access);
      Function<Integer, double[]> sums =
          service -> {
            var sum = new double[ZONES];
            for (var row : gain) {
              if (row.getString(2).equals(access.services().get(service).service())) {
                assertThat(row.getDouble(3))
                    .isEqualTo(access.services().get(service).normMinutes());
                row.<Integer>getList(4)
                    .forEach(zone -> sum[zone - 1000] += access.people(row.getInt(1) - 1000));
              }
            }
            return sum;
          };
      // Who would be helped by a place in j are those who gain by opening in j
      for (int s = 0; s < 2; s++) {
        var sum = sums.apply(s);
        for (int zone = 0; zone < ZONES; zone++) {
          assertThat(sum[zone])
              .isCloseTo(
                  marginal.effects(s).of(Effect.GAIN, zone),
                  org.assertj.core.api.Assertions.within(1e-9));
        }
      }
      assertThat(gain.stream().anyMatch(row -> row.getInt(1) == 1000 + WITHOUT_ROW))
          .isEqualTo(!rule.equals("given"));
    }
  }

  @Test
  void anOriginInTwoFilesStopsTheRun(SparkSession spark) {
    var path = folder.resolve("torn").toString();
    for (var part : List.of(pairs().subList(0, 15), pairs().subList(15, 60))) {
      spark.createDataFrame(part, PAIRS).coalesce(1).write().mode("append").parquet(path);
    }
    var pass = new MarginalPass(MatrixRows.stored(spark.read().parquet(path)), access("given"));
    assertThatThrownBy(() -> MarginalPass.runAll(spark, List.of(pass)).collectAsList())
        .hasStackTraceContaining("origin 1000 comes twice");
  }

  @Test
  void withoutServicesThereAreNoRows(SparkSession spark) {
    assertThat(MarginalPass.runAll(spark, List.of()).collectAsList()).isEmpty();
    assertThat(NormGapPass.runAll(spark, List.of()).collectAsList()).isEmpty();
  }
}
