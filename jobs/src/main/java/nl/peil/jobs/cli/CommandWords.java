package nl.peil.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import scala.util.Either;
import scopt.OptionDef;
import scopt.OptionParser;
import scopt.Read$;

/** The words that a command line is put together from, and how it is read. */
abstract class CommandWords extends OptionParser<Arguments> {

  private final Console console;
  private boolean helpShown;

  CommandWords(String program, Console console) {
    super(program);
    this.console = console;
  }

  protected final OptionDef<BoxedUnit, Arguments> command(String name, String text) {
    return cmd(name).text("\n" + text).action((unit, args) -> args.withCommand(name));
  }

  protected final OptionDef<String, Arguments> text(String name, String value, String help) {
    return opt(name, Read$.MODULE$.stringRead())
        .valueName(value)
        .text(help)
        .action((text, args) -> args.with(name, text));
  }

  protected final OptionDef<?, Arguments> number(
      String name, String value, String help, int low, int high) {
    return opt(name, Read$.MODULE$.intRead())
        .valueName(value)
        .text(help)
        .validate(
            n ->
                (Integer) n >= low && (Integer) n <= high
                    ? success()
                    : failure("--%s takes %d to %d, got %s".formatted(name, low, high, n)))
        .action((n, args) -> args.with(name, n.toString()));
  }

  protected final OptionDef<BoxedUnit, Arguments> flag(String name, String help) {
    return opt(name, Read$.MODULE$.unitRead())
        .text(help)
        .action((unit, args) -> args.with(name, ""));
  }

  protected final Either<String, BoxedUnit> oneOf(String option, String value, List<String> known) {
    return known.contains(value)
        ? success()
        : failure("--%s takes %s, got '%s'".formatted(option, String.join(", ", known), value));
  }

  @SafeVarargs
  protected static void children(
      OptionDef<BoxedUnit, Arguments> command,
      List<OptionDef<?, Arguments>> first,
      OptionDef<?, Arguments>... options) {
    var all = new ArrayList<>(first);
    all.addAll(List.of(options));
    command.children(CollectionConverters.asScala(all).toSeq());
  }

  @SafeVarargs
  protected static void children(
      OptionDef<BoxedUnit, Arguments> command, OptionDef<?, Arguments>... options) {
    children(command, List.of(), options);
  }

  @Override
  public Option<Object> showUsageOnError() {
    return Option.apply(false);
  }

  @Override
  public void displayToOut(String message) {
    console.out().println(message);
  }

  @Override
  public void reportError(String message) {
    console.problem(message);
  }

  /** Help does not end the program here: the caller decides. */
  @Override
  public void terminate(Either<String, BoxedUnit> exitState) {
    helpShown = true;
  }

  /**
   * Reads the command line.
   *
   * @return empty when it is wrong; what is wrong was printed
   */
  public Optional<Arguments> read(List<String> words) {
    var parsed = parse(CollectionConverters.asScala(words).toSeq(), Arguments.NONE);
    if (parsed.isEmpty()) {
      console.err().println("Try ./peil --help");
      return Optional.empty();
    }
    return Optional.of((Arguments) parsed.get());
  }

  /** True when help was asked for and has been printed. */
  public boolean helpShown() {
    return helpShown;
  }
}
