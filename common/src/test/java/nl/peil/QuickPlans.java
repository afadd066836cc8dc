package nl.peil;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * With a handful of rows, making code and plans for large ones is most of the time: does without
 * for the tests of a class. Not for tests of columns that are read as Spark's own code reads them.
 * Stands behind {@link SparkExtension}, whose session it changes.
 */
public final class QuickPlans implements BeforeAllCallback {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN",
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.shuffle.partitions", "1",
          "spark.sql.sources.bucketing.autoBucketedScan.enabled", "false");

  /** Changes a session. */
  public static void in(SparkSession spark) {
    SETTINGS.forEach(spark.conf()::set);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    in(SparkSession.active());
  }
}
