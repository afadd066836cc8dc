package nl.peil.jobs.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What readers call the keys of tables and configuration, in one language. Keys stay what they are
 * in tables and files; words stand beside them or in their place where people read. Services,
 * scenarios, layouts and measures are free: one that has no word here is called by its key, so that
 * nothing disappears.
 */
public final class Words {

  private static final List<String> LANGUAGES = List.of("nl", "en");

  private final String language;
  private final Properties words;

  private Words(String language, Properties words) {
    this.language = language;
    this.words = words;
  }

  /** The languages that there are, Dutch first. */
  public static List<String> languages() {
    return LANGUAGES;
  }

  /**
   * The words of a language.
   *
   * @param language nl or en
   * @throws IllegalArgumentException when there are none of this language
   */
  public static Words of(String language) {
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException(
          "there are no words in language '" + language + "', only in " + LANGUAGES);
    }
    var words = new Properties();
    var name = language + ".properties";
    try (var file = Words.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not in the jar of Peil");
      }
      words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
    return new Words(language, words);
  }

  /** The language: nl or en. */
  public String language() {
    return language;
  }

  /** How numbers and dates are written in this language. */
  public Locale locale() {
    return language.equals("nl") ? Locale.forLanguageTag("nl-NL") : Locale.UK;
  }

  /** A service, for example Huisarts. */
  public String service(String key) {
    return orKey("service", key);
  }

  /** A mode, for example Ov met fiets. */
  public String mode(String key) {
    return orKey("mode", key);
  }

  /** A part of the day. */
  public String period(String key) {
    return orKey("period", key);
  }

  /** A region layout. */
  public String layout(String key) {
    return orKey("layout", key);
  }

  /** A measure as it is called in tables, for example within_30: Aantal binnen 30 minuten. */
  public String measure(String key) {
    return MeasureWords.of(this, key);
  }

  /** A unit as it stands in tables, for example min: minuten. */
  public String unit(String key) {
    return orKey("unit", key);
  }

  /** Keuze: none, one or more. */
  public String choice(String key) {
    return orKey("choice", key);
  }

  /**
   * An indicator of barriers or a group of people with barriers; several that hold together with +
   * between them.
   */
  public String indicator(String key) {
    return Stream.of(key.split("\\+", -1))
        .map(part -> orKey("indicator", part))
        .reduce((first, second) -> format("indicator.and", first, second))
        .orElse(key);
  }

  /** A dimension of brede welvaart. */
  public String dimension(String key) {
    return orKey("dimension", key);
  }

  /** What a table is about, short enough for the tab of a sheet (31 characters). */
  public String table(String name) {
    return orKey("table", name);
  }

  /**
   * The label of a column, which every column of every table has.
   *
   * @param table name of the table: some columns are called differently there
   * @param column stable name of the column
   */
  public String column(String table, String column) {
    return word("column." + table + "." + column).orElseGet(() -> orKey("column", column));
  }

  /**
   * The word for a value of a column, when the column holds keys: mode, service, measure and so on.
   *
   * @return the word, or the value itself when the column holds no keys or the key has no word
   */
  public String value(String column, String value) {
    return switch (column) {
      case "measure" -> measure(value);
      case "indicator", "barrier_group", "risk_class" -> indicator(value);
      case "best_mode", "best_mode_potential", "meeting_mode", "meeting_mode_potential" ->
          mode(value);
      case "usable_modes" -> Stream.of(value.split(",", -1)).map(this::mode).collect(joined());
      case "barriers" -> Stream.of(value.split(",", -1)).map(this::indicator).collect(joined());
      default -> orKey(column, value);
    };
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }

  /**
   * A word by its full key, with what belongs in its gaps.
   *
   * @param key for example measure.within
   * @param gaps what stands for {0}, {1}
   * @throws IllegalArgumentException when there is no such word
   */
  public String format(String key, Object... gaps) {
    var pattern =
        word(key).orElseThrow(() -> new IllegalArgumentException("there is no word '" + key + "'"));
    // An apostrophe is an apostrophe here, and not the quote of MessageFormat.
    return new MessageFormat(pattern.replace("'", "''"), locale()).format(gaps);
  }

  /** The word with this full key; empty when there is none. */
  public Optional<String> word(String key) {
    return Optional.ofNullable(words.getProperty(key)).map(String::strip);
  }

  /** All full keys, in alphabetical order. */
  Set<String> keys() {
    return new TreeSet<>(words.stringPropertyNames());
  }

  private String orKey(String kind, String key) {
    return word(kind + "." + key).orElse(key);
  }
}
