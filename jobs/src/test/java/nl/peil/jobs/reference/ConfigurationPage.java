package nl.peil.jobs.reference;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.peil.config.ConfigKey;
import nl.peil.config.ConfigKey.Type;
import nl.peil.config.ConfigKeys;

/** Writes docs/reference/configuration.md from the keys that the code reads. */
final class ConfigurationPage {

  /** What every table may say of itself: told once. */
  private static final Set<String> OF_TABLES =
      Set.of("encoding", "delimiter", "decimal_comma", "sheet", "header_row");

  private static final String HEAD =
      """
      # Configuration

      Every key, written from the code that reads them (`./mvnw -pl common,jobs -am test -Dtest=ReferenceTest -Dpeil.docs=write
      -Dsurefire.failIfNoSpecifiedTests=false`); a test fails when this page differs from it. `conf/sample.conf` and `conf/national.conf` show most of them at work.

      A configuration is [HOCON](https://github.com/lightbend/config/blob/main/HOCON.md): JSON with fewer signs, comments, `${definitions.piece}` and `include "other.conf"`. `[]` stands for every entry of a
      list. Any key can be replaced on the command line: `--set output=DIR --set quality.max_bad_share=0.01`. A key that is not here stops every command with exit code 2, with its line and
      the name that was probably meant. *Required* is meant within its section: who leaves out a section leaves out its keys; *at times* is in some of the forms that the section has.

      """;

  private static final String TABLES =
      """
      ## Tables

      What may be said of every file that holds a table (CSV, `.xlsx`, `.xlsm`, `.parquet`).

      | key | value | meaning |
      | --- | --- | --- |
      """;

  private ConfigurationPage() {}

  /** The text of the page. */
  static String render() {
    var keys = ConfigKeys.all();
    var sections = new LinkedHashMap<String, List<ConfigKey>>();
    // What everybody must say first; the sort keeps the order of the rest
    sections.put(
        "",
        keys.stream()
            .filter(key -> !key.path().contains("."))
            .sorted(Comparator.comparing(ConfigKey::needed))
            .toList());
    for (var top : sections.get("")) {
      var below =
          keys.stream()
              .filter(
                  key ->
                      key.path()
                          .matches(java.util.regex.Pattern.quote(top.path()) + "(\\[])?\\..*"))
              .toList();
      if (!below.isEmpty()) {
        sections.put(top.path(), below);
      }
    }
    var text = new StringBuilder(HEAD);
    sections.forEach((name, of) -> append(text, name, of, sections.keySet()));
    appendTables(text, keys);
    return text.toString().replace("\r\n", "\n");
  }

  private static void append(
      StringBuilder text, String name, List<ConfigKey> keys, Set<String> sections) {
    text.append(name.isEmpty() ? "## The whole\n\n" : "## " + name + "\n\n");
    text.append("| key | value | required | when not given | meaning |\n");
    text.append("| --- | --- | --- | --- | --- |\n");
    for (var key : keys) {
      if (!ofTables(key)) {
        text.append(row(key, name.isEmpty() && sections.contains(key.path())));
      }
    }
    text.append('\n');
    tables(keys)
        .forEach(
            (place, names) ->
                text.append(
                    "%s may also say what [every table](#tables) may: %s.%n%n"
                        .formatted(
                            "`" + place + "`",
                            names.stream()
                                .map(each -> "`" + each + "`")
                                .collect(Collectors.joining(", ")))));
  }

  private static boolean ofTables(ConfigKey key) {
    return key.common() && OF_TABLES.contains(last(key));
  }

  private static Map<String, List<String>> tables(List<ConfigKey> keys) {
    return keys.stream()
        .filter(ConfigurationPage::ofTables)
        .collect(
            Collectors.groupingBy(
                key -> key.path().substring(0, key.path().lastIndexOf('.')),
                LinkedHashMap::new,
                Collectors.mapping(ConfigurationPage::last, Collectors.toList())));
  }

  private static void appendTables(StringBuilder text, List<ConfigKey> keys) {
    text.append(TABLES);
    keys.stream()
        .filter(ConfigurationPage::ofTables)
        .collect(
            Collectors.toMap(
                ConfigurationPage::last, key -> key, (first, other) -> first, LinkedHashMap::new))
        .forEach(
            (name, key) ->
                text.append(
                    "| `%s` | %s | %s |%n".formatted(name, key.type().words(), key.meaning())));
  }

  private static String last(ConfigKey key) {
    return key.path().substring(key.path().lastIndexOf('.') + 1);
  }

  private static String row(ConfigKey key, boolean linked) {
    var name = "`" + key.path() + "`";
    var value = key.type().words() + (key.range() == null ? "" : ", " + key.range());
    var section = key.type() == Type.SECTION || key.type() == Type.SECTIONS;
    return "| %s | %s | %s | %s | %s |%n"
        .formatted(
            linked ? "[%s](#%s)".formatted(name, key.path()) : name,
            value,
            switch (key.needed()) {
              case ALWAYS -> "yes";
              case AT_TIMES -> "at times";
              case NEVER -> "";
            },
            key.fallback() == null ? "" : "`" + key.fallback() + "`",
            section ? "*" + key.meaning() + "*" : key.meaning().replace("|", "\\|"));
  }
}
