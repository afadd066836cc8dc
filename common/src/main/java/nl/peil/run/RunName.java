package nl.peil.run;

import java.util.List;
import java.util.regex.Pattern;

/** How a person names a run: its id, the beginning of its id, last, or last-1, last-2, ... */
public final class RunName {

  private static final Pattern LAST = Pattern.compile("last(?:-(\\d{1,6}))?");

  private RunName() {}

  /**
   * The id that is meant.
   *
   * @param text what was given
   * @param runs ids of all runs, from early to late
   * @throws IllegalArgumentException when no run or more than one is meant; the message names some
   */
  public static String resolve(String text, List<String> runs) {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("no run was ever recorded");
    }
    var last = LAST.matcher(text);
    if (last.matches()) {
      int back = last.group(1) == null ? 0 : Integer.parseInt(last.group(1));
      if (back >= runs.size()) {
        throw new IllegalArgumentException(
            "there are " + runs.size() + " runs; " + text + " lies before the first");
      }
      return runs.get(runs.size() - 1 - back);
    }
    var meant = runs.stream().filter(run -> run.startsWith(text)).toList();
    if (meant.size() != 1) {
      throw new IllegalArgumentException(
          (meant.isEmpty() ? "no run is called " : "more than one run begins with ")
              + text
              + "; the last ones: "
              + String.join(", ", runs.subList(Math.max(0, runs.size() - 5), runs.size())));
    }
    return meant.get(0);
  }
}
