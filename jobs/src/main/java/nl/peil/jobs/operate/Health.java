package nl.peil.jobs.operate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.peil.run.OutputLock;
import nl.peil.run.Plan;
import nl.peil.run.PlannedSlice;

/**
 * Whether the tables are what they should be, in a word with its reasons.
 *
 * @param state the word: the most urgent of what is the case
 * @param reasons all that is the case, the most urgent first; none when all is well
 */
public record Health(State state, List<String> reasons) {

  private static final int REASONS_SHOWN = 3;
  private static final Set<String> BAD = Set.of("failed", "rejected", "interrupted");

  /** What can be the case, the most telling first. */
  public enum State {
    /** A command is at work: what it leaves is not known yet. */
    RUNNING,
    /** There are no tables yet. */
    EMPTY,
    /** The last run did not end well, or the next cannot begin. */
    FAILED,
    /** Something would have to be made again. */
    STALE,
    /** Everything is up to date. */
    OK;

    /** The word. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is the case.
   *
   * @param tables how many tables there are
   * @param plan what a run would do; without slices when that cannot be told
   * @param hindrance why no run can begin; empty when one can
   * @param latest summary of the run that ended last; empty when there is none
   * @param lock who has the output; empty: nobody
   */
  public static Health of(
      long tables,
      Plan plan,
      String hindrance,
      Optional<JsonNode> latest,
      Optional<OutputLock.Seen> lock) {
    var states = new ArrayList<State>();
    var reasons = new ArrayList<String>();
    lock.filter(seen -> !seen.gone())
        .ifPresent(seen -> note(State.RUNNING, seen.who() + " is at work", states, reasons));
    if (tables == 0) {
      note(State.EMPTY, "there are no tables yet; ./peil run makes them", states, reasons);
    }
    lock.filter(OutputLock.Seen::gone)
        .ifPresent(
            seen ->
                note(
                    State.FAILED,
                    seen.who() + " was killed; ./peil run goes on from there",
                    states,
                    reasons));
    if (!hindrance.isEmpty()) {
      note(State.FAILED, "a run cannot begin: " + hindrance, states, reasons);
    }
    latest
        .filter(run -> BAD.contains(run.path("outcome").asText()))
        .ifPresent(run -> note(State.FAILED, ending(run), states, reasons));
    var stale = plan.stale();
    if (!stale.isEmpty() && tables > 0) {
      note(State.STALE, describe(stale), states, reasons);
    }
    return new Health(states.stream().min(Enum::compareTo).orElse(State.OK), List.copyOf(reasons));
  }

  private static void note(State state, String why, List<State> states, List<String> reasons) {
    states.add(state);
    reasons.add(why);
  }

  private static String ending(JsonNode run) {
    var id = run.path("run_id").asText("");
    var rejected = new ArrayList<String>();
    run.path("rejected_files").forEach(file -> rejected.add(file.path("file").asText()));
    var message = run.path("message").asText("");
    return "the last run%s ended at %s with exit code %d (%s)%s%s"
        .formatted(
            id.isEmpty() || run.path("run_id").isNull() ? "" : " " + id,
            run.path("ended_at").asText().replaceAll("\\..*", "Z"),
            run.path("exit_code").asInt(),
            run.path("outcome").asText(),
            rejected.isEmpty() ? "" : ": " + because(rejected),
            message.isEmpty() ? "" : ": " + message);
  }

  private static String describe(List<PlannedSlice> stale) {
    long tables = stale.stream().map(slice -> slice.table().name()).distinct().count();
    var first = stale.get(0);
    return "%d slices of %d tables are stale, first %s %s: %s"
        .formatted(
            stale.size(), tables, first.table().name(), first.slice(), because(first.reasons()));
  }

  /** The first of these, and how many more there are: a slice can have dozens of reasons. */
  public static String because(List<String> reasons) {
    var shown = String.join("; ", reasons.subList(0, Math.min(REASONS_SHOWN, reasons.size())));
    int more = reasons.size() - REASONS_SHOWN;
    return more > 0 ? shown + "; and " + more + " more" : shown;
  }

  /** True when nobody needs to do anything. */
  public boolean well() {
    return state == State.OK || state == State.RUNNING;
  }

  /** One line for a person. */
  public String describe() {
    return "health: " + state.key() + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons));
  }
}
