package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.peil.SparkExtension;
import nl.peil.config.ConfigProblemException;
import nl.peil.jobs.register.Registration;
import nl.peil.table.DeltaStore;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables in a catalog. That of the session of the tests ends with it, and is otherwise like any;
 * jobs/src/test/cluster/metastore.sh does the same with a Hive metastore and a second client.
 */
@ExtendWith({SparkExtension.class, FinishedRun.class})
class RegisterTest {

  private static final String DATABASE = "peil_test";

  @AfterEach
  void drop(SparkSession spark) {
    spark.sql("DROP DATABASE IF EXISTS " + DATABASE + " CASCADE");
  }

  private static Map<String, String> register(SparkSession spark, String root, boolean replace)
      throws ConfigProblemException {
    return new Registration(spark, new DeltaStore(spark, root), DATABASE, replace).run();
  }

  private static List<Row> rows(SparkSession spark, String query) {
    return spark.sql(query.replace("DB", DATABASE)).collectAsList();
  }

  @Test
  void anyClientSeesTablesViewsAndComments(SparkSession spark, TinyDelivery tiny) throws Exception {
    var versions = tiny.versions(spark);
    var root = tiny.output().toString();
    assertThat(register(spark, root, false))
        .containsEntry("zones", "made")
        .containsEntry("keuze", "made")
        .doesNotContainKey("published");
    assertThat(register(spark, root, false))
        .as("once more")
        .containsEntry("zones", "as it was")
        .containsEntry("keuze", "made anew");
    assertThat(tiny.versions(spark)).as("tables are not touched").isEqualTo(versions);

    assertThat(rows(spark, "SELECT count(*) FROM DB.travel_times").get(0).getLong(0))
        .isEqualTo(135);
    assertThat(comments(spark, "zones"))
        .containsEntry("zone", "zone key; for PC4 the postcode itself");
    for (var view : List.of("basisniveau", "regionale_verschillen", "keuze")) {
      assertThat(comments(spark, view).values())
          .as(view)
          .noneMatch(String::isBlank)
          .hasSizeGreaterThan(12);
    }
    // Everybody meets the norm or does not, and has no, one or more to choose from
    assertThat(
            rows(
                spark,
                """
                SELECT count(*) > 0,
                  max(abs(b.persons_meeting_norm + b.persons_below_norm - b.population)) < 1e-9,
                  max(abs(k.persons_no_choice + k.persons_one_choice + k.persons_more_choice - k.population)) < 1e-9,
                  max(abs(k.persons_no_choice - b.persons_below_norm)) < 1e-9,
                  count_if(b.met_for_all <> (b.share_meeting_norm = 1)) = 0,
                  count_if(b.region_name = 'West' AND b.region = 'W') > 0
                FROM DB.basisniveau b JOIN DB.keuze k
                  USING (scenario, year, layout, region, mode, period, service)
                WHERE b.population > 0"""))
        .containsExactly(
            org.apache.spark.sql.RowFactory.create(true, true, true, true, true, true));
    // The people of a layout together differ by nothing from its mean
    assertThat(
            rows(
                spark,
                """
                SELECT max(abs(together)), count(*) > 0 FROM (
                  SELECT sum(difference * population_covered) AS together
                  FROM DB.regionale_verschillen WHERE mean IS NOT NULL
                  GROUP BY scenario, year, layout, mode, period, service, measure)"""))
        .satisfiesExactly(
            row -> {
              assertThat(row.getDouble(0)).isLessThan(1e-6);
              assertThat(row.getBoolean(1)).isTrue();
            });
  }

  private static Map<String, String> comments(SparkSession spark, String table) {
    return Arrays.stream(spark.table(DATABASE + "." + table).schema().fields())
        .collect(
            java.util.stream.Collectors.toMap(
                field -> field.name(),
                field -> field.getComment().isDefined() ? field.getComment().get() : ""));
  }

  @Test
  void entriesMoveAlongWithTheFolder(SparkSession spark, TinyDelivery tiny, @TempDir Path folder)
      throws Exception {
    var old = folder.resolve("old");
    Files.createDirectories(old);
    tiny.copy(old);
    var before = old.resolve("tabellen");
    register(spark, before.toString(), false);
    var after = tiny.output().toString();

    assertThatThrownBy(() -> register(spark, after, false))
        .as("two folders with tables: which is meant?")
        .isInstanceOf(ConfigProblemException.class)
        .hasMessageContaining("that is still there")
        .hasMessageContaining("--replace");
    assertThat(register(spark, after, true).get("zones")).startsWith("now here; was file:");

    register(spark, before.toString(), true);
    Files.move(before, folder.resolve("moved"));
    assertThat(register(spark, folder.resolve("moved").toString(), false).get("zones"))
        .as("the old place is gone")
        .startsWith("now here; was file:" + before);
    assertThat(rows(spark, "SELECT count(*) FROM DB.zones").get(0).getLong(0)).isEqualTo(5);
  }

  @Test
  void whatIsNotPeilsIsLeftAlone(SparkSession spark, TinyDelivery tiny, @TempDir Path folder)
      throws Exception {
    var root = tiny.output().toString();
    var mine = Files.createDirectories(folder.resolve("mine")).resolve("rows.parquet");
    Files.write(mine, new byte[] {1});
    spark.sql("CREATE DATABASE " + DATABASE + " LOCATION '" + folder.resolve("warehouse") + "'");
    spark.sql("CREATE TABLE %s.zones (a INT) USING parquet".formatted(DATABASE));
    spark.sql(
        "CREATE TABLE %s.norms (a INT) USING parquet LOCATION '%s'"
            .formatted(DATABASE, folder.resolve("mine")));
    spark.sql("CREATE VIEW %s.keuze AS SELECT 1 AS mine".formatted(DATABASE));

    assertThatThrownBy(() -> register(spark, root, false))
        .hasMessageContaining("peil_test.zones (managed) is there, Peil did not make it")
        .hasMessageContaining("peil_test.norms exists and is not Peil's")
        .hasMessageContaining("peil_test.keuze exists and is not Peil's");
    assertThat(rows(spark, "SHOW TABLES IN DB").stream().filter(table -> !table.getBoolean(2)))
        .as("nothing was changed; views of the session are of other tests")
        .hasSize(3);

    assertThatThrownBy(() -> register(spark, root, true))
        .as("rows would be lost, whatever is asked")
        .hasMessageContaining("peil_test.zones")
        .hasMessageNotContaining("norms");
    spark.sql("DROP TABLE %s.zones".formatted(DATABASE));
    assertThat(register(spark, root, true)).containsKeys("zones", "norms", "keuze");
    assertThat(mine).as("files of others stay").exists();
    assertThat(comments(spark, "norms")).containsKey("minutes");
  }

  @Test
  void withoutALastingCatalogTheWayOutIsTold(TinyDelivery tiny) {
    var refused = tiny.command("register");
    assertThat(refused.code()).isEqualTo(ExitCode.WRONG_USAGE.code());
    assertThat(refused.err())
        .contains("the catalog of this session ends with it")
        .contains("spark.sql.catalogImplementation=hive")
        .contains("--print spark");
    assertThat(tiny.command("register", "--database", "a-b").err()).contains("'a-b'");
  }

  @Test
  void theStatementsCanBeHadAsText(SparkSession spark, TinyDelivery tiny) throws IOException {
    var forSpark = tiny.command("register", "--print", "spark", "--database", DATABASE);
    assertThat(forSpark.code()).as(forSpark.err()).isZero();
    for (var statement : forSpark.out().replaceFirst("(?s)^--.*?\n\n", "").split(";\n")) {
      spark.sql(statement);
    }
    assertThat(rows(spark, "SELECT count(*) > 0 FROM DB.basisniveau").get(0).getBoolean(0))
        .isTrue();

    var forDuckDb = tiny.command("register", "--print", "duckdb").out();
    assertThat(forDuckDb)
        .contains("CREATE OR REPLACE VIEW peil.zones AS SELECT * FROM delta_scan('/")
        .contains(
            "COMMENT ON COLUMN peil.zones.\"zone\" IS 'zone key; for PC4 the postcode itself';")
        .contains("COMMENT ON VIEW peil.keuze IS 'Keuze: ");
  }
}
