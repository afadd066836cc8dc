package nl.peil.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link TinyDelivery} with a finished run. There is one for all test classes, as a
 * run takes a while: look at it, and change only a copy. Needs the session of SparkExtension.
 */
final class FinishedRun implements ParameterResolver {

  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(FinishedRun.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TinyDelivery.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SPACE)
        .getOrComputeIfAbsent(Finished.class, key -> new Finished(), Finished.class)
        .tiny;
  }

  private static final class Finished
      implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private final Path folder;
    private final TinyDelivery tiny;

    private Finished() {
      try {
        TinyDelivery.quicken(SparkSession.getDefaultSession().get());
        folder = Files.createTempDirectory("peil-tiny");
        tiny = TinyDelivery.in(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      var run = tiny.command("run");
      assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.DONE.code());
    }

    @Override
    public void close() throws IOException {
      try (var paths = Files.walk(folder)) {
        for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
