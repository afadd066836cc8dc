package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import nl.peil.SparkExtension;
import nl.peil.table.AccessTables;
import nl.peil.table.InputTables;
import nl.peil.table.RunTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of incomes that change, are damaged, or are not there. One test after the other. */
@Tag("thorough")
@ExtendWith({SparkExtension.class, FinishedRun.class})
@TestMethodOrder(OrderAnnotation.class)
class IncomeTest {

  private static final String FILE = "inkomen.csv";

  private static TinyDelivery tiny;

  @BeforeAll
  static void copy(TinyDelivery finished, @TempDir Path folder) throws IOException {
    tiny = finished.copy(folder);
  }

  /** A run of what incomes touch; the first test lets a whole run decide that. */
  private static Command run() {
    return tiny.command("run", "--only", "zone_income,region_accessibility,layout_inequality");
  }

  private static List<String> incomes(SparkSession spark) {
    return tiny.table(spark, InputTables.ZONE_INCOME).orderBy("zone").collectAsList().stream()
        .map(row -> row.get(0) + " " + row.get(1))
        .toList();
  }

  private static long withPalma(SparkSession spark) {
    return tiny.table(spark, AccessTables.REGION_ACCESSIBILITY)
        .where("palma IS NOT NULL OR concentration IS NOT NULL OR population_with_income > 0")
        .count();
  }

  @Test
  @Order(1)
  void badRowsAreSetAsideAndWhatRestsOnIncomesIsMadeAgain(SparkSession spark) throws IOException {
    assertThat(withPalma(spark)).isPositive();
    var before = tiny.lastRuns(spark);
    tiny.configure("quality { max_bad_share = 0.6 }\n");
    tiny.write(
        FILE,
        "zone;inkomen",
        "1001;31,5",
        "1002;.",
        "1003;-2", // 4
        "1003;20",
        "1003;21", // 6
        "7777;30", // 7
        "1004;veel"); // 8
    assertThat(tiny.command("run").code()).isZero();

    assertThat(incomes(spark)).containsExactly("1001 31.5", "1002 null", "1003 20.0");
    assertThat(
            tiny.table(spark, RunTables.QUARANTINE)
                .where("file = '" + FILE + "'")
                .orderBy("line")
                .collectAsList())
        .extracting(row -> row.<Long>getAs("line") + " " + row.<String>getAs("rule"))
        .containsExactly("4 negative_income", "6 duplicate_zone", "7 unknown_zone", "8 bad_number");
    // 1002 is withheld, 1004 and 1005 are not told
    assertThat(
            tiny.table(spark, RunTables.FINDINGS)
                .where("rule = 'unknown_income' AND count = 3")
                .count())
        .isEqualTo(1);
    var books =
        tiny.table(spark, RunTables.LINEAGE)
            .where("table_name = 'zone_income'")
            .orderBy(org.apache.spark.sql.functions.desc("written_at"))
            .select("rows_read", "rows_loaded", "rows_quarantined", "rows_written")
            .first();
    assertThat(books.toString()).isEqualTo("[7,3,4,3]");
    var changed = new TreeSet<String>();
    tiny.lastRuns(spark)
        .forEach(
            (slice, run) -> {
              if (!run.equals(before.get(slice))) {
                changed.add(slice.substring(0, slice.indexOf(' ')));
              }
            });
    assertThat(changed).containsExactly("layout_inequality", "region_accessibility", "zone_income");
  }

  @Test
  @Order(2)
  void aRejectedFileLeavesWhatIsStored(SparkSession spark) throws IOException {
    var stored = incomes(spark);
    tiny.write(FILE, "zone;loon", "1001;1");
    var run = tiny.command("run", "--only", "zone_income");
    assertThat(run.code()).isEqualTo(ExitCode.DATA_REJECTED.code());
    assertThat(run.out()).contains("reject " + FILE, "[missing_column]", "inkomen");
    assertThat(incomes(spark)).isEqualTo(stored);
    assertThat(withPalma(spark)).isPositive();
  }

  @Test
  @Order(3)
  void regionsDoNotWaitForIncomesThatCannotBeRead(SparkSession spark) throws IOException {
    Folders.delete(tiny.output().resolve("zone_income"));
    long regions = tiny.table(spark, AccessTables.REGION_ACCESSIBILITY).count();
    assertThat(run().code()).isEqualTo(ExitCode.DATA_REJECTED.code());
    assertThat(tiny.table(spark, AccessTables.REGION_ACCESSIBILITY).count()).isEqualTo(regions);
    assertThat(withPalma(spark)).isZero();
  }

  @Test
  @Order(4)
  void withoutIncomesTheTableIsEmptyAndALineCanBeChosen(SparkSession spark) throws IOException {
    tiny.configure("income = null\ninequality { sufficiency_share_of_median = 0.25 }\n");
    assertThat(run().code()).isZero();
    assertThat(incomes(spark)).isEmpty();
    assertThat(withPalma(spark)).isZero();
    // The median is 6 jobs
    assertThat(
            tiny.table(spark, AccessTables.REGION_ACCESSIBILITY)
                .where(
                    "scenario = 'basis' AND layout = 'delivery' AND mode = 'auto'"
                        + " AND service = 'banen' AND measure = 'within_15'")
                .first()
                .<Double>getAs("sufficiency_line"))
        .isEqualTo(1.5);
    assertThat(tiny.command("plan").out()).doesNotContain("to make");
  }
}
