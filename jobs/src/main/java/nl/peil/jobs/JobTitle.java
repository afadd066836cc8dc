package nl.peil.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/**
 * What Spark calls the jobs that this thread starts, until it is closed: their group and their
 * description, which its web pages and its event log show. Titles may stand within each other, and
 * threads have titles of their own.
 */
final class JobTitle implements AutoCloseable {

  /** Where Spark keeps what {@code setJobGroup} sets. */
  private static final List<String> PROPERTIES =
      List.of("spark.jobGroup.id", "spark.job.description", "spark.job.interruptOnCancel");

  private final SparkContext context;
  private final Map<String, @Nullable String> before;

  private JobTitle(SparkContext context, Map<String, @Nullable String> before) {
    this.context = context;
    this.before = before;
  }

  /**
   * Gives the jobs of this thread a title.
   *
   * @param group what belongs together, and is cancelled together: a run
   * @param description what is done, in the words of the field
   */
  static JobTitle begin(SparkContext context, String group, String description) {
    var before = new LinkedHashMap<String, @Nullable String>();
    PROPERTIES.forEach(property -> before.put(property, context.getLocalProperty(property)));
    context.setJobGroup(group, description, true);
    return new JobTitle(context, before);
  }

  /** The title that this thread had before holds again. */
  @Override
  public void close() {
    before.forEach(context::setLocalProperty);
  }
}
