package nl.peil.run;

import nl.peil.table.Slice;
import nl.peil.table.TableSpec;

/**
 * One thing that a slice is made from.
 *
 * @param kind {@code file} or {@code table}
 * @param name path of the file, or {@code table[slice]}, or {@code table[slice] as [slice]} when it
 *     is inherited
 * @param identity sha256 of the file, or identity of the slice
 * @param size bytes of the file; 0 for a table
 * @param modifiedMillis time of last change of the file; 0 for a table
 * @param deltaVersion version of the table that was read; -1 for a file
 */
public record InputRef(
    String kind, String name, String identity, long size, long modifiedMillis, long deltaVersion) {

  private static final String AS = "] as [";

  /** A file. */
  public static InputRef file(Fingerprint file) {
    return new InputRef("file", file.path(), file.sha256(), file.size(), file.modifiedMillis(), -1);
  }

  /** A slice of a table. */
  public static InputRef slice(TableSpec table, Slice slice, String identity, long deltaVersion) {
    return slice(table, slice, slice, identity, deltaVersion);
  }

  /**
   * A slice of a table that is read as the slice of an heir.
   *
   * @param stored the slice whose rows are read
   * @param as the slice that they stand for: the same, or that of a scenario-year that inherits
   */
  public static InputRef slice(
      TableSpec table, Slice stored, Slice as, String identity, long deltaVersion) {
    var name = table.name() + "[" + stored.id() + (as.equals(stored) ? "" : AS + as.id()) + "]";
    return new InputRef("table", name, identity, 0, 0, deltaVersion);
  }

  /** True for a file, false for a slice of a table. */
  public boolean isFile() {
    return kind.equals("file");
  }

  /** Name of the table that a slice belongs to. */
  public String tableName() {
    return name.substring(0, name.indexOf('['));
  }

  /** The slice as text, as it is stored. */
  public String sliceId() {
    int as = name.indexOf(AS);
    return name.substring(name.indexOf('[') + 1, as < 0 ? name.length() - 1 : as);
  }

  /** The slice as text that its rows stand for. */
  public String readAs() {
    int as = name.indexOf(AS);
    return as < 0 ? sliceId() : name.substring(as + AS.length(), name.length() - 1);
  }
}
