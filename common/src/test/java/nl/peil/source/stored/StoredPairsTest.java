package nl.peil.source.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredPairsTest {

  private static final int[] ZONES = IntStream.range(0, 400).map(i -> 1000 + 3 * i).toArray();

  @TempDir Path folder;

  private final Configuration hadoop = new Configuration();

  private org.apache.hadoop.fs.Path path(String name) {
    return new org.apache.hadoop.fs.Path(folder.resolve(name).toUri());
  }

  /** All destinations of the origins from one position to another, with these minutes. */
  private PairFile square(String name, int from, int to, IntToDoubleFunction minutes)
      throws IOException {
    try (var writer = new PairFileWriter(path(name), hadoop, ZONES)) {
      int pair = 0;
      for (int origin = from; origin < to; origin++) {
        for (int destination = 0; destination < ZONES.length; destination++) {
          writer.add(origin, destination, (float) minutes.applyAsDouble(pair), km(pair));
          pair++;
        }
      }
      return writer.finish();
    }
  }

  private static float km(int pair) {
    return pair % 3 == 0 ? Float.NaN : pair % 500 / 8f;
  }

  private List<Group> read(String name) throws IOException {
    var rows = new ArrayList<Group>();
    try (var reader =
        ParquetReader.builder(new GroupReadSupport(), path(name)).withConf(hadoop).build()) {
      for (var row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private ParquetMetadata footer(String name) throws IOException {
    try (var reader = ParquetFileReader.open(HadoopInputFile.fromPath(path(name), hadoop))) {
      return reader.getFooter();
    }
  }

  private StoredPairs look(String... names) throws IOException {
    return StoredPairs.of(Arrays.stream(names).map(name -> path(name).toString()).toList(), hadoop);
  }

  /**
   * 100,000 pairs are several pages. Tenths and eighths go through the dictionary; when every pair
   * has another number, the dictionary is full after 65,536 of them and numbers follow as they are.
   */
  @ParameterizedTest
  @ValueSource(ints = {10, 8, 1000})
  void anotherReaderReadsWhatWasWritten(int parts) throws IOException {
    IntToDoubleFunction minutes =
        parts == 1000 ? pair -> pair / 128.0 : pair -> pair % 900 / (double) parts;
    var written = square("a.parquet", 5, 255, minutes);

    assertThat(written.rows()).isEqualTo(100_000);
    assertThat(written.bytes()).isEqualTo(Files.size(folder.resolve("a.parquet")));
    assertThat(List.of(written.firstOrigin(), written.lastOrigin())).containsExactly(1015, 1762);
    assertThat(List.of(written.firstDestination(), written.lastDestination()))
        .containsExactly(1000, 2197);
    var rows = read("a.parquet");
    assertThat(rows).hasSize(100_000);
    for (int pair = 0; pair < rows.size(); pair++) {
      var row = rows.get(pair);
      assertThat(row.getInteger("origin", 0)).isEqualTo(1000 + 3 * (5 + pair / 400));
      assertThat(row.getInteger("destination", 0)).isEqualTo(1000 + 3 * (pair % 400));
      assertThat(row.getFloat("minutes", 0)).isEqualTo((float) minutes.applyAsDouble(pair));
      if (pair % 3 == 0) {
        assertThat(row.getFieldRepetitionCount("km")).isZero();
      } else {
        assertThat(row.getFloat("km", 0)).isEqualTo(km(pair));
      }
    }
    var encodings = footer("a.parquet").getBlocks().get(0).getColumns().get(2).getEncodingStats();
    assertThat(encodings.getNumDataPagesEncodedAs(Encoding.PLAIN) > 0).isEqualTo(parts == 1000);
    assertThat(encodings.getNumDataPagesEncodedAs(Encoding.RLE_DICTIONARY)).isPositive();
  }

  @Test
  void statisticsOfTheFooterAreThoseOfThePairs() throws IOException {
    square("a.parquet", 5, 255, pair -> 2.5 + pair % 900 / 10.0);
    var columns = footer("a.parquet").getBlocks().get(0).getColumns();
    assertThat(columns.get(0).getStatistics().minAsString()).isEqualTo("1015");
    assertThat(columns.get(0).getStatistics().maxAsString()).isEqualTo("1762");
    assertThat(columns.get(2).getStatistics().minAsString()).isEqualTo("2.5");
    assertThat(columns.get(2).getStatistics().maxAsString()).isEqualTo("92.4");
    assertThat(columns.get(2).getStatistics().getNumNulls()).isZero();
    // Every third pair, the first included, has no distance.
    assertThat(columns.get(3).getStatistics().getNumNulls()).isEqualTo(33_334);
  }

  @Test
  void onePairOfOneZoneIsAFile() throws IOException {
    try (var writer = new PairFileWriter(path("a.parquet"), hadoop, new int[] {7})) {
      writer.add(0, 0, 0f, Float.NaN);
      assertThat(writer.finish().rows()).isEqualTo(1);
    }
    var row = read("a.parquet").get(0);
    assertThat(List.of(row.getInteger("origin", 0), row.getInteger("destination", 0)))
        .containsExactly(7, 7);
    assertThat(row.getFloat("minutes", 0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 5", "1 2", "1 1"})
  void aPairOutOfOrderIsRefusedAndTheFileTakenAway(String next) throws IOException {
    var zones = next.split(" ", -1);
    try (var writer = new PairFileWriter(path("a.parquet"), hadoop, ZONES)) {
      writer.add(1, 2, 1f, Float.NaN);
      assertThatThrownBy(
              () ->
                  writer.add(Integer.parseInt(zones[0]), Integer.parseInt(zones[1]), 1f, Float.NaN))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("after 1003-1006");
    }
    assertThat(folder.resolve("a.parquet")).doesNotExist();
  }

  @Test
  void filesInOrderAreOneMatrixWhateverTheirNames() throws IOException {
    var second = square("a.parquet", 100, 200, pair -> 1);
    var first = square("b.parquet", 0, 100, pair -> 1);
    var found = look("a.parquet", "b.parquet");
    assertThat(found.files()).isEqualTo(2);
    assertThat(found.rowGroups()).isEqualTo(2);
    assertThat(found.rows()).isEqualTo(80_000);
    assertThat(found.bytes()).isEqualTo(first.bytes() + second.bytes());
    assertThat(found.disorder()).isEmpty();
    assertThat(found.problem(80_000)).isEmpty();
    assertThat(found.describe()).contains("2 files").endsWith("sorted: yes");
  }

  @Test
  void anotherNumberOfPairsThanWereCountedIsAProblem() throws IOException {
    square("a.parquet", 0, 100, pair -> 1);
    assertThat(look("a.parquet").problem(40_001))
        .hasValue("the footers count 40,000 pairs, the inspection of the file counted 40,001");
  }

  @Test
  void anOriginInTwoFilesIsDisorder() throws IOException {
    square("a.parquet", 0, 101, pair -> 1);
    square("b.parquet", 100, 200, pair -> 1);
    var found = look("a.parquet", "b.parquet");
    assertThat(found.disorder())
        .hasValue("a.parquet ends with origin 1300, b.parquet begins with 1300");
    assertThat(found.problem(found.rows())).isPresent();
    assertThat(found.describe()).contains("sorted: no (a.parquet");
  }

  @Test
  void aFileOfAnotherWriterIsNotTakenToBeInOrder() throws IOException {
    var schema =
        MessageTypeParser.parseMessageType(
            "message m { required int32 origin; required int32 destination; }");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(path("a.parquet"))
            .withConf(hadoop)
            .withType(schema)
            .withExtraMetaData(Map.of("by", "another"))
            .build()) {
      var row = new org.apache.parquet.example.data.simple.SimpleGroup(schema);
      row.add("origin", 1);
      row.add("destination", 1);
      writer.write(row);
    }
    var found = look("a.parquet");
    assertThat(found.rows()).isEqualTo(1);
    assertThat(found.disorder()).hasValue("a.parquet: does not say in which order its pairs stand");
  }

  @Test
  void noFilesHoldNoPairs() throws IOException {
    assertThat(look().problem(0)).isEmpty();
    assertThat(look().problem(1)).isPresent();
  }
}
