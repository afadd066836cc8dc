package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.peil.QuickPlans;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link TinyDelivery} with a finished run. There is one for all test classes, as a
 * run takes a while: look at it, and change only a copy. {@link HeardJobs} are those of that run.
 * Its tests do with quick plans. Needs the session of SparkExtension.
 */
final class FinishedRun implements BeforeAllCallback, ParameterResolver {

  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(FinishedRun.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    QuickPlans.in(SparkSession.active());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == TinyDelivery.class || type == HeardJobs.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var finished =
        context
            .getRoot()
            .getStore(SPACE)
            .getOrComputeIfAbsent(Finished.class, key -> new Finished(), Finished.class);
    return parameter.getParameter().getType() == HeardJobs.class ? finished.heard : finished.tiny;
  }

  private static final class Finished
      implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private final Path folder;
    private final TinyDelivery tiny;
    private final HeardJobs heard;

    private Finished() {
      try {
        folder = Files.createTempDirectory("peil-tiny");
        tiny = TinyDelivery.in(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      heard = HeardJobs.of(SparkSession.active().sparkContext());
      var run = tiny.command("run");
      heard.close();
      assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.DONE.code());
    }

    @Override
    public void close() throws IOException {
      Folders.delete(folder);
    }
  }
}
