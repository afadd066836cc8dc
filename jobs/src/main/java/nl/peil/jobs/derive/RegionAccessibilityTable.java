package nl.peil.jobs.derive;

import java.util.List;
import nl.peil.config.InequalityConfig;
import nl.peil.table.AccessTables;
import nl.peil.table.ColumnBlock;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The distribution of each measure over the people of each region, all layouts in one pass over
 * accessibility.
 */
public final class RegionAccessibilityTable {

  private static final List<String> YEAR = List.of("scenario", "year");

  private final InequalityConfig inequality;

  private RegionAccessibilityTable(InequalityConfig inequality) {
    this.inequality = inequality;
  }

  /** The declaration. Without incomes it is made too: what is about incomes has no value then. */
  public static Derived declare(InequalityConfig inequality) {
    var table = new RegionAccessibilityTable(inequality);
    var output = AccessTables.REGION_ACCESSIBILITY;
    return new Derived(
        output,
        List.of(
            Derived.Input.of(AccessTables.ACCESSIBILITY, output),
            Derived.Input.of(InputTables.REGION_MEMBERSHIP, output),
            Derived.Input.of(InputTables.ZONE_INCOME, output).ifThere()),
        YEAR,
        slice -> inequality.toString(),
        RegionAccessibilityTable.class,
        new Derived.Blocks(output, table::blocks));
  }

  /**
   * Measures travel as arrays to the tasks, of which each has some of the layouts: of every layout
   * one file per scenario-year.
   */
  private JavaRDD<ColumnBlock> blocks(Derived.Inputs inputs) {
    var accessibility = inputs.read(AccessTables.ACCESSIBILITY);
    var context = JavaSparkContext.fromSparkContext(accessibility.sparkSession().sparkContext());
    var regions = context.broadcast(RegionIndex.withIncomes(inputs));
    double share = inequality.sufficiencyShareOfMedian();
    var tasks =
        RegionTasks.of(inputs.slices(), YEAR, regions.value(), context.defaultParallelism());
    return tasks.distribute(
        ByMeasure.gather(accessibility, AccessTables.ACCESSIBILITY, List.of("value", "population")),
        (task, pieces) ->
            new RegionDistributions(
                pieces,
                regions.value(),
                tasks.layouts(task).stream().map(regions.value()::layout).toList(),
                share));
  }
}
