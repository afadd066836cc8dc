package nl.peil.table;

import static nl.peil.DatasetAssertions.assertSameRows;
import static nl.peil.table.StoredTimes.TIMES;
import static nl.peil.table.StoredTimes.row;
import static nl.peil.table.StoredTimes.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nl.peil.QuickPlans;
import nl.peil.SparkExtension;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a table is after it was made, and what can be read of it. */
@ExtendWith({SparkExtension.class, QuickPlans.class})
class DeltaStoreTest {

  @TempDir Path folder;

  @Test
  void aNewTableHasCommentsPartitionsAndNothingThatOtherEnginesCannotRead(SparkSession spark) {
    var store = new DeltaStore(spark, folder.toString());
    assertThat(store.exists(TIMES)).isFalse();
    assertThat(store.version(TIMES)).isEmpty();

    store.create(TIMES);

    assertThat(store.exists(TIMES)).isTrue();
    assertThat(store.version(TIMES)).hasValue(0);
    assertThat(Arrays.stream(store.read(TIMES).schema().fields()))
        .extracting(StructField::name, field -> field.getComment().get())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("scenario", "scenario; it's a free key"),
            org.assertj.core.groups.Tuple.tuple("year", "year"),
            org.assertj.core.groups.Tuple.tuple("zone", "zone"),
            org.assertj.core.groups.Tuple.tuple("minutes", "minutes"));
    var detail =
        spark
            .sql("DESCRIBE DETAIL delta.`" + store.path(TIMES) + "`")
            .select(
                "description",
                "partitionColumns",
                "properties",
                "minReaderVersion",
                "tableFeatures")
            .first();
    assertThat(detail.getString(0)).isEqualTo("Minutes; it's a \"test\"");
    assertThat(detail.<String>getList(1)).containsExactly("scenario", "year");
    assertThat(detail.<String, String>getJavaMap(2))
        .containsEntry("delta.enableDeletionVectors", "false")
        .containsEntry("delta.dataSkippingStatsColumns", "zone")
        .doesNotContainKey("delta.columnMapping.mode");
    assertThat(detail.getInt(3)).isEqualTo(1);
    assertThat(detail.<String>getList(4))
        .isSubsetOf("appendOnly", "invariants", "checkConstraints");
  }

  @Test
  void rowsThatBreakARangeOrMissAValueAreRefused(SparkSession spark) {
    var times = StoredTimes.in(spark, folder);
    var basis = slice("basis", 2022);
    assertThatThrownBy(() -> times.replace(basis, 1, row("basis", 2022, 1, -0.5)))
        .hasStackTraceContaining("minutes_valid");
    assertThatThrownBy(() -> times.replace(basis, 2, row("basis", 2022, null, 1.0)))
        .hasStackTraceContaining("zone_valid");
    assertThatThrownBy(() -> times.replace(slice("basis", 22), 3, row("basis", 22, 1, 1.0)))
        .hasStackTraceContaining("year_valid");
    assertThat(times.now()).isEmpty();

    times.replace(basis, 4, row("basis", 2022, 1, 0.0), row("basis", 2022, 2, null));
    assertThat(times.now()).hasSize(2);
  }

  @Test
  void appendedRowsStayAndEveryVersionCanBeRead(SparkSession spark) {
    var times = StoredTimes.in(spark, folder);
    var first = times.rows(row("basis", 2022, 1, 10.0));
    var second = times.rows(row("basis", 2022, 2, 20.0), row("hoog", 2040, 1, 5.0));

    var one = times.store().append(TIMES, first, "run-1");
    var two = times.store().append(TIMES, second, "run-2");

    assertThat(one.version()).isEqualTo(1);
    assertThat(two.version()).isEqualTo(2);
    assertThat(one.rows()).isEqualTo(1);
    assertThat(two.rows()).isEqualTo(2);
    assertThat(two.bytes()).isPositive();
    assertThat(times.store().version(TIMES)).hasValue(2);
    assertSameRows(first, times.store().readVersion(TIMES, 1));
    assertSameRows(first.union(second), times.store().read(TIMES));
    assertSameRows(
        times.rows(row("hoog", 2040, 1, 5.0)),
        times.store().read(TIMES, List.of(slice("hoog", 2040))));
    assertThat(times.store().sizeInBytes(TIMES)).isEqualTo(one.bytes() + two.bytes());
  }

  @Test
  void changesByOthersAreFoundAndMaintenanceIsNot(SparkSession spark) {
    var times = StoredTimes.in(spark, folder);
    times.store().append(TIMES, times.rows(row("basis", 2022, 1, 10.0)), "run-1");
    times.store().append(TIMES, times.rows(row("basis", 2022, 2, 20.0)), "run-2");
    var address = "delta.`" + times.store().path(TIMES) + "`";

    spark.sql("OPTIMIZE " + address);
    spark.sql(
        "ALTER TABLE " + address + " SET TBLPROPERTIES ('delta.logRetentionDuration' = '9 days')");
    assertThat(times.store().version(TIMES)).hasValue(4);
    assertThat(times.store().foreignChanges(TIMES, 2)).isEmpty();

    spark.sql("DELETE FROM " + address + " WHERE zone = 2");
    spark.sql("INSERT INTO " + address + " VALUES ('basis', 2022, 3, 1.0)");
    assertThat(times.store().foreignChanges(TIMES, 2))
        .containsExactly("version 6: WRITE", "version 5: DELETE");
    assertThat(times.store().foreignChanges(TIMES, 5)).containsExactly("version 6: WRITE");

    times.rows(row("basis", 2022, 9, 1.0)).writeTo(address).using("delta").createOrReplace();
    assertThat(times.store().foreignChanges(TIMES, 6))
        .singleElement()
        .asString()
        .startsWith("version 7: ");
  }

  @Test
  void aTableThatIsDividedOtherwiseIsLeftAlone(SparkSession spark) {
    var times = StoredTimes.in(spark, folder);
    times.replace(slice("basis", 2022), 1, row("basis", 2022, 1, 10.0));
    var divided =
        TableSpec.named("times", "zone", "Minutes")
            .columns(TIMES.columns().toArray(Column[]::new))
            .partitionedBy("scenario", "year", "zone")
            .build();

    assertThatIllegalStateException()
        .isThrownBy(() -> times.store().create(divided))
        .withMessageContainingAll("[scenario, year, zone]", "[scenario, year]", "delete");
    assertThat(times.store().read(TIMES).count()).isEqualTo(1);
  }

  @Test
  void aNewerPeilAddsItsColumnsToAnExistingTable(SparkSession spark) {
    var times = StoredTimes.in(spark, folder);
    times.replace(slice("basis", 2022), 1, row("basis", 2022, 1, 10.0));
    var newer =
        TableSpec.named("times", "zone", "Minutes")
            .columns(TIMES.columns().toArray(Column[]::new))
            .columns(
                Column.of("km", DataTypes.DoubleType, "km; the driver's own \\ way")
                    .orNull()
                    .where("km >= 0"),
                Column.of("source", DataTypes.StringType, "source").orNull())
            .partitionedBy("scenario", "year")
            .statisticsOn("zone")
            .build();

    times.store().create(newer);

    var fields = times.store().read(newer).schema();
    assertThat(fields.fieldNames())
        .containsExactly("scenario", "year", "zone", "minutes", "km", "source");
    assertThat(fields.apply("km").getComment().get()).isEqualTo("km; the driver's own \\ way");
    var old = times.store().read(newer).first();
    assertThat(old.getDouble(3)).isEqualTo(10);
    assertThat(old.isNullAt(4)).isTrue();
    long version = times.store().version(newer).orElseThrow();
    times.store().create(newer);
    assertThat(times.store().version(newer)).hasValue(version);

    assertThatThrownBy(
            () ->
                times
                    .store()
                    .append(
                        newer,
                        spark.createDataFrame(
                            List.of(RowFactory.create("basis", 2022, 2, 1.0, -1.0, "x")),
                            newer.schema()),
                        "run-2"))
        .hasStackTraceContaining("km_valid");
  }

  @Test
  @Tag("thorough")
  void everyTableOfTheCatalogueCanBeMade(SparkSession spark) {
    var store = new DeltaStore(spark, folder.toString());
    for (var table : Tables.all()) {
      store.create(table);
      assertThat(store.read(table).schema().fieldNames())
          .containsExactlyElementsOf(table.columnNames());
    }
  }
}
