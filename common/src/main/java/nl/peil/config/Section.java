package nl.peil.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One object of the configuration while it is read. Every key that is asked for is remembered, so
 * that {@link #done} can name the keys that nobody asked for; problems are collected with file,
 * line and key instead of stopping at the first.
 */
class Section {

  private final Config config;
  private final String path;
  private final ConfigOrigin origin;
  private final List<String> problems;
  private final Set<String> asked = new LinkedHashSet<>();

  Section(Config config, String path, ConfigOrigin origin, List<String> problems) {
    this.config = config;
    this.path = path;
    this.origin = origin;
    this.problems = problems;
  }

  /** True when the key is there. */
  boolean has(String key) {
    return config.root().containsKey(key);
  }

  /** A text that must be there. */
  String text(String key) {
    var value = optionalText(key);
    if (value == null) {
      missing(key);
      return "";
    }
    return value;
  }

  /** A text that may be absent. */
  @Nullable String optionalText(String key) {
    return read(key, Config::getString);
  }

  /** A text with a default. */
  String text(String key, String fallback) {
    var value = optionalText(key);
    return value == null ? fallback : value;
  }

  /**
   * A text that must be there, made into something else; an IllegalArgumentException becomes a
   * problem with its place.
   */
  <T> @Nullable T parsed(String key, Function<String, T> parse) {
    var value = optionalText(key);
    if (value == null) {
      missing(key);
      return null;
    }
    return tried(key, value, parse);
  }

  /** A text that may be absent, made into something else. */
  <T> @Nullable T optionalParsed(String key, Function<String, T> parse) {
    var value = optionalText(key);
    return value == null ? null : tried(key, value, parse);
  }

  private <T> @Nullable T tried(String key, String value, Function<String, T> parse) {
    try {
      return parse.apply(value);
    } catch (IllegalArgumentException e) {
      problem(key, e.getMessage() == null ? "'" + value + "' is not valid" : e.getMessage());
      return null;
    }
  }

  /** A number with a default, within bounds. */
  double number(String key, double fallback, double low, double high) {
    var value = read(key, Config::getDouble);
    if (value == null) {
      return fallback;
    }
    if (value < low || value > high) {
      problem(key, "expected a number from " + low + " to " + high + ", got " + value);
    }
    return value;
  }

  /** A whole number that may be absent. */
  @Nullable Integer optionalInteger(String key) {
    var value = read(key, Config::getDouble);
    if (value == null) {
      return null;
    }
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      problem(key, "expected a whole number, got " + value);
      return null;
    }
    return value.intValue();
  }

  /** A truth value with a default. */
  boolean flag(String key, boolean fallback) {
    var value = read(key, Config::getBoolean);
    return value == null ? fallback : value;
  }

  /** A truth value that may be absent. */
  @Nullable Boolean optionalFlag(String key) {
    return read(key, Config::getBoolean);
  }

  /** Numbers; empty when absent. */
  List<Double> numbers(String key) {
    var value = read(key, Config::getDoubleList);
    return value == null ? List.of() : List.copyOf(value);
  }

  /** Texts; empty when absent. */
  List<String> texts(String key) {
    var value = read(key, Config::getStringList);
    return value == null ? List.of() : List.copyOf(value);
  }

  /** Lists of texts; empty when absent. */
  List<List<String>> textLists(String key) {
    ConfigList list = read(key, Config::getList);
    var lists = new ArrayList<List<String>>();
    if (list != null) {
      for (var item : list) {
        if (item instanceof ConfigList texts
            && texts.stream().allMatch(text -> text.valueType() == ConfigValueType.STRING)) {
          lists.add(texts.stream().map(text -> String.valueOf(text.unwrapped())).toList());
        } else {
          problem(key, "expected lists of names, as in [[a, b], [a, c]]; got " + item.unwrapped());
        }
      }
    }
    return lists;
  }

  /** Text by text, in alphabetical order; empty when absent. */
  Map<String, String> map(String key) {
    var value = read(key, Config::getObject);
    var map = new LinkedHashMap<String, String>();
    if (value != null) {
      value.keySet().stream()
          .sorted()
          .forEach(
              name -> {
                var item = value.get(name);
                if (item == null
                    || item.valueType() == ConfigValueType.OBJECT
                    || item.valueType() == ConfigValueType.LIST) {
                  problem(key + "." + name, "expected a text");
                } else {
                  map.put(name, String.valueOf(item.unwrapped()));
                }
              });
    }
    return map;
  }

  /** Tells which names a map of columns may have; to read them is left to {@link #map}. */
  void expectColumns(List<String> required, List<String> optional) {}

  /** An object; null when absent. */
  @Nullable Section optionalChild(String key) {
    var value = read(key, Config::getObject);
    return value == null
        ? null
        : new Section(value.toConfig(), path(key), value.origin(), problems);
  }

  /** An object that must be there; an empty one stands in when it is not. */
  Section child(String key) {
    var child = optionalChild(key);
    if (child == null) {
      missing(key);
      return new Section(
          com.typesafe.config.ConfigFactory.empty(), path(key), origin, new ArrayList<>());
    }
    return child;
  }

  /** A list of objects; empty when absent. */
  List<Section> children(String key) {
    return children(key, null);
  }

  /**
   * A list of objects; empty when absent.
   *
   * @param shorthand an item that is only a text stands for an object with the text under this key;
   *     null: items are objects
   */
  List<Section> children(String key, @Nullable String shorthand) {
    ConfigList list = read(key, Config::getList);
    var children = new ArrayList<Section>();
    if (list != null) {
      for (int i = 0; i < list.size(); i++) {
        ConfigValue item = list.get(i);
        if (item instanceof ConfigObject object) {
          children.add(
              new Section(object.toConfig(), path(key) + "[" + i + "]", item.origin(), problems));
        } else if (shorthand != null && item.valueType() == ConfigValueType.STRING) {
          children.add(
              new Section(
                  item.atKey(shorthand), path(key) + "[" + i + "]", item.origin(), problems));
        } else {
          problems.add(
              place(item.origin())
                  + path(key)
                  + "["
                  + i
                  + "]: expected { ... }, got "
                  + item.unwrapped());
        }
      }
    }
    return children;
  }

  /** Names the keys that nobody asked for. */
  void done() {
    for (var entry : config.root().entrySet()) {
      if (!asked.contains(entry.getKey())) {
        problems.add(
            place(entry.getValue().origin())
                + path(entry.getKey())
                + ": unknown key; known here: "
                + asked.stream().sorted().toList()
                + nearest(entry.getKey()));
      }
    }
  }

  private String nearest(String key) {
    return EditDistance.nearest(key, asked)
        .map(known -> "; did you mean '" + known + "'?")
        .orElse("");
  }

  /** Adds a problem with a key of this object. */
  void problem(String key, String message) {
    var value = config.root().get(key);
    problems.add(place(value == null ? origin : value.origin()) + path(key) + ": " + message);
  }

  private void missing(String key) {
    problems.add(place(origin) + path(key) + ": this key is required and is not there");
  }

  private <T> @Nullable T read(String key, Getter<T> getter) {
    asked.add(key);
    if (!config.hasPath(key)) {
      return null;
    }
    try {
      return getter.get(config, key);
    } catch (ConfigException e) {
      problem(
          key,
          e.getMessage() == null ? "not valid" : e.getMessage().replaceFirst("^.*?: ?\\d+: ", ""));
      return null;
    }
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static String place(ConfigOrigin origin) {
    var line = origin.lineNumber();
    var name = origin.filename() != null ? origin.filename() : origin.description();
    return name + (line > 0 ? ":" + line : "") + ": ";
  }

  private interface Getter<T> {
    T get(Config config, String key);
  }
}
