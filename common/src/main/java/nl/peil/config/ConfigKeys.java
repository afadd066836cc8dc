package nl.peil.config;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every key that a configuration may have. The code that reads the configuration is run on a
 * section that notes what it is asked for, so that no key can be forgotten; what a key means stands
 * in keys.properties.
 */
public final class ConfigKeys {

  private static final String MEANINGS = "keys.properties";
  private static final String ANYWHERE = "*.";

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
    var root = AskedSection.root();
    ConfigLoader.ask(root);
    return root.keys().stream().map(this::described).toList();
  }

  private ConfigKey described(ConfigKey key) {
    var name = key.path().substring(key.path().lastIndexOf('.') + 1);
    var column = key.type() == ConfigKey.Type.HEADER ? ANYWHERE + "columns." + name : "";
    for (var candidate : List.of(key.path(), column, ANYWHERE + name)) {
      var meaning = meanings.getProperty(candidate);
      if (meaning != null) {
        used.add(candidate);
        return new ConfigKey(
            key.path(),
            key.type(),
            key.required(),
            key.fallback(),
            key.range(),
            meaning,
            candidate.equals(ANYWHERE + name));
      }
    }
    return key;
  }
}
