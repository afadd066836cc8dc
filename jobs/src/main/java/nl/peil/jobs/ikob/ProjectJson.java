package nl.peil.jobs.ikob;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.peil.barrier.ikob.PerClass;
import nl.peil.config.ConfigProblemException;

/**
 * The values of an IKOB project by their keys, with what is wrong with them. A setting that is not
 * there has IKOB's default, and that is told.
 */
final class ProjectJson {

  private final Path file;
  private final JsonNode root;
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> defaults = new ArrayList<>();

  private ProjectJson(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Reads a project.
   *
   * @throws ConfigProblemException when there is no such file, or it is not JSON; with the line
   */
  static ProjectJson read(Path file) throws IOException, ConfigProblemException {
    if (!Files.isRegularFile(file)) {
      throw problem(file, "there is no such file; expected the JSON of an IKOB project");
    }
    try {
      var root = new ObjectMapper().readTree(file.toFile());
      if (!root.isObject()) {
        throw problem(file, "expected the JSON object of an IKOB project, found no object");
      }
      return new ProjectJson(file, root);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw problem(
          file,
          "%sexpected JSON: %s"
              .formatted(
                  place == null ? "" : "line " + place.getLineNr() + ": ", e.getOriginalMessage()));
    }
  }

  private static ConfigProblemException problem(Path file, String message) {
    return new ConfigProblemException(List.of(file + ": " + message));
  }

  private static String name(String... keys) {
    return "'" + String.join("' > '", keys) + "'";
  }

  private JsonNode at(String... keys) {
    JsonNode node = root;
    for (var key : keys) {
      node = node.path(key);
    }
    return node.isNull() ? MissingNode.getInstance() : node;
  }

  /** Notes something that is wrong. */
  void problem(String message, String... keys) {
    problems.add("%s: %s: %s".formatted(file, name(keys), message));
  }

  private void wrong(String expected, JsonNode found, String... keys) {
    problem(
        found.isMissingNode()
            ? "expected " + expected + ", it is not there"
            : "expected %s, got %s".formatted(expected, found),
        keys);
  }

  /** A text that must be there. */
  String text(String... keys) {
    var node = at(keys);
    if (node.isTextual() && !node.asText().isBlank()) {
      return node.asText().strip();
    }
    if (node.isIntegralNumber()) {
      return node.asText();
    }
    wrong("a text", node, keys);
    return "";
  }

  /** A number, or IKOB's default where there is none. */
  double number(double usual, String... keys) {
    var node = at(keys);
    if (node.isMissingNode()) {
      defaults.add(name(keys) + " = " + usual);
      return usual;
    }
    if (!node.isNumber()) {
      wrong("a number", node, keys);
      return usual;
    }
    return node.asDouble();
  }

  /** A number for each income class. */
  PerClass perClass(PerClass usual, String first, String second) {
    return new PerClass(
        number(usual.laag(), first, second, "laag"),
        number(usual.middellaag(), first, second, "middellaag"),
        number(usual.middelhoog(), first, second, "middelhoog"),
        number(usual.hoog(), first, second, "hoog"));
  }

  /** Whether something is switched on; where nothing is said it is off. */
  boolean used(String... keys) {
    var node = at(keys);
    if (!node.isMissingNode() && !node.isBoolean()) {
      wrong("true or false", node, keys);
    }
    return node.asBoolean(false);
  }

  /** A list of texts, or one text; at least one. */
  List<String> texts(List<String> known, String... keys) {
    var node = at(keys);
    var texts = new ArrayList<String>();
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    node.forEach(each -> texts.add(each.asText()));
    if (texts.isEmpty()) {
      wrong("at least one name", node, keys);
    }
    for (var text : texts) {
      if (!known.isEmpty() && !known.contains(text)) {
        problem("expected one of %s, got '%s'".formatted(known, text), keys);
      }
    }
    return texts;
  }

  /** Notes something that the user should know. */
  void note(String message, String... keys) {
    notes.add(name(keys) + ": " + message);
  }

  /** What the user should know, such as settings that were not there. */
  List<String> notes() {
    var all = new ArrayList<>(notes);
    if (!defaults.isEmpty()) {
      all.add("not there, so IKOB's default: " + String.join(", ", defaults));
    }
    return all;
  }

  /**
   * Ends the reading.
   *
   * @throws ConfigProblemException when something is wrong, with all of it
   */
  void requireNoProblems() throws ConfigProblemException {
    if (!problems.isEmpty()) {
      throw new ConfigProblemException(problems);
    }
  }
}
