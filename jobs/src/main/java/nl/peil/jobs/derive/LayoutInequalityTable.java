package nl.peil.jobs.derive;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

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
    var region =
        struct(
            col("region"), col("population"), col("population_covered"), col("mean"), col("theil"));
    return inputs
        .read(AccessTables.REGION_ACCESSIBILITY)
        .groupBy(KEY.stream().map(functions::col).toArray(Column[]::new))
        // By region, so that every run adds up in the same order
        .agg(sort_array(collect_list(region)).as("regions"))
        .map((MapFunction<Row, Row>) LayoutInequalityTable::row, Encoders.row(SCHEMA));
  }

  private static Row row(Row layout) {
    List<Row> all = layout.getList(KEY.size());
    double population = 0;
    for (var region : all) {
      population += region.getDouble(1);
    }
    var regions = all.stream().filter(region -> region.getDouble(2) > 0).toList();
    double[] people = regions.stream().mapToDouble(region -> region.getDouble(2)).toArray();
    double[] means = regions.stream().mapToDouble(region -> region.getDouble(3)).toArray();
    double[] theils = regions.stream().mapToDouble(region -> region.getDouble(4)).toArray();
    var values = new Object[SCHEMA.size()];
    for (int i = 0; i < KEY.size(); i++) {
      values[i] = layout.get(i);
    }
    int next = KEY.size();
    values[next++] = (long) regions.size();
    values[next++] = population;
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
