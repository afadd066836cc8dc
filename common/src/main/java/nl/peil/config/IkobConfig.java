package nl.peil.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import nl.peil.barrier.ikob.IncomeClass;
import nl.peil.barrier.ikob.Motive;
import nl.peil.barrier.ikob.Parameters;
import nl.peil.model.Mode;
import nl.peil.model.Period;
import org.jspecify.annotations.Nullable;

/**
 * Experienced accessibility: IKOB over the tables of Peil.
 *
 * @param periods parts of day; empty: all that have the three matrices
 * @param car mode by car
 * @param bicycle mode by bicycle
 * @param publicTransport mode by public transport
 * @param detour kilometres for a kilometre as the crow flies where travel_times has none, by mode
 * @param labourForce indicators with the labour force, persons, in the order of the income classes
 * @param cars indicator with cars per 100 households; with households given, with cars
 * @param households indicator with households; null: cars are per 100 households
 * @param urbanisation indicator with the grade of urbanisation, 1 to 5
 * @param tables files with percentages, beside the configuration, by their name in IKOB
 * @param parking file with parking per zone; null: parking takes nothing
 * @param motives motives, at least one
 */
public record IkobConfig(
    Set<Period> periods,
    Mode car,
    Mode bicycle,
    Mode publicTransport,
    Map<Mode, Double> detour,
    List<String> labourForce,
    String cars,
    @Nullable String households,
    String urbanisation,
    Map<String, Path> tables,
    @Nullable Path parking,
    List<IkobMotiveConfig> motives) {

  /** Names of the tables of percentages, as IKOB has them. */
  public static final List<String> TABLES =
      List.of("WelAuto", "GeenAuto", "GeenRijbewijs", "Voorkeuren", "VoorkeurenGeenAuto");

  /** The usual modes and motive, and nothing that a delivery must give. */
  public static final IkobConfig DEFAULT =
      new IkobConfig(
          Set.of(),
          Mode.AUTO,
          Mode.FIETS,
          Mode.OV_LOPEN,
          Map.of(),
          List.of(),
          "",
          null,
          "",
          Map.of(),
          null,
          List.of(
              new IkobMotiveConfig(Motive.WERK.label(), IkobMotiveConfig.JOBS, Parameters.work())));

  /**
   * Reads {@code ikob}.
   *
   * @param beside gives the path of a file that belongs to the configuration, by key and name
   */
  static IkobConfig read(Section section, FileBeside beside) {
    var modes = section.optionalChild("modes");
    var indicators = section.child("indicators");
    var labour = indicators.child("labour_force");
    var labourForce = new ArrayList<String>();
    for (var income : IncomeClass.values()) {
      labourForce.add(labour.text(income.label()));
    }
    labour.done();
    var parking = section.optionalText("parking");
    var config =
        new IkobConfig(
            periods(section),
            mode(modes, "car", Mode.AUTO),
            mode(modes, "bicycle", Mode.FIETS),
            mode(modes, "public_transport", Mode.OV_LOPEN),
            detour(section),
            List.copyOf(labourForce),
            indicators.text("cars"),
            indicators.optionalText("households"),
            indicators.text("urbanisation"),
            tables(section, beside),
            parking == null ? null : beside.file(section, "parking", parking),
            IkobMotiveConfig.readAll(section, section.children("motives", "motive")));
    if (modes != null) {
      modes.done();
    }
    indicators.done();
    config.check(section);
    section.done();
    return config;
  }

  /** A file beside the configuration. */
  @FunctionalInterface
  interface FileBeside {
    Path file(Section section, String key, String name);
  }

  private static Set<Period> periods(Section section) {
    var periods = EnumSet.noneOf(Period.class);
    for (var text : section.texts("periods")) {
      try {
        periods.add(Period.of(text));
      } catch (IllegalArgumentException e) {
        section.problem("periods", String.valueOf(e.getMessage()));
      }
    }
    return Set.copyOf(periods);
  }

  private static Mode mode(@Nullable Section modes, String key, Mode usual) {
    var mode = modes == null ? null : modes.optionalParsed(key, Mode::of);
    return mode == null ? usual : mode;
  }

  private static Map<Mode, Double> detour(Section section) {
    var factors = new EnumMap<Mode, Double>(Mode.class);
    var child = section.optionalChild("detour");
    if (child != null) {
      for (var mode : Mode.values()) {
        if (child.has(mode.key())) {
          factors.put(mode, child.number(mode.key(), 1, 1, 10));
        }
      }
      child.done();
    }
    return Map.copyOf(factors);
  }

  private static Map<String, Path> tables(Section section, FileBeside beside) {
    var child = section.child("tables");
    var files = new TreeMap<String, Path>();
    for (var name : TABLES) {
      var file = child.text(name);
      if (!file.isEmpty()) {
        files.put(name, beside.file(child, name, file));
      }
    }
    child.done();
    return files;
  }

  private void check(Section section) {
    if (modes().stream().distinct().count() < 3) {
      section.problem("modes", "car, bicycle and public_transport must be three different modes");
    }
    var names = new HashSet<String>();
    for (var motive : motives) {
      if (!names.add(motive.motive())) {
        section.problem(
            "motives", "'" + motive.motive() + "' stands here twice: give one another name");
      }
    }
  }

  /** The three modes: car, bicycle, public transport. */
  public List<Mode> modes() {
    return List.of(car, bicycle, publicTransport);
  }

  /** The indicators of barriers that it needs. */
  public List<String> indicators() {
    var all = new ArrayList<>(labourForce);
    all.add(cars);
    if (households != null) {
      all.add(households);
    }
    all.add(urbanisation);
    return all;
  }

  /** True when a part of day is asked for. */
  public boolean wanted(Period period) {
    return periods.isEmpty() || periods.contains(period);
  }

  /** What must be there besides: indicators, destinations, and kilometres. */
  void checkTogether(
      BarriersConfig barriers,
      List<OpportunitiesConfig> opportunities,
      List<TravelTimesConfig> times,
      BiConsumer<String, String> problem) {
    if (barriers.sources().stream().allMatch(BarrierSourceConfig::wide)) {
      var known = new TreeSet<>(barriers.supplied());
      barriers.indicators().forEach(indicator -> known.add(indicator.indicator()));
      for (var name : indicators()) {
        if (!name.isEmpty() && !known.contains(name)) {
          problem.accept(
              "ikob",
              "indicators: '%s' is not one of the indicators under barriers: %s"
                  .formatted(name, known));
        }
      }
    }
    for (var motive : motives) {
      if (opportunities.stream().noneMatch(o -> o.service().equals(motive.destinations()))) {
        problem.accept(
            "ikob",
            "motives: '%s' is not one of the services under opportunities"
                .formatted(motive.destinations()));
      }
    }
    for (var mode : List.of(car, publicTransport)) {
      var its = times.stream().filter(each -> each.mode() == null || each.mode() == mode).toList();
      boolean without =
          its.stream()
              .allMatch(
                  each ->
                      !each.file().columns().isEmpty() && !each.file().columns().containsKey("km"));
      if (without && !its.isEmpty() && !detour.containsKey(mode)) {
        problem.accept(
            "ikob",
            ("detour: travel_times has no kilometres by %s, which cost money; name the column km"
                    + " under travel_times, or say how many kilometres go into one as the crow"
                    + " flies: detour { %s = 1.3 }")
                .formatted(mode.key(), mode.key()));
      }
    }
  }
}
