package nl.peil.conformance;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One report and one city for all classes of tests, given to them as parameters. */
final class ConformanceExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(ConformanceExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == ConformanceReport.class || type == BeloHorizonte.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var store = context.getRoot().getStore(SPACE);
    return parameter.getParameter().getType() == ConformanceReport.class
        ? store.getOrComputeIfAbsent(
            ConformanceReport.class, key -> new ConformanceReport(), ConformanceReport.class)
        : store.getOrComputeIfAbsent(
            BeloHorizonte.class, key -> BeloHorizonte.read(), BeloHorizonte.class);
  }
}
