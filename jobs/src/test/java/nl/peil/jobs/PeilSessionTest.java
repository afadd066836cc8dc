package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.peil.SparkExtension;
import nl.peil.jobs.cli.Console;
import nl.peil.jobs.cli.Interrupt;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A command in a program that has a session already. */
@ExtendWith(SparkExtension.class)
class PeilSessionTest {

  /** Tasks run in this process, so that they and the test can wait for each other. */
  private static final CountDownLatch BOTH_BEGAN = new CountDownLatch(2);

  private static final CountDownLatch NEIGHBOUR_MAY_END = new CountDownLatch(1);
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  @Test
  void stopsItsOwnJobsAndNobodyElses(SparkSession spark) throws Exception {
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var interrupt = new Interrupt(Console.ofProcess());
    var pool = Executors.newFixedThreadPool(2);
    try {
      var neighbour = pool.submit(() -> jobThatWaits(context, () -> NEIGHBOUR_MAY_END));
      var own =
          pool.submit(
              () -> {
                try (var session = PeilSession.open("run")) {
                  session.heeds(interrupt);
                  return jobThatWaits(context, () -> NEVER);
                }
              });
      assertThat(BOTH_BEGAN.await(1, TimeUnit.MINUTES)).isTrue();

      interrupt.stop("the lock is not ours any more");

      assertThatThrownBy(() -> own.get(1, TimeUnit.MINUTES))
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("cancelled");
      assertThat(neighbour.isDone()).isFalse();
      NEIGHBOUR_MAY_END.countDown();
      assertThat(neighbour.get(1, TimeUnit.MINUTES)).isEqualTo(1);
    } finally {
      pool.shutdownNow();
    }
  }

  /** A function of the task, which knows no object of the test. */
  private interface Until extends Supplier<CountDownLatch>, Serializable {}

  private static long jobThatWaits(JavaSparkContext context, Until until) {
    return context
        .parallelize(List.of(1), 1)
        .filter(
            one -> {
              BOTH_BEGAN.countDown();
              until.get().await();
              return true;
            })
        .count();
  }
}
