package nl.peil.run;

import java.util.List;

/** Something that makes a slice differ between two runs. */
public sealed interface Cause {

  /**
   * A file has another content, is new or is gone.
   *
   * @param path path relative to the delivery
   * @param before sha256 then; empty when it was not read
   * @param after sha256 now; empty when it is no longer read
   */
  record OfFile(String path, String before, String after) implements Cause {}

  /**
   * The part of the configuration that a slice depends on is another.
   *
   * @param table table that the slice belongs to
   * @param without lines that are gone
   * @param with lines that came
   */
  record OfSettings(String table, List<String> without, List<String> with) implements Cause {}

  /**
   * The code that makes a table is another.
   *
   * @param table the table
   * @param before version then
   * @param after version now
   */
  record OfCode(String table, String before, String after) implements Cause {}

  /**
   * A slice is new, or is no longer there.
   *
   * @param name table[slice]
   * @param came it is new
   */
  record OfSlice(String name, boolean came) implements Cause {}
}
