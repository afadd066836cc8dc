package nl.peil.jobs.export;

import java.io.IOException;
import nl.peil.source.write.GeoPackageOut;
import nl.peil.source.write.Sheet;
import nl.peil.table.TableSpec;
import org.jspecify.annotations.Nullable;

/**
 * Something to write: a table, or a map layer.
 *
 * @param sheet its columns
 * @param table the table that it is; null: a map layer, or a list that comes along
 * @param shapes the shapes of a map layer; null: no layer
 * @param rows its rows
 */
record Exported(
    Sheet sheet, @Nullable TableSpec table, GeoPackageOut.@Nullable Shapes shapes, Rows rows) {

  /** Takes rows. */
  @FunctionalInterface
  interface Taker {
    void row(@Nullable Object[] values) throws IOException;
  }

  /** Gives rows, one after another. */
  @FunctionalInterface
  interface Rows {
    void to(Taker taker) throws IOException;
  }

  /** True when it is a map layer. */
  boolean isLayer() {
    return shapes != null;
  }
}
