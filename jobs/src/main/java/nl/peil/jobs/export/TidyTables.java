package nl.peil.jobs.export;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.peil.config.ConfigProblemException;
import nl.peil.jobs.words.Words;
import nl.peil.source.write.Field;
import nl.peil.source.write.Sheet;
import nl.peil.table.Column;
import nl.peil.table.TableSpec;
import nl.peil.table.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampType;

/** Tables as they are, with the rows that were asked for and the name of every region. */
final class TidyTables {

  private static final String REGION_NAME = "region_name";

  /** Beside every table with regions: what one reads beside them. */
  private static final Set<String> USUAL =
      Set.of(
          "scenarios",
          "zones",
          "norms",
          "layout_inequality",
          "accessibility_level",
          "barriers",
          "barrier_risk",
          "effective_access");

  private final Snapshot snapshot;
  private final Selection selection;
  private final Words words;

  TidyTables(Snapshot snapshot, Selection selection, Words words) {
    this.snapshot = snapshot;
    this.selection = selection;
    this.words = words;
  }

  /**
   * The tables to write.
   *
   * @param named the ones asked for; empty: those with regions, and what one reads beside them
   * @throws ConfigProblemException when one that was asked for is not there
   */
  List<Exported> tables(List<TableSpec> named) throws ConfigProblemException {
    var tables = new ArrayList<Exported>();
    for (var table : named.isEmpty() ? usual() : named) {
      var rows = snapshot.read(table);
      if (rows.isPresent()) {
        tables.add(table(table, selection.of(table, rows.get())));
      } else if (!named.isEmpty()) {
        throw new ConfigProblemException(
            List.of(
                "--tables: "
                    + table
                    + " has not been made yet in "
                    + snapshot.store().root()
                    + "; ./peil status tells which are there"));
      }
    }
    return tables;
  }

  private static List<TableSpec> usual() {
    return Tables.all().stream()
        .filter(
            table ->
                USUAL.contains(table.name())
                    || table.columnNames().containsAll(List.of("layout", "region")))
        .toList();
  }

  private Exported table(TableSpec table, Dataset<Row> rows) {
    var columns = new ArrayList<org.apache.spark.sql.Column>();
    var fields = new ArrayList<Field>();
    var names = table.columnNames();
    boolean named = names.containsAll(List.of("layout", "region")) && !names.contains(REGION_NAME);
    for (var column : table.columns()) {
      var kind = kind(column.type());
      fields.add(field(table, column, kind));
      columns.add(
          kind == Field.Kind.TEXT && !(column.type() instanceof StringType)
              ? functions.to_json(col(column.name())).as(column.name())
              : col(column.name()));
      if (named && column.name().equals("region")) {
        fields.add(
            Field.text(REGION_NAME, words.column(table.name(), REGION_NAME), "name of the region"));
        columns.add(col(REGION_NAME));
      }
    }
    var all = named ? rows.join(selection.regions().rows(), JOINED, "left_outer") : rows;
    var sorted =
        table.key().isEmpty()
            ? all
            : all.orderBy(
                table.key().stream()
                    .map(functions::col)
                    .toArray(org.apache.spark.sql.Column[]::new));
    return new Exported(
        new Sheet(table.name(), words.table(table.name()), table.comment(), fields),
        table,
        null,
        RowValues.of(sorted.select(columns.toArray(org.apache.spark.sql.Column[]::new)), fields));
  }

  private static final String[] JOINED = {"layout", "region"};

  private Field field(TableSpec table, Column column, Field.Kind kind) {
    return new Field(
        column.name(),
        words.column(table.name(), column.name()),
        kind,
        column.comment(),
        Units.numberFormat(column.name(), kind));
  }

  static Field.Kind kind(DataType type) {
    if (type instanceof IntegerType || type instanceof LongType) {
      return Field.Kind.WHOLE;
    }
    if (type instanceof DoubleType || type instanceof FloatType) {
      return Field.Kind.NUMBER;
    }
    if (type instanceof BooleanType) {
      return Field.Kind.FLAG;
    }
    if (type instanceof DateType) {
      return Field.Kind.DATE;
    }
    if (type instanceof TimestampType) {
      return Field.Kind.MOMENT;
    }
    return type instanceof BinaryType ? Field.Kind.SHAPE : Field.Kind.TEXT;
  }
}
