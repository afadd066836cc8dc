package nl.peil.jobs;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import nl.peil.SparkExtension;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that Spark starts while somebody listens, as its web pages name them. Those of test
 * classes that run beside it are left out, and no others: a job that lost whose it is counts.
 */
final class HeardJobs extends SparkListener implements AutoCloseable {

  /**
   * A job.
   *
   * @param group its group; null: none
   * @param description its description; null: none
   * @param tasks tasks of its stages
   */
  record Job(@Nullable String group, @Nullable String description, int tasks) {}

  private final SparkContext context;
  private final @Nullable String mark;
  private final List<Job> jobs = new CopyOnWriteArrayList<>();

  private HeardJobs(SparkContext context) {
    this.context = context;
    this.mark = context.getLocalProperty(SparkExtension.CLASS);
  }

  /** Listens from now on to the jobs of the test class that asks. */
  static HeardJobs of(SparkContext context) {
    var heard = new HeardJobs(context);
    context.addSparkListener(heard);
    return heard;
  }

  @Override
  public void onJobStart(SparkListenerJobStart start) {
    Properties properties = start.properties();
    var of = properties.getProperty(SparkExtension.CLASS);
    if (of != null && !of.equals(mark)) {
      return;
    }
    int tasks = 0;
    for (var stages = start.stageInfos().iterator(); stages.hasNext(); ) {
      tasks += stages.next().numTasks();
    }
    jobs.add(
        new Job(
            properties.getProperty("spark.jobGroup.id"),
            properties.getProperty("spark.job.description"),
            tasks));
  }

  /** All that began so far. */
  List<Job> jobs() {
    waitUntilTold();
    return List.copyOf(jobs);
  }

  @Override
  public void close() {
    waitUntilTold();
    context.removeSparkListener(this);
  }

  /** Spark tells its listeners a little later. */
  private void waitUntilTold() {
    try {
      context.listenerBus().waitUntilEmpty();
    } catch (TimeoutException e) {
      throw new IllegalStateException("Spark did not tell its listeners in time", e);
    }
  }
}
