package nl.peil.table;

import static nl.peil.table.StoredTimes.TIMES;
import static nl.peil.table.StoredTimes.row;
import static nl.peil.table.StoredTimes.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import nl.peil.QuickPlans;
import nl.peil.SparkExtension;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({SparkExtension.class, QuickPlans.class})
class LocalFilesTest {

  private static final TableSpec NOTES =
      TableSpec.named("notes", "note", "Notes")
          .columns(
              Column.of("at", DataTypes.TimestampType, "when"),
              Column.of("words", DataTypes.createArrayType(DataTypes.StringType), "words"),
              Column.of("remark", DataTypes.StringType, "remark").orNull())
          .build();

  @TempDir Path folder;

  @Test
  void theRowsOfSlicesAreReadWithTheValuesOfTheirPartitions(SparkSession spark) {
    var times = StoredTimes.in(spark, folder);
    times.append(
        row("basis", 2022, 1, 12.5), row("basis", 2022, 2, null), row("hoog", 2040, 1, 9.0));

    var columns = List.of("minutes", "scenario", "year", "zone");
    assertThat(times.store().rows(TIMES, List.of(slice("basis", 2022)), columns))
        .containsExactlyInAnyOrder(
            RowFactory.create(12.5, "basis", 2022, 1), RowFactory.create(null, "basis", 2022, 2));
    assertThat(times.store().rows(TIMES, List.of(Slice.ALL), List.of("zone"))).hasSize(3);
    assertThat(times.store().rows(TIMES, List.of(slice("laag", 2040)), columns)).isEmpty();
  }

  @Test
  void aSliceWithinAPartitionHasItsOwnRowsOnly(SparkSession spark) {
    var services =
        TableSpec.named("services", "zone x service", "Services")
            .columns(
                Column.of("year", DataTypes.IntegerType, "year"),
                Column.of("service", DataTypes.StringType, "service"),
                Column.of("zone", DataTypes.IntegerType, "zone"))
            .partitionedBy("year")
            .slicedBy("year", "service")
            .build();
    var store = new DeltaStore(spark, folder.toString());
    store.create(services);
    var rows = List.of(RowFactory.create(2022, "bo", 1), RowFactory.create(2022, "vo", 2));
    store.append(services, spark.createDataFrame(rows, services.schema()), "run-1");

    assertThat(
            store.rows(
                services, List.of(Slice.of("year", "2022", "service", "vo")), List.of("zone")))
        .containsExactly(RowFactory.create(2));
  }

  @Test
  void rowsAsTheyWereAtAVersion(SparkSession spark) {
    var times = StoredTimes.in(spark, folder);
    times.replace(slice("basis", 2022), 1, row("basis", 2022, 1, 5.0));
    long before = times.store().version(TIMES).orElseThrow();
    times.replace(slice("basis", 2022), 2, row("basis", 2022, 1, 6.0));

    var all = List.of(Slice.ALL);
    assertThat(times.store().rowsVersion(TIMES, before, all, List.of("minutes")))
        .containsExactly(RowFactory.create(5.0));
    assertThat(times.store().rows(TIMES, all, List.of("minutes")))
        .containsExactly(RowFactory.create(6.0));
  }

  @Test
  void whatIsAddedHereSparkReads(SparkSession spark) {
    var store = new DeltaStore(spark, folder.toString());
    store.create(NOTES);
    var moment = Timestamp.from(Instant.parse("2026-11-21T10:11:12.345678Z"));
    var first = RowFactory.create(moment, new Object[] {"één", "twee"}, null);
    store.append(NOTES, List.of(first), "run-1");
    store.append(NOTES, List.of(RowFactory.create(moment, new Object[] {}, "later")), "run-2");

    var read = store.read(NOTES).orderBy("remark").collectAsList();
    assertThat(read).hasSize(2);
    assertThat(read.get(0).getTimestamp(0)).isEqualTo(moment);
    assertThat(read.get(0).<String>getList(1)).containsExactly("één", "twee");
    assertThat(read.get(0).isNullAt(2)).isTrue();
    assertThat(read.get(1).getString(2)).isEqualTo("later");
    assertThat(store.rows(NOTES, List.of(Slice.ALL), List.of("remark")))
        .containsExactlyInAnyOrder(RowFactory.create((Object) null), RowFactory.create("later"));
    assertThat(store.foreignChanges(NOTES, 0)).isEmpty();
  }

  @Test
  void aColumnThatMustBeFilledIsChecked(SparkSession spark) {
    var store = new DeltaStore(spark, folder.toString());
    store.create(NOTES);
    var empty = RowFactory.create(null, new Object[] {}, "without a moment");

    assertThatThrownBy(() -> store.append(NOTES, List.of(empty), "run-1"))
        .hasMessageContaining("notes.at must be filled");
    assertThat(store.version(NOTES)).hasValue(0);
    assertThat(store.read(NOTES).count()).isZero();
  }

  @Test
  void withoutTheSumBesideACommitTheLogIsRead(SparkSession spark) throws IOException {
    var times = StoredTimes.in(spark, folder);
    times.replace(slice("basis", 2022), 1, row("basis", 2022, 1, 5.0));
    long bytes = times.store().sizeInBytes(TIMES);
    assertThat(TableLog.now(spark, times.store().path(TIMES)).knownFiles()).isPresent();
    try (var log = Files.list(folder.resolve("times/_delta_log"))) {
      for (var file : log.filter(each -> each.toString().endsWith(".crc")).toList()) {
        Files.delete(file);
      }
    }
    DeltaLog.clearCache();

    assertThat(TableLog.now(spark, times.store().path(TIMES)).knownFiles()).isEmpty();
    assertThat(times.store().sizeInBytes(TIMES)).isEqualTo(bytes);
    assertThat(times.store().rows(TIMES, List.of(slice("basis", 2022)), List.of("minutes")))
        .containsExactly(RowFactory.create(5.0));
  }
}
