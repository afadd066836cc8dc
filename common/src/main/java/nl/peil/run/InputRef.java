package nl.peil.run;

import nl.peil.table.Slice;
import nl.peil.table.TableSpec;

/**
 * One thing that a slice is made from.
 *
 * @param kind {@code file} or {@code table}
 * @param name path of the file, or {@code table[slice]}
 * @param identity sha256 of the file, or identity of the slice
 * @param size bytes of the file; 0 for a table
 * @param modifiedMillis time of last change of the file; 0 for a table
 * @param deltaVersion version of the table that was read; -1 for a file
 */
public record InputRef(
    String kind, String name, String identity, long size, long modifiedMillis, long deltaVersion) {

  /** A file. */
  public static InputRef file(Fingerprint file) {
    return new InputRef("file", file.path(), file.sha256(), file.size(), file.modifiedMillis(), -1);
  }

  /** A slice of a table. */
  public static InputRef slice(TableSpec table, Slice slice, String identity, long deltaVersion) {
    return new InputRef(
        "table", table.name() + "[" + slice.id() + "]", identity, 0, 0, deltaVersion);
  }

  /** True for a file, false for a slice of a table. */
  public boolean isFile() {
    return kind.equals("file");
  }

  /** Name of the table that a slice belongs to. */
  public String tableName() {
    return name.substring(0, name.indexOf('['));
  }

  /** The slice as text. */
  public String sliceId() {
    return name.substring(name.indexOf('[') + 1, name.length() - 1);
  }
}
