package nl.peil.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peil.config.ConfigKey.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigKeysTest {

  private static final Pattern KEYS =
      Pattern.compile("(\\S*)zzz: unknown key; known here: \\[(.*?)]");
  private static final Pattern COLUMNS =
      Pattern.compile(
          "(\\S*)columns: unknown column 'zzz'; known here: \\[(.*?)] and optionally \\[(.*?)]");

  /** Sections that neither configuration in conf has. */
  private static final String MORE =
      """
      quality {}, inequality {}, marginal {}, maintenance {}, lock {}
      openlineage { file = events }
      scenarios += { scenario = a, year = 1, open = [{}], close = [{}], change_norms = [{}], change_times = [{}], inherit_from {} }
      travel_times += { path = "a.omx", format = omx, zone_list {} }
      zones.points { columns {} }
      opportunities += { kind = postcodes, columns {} }
      population += { columns { cell = a } }
      effective_access.groups = [{}]
      published_forecasts = [ { layout = gemeente, columns {}, zone_weights { columns {} }, indicators = [{}] }, { zones = true, columns {} } ]
      barriers.sources += { columns { indicator = i }, indicators = [{}] }
      welfare.sources += { columns { indicator = i }, indicators = [{}] }
      welfare.relation {}
      welfare.goals += { path = "a.csv", columns {} }
      supplied_levels += { columns {} }
      ikob {
        modes {}, detour {}, fossil {}, electric {}, fare {}, shared_car {}, taxi {}, electric_percent {}, free_car {}
        motives = [ { minutes_per_euro {} } ]
      }
      """;

  @TempDir private Path folder;

  @Test
  void everyKeyHasAMeaning() {
    assertThat(ConfigKeys.all())
        .hasSizeGreaterThan(250)
        .allSatisfy(key -> assertThat(key.meaning()).as(key.path()).isNotBlank());
  }

  @Test
  void everyMeaningBelongsToAKey() {
    assertThat(ConfigKeys.unused()).isEmpty();
  }

  @Test
  void typesDefaultsAndRangesAreThoseOfTheCode() {
    var keys = ConfigKeys.all().stream().collect(Collectors.toMap(ConfigKey::path, key -> key));

    assertThat(keys.get("quality.max_bad_share"))
        .isEqualTo(
            new ConfigKey(
                "quality.max_bad_share",
                ConfigKey.Type.NUMBER,
                Need.NEVER,
                "0.05",
                "0 to 1",
                "largest share of bad rows in a table",
                false));
    assertThat(keys.values())
        .filteredOn(key -> key.needed() == Need.ALWAYS)
        .extracting(ConfigKey::path)
        .contains("input", "base_population.year", "layouts[].list.columns.member")
        .doesNotContain("manifest", "layouts[].list.columns.region_name", "travel_times[].columns");
    assertThat(keys.values())
        .filteredOn(key -> key.needed() == Need.AT_TIMES)
        .extracting(ConfigKey::path)
        .contains("travel_times[].columns.origin", "opportunities[].columns.x")
        .doesNotContain("travel_times[].columns.km", "opportunities[].columns.id");
    assertThat(keys.values())
        .filteredOn(key -> "false".equals(key.fallback()))
        .extracting(ConfigKey::path)
        .contains("layouts[].partition");
    assertThat(keys.get("travel_times[].columns.km")).isNotNull();
  }

  /** A key that is asked for and unknown tells all that are known beside it, in every section. */
  @Test
  void noKeyIsAcceptedThatIsNotAmongThem() throws IOException {
    var known = ConfigKeys.all().stream().map(ConfigKey::path).collect(Collectors.toSet());

    var accepted = accepted("sample.conf", MORE);
    accepted.addAll(accepted("national.conf", ""));

    assertThat(accepted).hasSizeGreaterThan(250);
    assertThat(known).containsAll(accepted);
  }

  private Set<String> accepted(String name, String more) throws IOException {
    var text = Files.readString(Path.of("..", "conf", name)) + "\n" + more;
    var config = ConfigFactory.parseString(text).resolve().withoutPath("definitions");
    var file = folder.resolve(name);
    Files.writeString(file, withAnUnknownKey(config.root()).render(ConfigRenderOptions.concise()));
    var wrong =
        catchThrowableOfType(ConfigProblemException.class, () -> ConfigLoader.load(file, Map.of()));

    var keys = new TreeSet<String>();
    for (var problem : wrong.problems()) {
      Stream.of(KEYS, COLUMNS)
          .map(pattern -> pattern.matcher(problem))
          .filter(Matcher::find)
          .forEach(
              found -> {
                var place = found.group(1).replaceAll("\\[\\d+]", "[]");
                var columns = found.groupCount() > 2;
                var names = found.group(2) + ", " + (columns ? found.group(3) : "");
                for (var key : names.split(", ", -1)) {
                  if (!key.isEmpty()) {
                    keys.add(place + (columns ? "columns." : "") + key);
                  }
                }
              });
    }
    return keys;
  }

  private static ConfigValue withAnUnknownKey(ConfigValue value) {
    if (value instanceof ConfigObject object) {
      var values = new LinkedHashMap<String, ConfigValue>();
      object.forEach((key, each) -> values.put(key, withAnUnknownKey(each)));
      values.put("zzz", ConfigValueFactory.fromAnyRef("zzz"));
      return ConfigValueFactory.fromMap(values);
    }
    return value instanceof ConfigList list
        ? ConfigValueFactory.fromIterable(
            list.stream().map(ConfigKeysTest::withAnUnknownKey).toList())
        : value;
  }
}
