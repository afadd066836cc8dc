package nl.peil.jobs.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.peil.inequality.InequalityForm;
import nl.peil.measure.IntrazonalRule;
import nl.peil.measure.MeasureDefinition;
import nl.peil.measure.MeasureForm;
import nl.peil.measure.decay.DecayFamily;
import nl.peil.model.Contract;

/**
 * Every measure, decay and statistic with its contract, as text for a terminal and as Markdown for
 * the method page. It is made from the classes, so that it cannot say anything else than they do.
 */
public final class Catalogue {

  private static final int WIDTH = 100;
  private static final String INDENT = "      ";

  private Catalogue() {}

  private record Item(List<String> usages, String meaning, Contract contract) {}

  private record Part(String title, String introduction, List<Item> items) {}

  private static List<Part> parts() {
    return List.of(
        new Part(
            "Measures",
            "With O the opportunities of a destination, P the people (demand) of a zone, t the minutes"
                + " from i to j and f a decay. Each can be looked at from the destination:"
                + " passive(measure).",
            MeasureForm.all().stream()
                .map(
                    form -> new Item(form.usages(), form.meaning() + stored(form), form.contract()))
                .toList()),
        new Part(
            "Decays",
            "What stands for decay above: the name of a curve with parameters per mode (pbl), or one of"
                + " these. Each can end in max=T: nothing counts beyond T minutes.",
            DecayFamily.all().stream()
                .map(
                    family ->
                        new Item(
                            List.of(family.usage()),
                            "f(0) = 1: %s; never rises: %s; for example %s"
                                .formatted(
                                    yes(family.normalised()),
                                    yes(family.falling()),
                                    family.example()),
                            family.contract()))
                .toList()),
        new Part(
            "Times within a zone",
            "From a zone to its own opportunities.",
            List.of(
                new Item(
                    List.of("given", "constant(minutes)", "area(km/h)"),
                    "as the matrix says, the same for all, or from the area of the zone",
                    IntrazonalRule.CONTRACT))),
        new Part(
            "Inequality",
            "Over people (weights p, sum 1) or, when nobody is counted, over zones. A is the value of a"
                + " measure, mu its mean.",
            InequalityForm.all().stream()
                .map(form -> new Item(form.usages(), form.meaning(), form.contract()))
                .toList()));
  }

  /** The names that tables have for the first examples. */
  private static String stored(MeasureForm form) {
    return form.examples().stream()
        .limit(2)
        .map(example -> example + " is stored as " + MeasureDefinition.parse(example).name())
        .collect(Collectors.joining(", ", "; ", ""));
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }

  /** For a terminal. */
  public static String text() {
    var text = new StringBuilder();
    for (var part : parts()) {
      text.append(part.title().toUpperCase(Locale.ROOT)).append('\n');
      wrap(text, "  ", part.introduction());
      for (var item : part.items()) {
        text.append('\n');
        item.usages().forEach(usage -> text.append("  ").append(usage).append('\n'));
        wrap(text, INDENT, item.meaning());
        var contract = item.contract();
        wrap(text, INDENT, "formula: " + contract.formula());
        wrap(text, INDENT, "unit: " + contract.unit() + "; range: " + contract.range());
        wrap(text, INDENT, contract.monotonicity());
        wrap(text, INDENT, "source: " + contract.source());
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void wrap(StringBuilder text, String indent, String words) {
    var line = new StringBuilder(indent);
    for (var word : words.split(" ")) {
      if (line.length() + word.length() > WIDTH && line.length() > indent.length()) {
        text.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(indent).append("  ");
      }
      line.append(word).append(' ');
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  /** For the method page: a table for each part. */
  public static String markdown() {
    var text = new StringBuilder();
    for (var part : parts()) {
      text.append("### ").append(part.title()).append("\n\n");
      text.append(part.introduction()).append("\n\n");
      text.append("| written | meaning | formula | unit, range | moves | source |\n");
      text.append("| --- | --- | --- | --- | --- | --- |\n");
      for (var item : part.items()) {
        var usages = new ArrayList<String>();
        item.usages().forEach(usage -> usages.add("`" + cell(usage) + "`"));
        var contract = item.contract();
        text.append("| ")
            .append(
                String.join(
                    " | ",
                    String.join("<br>", usages),
                    cell(item.meaning()),
                    cell(contract.formula()),
                    cell(contract.unit() + "; " + contract.range()),
                    cell(contract.monotonicity()),
                    cell(contract.source())))
            .append(" |\n");
      }
      text.append('\n');
    }
    return text.toString().stripTrailing() + "\n";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
  }
}
