package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.peil.SparkExtension;
import nl.peil.table.RunTables;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Spark's web pages say of a run. */
@ExtendWith({SparkExtension.class, FinishedRun.class})
class JobTitlesTest {

  /** What its slices have in common, and how many they are; nothing for a table in one piece. */
  private static final String SLICE = "(?: [\\w-]+(?:/[\\w-]+)*)?(?: \\(\\d+ slices\\))?";

  @Test
  void everyJobOfARunNamesTheRunTheTableAndTheSlice(
      SparkSession spark, TinyDelivery finished, HeardJobs heard) {
    var run =
        finished.table(spark, RunTables.RUNS).select("run_id").collectAsList().get(0).getString(0);
    var tables =
        Tables.all().stream().map(TableSpec::name).collect(Collectors.joining("|", "(?:", ")"));
    assertThat(heard.jobs()).extracting(HeardJobs.Job::group).containsOnly(run, "peil run");
    // Before its steps a run looks at what is there: nothing, the first time
    var working = heard.jobs().stream().filter(job -> job.tasks() > 0).toList();
    assertThat(working).isNotEmpty();
    for (var job : working) {
      assertThat(job.group()).as("group of %s", job).isEqualTo(run);
      // Delta puts what it does itself before or after
      assertThat(job.description())
          .as("description of %s", job)
          .matches("(?s)(Delta: )*" + tables + SLICE + "(: .*)?");
    }
  }

  @Test
  void aMatrixIsReadAndMeasuredInTheWordsOfTheField(HeardJobs heard) {
    assertThat(heard.jobs())
        .extracting(HeardJobs.Job::description)
        .contains(
            "travel_times (11 slices): reading and checking",
            // 13 pairs by car and 5 by bicycle; 4 services in 5 zones
            "accessibility basis/2022/spits (2 slices): 11 measures of 18 pairs and 20 rows of opportunities",
            // 9 matrices of 13 pairs
            "accessibility hoog/2030 (9 slices): 11 measures of 117 pairs and 20 rows of opportunities");
  }

  @Test
  void stepsSideBySideHaveTitlesOfTheirOwn(SparkSession spark) throws Exception {
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var both = new CountDownLatch(2);
    try (var heard = HeardJobs.of(spark.sparkContext());
        var around = JobTitle.begin(spark.sparkContext(), "run", "around")) {
      SideBySide.run(
          List.of(
              new SideBySide.Step("one", Set.of(), titled(context, "one", 1, both)),
              new SideBySide.Step("three", Set.of(), titled(context, "three", 3, both))),
          2);
      context.parallelize(List.of(1, 2), 2).count();
      assertThat(heard.jobs())
          .containsExactlyInAnyOrder(
              new HeardJobs.Job("run", "one", 1),
              new HeardJobs.Job("run", "three", 3),
              new HeardJobs.Job("run", "around", 2));
    }
    assertThat(spark.sparkContext().getLocalProperty("spark.jobGroup.id")).isNull();
  }

  private static Callable<Void> titled(
      JavaSparkContext context, String name, int tasks, CountDownLatch both) {
    return () -> {
      try (var title = JobTitle.begin(context.sc(), "run", name)) {
        // Both have their title before either starts a job
        both.countDown();
        assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
        context.parallelize(List.of(1, 2, 3), tasks).count();
      }
      return null;
    };
  }
}
