package nl.peil.source.travel;

import static nl.peil.source.travel.TravelText.CODES;
import static nl.peil.source.travel.TravelText.FORMAT;
import static nl.peil.source.travel.TravelText.HEADER;
import static nl.peil.source.travel.TravelText.bytes;
import static nl.peil.source.travel.TravelText.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.peil.QuickPlans;
import nl.peil.SparkExtension;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({SparkExtension.class, QuickPlans.class})
class TravelTimesSourceTest {

  @TempDir Path folder;

  private InspectedFile file(String name, byte[] bytes, LongCsv format, ZoneCodes codes, long split)
      throws Exception {
    var path = Files.write(folder.resolve(name), bytes);
    return new InspectedFile(
        path.toUri().toString(),
        format,
        Inspector.inspect(new ByteArrayInputStream(bytes), name, format, codes, split));
  }

  @Test
  void sparkYieldsTheRowsOfThePlainParseInOrder(SparkSession spark) throws Exception {
    // 300 x 300 pairs, more than one batch in each of several splits; every 7th row is bad.
    var codes =
        ZoneCodes.of(
            IntStream.range(0, 300).boxed().collect(Collectors.toMap(i -> "z" + i, i -> 1000 + i)));
    var text = new StringBuilder("km;naar;van;min\n");
    var expected = new java.util.ArrayList<Row>();
    for (int i = 0; i < 90_000; i++) {
      int from = i / 300;
      int to = i % 300;
      boolean bad = i % 7 == 0;
      text.append(i % 2 == 0 ? "" : i + ",5").append(";z").append(to).append(";z").append(from);
      text.append(';').append(bad ? "?" : i % 1000 + ",25").append('\n');
      if (!bad) {
        expected.add(
            RowFactory.create(
                1000 + from, 1000 + to, i % 1000 + 0.25f, i % 2 == 0 ? null : i + 0.5f));
      }
    }
    var format =
        LongCsv.of("van", "naar", "min").withKm("km").withDelimiter(';').withDecimalComma();
    var inspected = file("groot.csv", bytes(text.toString()), format, codes, 500_000);
    var rows = TravelTimesSource.load(spark, List.of(inspected), codes);

    assertThat(inspected.inspection().sorted()).isTrue();
    assertThat(inspected.inspection().splits()).hasSize(4);
    assertThat(rows.schema()).isEqualTo(TravelTimesSource.SCHEMA);
    assertThat(rows.javaRDD().getNumPartitions()).isEqualTo(4);
    assertThat(rows.collectAsList()).isEqualTo(expected);
    assertThat(rows.queryExecution().executedPlan().toString())
        .contains("ColumnarToRow")
        .contains("4 splits of");
    assertThat(
            rows.withColumn("part", functions.spark_partition_id())
                .groupBy("origin")
                .agg(functions.countDistinct("part").as("parts"))
                .filter("parts > 1")
                .count())
        .as("every origin lies in one partition")
        .isZero();
  }

  @Test
  void severalFilesOfSeveralKindsAreReadTogether(SparkSession spark) throws Exception {
    var plain = file("a.csv", bytes(HEADER + "1011,1012,1\n1011,1012,2\n"), FORMAT, CODES, 10);
    var packed = file("b.gz", gzip(HEADER + "1012,1011,3\n", "1012,1013,-1"), FORMAT, CODES, 10);
    assertThat(TravelTimesSource.load(spark, List.of(plain, packed), CODES).collectAsList())
        .containsExactly(
            RowFactory.create(1011, 1012, 1f, null), RowFactory.create(1012, 1011, 3f, null));
  }

  @Test
  void aFileThatChangedSinceIsAnError(SparkSession spark) throws Exception {
    var inspected = file("c.csv", bytes(HEADER + "1011,1012,1\n"), FORMAT, CODES, 10);
    var rows = TravelTimesSource.load(spark, List.of(inspected), CODES);
    Files.writeString(folder.resolve("c.csv"), HEADER + "1011,1012,1\n1011,1013,1\n");
    assertThatThrownBy(rows::collectAsList)
        .hasStackTraceContaining("has changed since it was inspected: expected 41 bytes, found 53");
  }

  @Test
  void aPlanThatWasNotMadeHereIsRefused(SparkSession spark) {
    var reader = spark.read().format(TravelTimesSource.class.getName());
    assertThatThrownBy(reader::load).hasStackTraceContaining("use TravelTimesSource.load");
    assertThatThrownBy(() -> reader.option("plan", "AAAA").load())
        .hasStackTraceContaining("option 'plan' cannot be read");
    assertThatThrownBy(() -> TravelTimesSource.load(spark, List.of(), CODES))
        .hasMessageContaining("at least one");
  }
}
