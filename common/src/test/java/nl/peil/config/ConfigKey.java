package nl.peil.config;

import org.jspecify.annotations.Nullable;

/**
 * A key of the configuration, as the code that reads it declares it.
 *
 * @param path where it stands, as {@code travel_times[].path}: {@code []} for every entry of a list
 * @param type what its value is
 * @param needed whether the configuration is wrong without it where its section is there
 * @param fallback what counts when it is not there; null: nothing, or what the meaning says
 * @param range what a number may be; null: anything
 * @param meaning what it means; empty when nobody wrote it
 * @param common the key means the same in many sections
 */
public record ConfigKey(
    String path,
    Type type,
    Need needed,
    @Nullable String fallback,
    @Nullable String range,
    String meaning,
    boolean common) {

  ConfigKey needed(Need other) {
    return new ConfigKey(path, type, other, fallback, range, meaning, common);
  }

  ConfigKey meaning(String words, boolean anywhere) {
    return new ConfigKey(path, type, needed, fallback, range, words, anywhere);
  }

  /** Whether a key must be there. */
  public enum Need {
    /** Wherever its section is there. */
    ALWAYS,
    /** In some of the forms that its section has. */
    AT_TIMES,
    /** It may be left out. */
    NEVER
  }

  /** What the value of a key is. */
  public enum Type {
    /** A text. */
    TEXT("text"),
    /** A number. */
    NUMBER("number"),
    /** A number without a fraction. */
    WHOLE_NUMBER("whole number"),
    /** True or false. */
    FLAG("true or false"),
    /** A list of numbers. */
    NUMBERS("list of numbers"),
    /** A list of texts. */
    TEXTS("list of texts"),
    /** A list of lists of texts. */
    TEXT_LISTS("list of lists of texts"),
    /** Texts by free names. */
    MAP("name = text, ..."),
    /** The header of a column. */
    HEADER("header"),
    /** A section with keys of its own. */
    SECTION("section"),
    /** A list of sections. */
    SECTIONS("list of sections");

    private final String words;

    Type(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }
}
