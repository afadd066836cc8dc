package nl.peil.jobs;

import java.util.stream.Collectors;
import nl.peil.table.Column;
import nl.peil.table.Derived;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.jspecify.annotations.Nullable;

/**
 * Writes docs/tables.md from the catalogue and the declarations: the data dictionary cannot differ
 * from the tables.
 */
final class TablesDoc {

  private static final String HEAD =
      """
      # Tables

      Written from the declarations in the code (`./mvnw -pl common,jobs -am test -Dtest=TablesDocTest -Dpeil.docs=write
      -Dsurefire.failIfNoSpecifiedTests=false`); a test fails when it differs from them. Every table is a Delta table in a folder of its name in
      the output folder. The comments below stand in the Delta schema too. A column that is not marked *null* is always filled: a
      CHECK constraint of the table holds it, like the conditions in the last column.

      """;

  private TablesDoc() {}

  /** The text of docs/tables.md. */
  static String render() {
    var derived =
        Registry.declarations().stream()
            .collect(Collectors.toMap(d -> d.table().name(), d -> d, (first, other) -> first));
    var text = new StringBuilder(HEAD);
    text.append("| table | one row per | partitions | made from |\n| --- | --- | --- | --- |\n");
    for (var table : Tables.all()) {
      text.append(
          "| [%s](#%s) | %s | %s | %s |%n"
              .formatted(
                  table.name(),
                  table.name(),
                  table.grain(),
                  table.partitionBy().isEmpty() ? "-" : String.join(", ", table.partitionBy()),
                  madeFrom(derived.get(table.name()))));
    }
    for (var table : Tables.all()) {
      append(text, table);
    }
    return text.toString().replace("\r\n", "\n");
  }

  private static String madeFrom(@Nullable Derived derived) {
    return derived == null
        ? "files, or Peil's own records"
        : derived.inputs().stream()
            .map(input -> input.table().name())
            .distinct()
            .collect(Collectors.joining(", "));
  }

  private static void append(StringBuilder text, TableSpec table) {
    text.append("\n## ")
        .append(table.name())
        .append("\n\n")
        .append(table.comment())
        .append(".\n\n");
    if (!table.sliceBy().equals(table.partitionBy())) {
      text.append("Replaced and recorded per ")
          .append(String.join(", ", table.sliceBy()))
          .append(".\n\n");
    }
    text.append(
        table.key().isEmpty()
            ? "No key: rows may be alike.\n\n"
            : "Key: " + String.join(", ", table.key()) + ".\n\n");
    text.append(
        "| column | type | null | meaning | condition |\n| --- | --- | --- | --- | --- |\n");
    for (Column column : table.columns()) {
      var check = column.check();
      text.append(
          "| %s | %s | %s | %s | %s |%n"
              .formatted(
                  column.name(),
                  column.type().simpleString().startsWith("array")
                      ? "array of struct"
                      : column.type().simpleString(),
                  column.nullable() ? "null" : "",
                  column.comment(),
                  check == null ? "" : "`" + check + "`"));
    }
  }
}
