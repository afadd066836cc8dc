package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import nl.peil.inequality.Mean;
import nl.peil.inequality.Theil;
import nl.peil.table.AccessTables;
import nl.peil.table.Derived;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * How much of the inequality in a layout lies between its regions, and how much within them: from
 * region_accessibility alone, as Theil's index can be put together from the people, the mean and
 * the index of each group.
 */
public final class LayoutInequalityTable {

  private static final StructType SCHEMA = AccessTables.LAYOUT_INEQUALITY.schema();

  private static final List<String> KEY =
      List.of("scenario", "year", "layout", "mode", "period", "service", "measure", "unit");

  private LayoutInequalityTable() {}

  /** The declaration. */
  public static Derived declare() {
    var output = AccessTables.LAYOUT_INEQUALITY;
    return new Derived(
        output,
        List.of(Derived.Input.of(AccessTables.REGION_ACCESSIBILITY, output)),
        List.of("scenario", "year"),
        slice -> "",
        LayoutInequalityTable.class,
        LayoutInequalityTable::rows);
  }

  private static Dataset<Row> rows(Derived.Inputs inputs) {
    var people =
        functions.when(
            col("population_covered").gt(0),
            struct(col("region"), col("population_covered"), col("mean"), col("theil")));
    return inputs
        .read(AccessTables.REGION_ACCESSIBILITY)
        .groupBy(KEY.stream().map(functions::col).toArray(Column[]::new))
        .agg(
            coalesce(sum("population"), lit(0.0)).as("population"),
            // By region, so that every run adds up in the same order; without people it is null
            // and left out
            sort_array(collect_list(people)).as("regions"))
        .map((MapFunction<Row, Row>) LayoutInequalityTable::row, Encoders.row(SCHEMA));
  }

  private static Row row(Row layout) {
    List<Row> regions = layout.getList(KEY.size() + 1);
    double[] people = regions.stream().mapToDouble(region -> region.getDouble(1)).toArray();
    double[] means = regions.stream().mapToDouble(region -> region.getDouble(2)).toArray();
    double[] theils = regions.stream().mapToDouble(region -> region.getDouble(3)).toArray();
    var values = new Object[SCHEMA.size()];
    for (int i = 0; i < KEY.size(); i++) {
      values[i] = layout.get(i);
    }
    int next = KEY.size();
    values[next++] = (long) regions.size();
    values[next++] = layout.getDouble(KEY.size());
    double covered = 0;
    for (double persons : people) {
      covered += persons;
    }
    values[next++] = covered;
    if (covered > 0) {
      var parts =
          new Theil.Decomposition(
              Theil.between(people, means), Theil.within(people, means, theils));
      values[next++] = Mean.of(means, people);
      values[next++] = parts.total();
      values[next++] = parts.between();
      values[next++] = parts.within();
      values[next] = parts.total() > 0 ? parts.betweenShare() : null;
    }
    return RowFactory.create(values);
  }
}
