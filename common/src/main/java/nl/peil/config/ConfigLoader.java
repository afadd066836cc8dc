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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.peil.model.Mode;
import nl.peil.model.Period;
import nl.peil.model.ScenarioYear;
import org.jspecify.annotations.Nullable;

/**
 * Reads a configuration file, applies what {@code --set} says, and checks everything before any
 * work starts.
 */
public final class ConfigLoader {

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
    if (!Files.isRegularFile(file)) {
      throw new ConfigProblemException(
          List.of(
              file
                  + ": there is no such configuration file; conf/sample.conf is one to start from"));
    }
    return new ConfigLoader(file).read(overrides);
  }

  private PeilConfig read(Map<String, String> overrides) throws ConfigProblemException {
    Config config;
    try {
      config = ConfigFactory.parseFile(file.toFile());
      for (var entry : overrides.entrySet()) {
        config = config.withValue(entry.getKey(), literal(entry.getValue()));
      }
      config = config.resolve();
    } catch (ConfigException e) {
      throw new ConfigProblemException(List.of(String.valueOf(e.getMessage())));
    }
    var root = new Section(config, "", config.root().origin(), problems);
    var peil = peil(root, config.root().render(ConfigRenderOptions.concise()));
    // Pieces for ${...}: what is used of them is checked where it is used
    root.optionalChild("definitions");
    root.done();
    checkTogether(peil, root);
    if (!problems.isEmpty()) {
      throw new ConfigProblemException(problems);
    }
    return peil;
  }

  /**
   * Numbers, truth values and lists as HOCON, everything else as text: a path needs no quotes. A
   * number keeps the text it was written in, for keys that are texts (001).
   */
  private static ConfigValue literal(String value) {
    var set = ConfigOriginFactory.newSimple("--set");
    if (value.matches("-?\\d+(\\.\\d+)?|true|false|\\[.*]|\\{.*}")) {
      return ConfigFactory.parseString("v = " + value).getValue("v").withOrigin(set);
    }
    return ConfigValueFactory.fromAnyRef(value).withOrigin(set);
  }

  private PeilConfig peil(Section root, String json) {
    var quality = root.optionalChild("quality");
    var decay = root.optionalText("decay_curves");
    return new PeilConfig(
        file,
        root.text("input"),
        root.text("output"),
        root.optionalText("manifest"),
        quality == null ? new QualityConfig(0.05, 0.5) : quality(quality),
        zones(root.child("zones")),
        root.children("population").stream().map(ConfigLoader::population).toList(),
        root.children("travel_times").stream().map(ConfigLoader::travelTimes).toList(),
        root.children("opportunities").stream().map(ConfigLoader::opportunities).toList(),
        beside(root, "norms", root.text("norms")),
        root.children("supplied_levels").stream().map(ConfigLoader::suppliedLevel).toList(),
        root.children("layouts").stream().map(ConfigLoader::layout).toList(),
        basePopulation(root.child("base_population")),
        root.texts("measures"),
        decay == null ? null : beside(root, "decay_curves", decay),
        json);
  }

  /** A file that belongs to the configuration, beside it. */
  private Path beside(Section root, String key, String name) {
    var path = file.toAbsolutePath().resolveSibling(name).normalize();
    if (!name.isEmpty() && !Files.isRegularFile(path)) {
      root.problem(key, "there is no file " + path);
    }
    return path;
  }

  private static QualityConfig quality(Section section) {
    var quality =
        new QualityConfig(
            section.number("max_bad_share", 0.05, 0, 1),
            section.number("max_bad_feature_share", 0.5, 0, 1));
    section.done();
    return quality;
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

  private static ZonesConfig zones(Section section) {
    SourceFile points = null;
    String crs = "EPSG:28992";
    var pointsSection = section.optionalChild("points");
    if (pointsSection != null) {
      points =
          SourceSections.file(
              pointsSection, List.of("zone", "x", "y"), List.of("name", "area_km2"));
      crs = pointsSection.text("crs", crs);
      pointsSection.done();
    }
    GeoFile polygons = null;
    var polygonsSection = section.optionalChild("polygons");
    if (polygonsSection != null) {
      polygons = SourceSections.geo(polygonsSection, List.of("zone"), List.of("name", "area_km2"));
      polygonsSection.done();
    }
    GeoFile border = null;
    double borderKm = 10;
    var borderSection = section.optionalChild("border");
    if (borderSection != null) {
      border = SourceSections.geo(borderSection, List.of(), List.of());
      borderKm = borderSection.number("within_km", 10, 0, 500);
      borderSection.done();
    }
    if (points == null && polygons == null) {
      section.problem("points", "zones need points, polygons or both");
    }
    var zones =
        new ZonesConfig(
            section.text("system", "pc4"),
            points,
            crs,
            polygons,
            border,
            borderKm,
            section.number("snap_metres", 1000, 0, 100_000));
    section.done();
    return zones;
  }

  private static PopulationConfig population(Section section) {
    var file =
        SourceSections.file(
            section,
            List.of("cell", "population"),
            List.of("age_0_15", "age_15_25", "age_25_45", "age_45_65", "age_65_plus"));
    var size = section.optionalInteger("cell_size_m");
    if (size == null || size <= 0) {
      section.problem("cell_size_m", "the side of a cell in metres is required, e.g. 500");
    }
    var population = new PopulationConfig(file, needed(section, file), size == null ? 1 : size);
    section.done();
    return population;
  }

  private static @Nullable ScenarioYear needed(Section section, SourceFile file) {
    var scenarioYear = SourceSections.scenarioYear(section, file.path());
    if (scenarioYear == null && !file.path().names().contains("scenario")) {
      section.problem(
          "scenario", "give scenario and year, or name {scenario} and {year} in the path");
    }
    return scenarioYear;
  }

  private static TravelTimesConfig travelTimes(Section section) {
    var file =
        SourceSections.file(section, List.of("origin", "destination", "minutes"), List.of("km"));
    var times =
        new TravelTimesConfig(
            file,
            section.optionalParsed("scenario", SourceSections::key),
            section.optionalInteger("year"),
            section.optionalParsed("mode", Mode::of),
            section.optionalParsed("period", Period::of),
            section.numbers("unreachable"),
            section.flag("blank_is_unreachable", false),
            section.number("max_minutes", 1440, 1, 1e6));
    var named = file.path().names();
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("scenario", times.scenario() != null);
    given.put("year", times.year() != null);
    given.put("mode", times.mode() != null);
    given.put("period", times.period() != null);
    given.forEach(
        (key, there) -> {
          if (there == named.contains(key)) {
            section.problem(
                key,
                there
                    ? "stands in the path too: leave one out"
                    : "give it, or name {" + key + "} in the path");
          }
        });
    section.done();
    return times;
  }

  private static OpportunitiesConfig opportunities(Section section) {
    var kind =
        section.parsed(
            "kind",
            text -> {
              for (var known : OpportunitiesConfig.Kind.values()) {
                if (known.name().toLowerCase(Locale.ROOT).equals(text)) {
                  return known;
                }
              }
              throw new IllegalArgumentException(
                  "kind '" + text + "' is not one of points, postcodes, counts");
            });
    var service =
        section.parsed(
            "service",
            text -> {
              if (!text.matches("[a-z][a-z0-9_]*")) {
                throw new IllegalArgumentException(
                    "service '" + text + "' must be small letters, digits and '_'");
              }
              return text;
            });
    var shape = kind == null ? OpportunitiesConfig.Kind.COUNTS : kind;
    var file =
        switch (shape) {
          case POINTS ->
              SourceSections.file(section, List.of("x", "y"), List.of("id", "count", "capacity"));
          case POSTCODES ->
              SourceSections.file(section, List.of("postcode"), List.of("id", "count", "capacity"));
          case COUNTS ->
              SourceSections.file(
                  section,
                  List.of("zone", "count"),
                  List.of(
                      "capacity",
                      "count_laag",
                      "count_middellaag",
                      "count_middelhoog",
                      "count_hoog"));
        };
    var opportunities =
        new OpportunitiesConfig(
            service == null ? "" : service,
            shape,
            file,
            section.text("crs", "EPSG:28992"),
            SourceSections.scenarioYear(section, file.path()),
            section.map("where"));
    section.done();
    return opportunities;
  }

  private static SuppliedLevelConfig suppliedLevel(Section section) {
    var file =
        SourceSections.file(
            section, List.of("zone", "service", "mode"), List.of("acceptable", "realised"));
    var year = section.optionalInteger("year");
    boolean named = file.path().names().contains("year");
    SourceSections.inPathToo(section, "year", year != null && named);
    if (year == null && !named) {
      section.problem("year", "give it, or name {year} in the path");
    }
    section.done();
    return new SuppliedLevelConfig(file, year);
  }

  private static LayoutConfig layout(Section section) {
    var name = section.parsed("layout", SourceSections::key);
    var polygonsSection = section.optionalChild("polygons");
    GeoFile polygons = null;
    if (polygonsSection != null) {
      polygons = SourceSections.geo(polygonsSection, List.of("region"), List.of("region_name"));
      polygonsSection.done();
    }
    var listSection = section.optionalChild("list");
    SourceFile list = null;
    String memberOf = null;
    if (listSection != null) {
      list = SourceSections.file(listSection, List.of("member", "region"), List.of("region_name"));
      memberOf = listSection.text("of");
      listSection.done();
    }
    if ((polygons == null) == (list == null)) {
      section.problem("layout", "a layout has either polygons or a list");
    }
    var status = section.text("status", "vastgesteld");
    if (!List.of("vastgesteld", "indicatief", "onvolledig").contains(status)) {
      section.problem(
          "status", "'" + status + "' is not one of vastgesteld, indicatief, onvolledig");
    }
    var layout =
        new LayoutConfig(
            name == null ? "" : name,
            polygons,
            list,
            memberOf,
            section.flag("partition", false),
            section.optionalParsed("valid_from", ConfigLoader::date),
            section.optionalParsed("valid_to", ConfigLoader::date),
            status,
            section.text("source", ""));
    section.done();
    return layout;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is not a date like 2024-01-01", e);
    }
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
    var names = new HashSet<String>();
    for (var layout : config.layouts()) {
      if (!names.add(layout.layout())) {
        root.problem("layouts", "layout '" + layout.layout() + "' stands here twice");
      }
    }
    for (var layout : config.layouts()) {
      var of = layout.memberOf();
      if (of == null || of.equals("zones")) {
        continue;
      }
      var target = config.layouts().stream().filter(other -> other.layout().equals(of)).findFirst();
      if (target.isEmpty() || target.get().polygons() == null) {
        root.problem(
            "layouts",
            "layout '"
                + layout.layout()
                + "' lists members of '"
                + of
                + "', which is not 'zones' or a layout with polygons");
      }
    }
  }
}
