package nl.peil.source.write;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a table, one after another; nothing of them is kept in memory. */
public interface RowSink extends Closeable {

  /**
   * Writes a row.
   *
   * @param values a value per field of the sheet, of the type that its kind names; null: missing
   */
  void row(@Nullable Object[] values) throws IOException;

  /** Ends the table. */
  @Override
  void close() throws IOException;
}
