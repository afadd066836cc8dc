package nl.peil.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why slices differ between two runs: compares what lineage says of them, and goes down
 * to the files, settings and code that differ.
 */
public final class Causes {

  private final LineageHistory history;
  private final Set<String> filesBefore;
  private final Set<String> filesAfter;
  private final Map<String, Set<Cause>> known = new LinkedHashMap<>();

  /**
   * Between two states.
   *
   * @param history all of lineage
   * @param before state at the earlier run
   * @param after state at the later run
   */
  public Causes(LineageHistory history, RunState before, RunState after) {
    this.history = history;
    this.filesBefore = before.files();
    this.filesAfter = after.files();
  }

  /**
   * Why a slice differs; empty when it was made again from the same.
   *
   * @param before its record at the earlier run; empty when it was not there
   * @param after its record at the later run; empty when it is no longer there
   */
  public Set<Cause> of(Optional<SliceRecord> before, Optional<SliceRecord> after) {
    return of(before.orElse(null), after.orElse(null));
  }

  private Set<Cause> of(@Nullable SliceRecord before, @Nullable SliceRecord after) {
    if (before == null && after == null) {
      return Set.of();
    }
    var key = identity(before) + " " + identity(after);
    var found = known.get(key);
    if (found == null) {
      found = new LinkedHashSet<>();
      find(before, after, found);
      known.put(key, found);
    }
    return found;
  }

  private static String identity(@Nullable SliceRecord record) {
    return record == null ? "-" : record.identity();
  }

  private void find(@Nullable SliceRecord before, @Nullable SliceRecord after, Set<Cause> causes) {
    var record = after == null ? before : after;
    if (record == null || identity(before).equals(identity(after))) {
      return;
    }
    if (before == null || after == null) {
      causes.add(new Cause.OfSlice(record.table() + "[" + record.slice() + "]", before == null));
    }
    inputs(byName(before), byName(after), causes);
    if (before != null && after != null) {
      if (!before.settings().equals(after.settings())) {
        causes.add(settings(before, after));
      }
      if (!before.codeVersion().equals(after.codeVersion())) {
        causes.add(new Cause.OfCode(after.table(), before.codeVersion(), after.codeVersion()));
      }
    }
  }

  private void inputs(
      Map<String, InputRef> before, Map<String, InputRef> after, Set<Cause> causes) {
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (var name : names) {
      var then = before.get(name);
      var now = after.get(name);
      var input = now == null ? then : now;
      if (input == null
          || (then != null && now != null && then.identity().equals(now.identity()))) {
        continue;
      }
      if (!input.isFile()) {
        causes.addAll(of(record(then), record(now)));
      } else if (then != null && now != null) {
        causes.add(new Cause.OfFile(input.name(), then.identity(), now.identity()));
      } else if (now != null && !filesBefore.contains(input.name())) {
        causes.add(new Cause.OfFile(input.name(), "", now.identity()));
      } else if (then != null && !filesAfter.contains(input.name())) {
        causes.add(new Cause.OfFile(input.name(), then.identity(), ""));
      }
    }
  }

  private @Nullable SliceRecord record(@Nullable InputRef input) {
    return input == null ? null : history.of(input).orElse(null);
  }

  private static Map<String, InputRef> byName(@Nullable SliceRecord record) {
    var byName = new LinkedHashMap<String, InputRef>();
    if (record != null) {
      record.inputs().forEach(input -> byName.put(input.kind() + " " + input.name(), input));
    }
    return byName;
  }

  private static Cause settings(SliceRecord before, SliceRecord after) {
    List<String> without = new ArrayList<>(before.settings().lines().toList());
    List<String> with = new ArrayList<>(after.settings().lines().toList());
    after.settings().lines().forEach(without::remove);
    before.settings().lines().forEach(with::remove);
    return new Cause.OfSettings(after.table(), List.copyOf(without), List.copyOf(with));
  }
}
