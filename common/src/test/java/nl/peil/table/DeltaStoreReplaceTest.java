package nl.peil.table;

import static nl.peil.DatasetAssertions.assertSameRows;
import static nl.peil.table.StoredTimes.TIMES;
import static nl.peil.table.StoredTimes.row;
import static nl.peil.table.StoredTimes.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.util.List;
import nl.peil.QuickPlans;
import nl.peil.SparkExtension;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A write replaces its slices, all of them and nothing else. */
@ExtendWith({SparkExtension.class, QuickPlans.class})
class DeltaStoreReplaceTest {

  @TempDir Path folder;

  @Test
  void neighboursAreNotTouchedByteForByteAndTheCommitSaysWhichRunMadeIt(SparkSession spark) {
    var times = StoredTimes.in(spark, folder);
    times.append(row("basis", 2022, 1, 10.0), row("hoog", 2040, 1, 7.0), row("hoog", 2040, 2, 8.0));
    var neighbour = times.files("hoog", 2040);

    var written =
        times.replace(
            slice("basis", 2022), 2, row("basis", 2022, 5, 50.0), row("basis", 2022, 6, 60.0));

    assertThat(written.version()).isEqualTo(2);
    assertThat(written.rows()).isEqualTo(2);
    assertThat(
            DeltaTable.forPath(spark, times.store().path(TIMES))
                .history(1)
                .select("userMetadata", "operation")
                .first())
        .isEqualTo(RowFactory.create("run-2", "WRITE"));
    assertThat(times.files("hoog", 2040)).isEqualTo(neighbour).hasSize(1);
    assertSameRows(
        times.rows(
            row("basis", 2022, 5, 50.0),
            row("basis", 2022, 6, 60.0),
            row("hoog", 2040, 1, 7.0),
            row("hoog", 2040, 2, 8.0)),
        times.store().read(TIMES));
  }

  @Test
  void severalSlicesInOneCommitAndOneWithoutRowsBecomesEmpty(SparkSession spark) {
    var times = StoredTimes.in(spark, folder);
    times.append(row("basis", 2022, 1, 10.0), row("hoog", 2040, 1, 7.0), row("laag", 2040, 1, 9.0));

    times
        .store()
        .replace(
            TIMES,
            List.of(slice("basis", 2022), slice("hoog", 2040)),
            times.rows(row("hoog", 2040, 3, 1.0)),
            "run-2",
            2);

    assertThat(times.store().version(TIMES)).hasValue(2);
    assertThat(times.now()).containsExactly(row("hoog", 2040, 3, 1.0), row("laag", 2040, 1, 9.0));
  }

  @Test
  void rowsOutsideTheSlicesNamedAreRefusedAndNothingChanges(SparkSession spark) {
    var times = StoredTimes.in(spark, folder);
    times.append(row("basis", 2022, 1, 10.0));

    assertThatThrownBy(
            () ->
                times.replace(
                    slice("basis", 2022),
                    2,
                    row("basis", 2022, 2, 20.0),
                    row("hoog", 2040, 1, 7.0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("expected rows of [scenario=basis/year=2022]")
        .hasMessageContaining("some of [scenario=hoog/year=2040]");

    assertThat(times.store().version(TIMES)).hasValue(1);
    assertThat(times.now()).containsExactly(row("basis", 2022, 1, 10.0));
  }

  @Test
  void whatWasCommittedInARunIsNotWrittenTwice(SparkSession spark) {
    var times = StoredTimes.in(spark, folder);
    times.replace(slice("basis", 2022), 7, row("basis", 2022, 1, 10.0));
    times.replace(slice("hoog", 2040), 7, row("hoog", 2040, 1, 3.0));
    var again = times.replace(slice("basis", 2022), 7, row("basis", 2022, 2, 20.0));

    assertThat(times.store().version(TIMES)).hasValue(2);
    assertThat(again.rows()).isZero();
    assertThat(times.now()).containsExactly(row("basis", 2022, 1, 10.0), row("hoog", 2040, 1, 3.0));
    times.replace(slice("basis", 2022), 8, row("basis", 2022, 2, 20.0));
    assertThat(times.now()).containsExactly(row("basis", 2022, 2, 20.0), row("hoog", 2040, 1, 3.0));
  }

  @Test
  @Tag("thorough")
  void slicesWhoseNamesHashAlikeAreBothWritten(SparkSession spark) {
    // "Aa" and "BB" are the textbook collision of String.hashCode
    assertThat(slice("Aa", 2022)).hasSameHashCodeAs(slice("BB", 2022));
    var times = StoredTimes.in(spark, folder);
    times.replace(slice("Aa", 2022), 1, row("Aa", 2022, 1, 10.0));
    times.replace(slice("BB", 2022), 1, row("BB", 2022, 1, 20.0));

    assertThat(times.now()).containsExactly(row("Aa", 2022, 1, 10.0), row("BB", 2022, 1, 20.0));
  }

  @Test
  @Tag("thorough")
  void aClockThatWasSetBackIsNotTakenForARepeatedWrite(SparkSession spark) {
    var times = StoredTimes.in(spark, folder);
    times.replace(slice("basis", 2022), 1000, row("basis", 2022, 1, 10.0));

    assertThatThrownBy(() -> times.replace(slice("basis", 2022), 900, row("basis", 2022, 2, 20.0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("times")
        .hasMessageContaining("run-900")
        .hasMessageContaining("clock");
    assertThat(times.now()).containsExactly(row("basis", 2022, 1, 10.0));
  }

  @Test
  void valuesWithQuotesAndBackslashesSelectJustTheirSlice(SparkSession spark) {
    var times = StoredTimes.in(spark, folder);
    var names = List.of("plain", "d'Alsace", "a\\b", "tail\\", "\\'", "\"x\" OR 1=1", "%_", "ü€");
    times
        .store()
        .replace(
            TIMES,
            names.stream().map(name -> slice(name, 2022)).toList(),
            times.rows(names.stream().map(name -> row(name, 2022, 1, 1.0)).toArray(Row[]::new)),
            "run-1",
            1);
    assertThat(times.now()).hasSameSizeAs(names);
    for (var name : names) {
      assertThat(times.store().read(TIMES, List.of(slice(name, 2022))).collectAsList())
          .containsExactly(row(name, 2022, 1, 1.0));
    }
  }

  @Test
  void slicesFinerThanPartitionsKeepTheRowsOfTheirNeighbours(SparkSession spark) {
    var services =
        TableSpec.named("services", "zone x service", "Services")
            .columns(
                Column.of("year", DataTypes.IntegerType, "year"),
                Column.of("service", DataTypes.StringType, "service"),
                Column.of("zone", DataTypes.IntegerType, "zone"))
            .partitionedBy("year")
            .slicedBy("year", "service")
            .statisticsOn("zone")
            .build();
    var store = new DeltaStore(spark, folder.toString());
    store.create(services);
    var both = List.of(RowFactory.create(2022, "bo", 1), RowFactory.create(2022, "vo", 2));
    store.append(services, spark.createDataFrame(both, services.schema()).coalesce(1), "run-1");

    store.replace(
        services,
        List.of(Slice.of("year", "2022", "service", "bo")),
        spark.createDataFrame(List.of(RowFactory.create(2022, "bo", 9)), services.schema()),
        "run-2",
        2);

    assertThat(store.read(services).orderBy("service").collectAsList())
        .containsExactly(RowFactory.create(2022, "bo", 9), RowFactory.create(2022, "vo", 2));
  }

  @Test
  void aTableThatIsOneSliceIsReplacedWhole(SparkSession spark) {
    var zones =
        TableSpec.named("zones", "zone", "Zones")
            .columns(Column.of("zone", DataTypes.IntegerType, "zone"))
            .statisticsOn("zone")
            .build();
    var store = new DeltaStore(spark, folder.toString());
    store.create(zones);
    for (int run = 1; run <= 2; run++) {
      store.replace(
          zones,
          List.of(Slice.ALL),
          spark.createDataFrame(List.of(RowFactory.create(run)), zones.schema()),
          "run-" + run,
          run);
    }
    assertThat(store.read(zones).collectAsList()).containsExactly(RowFactory.create(2));
  }

  @Test
  void columnsInAnotherOrderAndTypeAreStoredAsTheTableSays(SparkSession spark) {
    var times = StoredTimes.in(spark, folder);
    var rows =
        spark.sql(
            "SELECT 4 AS minutes, 12 AS zone, '2022' AS year, 'basis' AS scenario, 1 AS more");
    times.store().replace(TIMES, List.of(slice("basis", 2022)), rows, "run-1", 1);
    assertThat(times.now()).containsExactly(row("basis", 2022, 12, 4.0));
  }
}
