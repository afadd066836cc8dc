package nl.peil.jobs.export;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.peil.jobs.words.Words;
import nl.peil.source.write.Field;
import nl.peil.source.write.Sheet;
import org.jspecify.annotations.Nullable;

/** The data dictionary of an export: every column, and every key with its word. */
final class Dictionary {

  /** Columns that hold keys which have words. */
  private static final Set<String> KEYS =
      Set.of(
          "mode",
          "period",
          "service",
          "measure",
          "layout",
          "choice",
          "unit",
          "indicator",
          "barrier_group",
          "risk_class",
          "income_class",
          "dimension",
          "direction",
          "status",
          "hardheid");

  private final Words words;
  private final Map<String, Set<String>> met = new TreeMap<>();

  Dictionary(Words words) {
    this.words = words;
  }

  /** True when the values of a field are keys. */
  static boolean hasKeys(Field field) {
    return field.kind() == Field.Kind.TEXT && KEYS.contains(field.name());
  }

  /** A key came by. */
  void meet(String column, String key) {
    met.computeIfAbsent(column, name -> new TreeSet<>()).add(key);
  }

  /** Every column of what was written. */
  Exported columns(List<Exported> written, boolean shapes) {
    var sheet =
        new Sheet(
            words.format("export.dictionary"),
            words.format("export.dictionary.label"),
            "every column of every table",
            List.of(
                field("table"),
                field("table_label"),
                field("column"),
                field("label"),
                field("type"),
                field("unit"),
                new Field(
                    "missing", words.format("export.missing"), Field.Kind.FLAG, "may be null", ""),
                field("meaning"),
                field("condition")));
    return new Exported(
        sheet,
        null,
        null,
        taker -> {
          for (var one : written) {
            var names = one.sheet().fields().stream().map(Field::name).toList();
            for (var field : one.sheet().fields()) {
              if (field.kind() != Field.Kind.SHAPE || shapes) {
                taker.row(row(one, field, names));
              }
            }
          }
        });
  }

  private Field field(String name) {
    return Field.text(name, words.format("export." + name), "");
  }

  private @Nullable Object[] row(Exported one, Field field, List<String> names) {
    var table = one.table();
    var column =
        table != null && table.columnNames().contains(field.name())
            ? table.column(field.name())
            : null;
    return new @Nullable Object[] {
      one.sheet().name(),
      one.sheet().label(),
      field.name(),
      field.label(),
      words.format("type." + field.kind()),
      Units.unit(words, field.name(), field.kind(), names),
      column == null || column.nullable(),
      field.meaning(),
      column == null ? null : column.check()
    };
  }

  /** Every key that came by and has a word. */
  Exported codes() {
    var sheet =
        new Sheet(
            words.format("export.codes"),
            words.format("export.codes.label"),
            "keys in the tables, with words for readers",
            List.of(field("column"), field("code"), field("word")));
    return new Exported(
        sheet,
        null,
        null,
        taker -> {
          for (var column : met.entrySet()) {
            for (var key : column.getValue()) {
              var word = words.value(column.getKey(), key);
              if (!word.equals(key)) {
                taker.row(new Object[] {column.getKey(), key, word});
              }
            }
          }
        });
  }
}
