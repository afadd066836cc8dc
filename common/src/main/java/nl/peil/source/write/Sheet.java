package nl.peil.source.write;

import java.util.List;

/**
 * A table that is written.
 *
 * @param name stable name
 * @param label name for readers, at most 31 characters
 * @param meaning what it says, in a sentence
 * @param fields its columns; at most one is a shape
 */
public record Sheet(String name, String label, String meaning, List<Field> fields) {

  /** Checks that there is one shape at most. */
  public Sheet {
    if (fields.stream().filter(field -> field.kind() == Field.Kind.SHAPE).count() > 1) {
      throw new IllegalArgumentException(name + " has more than one column of shapes");
    }
  }

  /** Place of the column of shapes; -1 when there is none. */
  public int shape() {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).kind() == Field.Kind.SHAPE) {
        return i;
      }
    }
    return -1;
  }
}
