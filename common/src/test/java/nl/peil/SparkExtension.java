package nl.peil;

import nl.peil.table.SessionSettings;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Spark session for all tests of a module, started at first use and given to tests as a
 * parameter.
 */
public final class SparkExtension implements BeforeAllCallback, ParameterResolver {

  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(SparkExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    session(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return session(context).spark;
  }

  private static Started session(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SPACE)
        .getOrComputeIfAbsent(Started.class, key -> new Started(), Started.class);
  }

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
