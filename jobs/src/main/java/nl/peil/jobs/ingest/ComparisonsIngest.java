package nl.peil.jobs.ingest;

import java.util.List;
import nl.peil.config.ComparisonConfig;
import nl.peil.run.Available;
import nl.peil.run.CodeVersion;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.table.ForecastTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The pairs of scenario-years that the configuration asks to compare, a slice each. */
public final class ComparisonsIngest implements Producer {

  private final IngestContext context;

  /** With this context. */
  public ComparisonsIngest(IngestContext context) {
    this.context = context;
  }

  private static Slice slice(ComparisonConfig pair) {
    return Slice.of(
        "base_scenario", pair.base().scenario(),
        "base_year", Integer.toString(pair.base().year()),
        "scenario", pair.future().scenario(),
        "year", Integer.toString(pair.future().year()));
  }

  @Override
  public TableSpec table() {
    return ForecastTables.COMPARISONS;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of();
  }

  @Override
  public List<Target> targets(Available available) {
    var code = CodeVersion.of(ComparisonsIngest.class);
    return context.config().comparisons().stream()
        .map(pair -> new Target(slice(pair), List.of(), "", code))
        .toList();
  }

  @Override
  public Made make(List<PlannedSlice> batch) {
    var made = new Made();
    batch.forEach(planned -> made.accept(planned.slice()));
    List<Row> rows =
        context.config().comparisons().stream()
            .filter(pair -> made.slices().contains(slice(pair)))
            .map(
                pair ->
                    RowFactory.create(
                        pair.base().scenario(),
                        pair.base().year(),
                        pair.future().scenario(),
                        pair.future().year()))
            .toList();
    return made.rows(context.spark().createDataFrame(rows, ForecastTables.COMPARISONS.schema()));
  }
}
