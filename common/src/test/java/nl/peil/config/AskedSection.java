package nl.peil.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOriginFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.peil.config.ConfigKey.Need;
import nl.peil.config.ConfigKey.Type;
import org.jspecify.annotations.Nullable;

/**
 * A section with every section in it and no value, which notes what it is asked for. What is wrong
 * with so empty a configuration tells which keys are required, and is not told further.
 */
final class AskedSection extends Section {

  private final String path;
  private final Map<String, String> answers;
  private final Map<String, ConfigKey> keys;

  private AskedSection(String path, Map<String, String> answers, Map<String, ConfigKey> keys) {
    super(
        ConfigFactory.empty(), path, ConfigOriginFactory.newSimple("every key"), new ArrayList<>());
    this.path = path;
    this.answers = answers;
    this.keys = keys;
  }

  /** The whole configuration. @param answers texts by key, wherever it stands */
  static AskedSection root(Map<String, String> answers) {
    return new AskedSection("", answers, new LinkedHashMap<>());
  }

  /** What was asked for here and below, by path and in the order of asking. */
  Map<String, ConfigKey> keys() {
    return keys;
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private void note(String key, Type type, boolean required) {
    note(key, type, required, null, null);
  }

  private void note(
      String key, Type type, boolean required, @Nullable String fallback, @Nullable String range) {
    keys.putIfAbsent(
        at(key),
        new ConfigKey(
            at(key), type, required ? Need.ALWAYS : Need.NEVER, fallback, range, "", false));
  }

  @Override
  boolean has(String key) {
    return true;
  }

  @Override
  String text(String key) {
    note(key, Type.TEXT, true);
    return "";
  }

  @Override
  @Nullable String optionalText(String key) {
    note(key, Type.TEXT, false);
    return answers.get(key);
  }

  @Override
  String text(String key, String fallback) {
    note(key, Type.TEXT, false, fallback.isEmpty() ? null : fallback, null);
    return fallback;
  }

  @Override
  <T> @Nullable T parsed(String key, Function<String, T> parse) {
    note(key, Type.TEXT, true);
    var answer = answers.get(key);
    return answer == null ? null : parse.apply(answer);
  }

  @Override
  <T> @Nullable T optionalParsed(String key, Function<String, T> parse) {
    note(key, Type.TEXT, false);
    return null;
  }

  @Override
  double number(String key, double fallback, double low, double high) {
    note(key, Type.NUMBER, false, plain(fallback), plain(low) + " to " + plain(high));
    return fallback;
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e12
        ? Long.toString((long) number)
        : number == Double.MIN_VALUE ? "above 0" : Double.toString(number);
  }

  @Override
  @Nullable Integer optionalInteger(String key) {
    note(key, Type.WHOLE_NUMBER, false);
    return null;
  }

  @Override
  boolean flag(String key, boolean fallback) {
    note(key, Type.FLAG, false, Boolean.toString(fallback), null);
    return fallback;
  }

  @Override
  @Nullable Boolean optionalFlag(String key) {
    note(key, Type.FLAG, false);
    return null;
  }

  @Override
  List<Double> numbers(String key) {
    note(key, Type.NUMBERS, false);
    return List.of();
  }

  @Override
  List<String> texts(String key) {
    note(key, Type.TEXTS, false);
    return List.of();
  }

  @Override
  List<List<String>> textLists(String key) {
    note(key, Type.TEXT_LISTS, false);
    return List.of();
  }

  @Override
  Map<String, String> map(String key) {
    note(key, Type.MAP, false);
    var answer = answers.get(key);
    return answer == null ? Map.of() : Map.of(answer, answer);
  }

  @Override
  void expectColumns(List<String> required, List<String> optional) {
    required.forEach(name -> note("columns." + name, Type.HEADER, true));
    optional.forEach(name -> note("columns." + name, Type.HEADER, false));
  }

  @Override
  Section optionalChild(String key) {
    note(key, Type.SECTION, false);
    return new AskedSection(at(key), answers, keys);
  }

  @Override
  Section child(String key) {
    note(key, Type.SECTION, true);
    return new AskedSection(at(key), answers, keys);
  }

  @Override
  List<Section> children(String key, @Nullable String shorthand) {
    note(key, Type.SECTIONS, false);
    return List.of(new AskedSection(at(key) + "[]", answers, keys));
  }

  @Override
  void problem(String key, String message) {
    var known = keys.get(at(key));
    if (known != null && known.type() != Type.MAP && message.contains("required")) {
      keys.put(at(key), known.needed(Need.ALWAYS));
    }
  }

  @Override
  void done() {}
}
