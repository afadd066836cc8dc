package nl.peil.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** A small table of travel times for tests of the store. */
record StoredTimes(SparkSession spark, DeltaStore store, Path folder) {

  static final TableSpec TIMES =
      TableSpec.named("times", "zone", "Minutes; it's a \"test\"")
          .columns(
              Column.of("scenario", DataTypes.StringType, "scenario; it's a free key"),
              Column.of("year", DataTypes.IntegerType, "year").where("year BETWEEN 1900 AND 2200"),
              Column.of("zone", DataTypes.IntegerType, "zone"),
              Column.of("minutes", DataTypes.DoubleType, "minutes").orNull().where("minutes >= 0"))
          .partitionedBy("scenario", "year")
          .statisticsOn("zone")
          .build();

  static StoredTimes in(SparkSession spark, Path folder) {
    var stored = new StoredTimes(spark, new DeltaStore(spark, folder.toString()), folder);
    stored.store.create(TIMES);
    return stored;
  }

  static Slice slice(String scenario, int year) {
    return Slice.of("scenario", scenario, "year", String.valueOf(year));
  }

  static Row row(String scenario, int year, @Nullable Integer zone, @Nullable Double minutes) {
    return RowFactory.create(scenario, year, zone, minutes);
  }

  Dataset<Row> rows(Row... rows) {
    return spark.createDataFrame(List.of(rows), TIMES.schema()).coalesce(1);
  }

  Written replace(Slice slice, long runNumber, Row... rows) {
    return store.replace(TIMES, List.of(slice), rows(rows), "run-" + runNumber, runNumber);
  }

  Written append(Row... rows) {
    return store.append(TIMES, rows(rows), "run-0");
  }

  List<Row> now() {
    return store.read(TIMES).orderBy("scenario", "year", "zone").collectAsList();
  }

  /** The data files of a partition with their content. */
  Map<String, String> files(String scenario, int year) {
    var partition = folder.resolve("times/scenario=" + scenario + "/year=" + year);
    try (var files = Files.list(partition)) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString(),
                  StoredTimes::content,
                  (a, b) -> a,
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(Path file) {
    try {
      return Arrays.toString(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
