package nl.peil.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a slice would be made from with what it was made from, and says the difference in
 * words.
 */
final class Staleness {

  private Staleness() {}

  /** Why the slice must be made again; empty when it need not. */
  static List<String> reasons(Target target, String identity, @Nullable SliceRecord recorded) {
    if (recorded == null) {
      return List.of("not there yet");
    }
    if (recorded.identity().equals(identity)) {
      return List.of();
    }
    var reasons = new ArrayList<String>();
    var before = byName(recorded.inputs());
    var now = byName(target.inputs());
    now.forEach(
        (name, input) -> {
          var earlier = before.get(name);
          if (earlier == null) {
            reasons.add(name + " is new");
          } else if (!earlier.identity().equals(input.identity())) {
            reasons.add(name + " changed");
          }
        });
    before.keySet().stream()
        .filter(name -> !now.containsKey(name))
        .forEach(name -> reasons.add(name + " is gone"));
    if (!recorded.settings().equals(target.settings())) {
      reasons.add("its settings changed");
    }
    if (!recorded.codeVersion().equals(target.codeVersion())) {
      reasons.add("its code changed");
    }
    if (reasons.isEmpty()) {
      reasons.add("its recorded identity does not fit what it was made from");
    }
    return reasons;
  }

  private static Map<String, InputRef> byName(List<InputRef> inputs) {
    var byName = new LinkedHashMap<String, InputRef>();
    inputs.forEach(input -> byName.put(input.kind() + " " + input.name(), input));
    return byName;
  }
}
