package nl.peil.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.peil.QuickPlans;
import nl.peil.SparkExtension;
import nl.peil.table.Column;
import nl.peil.table.DeltaStore;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import nl.peil.table.Written;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({SparkExtension.class, QuickPlans.class})
class QueryBlocksTest {

  private static final TableSpec TABLE = table("scenario", "year");

  @TempDir Path folder;

  private static TableSpec table(String... sliceBy) {
    return TableSpec.named("rows", "zone", "An invented table")
        .columns(
            Column.of("zone", DataTypes.IntegerType, "zone"),
            Column.of("scenario", DataTypes.StringType, "scenario"),
            Column.of("year", DataTypes.IntegerType, "year"),
            Column.of("kind", DataTypes.StringType, "kind")
                .orNull()
                .where("kind IN ('a', 'it\\'s')"),
            Column.of("free", DataTypes.StringType, "free").orNull(),
            Column.of("share", DataTypes.DoubleType, "share")
                .orNull()
                .where("share BETWEEN 0 AND 1"),
            Column.of("met", DataTypes.BooleanType, "met").orNull(),
            Column.of("count", DataTypes.LongType, "count").where("count > 0"))
        .partitionedBy("scenario", "year")
        .slicedBy(sliceBy)
        .statisticsOn("zone")
        .keyedBy("scenario", "year", "zone")
        .build();
  }

  private static Row row(
      int zone,
      String scenario,
      @Nullable String kind,
      @Nullable String free,
      @Nullable Double share,
      @Nullable Boolean met,
      long count) {
    return RowFactory.create(zone, scenario, 2022, kind, free, share, met, count);
  }

  private Written write(SparkSession spark, DeltaStore store, long run, List<Row> rows) {
    var slices =
        Stream.of("basis", "hoog").map(s -> Slice.of("scenario", s, "year", "2022")).toList();
    // other order of columns, two tasks that each have rows of both slices
    var given =
        spark
            .createDataFrame(rows, TABLE.schema())
            .select("count", "met", "share", "free", "kind", "year", "scenario", "zone")
            .repartitionByRange(2, org.apache.spark.sql.functions.col("zone"));
    var files =
        QueryBlocks.over(
            given, TABLE, blocks -> new BlockFiles(TABLE, store).write(blocks, slices));
    return store.replaceByFiles(TABLE, slices, files, "run", run);
  }

  @Test
  void rowsComeBackAsTheyWere(SparkSession spark) {
    var store = new DeltaStore(spark, folder.toString());
    store.create(TABLE);
    var rows = new ArrayList<Row>();
    for (int zone = 1000; zone < 3000; zone++) {
      boolean even = zone % 2 == 0;
      rows.add(
          row(
              zone,
              zone % 3 == 0 ? "basis" : "hoog",
              even ? "a" : null,
              zone % 5 == 0 ? null : "t\u00e9xt " + zone,
              even ? null : zone / 3000.0,
              zone % 4 == 0 ? null : (Boolean) even,
              (1L << 40) + zone));
    }

    var written = write(spark, store, 1, rows);

    assertThat(store.read(TABLE).orderBy("zone").collectAsList()).isEqualTo(rows);
    assertThat(written.rows()).isEqualTo(2000);
    assertThat(written.bySlice().get(Slice.of("scenario", "basis", "year", "2022")))
        .isEqualTo(666); // 1002, 1005 .. 2997: (2997 - 1002) / 3 + 1 = 666
  }

  @Test
  void whatTheTableForbidsIsRefusedAndLeavesItAsItWas(SparkSession spark) {
    var store = new DeltaStore(spark, folder.toString());
    store.create(TABLE);
    var good = row(1, "basis", "a", null, 1.0, true, 1);
    write(spark, store, 1, List.of(good));

    refused(spark, store, row(2, "hoog", "b", null, 0.5, true, 1), "kind with kind IN");
    refused(spark, store, row(2, "hoog", "a", null, 1.5, true, 1), "share BETWEEN 0 AND 1");
    refused(spark, store, row(2, "hoog", "a", null, Double.NaN, true, 1), "share, got NaN");
    refused(spark, store, row(2, "hoog", "a", null, 0.5, true, 0), "count > 0");
    refused(spark, store, row(2, "laag", "a", null, 0.5, true, 1), "scenario=laag/year=2022");
    refused(
        spark,
        store,
        RowFactory.create(2, "hoog", null, "a", null, 0.5, true, 1L),
        "year with a value");
    refused(
        spark,
        store,
        RowFactory.create(null, "hoog", 2022, "a", null, 0.5, true, 1L),
        "zone with a value");

    assertThat(store.read(TABLE).collectAsList()).containsExactly(good);
  }

  private void refused(SparkSession spark, DeltaStore store, Row bad, String why) {
    var good = row(1, "basis", "a", null, 1.0, true, 1);
    assertThatThrownBy(() -> write(spark, store, 2, List.of(good, bad))).hasMessageContaining(why);
  }

  @Test
  void tablesThatNeedMoreThanThisGoThroughDelta() {
    assertThat(QueryBlocks.suit(TABLE)).isTrue();
    assertThat(QueryBlocks.suit(table("scenario", "year", "zone"))).isFalse();
    assertThat(QueryBlocks.suit(with(Column.of("n", DataTypes.IntegerType, "n").orNull())))
        .isFalse();
    assertThat(QueryBlocks.suit(with(Column.of("d", DataTypes.DateType, "d")))).isFalse();
    assertThat(QueryBlocks.suit(with(Column.of("x", DataTypes.DoubleType, "x").where("x % 2 = 0"))))
        .isFalse();
  }

  private static TableSpec with(Column column) {
    return TableSpec.named("other", "zone", "An invented table")
        .columns(Column.of("scenario", DataTypes.StringType, "scenario"), column)
        .partitionedBy("scenario")
        .build();
  }
}
