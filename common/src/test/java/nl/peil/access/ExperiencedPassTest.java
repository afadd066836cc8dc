package nl.peil.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nl.peil.SparkExtension;
import nl.peil.barrier.ikob.Accessibility;
import nl.peil.barrier.ikob.Category;
import nl.peil.barrier.ikob.Composition;
import nl.peil.barrier.ikob.ExperiencedAccessibility;
import nl.peil.barrier.ikob.GroupShares;
import nl.peil.barrier.ikob.IncomeClass;
import nl.peil.barrier.ikob.ModeSet;
import nl.peil.barrier.ikob.Parameters;
import nl.peil.barrier.ikob.Parking;
import nl.peil.barrier.ikob.Passes;
import nl.peil.barrier.ikob.Population;
import nl.peil.barrier.ikob.SkimRow;
import nl.peil.barrier.ikob.SkimRows;
import nl.peil.measure.ZoneIndex;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** IKOB by Spark tasks against IKOB by threads, bit by bit, on zones that random chooses. */
@ExtendWith(SparkExtension.class)
class ExperiencedPassTest {

  private static final int ZONES = 40;
  private static final float NONE = Float.NaN;
  private static final StructType PAIRS =
      new StructType()
          .add("origin", DataTypes.IntegerType)
          .add("destination", DataTypes.IntegerType)
          .add("minutes", DataTypes.FloatType)
          .add("km", DataTypes.FloatType);

  private final Random random = new Random(6);
  private final ZoneIndex zones =
      new ZoneIndex(IntStream.range(0, ZONES).map(zone -> 1000 + 3 * zone).toArray());
  private final double[] x = random.doubles(ZONES, 0, 60_000).toArray();
  private final double[] y = random.doubles(ZONES, 0, 60_000).toArray();
  private final float[][] car = matrix(150);
  private final float[][] carKm = matrix(100);
  private final float[][] bicycle = matrix(200);
  private final float[][] transport = matrix(150);

  /** Numbers up to a bound, of which some are missing. */
  private float[][] matrix(int most) {
    var matrix = new float[ZONES][ZONES];
    for (float[] row : matrix) {
      for (int i = 0; i < ZONES; i++) {
        row[i] = random.nextInt(4) == 0 ? NONE : random.nextInt(10 * most) / 10f;
      }
    }
    return matrix;
  }

  private double[][] numbers() {
    return IntStream.range(0, ZONES)
        .mapToObj(
            zone ->
                zone % 5 == 0 ? new double[4] : random.ints(4, 0, 900).asDoubleStream().toArray())
        .toArray(double[][]::new);
  }

  private final Population population =
      new Population(
          numbers(),
          random.ints(ZONES, 20, 150).asDoubleStream().toArray(),
          random.ints(ZONES, 1, 6).toArray());
  private final double[][] jobs = numbers();
  private final Parking parking =
      new Parking(
          random.doubles(ZONES, 0, 12).toArray(),
          random.doubles(ZONES, 0, 3).toArray(),
          random.doubles(ZONES, 0, 300).toArray());
  private final Composition composition =
      new Composition(rows(4, 90), rows(4, 30), rows(4, 30), rows(4, 50), rows(3, 50));

  private double[][] rows(int columns, int most) {
    return IntStream.range(0, Composition.GRADES)
        .mapToObj(grade -> random.ints(columns, 1, most).asDoubleStream().toArray())
        .toArray(double[][]::new);
  }

  private static Parameters parameters(boolean inward) {
    return Parameters.work().withDeviations(new Parameters.Deviations(false, inward));
  }

  private Passes passes(boolean inward) {
    var parameters = parameters(inward);
    return new Passes(
        population,
        GroupShares.of(population, composition, parameters),
        jobs,
        parking,
        parameters,
        List.of(Category.ALLE_GROEPEN));
  }

  /** The same in one machine, where every pair is told. */
  private Accessibility byThreads(boolean inward) {
    var parameters = parameters(inward);
    var rows =
        new SkimRows() {
          @Override
          public int zones() {
            return ZONES;
          }

          @Override
          public void read(int i, SkimRow row) {
            for (int j = 0; j < ZONES; j++) {
              double metres = Math.hypot(x[j] - x[i], y[j] - y[i]);
              row.carMinutes()[j] = Float.isNaN(car[i][j]) ? 9999 : car[i][j];
              row.carKm()[j] = Float.isNaN(carKm[i][j]) ? 1.3 * metres / 1000 : carKm[i][j];
              row.bicycleMinutes()[j] = Float.isNaN(bicycle[i][j]) ? 9999 : bicycle[i][j];
              row.publicTransportMinutes()[j] =
                  Float.isNaN(transport[i][j]) ? 9999 : transport[i][j];
              row.publicTransport()[j] = 1.2 * metres / 1000;
            }
          }
        };
    return new ExperiencedAccessibility(
            population,
            GroupShares.of(population, composition, parameters),
            jobs,
            parking,
            parameters,
            rows)
        .compute(List.of(Category.ALLE_GROEPEN), 2);
  }

  private Dataset<Row> pairs(SparkSession spark, float[][] minutes, float[][] km) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < ZONES; i++) {
      for (int j = 0; j < ZONES; j++) {
        if (!Float.isNaN(minutes[i][j])) {
          rows.add(
              RowFactory.create(
                  zones.zone(i),
                  zones.zone(j),
                  minutes[i][j],
                  Float.isNaN(km[i][j]) ? null : km[i][j]));
        }
      }
    }
    return spark.createDataFrame(rows, PAIRS);
  }

  private static Dataset<Row> divided(Dataset<Row> pairs, int files) {
    return pairs.repartition(files, functions.col("origin")).sortWithinPartitions("origin");
  }

  private Skims skims(SparkSession spark, int files, double detour) {
    var nowhere = new float[ZONES][ZONES];
    Arrays.stream(nowhere).forEach(row -> Arrays.fill(row, NONE));
    return new Skims(
        MatrixRows.storedWithKm(divided(pairs(spark, car, carKm), files)),
        MatrixRows.stored(divided(pairs(spark, bicycle, nowhere), files + 1)),
        MatrixRows.storedWithKm(divided(pairs(spark, transport, nowhere), 1)),
        new Skims.Places(zones, x, y, detour, 1.2));
  }

  /** Every number, bit by bit. */
  private static double[] everything(Accessibility found) {
    var all = new ArrayList<double[]>();
    for (var k : IncomeClass.values()) {
      for (var m : ModeSet.values()) {
        all.add(found.jobs(Category.ALLE_GROEPEN).of(k, m));
        all.add(found.workforce().of(k, m));
        all.add(found.jobCompetition().of(k, m));
        all.add(found.workerCompetition().of(k, m));
      }
    }
    return all.stream().flatMapToDouble(DoubleStream::of).toArray();
  }

  @Test
  void tasksFindWhatThreadsFindHoweverFilesAreDivided(SparkSession spark) {
    for (boolean inward : new boolean[] {false, true}) {
      var expected = everything(byThreads(inward));
      assertThat(DoubleStream.of(expected).filter(value -> value > 0).count()).isGreaterThan(2000);
      assertThat(everything(ExperiencedPass.run(skims(spark, 1, 1.3), passes(inward))))
          .isEqualTo(expected);
      assertThat(everything(ExperiencedPass.run(skims(spark, 3, 1.3), passes(inward))))
          .isEqualTo(expected);
    }
  }

  @Test
  void columnsOfFilesGiveTheSameRows(SparkSession spark, @TempDir Path folder) {
    var usual = skims(spark, 2, 1.3);
    var path = folder.resolve("auto").toString();
    divided(pairs(spark, car, carKm), 2).write().parquet(path);
    var stored =
        new Skims(
            MatrixRows.storedWithKm(spark.read().parquet(path)),
            usual.bicycle(),
            usual.publicTransport(),
            usual.places());
    assertThat(everything(ExperiencedPass.run(stored, passes(false))))
        .isEqualTo(everything(byThreads(false)));
  }

  @Test
  void kilometresThatAreMissingStopIt(SparkSession spark) {
    assertThatThrownBy(() -> ExperiencedPass.run(skims(spark, 1, Double.NaN), passes(false)))
        .hasStackTraceContaining("travel_times has no km from")
        .hasStackTraceContaining("ikob.detour");
  }

  @Test
  void anOriginInTwoFilesStopsIt(SparkSession spark) {
    var usual = skims(spark, 1, 1.3);
    var torn = pairs(spark, car, carKm).repartition(2).sortWithinPartitions("origin");
    assertThatThrownBy(
            () ->
                ExperiencedPass.run(
                    new Skims(
                        MatrixRows.storedWithKm(torn),
                        usual.bicycle(),
                        usual.publicTransport(),
                        usual.places()),
                    passes(false)))
        .hasStackTraceContaining("comes twice");
  }
}
