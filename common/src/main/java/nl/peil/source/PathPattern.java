package nl.peil.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.peil.model.Mode;
import nl.peil.model.Period;

/**
 * A path in a delivery with named parts, for example {@code
 * reistijden/{scenario}/{year}/{mode}_{period}.csv*}. A named part takes its value from the file
 * name; {@code *} stands for anything within one folder or file name.
 *
 * @param text the pattern as written
 */
public record PathPattern(String text) {

  private static final Pattern PART = Pattern.compile("\\{([^{}/]*)}|\\*");
  private static final Map<String, String> VALUES =
      Map.of(
          "scenario", "[^/]+?",
          "year", "\\d{4}",
          "mode", String.join("|", Mode.keys()),
          "period", String.join("|", Period.keys()),
          "service", "[a-z][a-z0-9_]*?",
          "layout", "[^/]+?");

  /**
   * Checks the names of the parts.
   *
   * @throws IllegalArgumentException when a named part is unknown
   */
  public PathPattern {
    for (var name : names(text)) {
      if (!VALUES.containsKey(name)) {
        throw new IllegalArgumentException(
            "path '"
                + text
                + "': {"
                + name
                + "} is not one of "
                + VALUES.keySet().stream().sorted().toList());
      }
    }
  }

  /** True when the path names one file: no named parts and no {@code *}. */
  public boolean isLiteral() {
    return !PART.matcher(text).find();
  }

  /** The names of the parts, in order, without repetition. */
  public List<String> names() {
    return names(text);
  }

  private static List<String> names(String text) {
    var names = new ArrayList<String>();
    var matcher = PART.matcher(text);
    while (matcher.find()) {
      var name = matcher.group(1);
      if (name != null && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** The pattern as a file-system glob: every named part becomes {@code *}. */
  String glob() {
    var glob = new StringBuilder();
    int at = 0;
    for (var matcher = PART.matcher(text); matcher.find(); at = matcher.end()) {
      glob.append(escape(text.substring(at, matcher.start()))).append('*');
    }
    return glob.append(escape(text.substring(at))).toString();
  }

  /** A path in which no sign means anything to a glob of Hadoop. */
  static String escape(String path) {
    return path.replaceAll("[\\\\*?\\[\\]{}^]", "\\\\$0");
  }

  /** The values of the named parts when this relative path fits the pattern. */
  public Optional<Map<String, String>> match(String relativePath) {
    var regex = new StringBuilder();
    var seen = new ArrayList<String>();
    var matcher = PART.matcher(text);
    int at = 0;
    while (matcher.find()) {
      regex.append(Pattern.quote(text.substring(at, matcher.start())));
      at = matcher.end();
      var name = matcher.group(1);
      if (name == null) {
        regex.append("[^/]*");
      } else if (seen.contains(name)) {
        regex.append("\\k<").append(groupName(name)).append('>');
      } else {
        seen.add(name);
        regex
            .append("(?<")
            .append(groupName(name))
            .append('>')
            .append(VALUES.get(name))
            .append(')');
      }
    }
    regex.append(Pattern.quote(text.substring(at)));
    Matcher found = Pattern.compile(regex.toString()).matcher(relativePath);
    if (!found.matches()) {
      return Optional.empty();
    }
    var values = new LinkedHashMap<String, String>();
    for (var name : seen) {
      values.put(name, found.group(groupName(name)));
    }
    return Optional.of(values);
  }

  private static String groupName(String name) {
    return name.replace("_", "");
  }
}
