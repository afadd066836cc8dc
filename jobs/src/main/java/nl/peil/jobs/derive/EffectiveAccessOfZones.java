package nl.peil.jobs.derive;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.peil.barrier.BestAccess;
import nl.peil.barrier.EffectiveAccess;
import nl.peil.barrier.GroupAccess;
import nl.peil.barrier.ModeTime;
import nl.peil.barrier.Share;
import nl.peil.config.EffectiveAccessConfig;
import nl.peil.model.Barrier;
import nl.peil.model.Mode;
import nl.peil.model.Period;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** From the times of a zone to the rows of effective_access, with the shares of its people. */
final class EffectiveAccessOfZones implements Serializable {

  private static final long serialVersionUID = 1L;

  private final EffectiveAccess access;
  private final TreeSet<Period> periods;

  /** For these barriers, groups, modes and periods. */
  EffectiveAccessOfZones(EffectiveAccessConfig config) {
    this.access =
        new EffectiveAccess(config.barriers(), config.groups(), config.everyone(), config.modes());
    this.periods = new TreeSet<>(config.periods());
  }

  /** The indicators whose shares are asked for. */
  List<String> indicators() {
    return access.barriers().stream().map(Barrier::indicator).distinct().toList();
  }

  /**
   * The rows of a zone and service.
   *
   * @param zone scenario, year, zone, service, population; times: period, mode, minutes and whether
   *     the norm is met; shares by indicator as far as they are known, null when none is
   */
  Iterator<Row> rows(Row zone) {
    var times = new EnumMap<Period, Map<Mode, ModeTime>>(Period.class);
    for (Row time : zone.<Row>getList(5)) {
      var mode = Mode.of(time.getString(1));
      times
          .computeIfAbsent(Period.of(time.getString(0)), period -> new EnumMap<>(Mode.class))
          .put(
              mode,
              new ModeTime(
                  mode,
                  time.isNullAt(2) ? Double.NaN : time.getDouble(2),
                  time.isNullAt(3) ? null : time.getBoolean(3)));
    }
    var shares = shares(zone.isNullAt(6) ? Map.of() : zone.getJavaMap(6));
    var wholeDay = times.getOrDefault(Period.ETMAAL, Map.of());
    var rows = new ArrayList<Row>();
    for (var period : periods(times.keySet())) {
      // A mode that has times for the whole day only has these at every time of the day
      var atThatTime = new EnumMap<Mode, ModeTime>(Mode.class);
      atThatTime.putAll(wholeDay);
      atThatTime.putAll(times.getOrDefault(period, Map.of()));
      for (var group : access.of(atThatTime.values(), shares)) {
        rows.add(row(zone, period, group));
      }
    }
    return rows.iterator();
  }

  private double[] shares(Map<String, Double> byIndicator) {
    return access.barriers().stream()
        .mapToDouble(barrier -> byIndicator.getOrDefault(barrier.indicator(), Double.NaN))
        .toArray();
  }

  /** Those asked for; else all that there are, the whole day only when there is nothing else. */
  private Set<Period> periods(Set<Period> there) {
    var wanted = new TreeSet<>(there);
    if (!periods.isEmpty()) {
      wanted.retainAll(periods);
    } else if (wanted.size() > 1) {
      wanted.remove(Period.ETMAAL);
    }
    return wanted;
  }

  private static Row row(Row zone, Period period, GroupAccess group) {
    double people = zone.getDouble(4);
    var potential = group.potential();
    var best = group.best();
    var values = new ArrayList<@Nullable Object>();
    values.add(zone.get(0));
    values.add(zone.get(1));
    values.add(period.key());
    values.add(zone.get(2));
    values.add(zone.get(3));
    values.add(group.group());
    values.add(String.join(",", group.barriers()));
    values.add(
        (best == null ? potential : best)
            .usable().stream().map(Mode::key).collect(Collectors.joining(",")));
    addBest(values, potential);
    if (best == null) {
      values.addAll(Arrays.asList(null, null, null, null));
    } else {
      addBest(values, best);
    }
    values.add(orNull(group.extraMinutes()));
    values.add(people);
    values.add(group.known());
    addRange(values, group.inGroup(), 1);
    addRange(values, group.inGroup(), people);
    values.add(orNull(people * group.onPaper().independent()));
    addRange(values, group.really(), people);
    addRange(values, group.lost(), people);
    values.add(group.barriers().size() > 1 ? "independence" : "zone_share");
    return RowFactory.create(values.toArray());
  }

  private static void addBest(List<@Nullable Object> values, BestAccess best) {
    values.add(key(best.mode()));
    values.add(orNull(best.minutes()));
    values.add(key(best.meeting()));
    values.add(best.meetsNorm());
  }

  private static void addRange(List<@Nullable Object> values, Share share, double people) {
    values.add(orNull(people * share.independent()));
    values.add(orNull(people * share.low()));
    values.add(orNull(people * share.high()));
  }

  private static @Nullable String key(@Nullable Mode mode) {
    return mode == null ? null : mode.key();
  }

  private static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
