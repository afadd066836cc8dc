package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.peil.SparkExtension;
import nl.peil.table.DeltaStore;
import nl.peil.table.InputTables;
import nl.peil.table.RunTables;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A delivery of the country that is damaged on purpose, over the tables of the same delivery when
 * it was whole: {@code -Ddelivery.broken=DIR}, with DIR/goed, DIR/kapot and DIR/kapot/broken.json,
 * which says of every fault what is expected. Skipped without.
 */
@ExtendWith(SparkExtension.class)
class DamagedDeliveryTest {

  private static final List<JsonNode> FAULTS = new ArrayList<>();
  private static Path output = Path.of("");
  private static List<Row> timesBefore = List.of();
  private static List<Row> membershipBefore = List.of();
  private static List<Row> opportunitiesBefore = List.of();
  private static Command damaged = new Command(0, "", "");
  private static String runId = "";

  /** The folder; empty when it is not given, which leaves the text of the placeholder. */
  private static Optional<Path> folder() {
    return Optional.ofNullable(System.getProperty("delivery.broken"))
        .filter(text -> !text.isBlank() && !text.startsWith("${"))
        .map(Path::of);
  }

  @BeforeAll
  static void runBoth(SparkSession spark, @TempDir Path tables) throws IOException {
    Assumptions.assumeTrue(folder().isPresent(), "needs -Ddelivery.broken=DIR");
    var folder = folder().orElseThrow();
    output = tables;
    new ObjectMapper()
        .readTree(Files.readString(folder.resolve("kapot/broken.json")))
        .path("faults")
        .forEach(FAULTS::add);
    var whole = run(folder.resolve("goed"));
    assertThat(whole.code()).as(whole.out() + whole.err()).isEqualTo(ExitCode.DONE.code());
    timesBefore = rows(spark, InputTables.TRAVEL_TIMES);
    membershipBefore = rows(spark, InputTables.REGION_MEMBERSHIP);
    opportunitiesBefore = rows(spark, InputTables.OPPORTUNITIES);
    damaged = run(folder.resolve("kapot"));
    runId =
        table(spark, RunTables.RUNS)
            .orderBy(org.apache.spark.sql.functions.desc("run_id"))
            .first()
            .getAs("run_id");
  }

  private static Command run(Path delivery) {
    return Command.run(
        "run",
        "--conf",
        "../conf/national.conf",
        "--set",
        "input=" + delivery,
        "--set",
        "output=" + output);
  }

  private static org.apache.spark.sql.Dataset<Row> table(SparkSession spark, TableSpec table) {
    return new DeltaStore(spark, output.toString()).read(table);
  }

  private static List<Row> rows(SparkSession spark, TableSpec table) {
    return table(spark, table).collectAsList().stream()
        .sorted(Comparator.comparing(Row::toString))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> everyFaultGetsTheReactionThatIsExpected(SparkSession spark) {
    return FAULTS.stream()
        .map(fault -> dynamicTest(fault.path("fault").asText(), () -> check(spark, fault)));
  }

  private static void check(SparkSession spark, JsonNode fault) {
    var path = fault.path("path").asText();
    var findings =
        table(spark, RunTables.FINDINGS)
            .where("run_id = '" + runId + "' AND file = '" + path + "'")
            .collectAsList();
    switch (fault.path("expected").asText()) {
      case "reject_file" -> {
        assertThat(findings).anyMatch(row -> row.<String>getAs("severity").equals("reject"));
        assertKept(spark, path);
      }
      case "quarantine_row" -> {
        assertThat(findings).noneMatch(row -> row.<String>getAs("severity").equals("reject"));
        var lines =
            table(spark, RunTables.QUARANTINE)
                .where("run_id = '" + runId + "' AND file = '" + path + "'")
                .orderBy("line")
                .select("line")
                .collectAsList()
                .stream()
                .map(row -> row.getLong(0))
                .toList();
        assertThat(lines).hasSize(fault.path("rows_affected").asInt());
        var expected = new ArrayList<Long>();
        fault.path("lines").forEach(line -> expected.add(line.asLong()));
        if (!expected.isEmpty()) {
          assertThat(lines).isEqualTo(expected);
        }
      }
      case "warn" -> {
        assertThat(findings).anyMatch(row -> row.<String>getAs("severity").equals("warn"));
        assertThat(findings).noneMatch(row -> row.<String>getAs("severity").equals("reject"));
      }
      default -> throw new AssertionError("unknown reaction in " + fault);
    }
  }

  /** What was stored of a rejected file is as it was. */
  private static void assertKept(SparkSession spark, String path) {
    var parts = path.replaceAll("\\.csv.*|\\.geojson", "").split("/", -1);
    var name = parts[parts.length - 1];
    if (path.startsWith("reistijden/")) {
      int period = name.lastIndexOf('_');
      assertSame(
          spark,
          InputTables.TRAVEL_TIMES,
          timesBefore,
          row ->
              row.<String>getAs("scenario").equals(parts[1])
                  && row.<Object>getAs("year").toString().equals(parts[2])
                  && row.<String>getAs("mode").equals(name.substring(0, period))
                  && row.<String>getAs("period").equals(name.substring(period + 1)));
    } else if (path.startsWith("regio/")) {
      assertSame(
          spark,
          InputTables.REGION_MEMBERSHIP,
          membershipBefore,
          row -> row.<String>getAs("layout").equals(name));
    } else {
      assertSame(
          spark,
          InputTables.OPPORTUNITIES,
          opportunitiesBefore,
          row -> row.<String>getAs("service").equals(name));
    }
  }

  private static void assertSame(
      SparkSession spark,
      TableSpec table,
      List<Row> before,
      java.util.function.Predicate<Row> concerned) {
    var kept = before.stream().filter(concerned).toList();
    assertThat(kept).isNotEmpty();
    assertThat(rows(spark, table).stream().filter(concerned)).isEqualTo(kept);
  }

  @TestFactory
  Stream<DynamicTest> nothingElseIsRejectedOrSetAside(SparkSession spark) {
    var known = FAULTS.stream().map(fault -> fault.path("path").asText()).toList();
    return Stream.of(
        dynamicTest(
            "exit code", () -> assertThat(damaged.code()).isEqualTo(ExitCode.DATA_REJECTED.code())),
        dynamicTest(
            "other files",
            () ->
                assertThat(
                        table(spark, RunTables.FINDINGS)
                            .where("run_id = '" + runId + "' AND severity IN ('reject')")
                            .select("file")
                            .collectAsList())
                    .isNotEmpty()
                    .allMatch(row -> known.contains(row.getString(0)))));
  }
}
