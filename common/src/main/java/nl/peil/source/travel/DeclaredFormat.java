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
 */
public record DeclaredFormat(
    @Nullable FormatKind kind,
    @Nullable Character delimiter,
    @Nullable Boolean decimalComma,
    Map<String, String> columns) {

  /** Nothing is declared. */
  public static final DeclaredFormat NOTHING = new DeclaredFormat(null, null, null, Map.of());

  /** Keeps its own map. */
  public DeclaredFormat {
    columns = Map.copyOf(columns);
  }
}
