package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peil.config.BarrierSourceConfig;
import nl.peil.model.ScenarioYear;
import nl.peil.run.Available;
import nl.peil.run.InputRef;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.source.FoundFile;
import nl.peil.table.BarrierTables;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;

/** Indicators of barriers as delivered, national tables and those of regions side by side. */
public final class BarrierIngest implements Producer {

  private final IngestContext context;
  private final SliceFiles<BarrierSourceConfig> files;

  /**
   * Finds the files of the delivery.
   *
   * @param scenarioYears for which a file holds that names no scenario and year
   */
  public BarrierIngest(IngestContext context, List<ScenarioYear> scenarioYears) {
    this.context = context;
    this.files = new SliceFiles<>(context);
    for (var config : context.config().barriers().sources()) {
      for (var file : context.find(config.file().path())) {
        for (var slice : slices(config, file, scenarioYears)) {
          files.add(slice, config, file);
        }
      }
    }
  }

  private static List<Slice> slices(
      BarrierSourceConfig config, FoundFile file, List<ScenarioYear> scenarioYears) {
    boolean stated = config.scenarioYear() != null || file.values().containsKey("scenario");
    return stated
        ? List.of(IngestContext.slice(config.scenarioYear(), file))
        : scenarioYears.stream().map(IngestContext::slice).toList();
  }

  @Override
  public TableSpec table() {
    return BarrierTables.BARRIER_SOURCE;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of(InputTables.ZONES, InputTables.POPULATION_GRID, InputTables.REGION_MEMBERSHIP);
  }

  @Override
  public List<Target> targets(Available available) {
    var targets = new ArrayList<Target>();
    for (var target :
        files.targets(available, BarrierIngest.class, (slice, configs) -> configs.toString())) {
      var inputs = new ArrayList<>(target.inputs());
      for (var source : files.of(target.slice())) {
        places(source.config(), available).stream()
            .filter(place -> !inputs.contains(place))
            .forEach(inputs::add);
      }
      targets.add(new Target(target.slice(), inputs, target.settings(), target.codeVersion()));
    }
    return targets;
  }

  /** The slices that tell which cells or regions there are. */
  private static List<InputRef> places(BarrierSourceConfig config, Available available) {
    return switch (config.area()) {
      case BarrierSourceConfig.ZONE -> List.of();
      case BarrierSourceConfig.CELL ->
          available.matching(InputTables.POPULATION_GRID, slice -> true);
      default ->
          available.matching(
              InputTables.REGION_MEMBERSHIP, Slice.of("layout", config.area())::equals);
    };
  }

  @Override
  public Made make(List<PlannedSlice> batch) throws IOException {
    var made = new Made();
    var areas = new HashMap<BarrierSourceConfig, IndicatorAreas>();
    var rows = files.read(table(), batch, slice -> reader(slice, areas), made);
    return made.rows(context.spark().createDataFrame(rows, table().schema()));
  }

  private SliceFiles.Reader<BarrierSourceConfig> reader(
      Slice slice, Map<BarrierSourceConfig, IndicatorAreas> areas) {
    var told = new BarrierFigures.Told();
    return (source, intake, rows) -> {
      var config = source.config();
      var reader =
          BarrierFigures.reader(
              slice,
              config,
              areas.computeIfAbsent(
                  config, key -> IndicatorAreas.of(context, key.area(), key.cellSize())),
              told);
      var table = context.read(source.file(), config.file(), table(), reader.columns());
      reader.read(table.rows(), source.file(), intake, rows);
    };
  }
}
