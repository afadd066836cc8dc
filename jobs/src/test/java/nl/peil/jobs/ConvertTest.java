package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import nl.peil.SparkExtension;
import nl.peil.source.omx.OmxFile;
import nl.peil.source.omx.OmxWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matrices from one format into another. */
@ExtendWith(SparkExtension.class)
class ConvertTest {

  /** Sorted by number of the zones 7, 8 and 10; from 10 there is no journey but to itself. */
  private static final String PAIRS =
      "origin,destination,minutes\n7,7,1\n7,8,2.5\n7,10,3\n8,7,4\n8,8,5\n10,10,6.1\n";

  @TempDir private Path folder;

  private Path file(String name) {
    return folder.resolve(name);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(file(name), text);
  }

  private Command convert(String from, String to, String... more) {
    var words = new ArrayList<>(List.of("convert"));
    words.addAll(List.of("--times", file(from).toString(), "--out", file(to).toString()));
    words.addAll(List.of(more));
    return Command.run(words.toArray(String[]::new));
  }

  private void done(String from, String to, String... more) {
    var command = convert(from, to, more);
    assertThat(command.code()).as(command.err()).isEqualTo(ExitCode.DONE.code());
    assertThat(command.out()).isEmpty();
    assertThat(command.err()).contains(file(to).toString());
  }

  @Test
  void aMatrixGoesThroughAllFormatsAndComesBackAsItWas() throws Exception {
    write("m.csv", PAIRS);
    done("m.csv", "a.omx", "--matrix-name", "auto_spits");
    try (var omx = OmxFile.open(file("a.omx"), "a.omx")) {
      assertThat(omx.matrices()).containsExactly("auto_spits");
      assertThat(omx.mapping("zone")).containsExactly("7", "8", "10");
      assertThat(omx.rows("auto_spits", 0, 3))
          .containsExactly(1, 2.5, 3, 4, 5, Double.NaN, Double.NaN, Double.NaN, (double) 6.1f);
    }
    done("a.omx", "b.parquet");
    done("b.parquet", "c.csv", "--out-format", "square_csv");
    assertThat(file("c.csv")).hasContent("1,2.5,3\n4,5,\n,,6.1\n");
    assertThat(file("c.zones.csv")).hasContent("zone\n7\n8\n10\n");
    var zones = file("c.zones.csv").toString();
    done("c.csv", "d.csv.gz", "--zones", zones, "--zone", "zone", "--blank-is-unreachable");
    try (var packed = new GZIPInputStream(Files.newInputStream(file("d.csv.gz")))) {
      assertThat(new String(packed.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo(PAIRS);
    }
    done("d.csv.gz", "e.csv");
    assertThat(file("e.csv")).hasContent(PAIRS);
    assertThat(folder.toFile().list((dir, name) -> name.contains("part"))).isEmpty();
  }

  @Test
  void pairsInAnotherOrderAreSortedForAMatrixAndLeftAsTheyAreForAList() throws Exception {
    var turned = "van,naar,tijd,km\nb,a,3,0.5\na,b,2,\nb,b,4,1\n";
    write("m.csv", turned);
    var columns = new String[] {"--origin", "van", "--destination", "naar", "--minutes", "tijd"};
    done("m.csv", "list.csv", columns);
    assertThat(file("list.csv"))
        .hasContent("origin,destination,minutes,km\nb,a,3,0.5\na,b,2,\nb,b,4,1\n");
    done("m.csv", "m.omx", columns);
    try (var omx = OmxFile.open(file("m.omx"), "m.omx")) {
      assertThat(omx.mapping(null)).containsExactly("a", "b");
      assertThat(omx.rows("m", 0, 2)).containsExactly(Double.NaN, 2, 3, 4);
    }
    write("zones.txt", "b\nc\na\n");
    var listed = new ArrayList<>(List.of(columns));
    listed.addAll(List.of("--zones", file("zones.txt").toString(), "--out-format", "square_csv"));
    done("m.csv", "square.csv", listed.toArray(String[]::new));
    assertThat(file("square.csv")).hasContent("4,,3\n,,\n2,,\n");
    assertThat(file("square.zones.csv")).hasContent("zone\nb\nc\na\n");
  }

  @Test
  void severalFilesBecomeTheMatricesOfOneFileWithAllTheirZones() throws Exception {
    write("auto_spits.csv", PAIRS);
    write("fiets_spits.csv", "origin,destination,minutes\n9,7,30\n10,9,40\n");
    done("auto_spits.csv", "all.omx", "--times", file("fiets_spits.csv").toString());
    try (var omx = OmxFile.open(file("all.omx"), "all.omx")) {
      assertThat(omx.matrices()).containsExactlyInAnyOrder("auto_spits", "fiets_spits");
      assertThat(omx.mapping(null)).containsExactly("7", "8", "9", "10");
      assertThat(omx.rows("fiets_spits", 2, 4))
          .containsExactly(
              30, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 40, Double.NaN);
    }
    var open = convert("all.omx", "m.csv");
    assertThat(open.code()).isEqualTo(ExitCode.DATA_REJECTED.code());
    assertThat(open.err()).contains("ambiguous_matrix", "auto_spits", "fiets_spits", "--matrix");
    done("all.omx", "fiets.csv", "--matrix", "fiets_spits");
    assertThat(file("fiets.csv")).hasContent("origin,destination,minutes\n9,7,30\n10,9,40\n");
  }

  @Test
  void rowsWithoutMappingAreNumbered() throws Exception {
    try (var omx = OmxWriter.create(file("m.omx"), 2)) {
      omx.matrix("A", (row, cells) -> cells[1] = row + 1);
      omx.finish();
    }
    done("m.omx", "m.csv");
    assertThat(file("m.csv")).hasContent("origin,destination,minutes\n1,2,1\n2,2,2\n");
    write("zones.txt", "x\ny\n");
    done("m.omx", "named.csv", "--zones", file("zones.txt").toString());
    assertThat(file("named.csv")).hasContent("origin,destination,minutes\nx,y,1\ny,y,2\n");
  }

  @Test
  void aBadFileLeavesWhatWasThere() throws Exception {
    write("old.omx", "as it was");
    write("m.csv", "origin,destination,minutes\n1,2,-5\n1,1,1\n2,2,3\n");
    var command = convert("m.csv", "old.omx");
    assertThat(command.code()).isEqualTo(ExitCode.DATA_REJECTED.code());
    assertThat(command.err()).contains("negative_time", "too_many_bad_rows", "5.0 %");
    assertThat(file("old.omx")).hasContent("as it was");

    var rows = new StringBuilder("origin,destination,minutes\n1,2,-5\n");
    for (int i = 0; i < 30; i++) {
      rows.append("1,").append(10 + i).append(",1\n");
    }
    write("m.csv", rows.toString());
    var some = convert("m.csv", "new.csv");
    assertThat(some.code()).as(some.err()).isEqualTo(ExitCode.DONE.code());
    assertThat(some.err()).contains("negative_time", "30 pairs used, 0 unreachable, 1 set aside");
    assertThat(folder.toFile().list((dir, name) -> name.contains("part"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "out.txt !  ! 2 ! expected a name that ends in .csv",
        "out.omx.gz ! --out-format omx ! 2 ! packed inside already",
        "m.csv !  ! 2 ! is read, too",
        "out.csv ! --matrix-name auto ! 2 ! --matrix-name means nothing but for OMX",
        "out.omx ! --matrix-name a,b ! 2 ! expected as many names as --times, 1",
        "out.omx ! --matrix-name a/b ! 2 ! has no slash",
        "out.csv ! --zone id ! 2 ! --zone is a column of --zones",
        "out.csv ! --unreachable never ! 2 ! --unreachable takes numbers",
        "out.csv ! --out-format xls ! 2 ! --out-format takes long_csv",
        "out.csv ! --zones nowhere.csv ! 3 ! there is no such file",
        "out.csv ! --times-format square_csv ! 3 ! zone list",
      })
  void whatIsWrongIsSaid(String out, String more, int code, String expected) throws Exception {
    write("m.csv", PAIRS);
    var words = more == null ? new String[0] : more.split(" ");
    var command = convert("m.csv", out, words);
    assertThat(command.code()).as(command.err()).isEqualTo(code);
    assertThat(command.err()).contains(expected);
    assertThat(folder.toFile().list()).containsExactly("m.csv");
  }

  @Test
  void moreMistakesAreSaid() throws Exception {
    assertThat(Command.run("convert").err()).contains("needs --times", "needs --out");
    write("m.csv", PAIRS);
    write("m.txt", PAIRS);
    var two = convert("m.csv", "out.csv", "--times", file("m.txt").toString());
    assertThat(two.err()).contains("2 files go into one file only when it is OMX");
    var one = convert("m.csv", "out.omx", "--times", file("m.txt").toString());
    assertThat(one.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(one.err()).contains("the matrices would be called [m, m]");
    assertThat(convert("none.csv", "out.csv").err()).contains("no_file", "none.csv");
    write("zones.txt", "7\n8\n7\n");
    assertThat(convert("m.csv", "out.csv", "--zones", file("zones.txt").toString()).err())
        .contains("zone_listed_twice", "'7' again");
  }

  @Test
  void measuresAreTakenOfOneMatrixOfAnOmxFile() throws Exception {
    write("a.csv", PAIRS);
    write("b.csv", "origin,destination,minutes\n7,10,3\n10,8,4\n");
    done("a.csv", "all.omx", "--times", file("b.csv").toString());
    write("zones.csv", "id,jobs\n10,1\n7,2\n8,4\n");
    var words =
        new ArrayList<>(List.of("measure", "--times", file("all.omx").toString(), "--zone", "id"));
    words.addAll(List.of("--zones", file("zones.csv").toString(), "--opportunities", "jobs"));
    words.addAll(List.of("--measure", "cumulative(4)", "--out", file("out.csv").toString()));
    var open = Command.run(words.toArray(String[]::new));
    assertThat(open.code()).isEqualTo(ExitCode.DATA_REJECTED.code());
    assertThat(open.err()).contains("expected one matrix; the file has", "a", "b", "--matrix");
    words.addAll(List.of("--matrix", "a"));
    var a = Command.run(words.toArray(String[]::new));
    assertThat(a.code()).as(a.err()).isEqualTo(ExitCode.DONE.code());
    assertThat(a.err()).contains("OMX (HDF5), matrix a of 2, mapping zone");
    // From 10 nothing within 4 minutes; from 7 all three; from 8 only 7
    assertThat(Files.readAllLines(file("out.csv")).stream().skip(1).map(line -> line.split(",")))
        .extracting(fields -> fields[0], fields -> Double.parseDouble(fields[3]))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("10", 0.0),
            org.assertj.core.groups.Tuple.tuple("7", 7.0),
            org.assertj.core.groups.Tuple.tuple("8", 2.0));
    words.addAll(List.of("--mapping", "taz"));
    assertThat(Command.run(words.toArray(String[]::new)).err()).contains("unknown_mapping", "taz");
  }
}
