package nl.peil.bench.harness;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Several ways to do the same, one after the other in every round (A B C A B C), so that what slows
 * the machine down slows all of them down. The first round warms up and does not count.
 *
 * @param title what it is about
 * @param pairs pairs of zones that each contestant handles; 0 when that means nothing
 * @param contestants the ways, the one that is judged first
 * @param comparable a ratio between contestants means something
 */
public record Contest(
    String title, long pairs, List<? extends Contestant> contestants, boolean comparable) {

  /**
   * Holds the contest.
   *
   * @param rounds rounds that count, 1 or more
   * @param progress where a line per contestant and round goes
   * @throws DisagreementException when the contestants do not come to the same answer
   */
  public Result hold(int rounds, PrintStream progress) throws Exception {
    progress.println(title);
    var seconds = new LinkedHashMap<Contestant, List<Double>>();
    for (int round = 0; round <= rounds; round++) {
      for (var contestant : contestants) {
        double took = time(contestant);
        progress.printf(
            Locale.ROOT,
            "  %s: %s %.3f s%n",
            round == 0 ? "warm-up" : "round " + round,
            contestant.name(),
            took);
        if (round > 0) {
          seconds.computeIfAbsent(contestant, key -> new ArrayList<>()).add(took);
        }
      }
      if (round == 0 || round == rounds) {
        requireAgreement(progress);
      }
    }
    var timings = new LinkedHashMap<Contestant, Timings>();
    seconds.forEach((contestant, each) -> timings.put(contestant, new Timings(each)));
    return result(timings);
  }

  private static double time(Contestant contestant) throws Exception {
    contestant.prepare();
    System.gc(); // what one left behind is not collected in the time of the next
    long started = System.nanoTime();
    contestant.run();
    return (System.nanoTime() - started) / 1e9;
  }

  private void requireAgreement(PrintStream progress) throws Exception {
    var judged = contestants.get(0);
    var answer = judged.answer();
    for (var other : contestants.subList(1, contestants.size())) {
      var difference = answer.differs(other.answer());
      if (difference.isPresent()) {
        throw new DisagreementException(
            "%s: %s and %s do not come to the same answer: %s"
                .formatted(title, judged.name(), other.name(), difference.get()));
      }
    }
    progress.printf(Locale.ROOT, "  answers agree on %,d numbers%n", answer.size());
  }

  private Result result(Map<Contestant, Timings> timings) throws Exception {
    var facts = new LinkedHashMap<Contestant, Map<String, String>>();
    for (var contestant : contestants) {
      facts.put(contestant, contestant.facts());
    }
    return new Result(this, timings, facts, contestants.get(0).answer().size());
  }
}
