package nl.peil.config;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.peil.model.Barrier;
import nl.peil.model.BarrierGroup;
import nl.peil.model.Mode;
import nl.peil.model.Period;
import org.jspecify.annotations.Nullable;

/**
 * For whom access is out of reach, and how.
 *
 * @param barriers the barriers; none: there is no effective access
 * @param groups people with several barriers; every barrier is a group by itself too
 * @param everyone barriers that count for all people together; empty: all. Of those that hang
 *     together, as no car and no driving licence, one is enough
 * @param modes modes that count, as access on paper too; empty: all
 * @param periods parts of the day that it is about; empty: all that there are
 */
public record EffectiveAccessConfig(
    List<Barrier> barriers,
    List<BarrierGroup> groups,
    Set<String> everyone,
    Set<Mode> modes,
    Set<Period> periods) {

  /** No barriers. */
  public static final EffectiveAccessConfig NONE =
      new EffectiveAccessConfig(List.of(), List.of(), Set.of(), Set.of(), Set.of());

  /** All combinations of so many barriers are looked at, for every zone and service. */
  private static final int MOST_BARRIERS = 8;

  /** Reads {@code effective_access}. */
  static EffectiveAccessConfig read(Section section) {
    var names = new HashSet<>(Set.of(BarrierGroup.EVERYONE));
    var barriers = new ArrayList<Barrier>();
    for (var child : section.children("barriers")) {
      var barrier = barrier(child);
      if (barrier != null) {
        checkName(child, "barrier", barrier.name(), names);
        barriers.add(barrier);
      }
    }
    if (barriers.size() > MOST_BARRIERS) {
      section.problem(
          "barriers",
          "expected at most %d, as all combinations of them are looked at, got %d"
              .formatted(MOST_BARRIERS, barriers.size()));
    }
    var known = barriers.stream().map(Barrier::name).toList();
    var groups = new ArrayList<BarrierGroup>();
    for (var child : section.children("groups")) {
      var group = group(child, known);
      if (group != null) {
        checkName(child, "group", group.name(), names);
        groups.add(group);
      }
    }
    var config =
        new EffectiveAccessConfig(
            List.copyOf(barriers),
            List.copyOf(groups),
            Set.copyOf(known(section, "everyone", known)),
            Set.copyOf(parsed(section, "modes", Mode::of)),
            Set.copyOf(parsed(section, "periods", Period::of)));
    section.done();
    return config;
  }

  private static @Nullable Barrier barrier(Section section) {
    var name = section.parsed("barrier", SourceSections::key);
    var indicator = section.text("indicator", name == null ? "" : name);
    var takes = parsed(section, "takes", Mode::of);
    if (takes.isEmpty()) {
      section.problem(
          "takes", "expected the modes that people with this barrier cannot use, at least one");
    }
    section.done();
    return name == null || takes.isEmpty()
        ? null
        : new Barrier(name, indicator, EnumSet.copyOf(takes));
  }

  private static @Nullable BarrierGroup group(Section section, List<String> known) {
    var name = section.parsed("group", SourceSections::key);
    var barriers = known(section, "barriers", known);
    if (barriers.size() < 2) {
      section.problem(
          "barriers", "expected two barriers or more; each barrier is a group by itself already");
    }
    section.done();
    return name == null ? null : new BarrierGroup(name, barriers);
  }

  private static List<String> known(Section section, String key, List<String> known) {
    var barriers = section.texts(key).stream().distinct().toList();
    for (var barrier : barriers) {
      if (!known.contains(barrier)) {
        section.problem(
            key, "'" + barrier + "' is not one of the barriers of effective_access " + known);
      }
    }
    return barriers;
  }

  private static void checkName(Section section, String key, String name, Set<String> names) {
    if (!names.add(name)) {
      section.problem(
          key,
          "expected a name of its own, and not '%s': barriers, groups and %s stand in one column"
              .formatted(name, BarrierGroup.EVERYONE));
    }
  }

  private static <T> List<T> parsed(Section section, String key, Function<String, T> parse) {
    var values = new ArrayList<T>();
    for (var text : section.texts(key)) {
      try {
        values.add(parse.apply(text));
      } catch (IllegalArgumentException e) {
        section.problem(key, String.valueOf(e.getMessage()));
      }
    }
    return values;
  }

  /** Every barrier must have a share of people: an indicator of {@code barriers}. */
  void checkIndicators(BarriersConfig known, Section root) {
    var names = known.indicators().stream().map(BarrierIndicatorConfig::indicator).toList();
    for (var barrier : barriers) {
      if (!names.contains(barrier.indicator())) {
        root.problem(
            "effective_access",
            "barrier '%s' has indicator '%s', which is not one of the shares under barriers.indicators %s"
                .formatted(barrier.name(), barrier.indicator(), names));
      }
    }
  }

  /** All of it in a fixed order, for what depends on it. */
  public String scope() {
    return List.of(
            barriers.stream()
                .map(
                    barrier ->
                        List.of(
                            barrier.name(),
                            barrier.indicator(),
                            barrier.takes().stream().sorted().toList()))
                .toList(),
            groups,
            everyone.stream().sorted().toList(),
            modes.stream().sorted().toList(),
            periods.stream().sorted().toList())
        .toString();
  }
}
