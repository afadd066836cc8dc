package nl.peil.source.travel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a file. It is never doubted: only what is left open is detected.
 *
 * @param kind kind of file; null: to be detected
 * @param delimiter character between fields; null: to be detected
 * @param decimalComma numbers are written as {@code 12,3}; null: to be detected
 * @param columns header by what it holds: {@code origin}, {@code destination}, {@code minutes},
 *     {@code km}; those that are not there are detected
 * @param matrix name of the matrix in an OMX file; null: the only one
 * @param mapping name of the mapping of its rows to zones; null: the only one
 */
public record DeclaredFormat(
    @Nullable FormatKind kind,
    @Nullable Character delimiter,
    @Nullable Boolean decimalComma,
    Map<String, String> columns,
    @Nullable String matrix,
    @Nullable String mapping) {

  /** Nothing is declared. */
  public static final DeclaredFormat NOTHING = new DeclaredFormat(null, null, null, Map.of());

  /** Keeps its own map. */
  public DeclaredFormat {
    columns = Map.copyOf(columns);
  }

  /** With nothing to say of an OMX file. */
  public DeclaredFormat(
      @Nullable FormatKind kind,
      @Nullable Character delimiter,
      @Nullable Boolean decimalComma,
      Map<String, String> columns) {
    this(kind, delimiter, decimalComma, columns, null, null);
  }

  /** The same, with what is said of an OMX file. */
  public DeclaredFormat withMatrix(@Nullable String name, @Nullable String zones) {
    return new DeclaredFormat(kind, delimiter, decimalComma, columns, name, zones);
  }
}
