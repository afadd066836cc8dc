package nl.peil.source.omx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.PathPattern;

/**
 * Which matrices of a file are wanted, and what each is about (mode, period...). Their names tell,
 * by a pattern; or they are declared one by one, for a file whose names are those of its model.
 *
 * @param pattern what a name says, for example <code>{mode}_{period}</code>
 * @param declared name in the file, for example {@code CAR_AM}, by the name that fits the pattern,
 *     for example {@code auto_spits}; when there are any, no other matrix is wanted
 */
public record MatrixSelection(PathPattern pattern, Map<String, String> declared) {

  /**
   * Checks what is declared.
   *
   * @throws IllegalArgumentException when a declared name does not fit the pattern, or two declared
   *     names mean one matrix
   */
  public MatrixSelection {
    declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared));
    var seen = new HashMap<String, String>();
    declared.forEach(
        (ours, theirs) -> {
          if (pattern.match(ours).isEmpty()) {
            throw new IllegalArgumentException(
                "matrix '%s' = '%s': '%s' does not fit the pattern '%s'"
                    .formatted(ours, theirs, ours, pattern.text()));
          }
          var other = seen.put(theirs, ours);
          if (other != null) {
            throw new IllegalArgumentException(
                "matrix '%s' is declared twice: as '%s' and as '%s'"
                    .formatted(theirs, other, ours));
          }
        });
  }

  /**
   * The matrices whose names fit a pattern.
   *
   * @param text the pattern; a name without parts means one matrix
   * @throws IllegalArgumentException when a part of the pattern is unknown
   */
  public static MatrixSelection byPattern(String text) {
    return new MatrixSelection(new PathPattern(text), Map.of());
  }

  /**
   * A wanted matrix.
   *
   * @param name name in the file
   * @param values what it is about: value by part of the pattern
   */
  public record Chosen(String name, Map<String, String> values) {}

  /**
   * What a file has of the wanted matrices.
   *
   * @param matrices the wanted ones: as declared, or in the order of the file
   * @param ignored names of the others
   */
  public record Choice(List<Chosen> matrices, List<String> ignored) {}

  /**
   * Chooses from the matrices of a file.
   *
   * @param file name for messages
   * @param names names of its matrices
   * @throws RejectedFileException with rule {@code unknown_matrix} when a declared one is missing,
   *     {@code no_matrix} when no name fits, {@code ambiguous_matrix} when two are about the same
   */
  public Choice choose(String file, Collection<String> names) throws RejectedFileException {
    var chosen = new ArrayList<Chosen>();
    if (declared.isEmpty()) {
      for (var name : names) {
        pattern.match(name).ifPresent(values -> chosen.add(new Chosen(name, values)));
      }
    } else {
      for (var entry : declared.entrySet()) {
        if (!names.contains(entry.getValue())) {
          throw Rejections.reject(
              "unknown_matrix",
              file,
              "expected matrix '%s', declared as %s; the file has %s"
                  .formatted(entry.getValue(), entry.getKey(), names),
              "correct the name under 'matrices' of this source");
        }
        chosen.add(new Chosen(entry.getValue(), pattern.match(entry.getKey()).orElseThrow()));
      }
    }
    if (chosen.isEmpty()) {
      throw Rejections.reject(
          "no_matrix",
          file,
          "expected matrices named as '%s'; the file has %s".formatted(pattern.text(), names),
          "declare them under 'matrices' of this source, for example matrices { auto_spits ="
              + " \"CAR_AM\" }");
    }
    var byValues = new HashMap<Map<String, String>, String>();
    for (var matrix : chosen) {
      var other = byValues.put(matrix.values(), matrix.name());
      if (other != null) {
        throw Rejections.reject(
            "ambiguous_matrix",
            file,
            "expected one matrix for %s, got '%s' and '%s'"
                .formatted(matrix.values(), other, matrix.name()),
            "narrow the pattern '%s', or declare under 'matrices' which one to use"
                .formatted(pattern.text()));
      }
    }
    var used = new HashSet<>(byValues.values());
    return new Choice(
        List.copyOf(chosen), names.stream().filter(name -> !used.contains(name)).toList());
  }
}
