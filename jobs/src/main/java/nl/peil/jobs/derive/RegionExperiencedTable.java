package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import nl.peil.table.Derived;
import nl.peil.table.IkobTables;
import nl.peil.table.InputTables;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Means of experienced accessibility over the people and jobs of each region, all layouts. */
public final class RegionExperiencedTable {

  private RegionExperiencedTable() {}

  /** The declaration. */
  public static Derived declare() {
    var output = IkobTables.REGION_EXPERIENCED_ACCESSIBILITY;
    return new Derived(
        output,
        List.of(
            Derived.Input.of(IkobTables.EXPERIENCED_ACCESSIBILITY, output),
            Derived.Input.of(InputTables.REGION_MEMBERSHIP, output)),
        List.of("scenario", "year"),
        slice -> "",
        RegionExperiencedTable.class,
        RegionExperiencedTable::rows);
  }

  private static Dataset<Row> rows(Derived.Inputs inputs) {
    var zones = inputs.read(IkobTables.EXPERIENCED_ACCESSIBILITY);
    var context = JavaSparkContext.fromSparkContext(zones.sparkSession().sparkContext());
    var regions = context.broadcast(RegionIndex.of(inputs));
    var asked = new HashSet<>(inputs.slices());
    var key = columns(ExperiencedOfRegions.KEY);
    return zones
        .select(columns(ExperiencedOfRegions.COLUMNS))
        .repartition(key)
        .sortWithinPartitions(key)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                rows -> new ExperiencedOfRegions(rows, regions.value(), asked),
            Encoders.row(ExperiencedOfRegions.SCHEMA));
  }

  private static Column[] columns(List<String> names) {
    return new ArrayList<>(names).stream().map(functions::col).toArray(Column[]::new);
  }
}
