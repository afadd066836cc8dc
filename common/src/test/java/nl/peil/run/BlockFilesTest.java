package nl.peil.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.peil.SparkExtension;
import nl.peil.table.Column;
import nl.peil.table.ColumnBlock;
import nl.peil.table.DeltaStore;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class BlockFilesTest {

  private static final TableSpec TABLE =
      TableSpec.named("blocks", "zone", "An invented table")
          .columns(
              Column.of("scenario", DataTypes.StringType, "scenario"),
              Column.of("year", DataTypes.IntegerType, "year"),
              Column.of("zone", DataTypes.IntegerType, "zone"),
              Column.of("service", DataTypes.StringType, "service"),
              Column.of("minutes", DataTypes.DoubleType, "minutes").orNull().where("minutes >= 0"),
              Column.of("met", DataTypes.BooleanType, "met").orNull())
          .partitionedBy("scenario", "year")
          .statisticsOn("zone", "service")
          .build();

  @TempDir Path folder;

  private static Slice slice(String scenario) {
    return Slice.of("scenario", scenario, "year", "2040");
  }

  private record Given(String scenario, double minutes) implements Serializable {
    private static final long serialVersionUID = 1L;

    ColumnBlock block() {
      return new ColumnBlock(
          slice(scenario),
          2,
          Map.of(
              "zone", new int[] {1011, 9999},
              "service", new String[] {"huisarts", "a \"quoted\" \\ service"},
              "minutes", new double[] {minutes, Double.NaN},
              "met", new Boolean[] {true, null}));
    }
  }

  private static void replace(SparkSession spark, DeltaStore store, long run, Given... made) {
    var slices = Stream.of(made).map(given -> slice(given.scenario())).toList();
    var blocks =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(List.of(made), 2)
            .map(Given::block);
    var files = new BlockFiles(TABLE, store).write(blocks, slices);
    store.replaceByFiles(TABLE, slices, files, "run", run);
  }

  /** Scenarios are free text: what a path cannot hold as it is must come back all the same. */
  @Test
  void namesThatNoPathHoldsComeBack(SparkSession spark) {
    var store = new DeltaStore(spark, folder.resolve("een map").toString());
    store.create(TABLE);
    var odd = "hoog/2040 = 50% \u00e9: *?#[x]{y}+";

    replace(spark, store, 1, new Given(odd, 5), new Given("basis", 6));
    replace(spark, store, 2, new Given(odd, 7));

    assertThat(store.read(TABLE).orderBy("scenario", "zone").collectAsList())
        .containsExactly(
            RowFactory.create("basis", 2040, 1011, "huisarts", 6.0, true),
            RowFactory.create("basis", 2040, 9999, "a \"quoted\" \\ service", null, null),
            RowFactory.create(odd, 2040, 1011, "huisarts", 7.0, true),
            RowFactory.create(odd, 2040, 9999, "a \"quoted\" \\ service", null, null));
    assertThat(store.rows(TABLE, List.of(slice(odd)), List.of("scenario", "minutes")))
        .containsExactlyInAnyOrder(RowFactory.create(odd, 7.0), RowFactory.create(odd, null));
    // Statistics lead queries to the right files
    assertThat(store.read(TABLE).where("zone = 9999 AND service LIKE 'a \"q%'").count())
        .isEqualTo(2);
    assertThat(store.read(TABLE).where("zone < 1011").count()).isZero();
  }

  @Test
  void aValueThatTheTableForbidsLeavesItAsItWas(SparkSession spark) {
    var store = new DeltaStore(spark, folder.toString());
    store.create(TABLE);
    replace(spark, store, 1, new Given("basis", 6));

    assertThatThrownBy(() -> replace(spark, store, 2, new Given("basis", -1)))
        .hasMessageContaining("minutes >= 0");
    assertThatThrownBy(
            () ->
                new BlockFiles(TABLE, store)
                    .write(
                        JavaSparkContext.fromSparkContext(spark.sparkContext())
                            .parallelize(List.of(new Given("hoog", 1)))
                            .map(Given::block),
                        List.of(slice("basis"))))
        .hasMessageContaining("scenario=hoog/year=2040");
    assertThat(store.read(TABLE).where("minutes = 6").count()).isEqualTo(1);
    assertThat(store.read(TABLE).count()).isEqualTo(2);
  }
}
