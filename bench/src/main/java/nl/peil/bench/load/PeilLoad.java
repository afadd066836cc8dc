package nl.peil.bench.load;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.Map;
import nl.peil.bench.harness.Answer;
import nl.peil.bench.harness.Contestant;
import nl.peil.bench.setting.Configuration;
import nl.peil.bench.setting.PeilCommand;
import nl.peil.bench.setting.Workspace;
import nl.peil.table.InputTables;

/** Peil: the command that loads travel times. */
final class PeilLoad implements Contestant {

  private final Workspace workspace;
  private final Configuration configuration;

  PeilLoad(Workspace workspace, Configuration configuration) {
    this.workspace = workspace;
    this.configuration = configuration;
  }

  @Override
  public String name() {
    return "Peil";
  }

  @Override
  public String does() {
    return "`peil run --only travel_times --force` in a session that is open: fingerprints of the files, every"
        + " row checked (numbers, range, zone known, no pair twice), bad rows set aside, sorted Parquet"
        + " committed to Delta per matrix, lineage and run log.";
  }

  @Override
  public void run() {
    PeilCommand.run(
        "run", "--conf", configuration.file().toString(), "--only", "travel_times", "--force");
  }

  @Override
  public Answer answer() {
    var answer = new Answer();
    workspace
        .store(configuration)
        .read(InputTables.TRAVEL_TIMES)
        .groupBy("mode")
        .agg(count(lit(1)), sum(col("minutes").cast("double")))
        .collectAsList()
        .forEach(row -> LoadAnswer.add(answer, row.getString(0), row.getLong(1), row.getDouble(2)));
    return answer;
  }

  @Override
  public Map<String, String> facts() {
    var store = workspace.store(configuration);
    return LoadAnswer.size(
        store.sizeInBytes(InputTables.TRAVEL_TIMES), workspace.pairs(configuration));
  }
}
