package nl.peil.jobs.derive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peil.table.ColumnBlock;
import nl.peil.table.Derived;
import nl.peil.table.ForecastTables;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * What changes for the people of each region between two scenario-years, with the part of each
 * cause: all layouts in one pass over accessibility_swaps.
 */
public final class ForecastsTable {

  private static final List<String> TOGETHER =
      List.of("base_scenario", "base_year", "year", "mode");

  private ForecastsTable() {}

  /** The declaration. */
  public static Derived declare() {
    var output = ForecastTables.FORECASTS;
    return new Derived(
        output,
        List.of(
            Derived.Input.of(ForecastTables.ACCESSIBILITY_SWAPS, output),
            Derived.Input.of(InputTables.REGION_MEMBERSHIP, output),
            new Derived.Input(InputTables.SCENARIOS, Map.of(), Map.of(), false)),
        TOGETHER,
        slice -> "",
        ForecastsTable.class,
        new Derived.Blocks(output, ForecastsTable::blocks));
  }

  private static JavaRDD<ColumnBlock> blocks(Derived.Inputs inputs) {
    var swaps = inputs.read(ForecastTables.ACCESSIBILITY_SWAPS);
    var context = JavaSparkContext.fromSparkContext(swaps.sparkSession().sparkContext());
    var regions = context.broadcast(RegionIndex.of(inputs));
    var versions = new HashMap<Slice, String>();
    for (var row : inputs.rows(InputTables.SCENARIOS, "scenario", "year", "model_version")) {
      versions.put(
          Slice.of("scenario", row.getString(0), "year", Integer.toString(row.getInt(1))),
          row.getString(2));
    }
    var tasks =
        RegionTasks.of(inputs.slices(), TOGETHER, regions.value(), context.defaultParallelism());
    return tasks.distribute(
        ByMeasure.gather(swaps, ForecastTables.ACCESSIBILITY_SWAPS, RegionForecasts.NUMBERS),
        (task, pieces) ->
            new RegionForecasts(
                pieces,
                regions.value().zones(),
                tasks.layouts(task).stream().map(regions.value()::layout).toList(),
                versions));
  }
}
