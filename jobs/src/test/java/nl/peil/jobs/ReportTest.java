package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.peil.SparkExtension;
import nl.peil.config.ConfigLoader;
import nl.peil.jobs.report.Reports;
import nl.peil.table.AccessTables;
import nl.peil.table.DeltaStore;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The reports of a finished run: their numbers are those of its tables. */
@ExtendWith({SparkExtension.class, FinishedRun.class})
class ReportTest {

  private static final int MOST_BYTES = 3_000_000;

  @TempDir private static Path folder;

  private static Command written;

  @BeforeAll
  static void write(TinyDelivery tiny) {
    written =
        tiny.command("report", "--all", "--layout", "helft,streek", "--out", folder.toString());
  }

  private static JsonNode data(String page) throws IOException {
    var text = Files.readString(folder.resolve(page));
    var matcher =
        Pattern.compile("(?s)<script type=\"application/json\" id=\"peil-data\">(.*?)</script>")
            .matcher(text);
    assertThat(matcher.find()).isTrue();
    return new ObjectMapper().readTree(matcher.group(1));
  }

  @Test
  void everyRegionHasAPageAndEveryLayoutAList() throws IOException {
    assertThat(written.code()).as(written.out() + written.err()).isEqualTo(ExitCode.DONE.code());
    try (var files = Files.walk(folder)) {
      var names =
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString())
              .toList();
      assertThat(names)
          .contains("index.html", "made.json", "helft/index.html", "streek/index.html")
          .noneMatch(name -> name.endsWith(".crc") || name.contains("/."));
      assertThat(names.stream().filter(name -> name.startsWith("helft/"))).hasSize(3);
    }
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .allMatch(file -> file.toFile().length() < MOST_BYTES);
    }
  }

  @Test
  void theNumbersOfAPageAreThoseOfTheTables(SparkSession spark, TinyDelivery tiny)
      throws IOException {
    var west = tiny.table(spark, AccessTables.REGION_LEVEL);
    var code = new TreeMap<String, Integer>();
    for (var page : pages("helft")) {
      if (page.endsWith("index.html")) {
        continue;
      }
      var data = data("helft/" + page.getFileName());
      var region = data.at("/region/code").textValue();
      var rows =
          west.where(
                  "scenario = '%s' AND year = %s AND layout = 'helft' AND region = '%s' AND period = '%s'"
                      .formatted(
                          data.get("scenario").textValue(),
                          data.get("year").asText(),
                          region,
                          data.get("period").textValue()))
              .where("service <> 'inwoners'")
              .selectExpr(
                  "mode", "service", "share_meeting_norm", "persons_below_norm", "share_no_choice")
              .collectAsList();
      for (var row : rows) {
        var found = find(data.get("level"), row.getString(0), row.getString(1));
        assertThat(found.get("share_meeting_norm").doubleValue()).isEqualTo(row.getDouble(2));
        assertThat(found.get("persons_below_norm").doubleValue()).isEqualTo(row.getDouble(3));
        assertThat(found.get("share_no_choice").doubleValue()).isEqualTo(row.getDouble(4));
      }
      code.put(region, rows.size());
    }
    assertThat(code).hasSize(2);
    assertThat(code.values()).allMatch(count -> count > 3);
  }

  private static JsonNode find(JsonNode levels, String mode, String service) {
    for (var level : levels) {
      if (level.get("mode").textValue().equals(mode)
          && level.get("service").textValue().equals(service)) {
        return level;
      }
    }
    throw new AssertionError("no " + service + " by " + mode + " in the page");
  }

  @Test
  void peopleOfZonesAddUpToThoseOfTheRegion() throws IOException {
    // West: 100 of zone 1001 and 60 of the 80 people of zone 1002
    var west = data("helft/west.html");
    double sum = 0;
    for (var people : west.at("/zones/population")) {
      sum += people.doubleValue();
    }
    assertThat(sum).isEqualTo(160);
    assertThat(west.at("/level/0/population").doubleValue()).isEqualTo(160);
  }

  @Test
  void reportsAreFreshUntilWhatTheyAreMadeFromChanges(SparkSession spark, TinyDelivery tiny)
      throws Exception {
    // nobody asked for pages at the end of a run
    assertThat(reports(spark, tiny, Map.of("report.country", "Nederland")).stale()).isEmpty();

    var both = Map.of("report.layouts", "[helft, streek]");
    assertThat(reports(spark, tiny, both).stale()).isEmpty();
    var another = new HashMap<>(both);
    another.put("report.country", "Nederland");
    assertThat(reports(spark, tiny, another).stale()).containsExactly("helft", "streek");
    assertThat(reports(spark, tiny, Map.of("report.layouts", "[streek]")).layouts())
        .containsExactly("streek");
  }

  private static Reports reports(
      SparkSession spark, TinyDelivery tiny, Map<String, String> settings) throws Exception {
    var config = ConfigLoader.load(tiny.conf(), settings).withOutput(tiny.output().toString());
    return new Reports(
        config,
        new DeltaStore(spark, config.output()),
        null,
        folder.toString(),
        spark.sparkContext().hadoopConfiguration(),
        () -> false);
  }

  @Test
  void askingForWhatIsNotThereSaysWhatIs(TinyDelivery tiny) {
    var region =
        tiny.command("report", "--layout", "helft", "--region", "Mars", "--out", folder.toString());
    assertThat(region.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(region.err()).contains("'Mars'").contains("W");

    var layout = tiny.command("report", "--all", "--layout", "mars", "--out", folder.toString());
    assertThat(layout.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(layout.err()).contains("'mars'").contains("helft");

    var nothing = tiny.command("report");
    assertThat(nothing.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(nothing.err()).contains("--all");
  }

  private List<Path> pages(String layout) throws IOException {
    try (var pages = Files.list(folder.resolve(layout))) {
      return pages.toList();
    }
  }
}
