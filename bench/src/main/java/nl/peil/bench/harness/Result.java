package nl.peil.bench.harness;

import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;

/**
 * How a contest ended.
 *
 * @param contest the contest
 * @param timings seconds by contestant, in the order of the contest
 * @param facts other figures by contestant
 * @param agreed how many numbers were compared
 */
public record Result(
    Contest contest,
    Map<Contestant, Timings> timings,
    Map<Contestant, Map<String, String>> facts,
    long agreed) {

  /** The tables, in Markdown. */
  public String markdown() {
    var text = new StringBuilder(times());
    if (contest.comparable() && timings.size() > 1) {
      text.append('\n').append(ratios());
    }
    text.append('\n');
    timings.keySet().forEach(each -> text.append("- %s: %s\n".formatted(each.name(), each.does())));
    text.append(
        String.format(
            Locale.ROOT, "\nAnswers compared and equal: %,d numbers per contestant.\n", agreed));
    return text.toString();
  }

  private String times() {
    var names = new TreeSet<String>();
    facts.values().forEach(each -> names.addAll(each.keySet()));
    var head = new StringJoiner(" | ", "| ", " |\n").add("contestant").add("seconds (min-max)");
    if (contest.pairs() > 0) {
      head.add("ns per pair");
    }
    names.forEach(head::add);
    int columns = 2 + (contest.pairs() > 0 ? 1 : 0) + names.size();
    var text = new StringBuilder(head.toString()).append("| --- ".repeat(columns)).append("|\n");
    timings.forEach(
        (contestant, timing) -> {
          var line = new StringJoiner(" | ", "| ", " |\n").add(contestant.name());
          line.add(timing.toString());
          if (contest.pairs() > 0) {
            line.add(String.format(Locale.ROOT, "%.1f", timing.median() * 1e9 / contest.pairs()));
          }
          names.forEach(
              name -> line.add(facts.getOrDefault(contestant, Map.of()).getOrDefault(name, "")));
          text.append(line);
        });
    return text.toString();
  }

  private String ratios() {
    var text = new StringBuilder("| ratio, round by round | median (min-max) |\n| --- | --- |\n");
    var order = contest.contestants();
    for (int i = 0; i < order.size(); i++) {
      for (int j = i + 1; j < order.size(); j++) {
        text.append(
            "| %s : %s | %s |\n"
                .formatted(
                    order.get(i).name(),
                    order.get(j).name(),
                    timing(order.get(i)).per(timing(order.get(j)))));
      }
    }
    return text.toString();
  }

  private Timings timing(Contestant contestant) {
    var timing = timings.get(contestant);
    if (timing == null) {
      throw new IllegalStateException(contestant.name() + " was not timed");
    }
    return timing;
  }
}
