package nl.peil.config;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import nl.peil.config.ConfigKey.Need;

/**
 * Every key that a configuration may have. The code that reads the configuration is run on a
 * section that notes what it is asked for, so that no key can be forgotten; what a key means stands
 * in keys.properties.
 */
public final class ConfigKeys {

  private static final String MEANINGS = "keys.properties";
  private static final String ANYWHERE = "*.";

  /** Answers on which it depends what is asked next: one figure to a row, points, a layout. */
  private static final List<Map<String, String>> FORMS =
      List.of(
          Map.of(),
          Map.of("columns", "indicator", "kind", "points", "layout", "gemeente"),
          Map.of("kind", "postcodes"));

  private final Properties meanings = new Properties();
  private final Set<String> used = new TreeSet<>();

  private ConfigKeys() {
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(ConfigKeys.class.getResourceAsStream(MEANINGS), MEANINGS),
            StandardCharsets.UTF_8)) {
      meanings.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(MEANINGS + " of this program cannot be read", e);
    }
  }

  /** All keys, in the order in which they are read. */
  public static List<ConfigKey> all() {
    return new ConfigKeys().keys();
  }

  /** Meanings of keys that nothing reads: there should be none. */
  static Set<String> unused() {
    var keys = new ConfigKeys();
    keys.keys();
    var left = new TreeSet<>(keys.meanings.stringPropertyNames());
    left.removeAll(keys.used);
    return left;
  }

  private List<ConfigKey> keys() {
    var all = new LinkedHashMap<String, ConfigKey>();
    for (var answers : FORMS) {
      var root = AskedSection.root(answers);
      ConfigLoader.ask(root);
      var asked = root.keys();
      if (!all.isEmpty()) {
        all.replaceAll((path, key) -> asked.containsKey(path) ? key : atTimes(key));
      }
      boolean first = all.isEmpty();
      asked.forEach(
          (path, key) ->
              all.merge(
                  path,
                  first ? key : atTimes(key),
                  (old, other) -> old.needed() == key.needed() ? old : atTimes(old)));
    }
    return all.values().stream().map(this::described).toList();
  }

  /** What is not required in every form is required at times. */
  private static ConfigKey atTimes(ConfigKey key) {
    return key.needed() == Need.ALWAYS ? key.needed(Need.AT_TIMES) : key;
  }

  private ConfigKey described(ConfigKey key) {
    var name = key.path().substring(key.path().lastIndexOf('.') + 1);
    var column = key.type() == ConfigKey.Type.HEADER ? ANYWHERE + "columns." + name : "";
    for (var candidate : List.of(key.path(), column, ANYWHERE + name)) {
      var meaning = meanings.getProperty(candidate);
      if (meaning != null) {
        used.add(candidate);
        return key.meaning(meaning, candidate.equals(ANYWHERE + name));
      }
    }
    return key;
  }
}
