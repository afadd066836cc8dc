package nl.peil;

import nl.peil.table.SessionSettings;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Spark for all tests of a module, started at first use. Every class has a session of its own
 * in it, given to tests as a parameter: what a class sets or names there, others do not see, also
 * while they run beside it.
 */
public final class SparkExtension
    implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

  /** Property of every job that tells which test class began it. */
  public static final String CLASS = "peil.test.class";

  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(SparkExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    var spark =
        context
            .getRoot()
            .getStore(SPACE)
            .getOrComputeIfAbsent(Started.class, key -> new Started(), Started.class)
            .spark
            .newSession();
    context.getStore(SPACE).put(Own.class, new Own(spark));
    SparkSession.setActiveSession(spark);
    spark.sparkContext().setLocalProperty(CLASS, context.getRequiredTestClass().getName());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    SparkSession.active().sparkContext().setLocalProperty(CLASS, null);
    SparkSession.clearActiveSession();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getStore(SPACE).get(Own.class, Own.class).spark;
  }

  /** The session of a class; as it is, JUnit would close it, which stops Spark for everybody. */
  private record Own(SparkSession spark) {}

  private static final class Started implements AutoCloseable {
    private final SparkSession spark = start();

    private static SparkSession start() {
      System.setProperty("DO_NOT_TRACK", "true");
      return SparkSession.builder()
          .master("local[2]")
          .appName("peil tests")
          .config(SessionSettings.required())
          .config(SessionSettings.embedded(2))
          .getOrCreate();
    }

    @Override
    public void close() {
      spark.stop();
    }
  }
}
