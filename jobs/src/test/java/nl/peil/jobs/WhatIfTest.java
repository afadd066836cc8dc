package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.peil.QuickPlans;
import nl.peil.SparkExtension;
import nl.peil.table.AccessTables;
import nl.peil.table.InputTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What-ifs beside a run that is there already: only what they touch is measured again. */
@Tag("thorough")
@ExtendWith(SparkExtension.class)
class WhatIfTest {

  private static final String TABLES =
      "scenarios,norms,zones,population_grid,region_membership,time_changes,opportunities,travel_times,"
          + "accessibility,accessibility_level,region_level";

  @TempDir Path folder;
  @TempDir Path other;

  private static Dataset<Row> access(TinyDelivery tiny, SparkSession spark, String scenario) {
    return tiny.table(spark, AccessTables.ACCESSIBILITY)
        .where("year = 2022 AND scenario = '" + scenario + "'")
        .drop("scenario", "year");
  }

  private static void same(Dataset<Row> a, Dataset<Row> b) {
    assertThat(a.count()).isPositive();
    assertThat(a.exceptAll(b).collectAsList()).isEmpty();
    assertThat(b.exceptAll(a).collectAsList()).isEmpty();
  }

  @Test
  void aWhatIfGivesWhatADeliveryWithTheSameChangesGives(SparkSession spark) throws Exception {
    QuickPlans.in(spark);
    var tiny = TinyDelivery.in(folder);
    var whatIf = folder.resolve("whatif.conf");
    Files.writeString(
        whatIf,
        """
        scenarios = [
          { scenario = anders, year = 2022, label = "wo opent, huisarts sluit, fiets 2 minuten", inherit = basis/2022
            open = [ { service = wo, zone = "1001", count = 2 } ]
            close = [ { service = huisarts, zone = "1001" } ]
            change_norms = [ { service = vo, mode = fiets, minutes = 7 } ] }
          { scenario = sneller, year = 2022, inherit = basis/2022
            change_times = [ { mode = fiets, factor = 0.5 } ] }
        ]
        """);
    assertThat(tiny.command("run", "--only", TABLES).code()).isZero();
    var run = tiny.command("run", "--only", TABLES, "--what-if", whatIf.toString());
    assertThat(run.code()).as(run.err()).isZero();

    // Rows of services that nothing touches are those of the base, and no more slices were stored
    var base = access(tiny, spark, "basis");
    var changed = access(tiny, spark, "anders");
    var untouched = "service NOT IN ('wo', 'huisarts') AND NOT (service = 'vo' AND mode = 'fiets')";
    same(changed.where(untouched), base.where(untouched));
    assertThat(
            tiny.table(spark, InputTables.OPPORTUNITIES)
                .where("scenario = 'anders'")
                .select("service")
                .distinct()
                .collectAsList()
                .toString())
        .contains("wo", "huisarts")
        .doesNotContain("vo", "banen");
    assertThat(
            tiny.table(spark, InputTables.TRAVEL_TIMES)
                .where("scenario IN ('anders', 'sneller')")
                .isEmpty())
        .isTrue();

    // The same changes made by hand in a delivery of its own
    var byHand = TinyDelivery.in(other);
    byHand.write("huisarts.csv", "id,x,y", "b,102300,450200", "c,102700,450700");
    byHand.write("wo.csv", "zone,aantal", "1001,2", "1003,0");
    assertThat(byHand.command("run", "--only", TABLES).code()).isZero();
    same(
        changed.where("service IN ('wo', 'huisarts')"),
        access(byHand, spark, "basis").where("service IN ('wo', 'huisarts')"));

    // Half the time: what is within 30 minutes now was within 60 - here, within 15 is what 30 was
    var faster = access(tiny, spark, "sneller");
    same(faster.where("mode <> 'fiets'"), base.where("mode <> 'fiets'"));
    same(
        faster.where("mode = 'fiets' AND measure = 'within_15'").drop("measure"),
        base.where("mode = 'fiets' AND measure = 'within_30'").drop("measure"));

    // A run without the what-if leaves it alone
    assertThat(tiny.command("plan").out()).contains("accessibility          up to date");
    assertThat(access(tiny, spark, "anders").count()).isEqualTo(changed.count());

    Files.writeString(
        whatIf,
        """
        scenarios = [
          { scenario = fout, year = 2022, inherit = basis/2022, close = [ { service = huisarts, zone = "9999" } ] }
        ]
        input = "elders"
        """);
    var wrong = tiny.command("plan", "--what-if", whatIf.toString());
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .contains(
            "whatif.conf: line 4: input: a what-if has scenarios and comparisons, and nothing else");
  }

  @Test
  void aWhatIfWithFilesOfItsOwnIsRefused() throws Exception {
    var tiny = TinyDelivery.in(folder);
    var whatIf = folder.resolve("whatif.conf");
    Files.writeString(
        whatIf,
        """
        scenarios = [
          { scenario = druk, year = 2022, inherit = basis/2022, close = [ { service = huisarts, zone = "1001" } ] }
        ]
        """);
    assertThat(tiny.command("plan", "--what-if", whatIf.toString()).code()).isZero();
    tiny.write(
        TinyDelivery.HERE_FIETS.replace("basis", "druk"), "van,naar,minuten", "1001,1002,3.0");
    var refused = tiny.command("plan", "--what-if", whatIf.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("druk is a what-if, which takes all inputs from its parent")
        .contains("the delivery has travel_times of it");
  }
}
