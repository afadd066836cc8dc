package nl.peil.jobs.report.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.peil.jobs.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * The texts of pages in one language, with the words for keys and the way to write numbers. Texts
 * stand in page_nl.properties and page_en.properties beside this class.
 */
public final class Texts {

  private static final String JS = "js.";
  private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

  private final Words words;
  private final Numbers numbers;
  private final Properties texts;

  private Texts(Words words, Properties texts) {
    this.words = words;
    this.numbers = new Numbers(words.locale());
    this.texts = texts;
  }

  /**
   * The texts of a language.
   *
   * @param language nl or en
   * @throws IllegalArgumentException when there are none of this language
   */
  public static Texts of(String language) {
    var words = Words.of(language);
    var texts = new Properties();
    var name = "page_" + language + ".properties";
    try (var file = Texts.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not in the jar of Peil");
      }
      texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
    return new Texts(words, texts);
  }

  /** The language: nl or en. */
  public String language() {
    return words.language();
  }

  /** Words for keys. */
  public Words words() {
    return words;
  }

  /** How numbers are written. */
  public Numbers numbers() {
    return numbers;
  }

  /**
   * A text.
   *
   * @param key its key
   * @param gaps what stands for {0}, {1}
   * @throws IllegalArgumentException when there is no such text
   */
  public String text(String key, Object... gaps) {
    var pattern = texts.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("there is no text '" + key + "' in " + language());
    }
    // One pass: what a gap is filled with may have braces of its own
    return GAP.matcher(pattern)
        .replaceAll(
            gap -> {
              int place = Integer.parseInt(gap.group(1));
              return Matcher.quoteReplacement(
                  place < gaps.length ? String.valueOf(gaps[place]) : gap.group());
            })
        .strip();
  }

  /** A text for one, or one for several. */
  public String counted(String key, long count) {
    return text(count == 1 ? key + ".one" : key + ".more", numbers.whole(count));
  }

  /** How one travels by a mode, within a sentence: met de auto. */
  public String by(String mode) {
    return orWords("by." + mode, words.mode(mode));
  }

  /** Where one goes, within a sentence: een huisarts. */
  public String to(String service) {
    return orWords("to." + service, words.service(service));
  }

  /** A service within a sentence: no capital, unless the word is a name or letters. */
  public String service(String key) {
    var word = words.service(key);
    return word.length() > 1 && Character.isLowerCase(word.charAt(1))
        ? word.substring(0, 1).toLowerCase(words.locale()) + word.substring(1)
        : word;
  }

  /** One region of a layout: gemeente. */
  public String oneOf(String layout) {
    return orWords("one." + layout, words.layout(layout));
  }

  private String orWords(String key, String fallback) {
    var text = texts.getProperty(key);
    return text == null ? fallback : text.strip();
  }

  /** A day in full. */
  public String date(@Nullable LocalDate date) {
    return date == null
        ? text("unknown")
        : date.format(
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.locale()));
  }

  /** The texts that the scripts of a page use, by key. */
  Map<String, String> forScripts() {
    var some = new TreeMap<String, String>();
    for (var key : texts.stringPropertyNames()) {
      if (key.startsWith(JS)) {
        some.put(key.substring(JS.length()), texts.getProperty(key).strip());
      }
    }
    return some;
  }

  /** Changes when a text does. */
  String identity() {
    return language() + new TreeMap<>(texts);
  }

  /** All keys, in alphabetical order. */
  Set<String> keys() {
    return new TreeSet<>(texts.stringPropertyNames());
  }
}
