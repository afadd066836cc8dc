package nl.peil.bench.access;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Map;
import java.util.OptionalDouble;
import nl.peil.access.MatrixPass;
import nl.peil.access.MatrixRows;
import nl.peil.bench.harness.Answer;
import nl.peil.bench.harness.Contestant;
import nl.peil.bench.setting.Configuration;
import nl.peil.bench.setting.Workspace;
import nl.peil.measure.Binding;
import nl.peil.measure.Kernel;
import nl.peil.measure.MeasureDefinition;
import nl.peil.measure.Supply;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Peil as a library: the same pass from someone else's program, without tables to write. */
final class PeilLibrary implements Contestant {

  private final Workspace workspace;
  private final Configuration configuration;
  private final Task task;

  PeilLibrary(Workspace workspace, Configuration configuration, Task task) {
    this.workspace = workspace;
    this.configuration = configuration;
    this.task = task;
  }

  @Override
  public String name() {
    return "Peil, the library";
  }

  @Override
  public String does() {
    return "nl.peil.access.MatrixPass over the same table: the same rows as the job, computed in full and thrown away"
        + " (Spark's noop sink); no plan, no population, no commit.";
  }

  @Override
  public void run() {
    values().write().format("noop").mode("overwrite").save();
  }

  @Override
  public Answer answer() {
    return task.answer(values());
  }

  private Dataset<Row> values() {
    var passes = new ArrayList<MatrixPass>();
    for (var of : task.modes()) {
      var pairs = Task.pairs(workspace, configuration, of.mode());
      passes.add(new MatrixPass(MatrixRows.stored(pairs), kernel(of)));
    }
    var modes = task.modes().stream().map(of -> lit(of.mode().key())).toArray(Column[]::new);
    return MatrixPass.runAll(passes)
        .withColumn("mode", element_at(array(modes), col("pass").plus(1)))
        .drop("pass");
  }

  private Kernel kernel(Task.OfMode of) {
    var supplies = new ArrayList<Supply>();
    for (int s = 0; s < task.services().size(); s++) {
      var service = task.services().get(s);
      var binding =
          new Binding(of.mode(), service, OptionalDouble.empty(), Map.of("pbl", of.curve()));
      var stages =
          Task.MEASURES.stream()
              .map(MeasureDefinition::parse)
              .map(measure -> measure.bind(binding).orElseThrow())
              .toList();
      supplies.add(new Supply(service, task.counts()[s], stages));
    }
    return new Kernel(task.zones(), supplies);
  }
}
