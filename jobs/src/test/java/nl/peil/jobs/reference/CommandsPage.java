package nl.peil.jobs.reference;

import java.util.List;
import nl.peil.jobs.cli.Arguments;
import nl.peil.jobs.cli.ArgumentsParser;
import nl.peil.jobs.cli.Console;
import scala.jdk.javaapi.CollectionConverters;
import scopt.OptionDef;

/** Writes docs/reference/commands.md from the parser of the command line. */
final class CommandsPage {

  private static final String HEAD =
      """
      # Commands

      Written from the parser of the command line (`./peil --help` prints the same); a test fails when this page differs from it. What commands do together is in [operations](../operations.md),
      what they end with in [exit codes](exit-codes.md).

      """;

  private CommandsPage() {}

  /** The text of the page. */
  static String render() {
    var all = CollectionConverters.asJava(new ArgumentsParser(Console.ofProcess()).options());
    var commands = all.stream().filter(option -> is("Cmd", option)).toList();
    var text = new StringBuilder(HEAD);
    text.append("| command | does |\n| --- | --- |\n");
    commands.forEach(
        command ->
            text.append(
                "| [`%s`](#%s) | %s |%n"
                    .formatted(command.name(), command.name(), meaning(command))));
    text.append("\n## With any command\n\n");
    table(text, all.stream().filter(option -> !option.hasParent() && isOption(option)).toList());
    for (var command : commands) {
      var own =
          all.stream()
              .filter(option -> option.hasParent() && isOption(option))
              .filter(option -> option.getParentId().get().equals(command.id()))
              .toList();
      text.append("\n## ").append(command.name()).append("\n\n").append(meaning(command));
      text.append(own.isEmpty() ? ". It has no options of its own.\n" : ".\n\n");
      if (!own.isEmpty()) {
        table(text, own);
      }
    }
    return text.toString().replace("\r\n", "\n");
  }

  private static boolean is(String kind, OptionDef<?, Arguments> option) {
    return option.kind().toString().equals(kind);
  }

  private static boolean isOption(OptionDef<?, Arguments> option) {
    return (is("Opt", option) || is("Arg", option)) && !option.isHidden();
  }

  private static void table(StringBuilder text, List<OptionDef<?, Arguments>> options) {
    text.append("| option | | meaning |\n| --- | --- | --- |\n");
    for (var option : options) {
      boolean argument = is("Arg", option);
      var value = option.valueName();
      var name =
          argument
              ? option.name()
              : "--" + option.name() + (value.isDefined() ? " " + value.get() : "");
      var how =
          (argument || option.getMinOccurs() > 0 ? "required" : "")
              + (option.getMaxOccurs() > 1 ? "several times" : "");
      text.append("| `%s` | %s | %s |%n".formatted(name.replace("|", "\\|"), how, meaning(option)));
    }
  }

  private static String meaning(OptionDef<?, Arguments> option) {
    return option.desc().strip().replace("|", "\\|");
  }
}
