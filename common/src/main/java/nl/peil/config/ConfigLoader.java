package nl.peil.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import nl.peil.model.Mode;
import nl.peil.model.ScenarioYear;

/**
 * Reads a configuration file, applies what {@code --set} says, and checks everything before any
 * work starts.
 */
public final class ConfigLoader {

  private static final List<String> WHAT_IF = List.of("scenarios", "comparisons");

  private final Path file;
  private final List<String> problems = new ArrayList<>();

  private ConfigLoader(Path file) {
    this.file = file;
  }

  /**
   * Reads a configuration.
   *
   * @param file HOCON file
   * @param overrides value by key, from {@code --set key=value}; they go before the file
   * @throws ConfigProblemException with every problem found
   */
  public static PeilConfig load(Path file, Map<String, String> overrides)
      throws ConfigProblemException {
    return load(file, overrides, List.of());
  }

  /**
   * Reads a configuration with what-ifs beside it.
   *
   * @param whatIfs HOCON files with {@code scenarios} and {@code comparisons} that come to those of
   *     the configuration
   * @throws ConfigProblemException with every problem found
   */
  public static PeilConfig load(Path file, Map<String, String> overrides, List<Path> whatIfs)
      throws ConfigProblemException {
    for (var whatIf : whatIfs) {
      if (!Files.isRegularFile(whatIf)) {
        throw new ConfigProblemException(List.of(whatIf + ": there is no such what-if file"));
      }
    }
    if (!Files.isRegularFile(file)) {
      throw new ConfigProblemException(
          List.of(
              file
                  + ": there is no such configuration file; conf/sample.conf is one to start from"));
    }
    return new ConfigLoader(file).read(overrides, whatIfs);
  }

  private PeilConfig read(Map<String, String> overrides, List<Path> whatIfs)
      throws ConfigProblemException {
    Config config;
    try {
      config = ConfigFactory.parseFile(file.toFile());
      for (var entry : overrides.entrySet()) {
        config = config.withValue(entry.getKey(), literal(entry.getValue()));
      }
      config = config.resolve();
      for (var whatIf : whatIfs) {
        config = with(config, whatIf);
      }
    } catch (ConfigException e) {
      throw new ConfigProblemException(List.of(String.valueOf(e.getMessage())));
    }
    var root = new Section(config, "", config.root().origin(), problems);
    var peil = peil(root, config.root().render(ConfigRenderOptions.concise()));
    root.done();
    checkTogether(peil, root);
    if (!problems.isEmpty()) {
      throw new ConfigProblemException(problems);
    }
    return peil;
  }

  /** The scenarios and comparisons of a what-if after those that are there. */
  private Config with(Config config, Path whatIf) {
    var more = ConfigFactory.parseFile(whatIf.toFile()).resolve();
    for (var entry : more.root().entrySet()) {
      if (!WHAT_IF.contains(entry.getKey())) {
        problems.add(
            "%s: line %d: %s: a what-if has %s, and nothing else"
                .formatted(
                    whatIf,
                    entry.getValue().origin().lineNumber(),
                    entry.getKey(),
                    String.join(" and ", WHAT_IF)));
      }
    }
    for (var key : WHAT_IF) {
      if (more.hasPath(key)) {
        var all = new ArrayList<ConfigValue>();
        if (config.hasPath(key)) {
          all.addAll(config.getList(key));
        }
        all.addAll(more.getList(key));
        config = config.withValue(key, ConfigValueFactory.fromIterable(all));
      }
    }
    return config;
  }

  /**
   * Numbers, truth values, null and lists as HOCON, all else as text: a path needs no quotes. A
   * number keeps the text it was written in, for keys that are texts (001).
   */
  private static ConfigValue literal(String value) {
    var set = ConfigOriginFactory.newSimple("--set");
    if (value.equals("null")) {
      return ConfigValueFactory.fromAnyRef(null).withOrigin(set);
    }
    if (value.matches("-?\\d+(\\.\\d+)?|true|false|\\[.*]|\\{.*}")) {
      return ConfigFactory.parseString("v = " + value).getValue("v").withOrigin(set);
    }
    return ConfigValueFactory.fromAnyRef(value).withOrigin(set);
  }

  /** Asks a section for every key of a configuration; what comes of it is of no use. */
  static void ask(Section root) {
    new ConfigLoader(Path.of("")).peil(root, "");
  }

  private PeilConfig peil(Section root, String json) {
    var base = basePopulation(root.child("base_population"));
    var quality = root.optionalChild("quality");
    var income = root.optionalChild("income");
    var barriers = root.optionalChild("barriers");
    var welfare = root.optionalChild("welfare");
    var ikob = root.optionalChild("ikob");
    var inequality = root.optionalChild("inequality");
    var marginal = root.optionalChild("marginal");
    var effective = root.optionalChild("effective_access");
    var decay = root.optionalText("decay_curves");
    var listed = root.optionalChild("catalogue");
    var catalogue =
        listed == null
            ? null
            : CatalogueConfig.read(listed, (key, name) -> beside(listed, key, name));
    var openLineage = root.optionalChild("openlineage");
    var maintenance = root.optionalChild("maintenance");
    var lock = root.optionalChild("lock");
    var report = root.optionalChild("report");
    var metrics = root.optionalChild("metrics");
    // Pieces for ${...}: what is used of them is checked where it is used
    root.optionalChild("definitions");
    return new PeilConfig(
        file,
        root.text("input"),
        root.text("output"),
        root.optionalText("manifest"),
        quality == null ? new QualityConfig(0.05, 0.5) : QualityConfig.read(quality),
        ZonesConfig.read(root.child("zones")),
        root.children("population").stream().map(PopulationConfig::read).toList(),
        root.children("travel_times").stream().map(TravelTimesConfig::read).toList(),
        root.children("opportunities").stream().map(OpportunitiesConfig::read).toList(),
        beside(root, "norms", root.text("norms")),
        root.children("supplied_levels").stream().map(SuppliedLevelConfig::read).toList(),
        income == null ? null : IncomeConfig.read(income),
        barriers == null ? BarriersConfig.NONE : BarriersConfig.read(barriers),
        welfare == null
            ? WelfareConfig.NONE
            : WelfareConfig.read(welfare, base, (key, name) -> beside(root, key, name)),
        ikob == null ? null : IkobConfig.read(ikob, this::beside),
        LayoutConfig.readAll(root, catalogue),
        catalogue,
        base,
        root.children("scenarios").stream()
            .map(section -> ScenarioConfig.read(section, (key, name) -> beside(section, key, name)))
            .toList(),
        root.children("comparisons").stream().map(ComparisonConfig::read).toList(),
        root.children("published_forecasts").stream().map(PublishedForecastConfig::read).toList(),
        root.children("measures", "measure").stream().map(MeasureConfig::read).toList(),
        intrazonal(root),
        root.optionalParsed("residents", SourceSections::key),
        inequality == null ? InequalityConfig.DEFAULT : InequalityConfig.read(inequality),
        marginal == null ? MarginalConfig.DEFAULT : MarginalConfig.read(marginal),
        effective == null ? EffectiveAccessConfig.NONE : EffectiveAccessConfig.read(effective),
        decay == null ? null : beside(root, "decay_curves", decay),
        openLineage == null ? null : OpenLineageConfig.read(openLineage),
        maintenance == null ? MaintenanceConfig.DEFAULT : MaintenanceConfig.read(maintenance),
        lock == null ? LockConfig.DEFAULT : LockConfig.read(lock),
        report == null ? null : ReportConfig.read(report),
        metrics == null ? null : MetricsConfig.read(metrics),
        json);
  }

  private static Map<String, String> intrazonal(Section root) {
    var rules = root.map("intrazonal");
    for (var mode : rules.keySet()) {
      try {
        Mode.of(mode);
      } catch (IllegalArgumentException e) {
        root.problem("intrazonal", String.valueOf(e.getMessage()));
      }
    }
    return rules;
  }

  /** A file that belongs to the configuration, beside it. */
  private Path beside(Section root, String key, String name) {
    var path = file.toAbsolutePath().resolveSibling(name).normalize();
    if (!name.isEmpty() && !Files.isRegularFile(path)) {
      root.problem(key, "there is no file " + path);
    }
    return path;
  }

  private static ScenarioYear basePopulation(Section section) {
    var scenario = section.text("scenario");
    var year = section.optionalInteger("year");
    if (year == null) {
      section.problem("year", "the year of the population that decides the weights is required");
    }
    section.done();
    return new ScenarioYear(scenario, year == null ? 0 : year);
  }

  private static void checkTogether(PeilConfig config, Section root) {
    for (var key :
        Map.of(
                "population", config.population().isEmpty(),
                "travel_times", config.travelTimes().isEmpty(),
                "opportunities", config.opportunities().isEmpty(),
                "layouts", config.layouts().isEmpty(),
                "measures", config.measures().isEmpty())
            .entrySet()
            .stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .sorted()
            .toList()) {
      root.problem(key, "at least one is required");
    }
    var keys = new HashSet<ScenarioYear>();
    for (var scenario : config.scenarios()) {
      if (!keys.add(scenario.key())) {
        root.problem("scenarios", scenario.key() + " stands here twice");
      }
      if (config.scenarios().stream()
          .anyMatch(other -> other.whatIfOf() != null && other.key().equals(scenario.whatIfOf()))) {
        root.problem(
            "scenarios",
            scenario.key()
                + " changes "
                + scenario.whatIfOf()
                + ", which changes something itself: write all changes in one");
      }
    }
    var comparisons = new HashSet<ComparisonConfig>();
    for (var comparison : config.comparisons()) {
      if (!comparisons.add(comparison)) {
        root.problem("comparisons", comparison + " stands here twice");
      }
      if (comparison.base().equals(comparison.future())) {
        root.problem("comparisons", comparison.base() + " is compared with itself");
      }
    }
    PublishedForecastConfig.checkTogether(config.publishedForecasts(), config.layouts(), root);
    config.barriers().checkAreas(config.layouts(), root);
    config.welfare().checkTogether(config.layouts(), config.opportunities(), root);
    config.effectiveAccess().checkIndicators(config.barriers(), root);
    var report = config.report();
    if (report != null) {
      report.checkLayouts(config.layouts(), root);
    }
    var ikob = config.ikob();
    if (ikob != null) {
      ikob.checkTogether(
          config.barriers(), config.opportunities(), config.travelTimes(), root::problem);
    }
    for (var service : config.marginal().services()) {
      if (config.opportunities().stream().noneMatch(o -> o.service().equals(service))) {
        root.problem(
            "marginal",
            "services: '" + service + "' is not one of the services under opportunities");
      }
    }
    LayoutConfig.checkTogether(config.layouts(), root);
  }
}
