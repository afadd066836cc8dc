package nl.peil.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.peil.config.PeilConfig;
import nl.peil.config.ScenarioChanges;
import nl.peil.config.ScenarioConfig;
import nl.peil.config.ScenarioConfig.Inherited;
import nl.peil.model.Services;
import nl.peil.run.Available;
import nl.peil.run.CodeVersion;
import nl.peil.run.Inheritance;
import nl.peil.run.Made;
import nl.peil.run.PlannedSlice;
import nl.peil.run.Producer;
import nl.peil.run.Target;
import nl.peil.table.AccessTables;
import nl.peil.table.BarrierTables;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What the configuration says of scenario-years, as a table and as the rules of inheritance. */
public final class ScenariosIngest implements Producer {

  private final IngestContext context;

  /** With this context. */
  public ScenariosIngest(IngestContext context) {
    this.context = context;
  }

  /** Who takes which inputs from whom. Norms that are nobody's own are those of the base year. */
  public static Inheritance inheritance(PeilConfig config) {
    var scenarios = config.scenarios();
    var links = new ArrayList<Inheritance.Link>();
    for (var scenario : scenarios) {
      scenario
          .inherits()
          .forEach(
              (input, parent) ->
                  links.add(
                      new Inheritance.Link(
                          input.key(),
                          table(input),
                          IngestContext.slice(scenario.key()),
                          IngestContext.slice(parent),
                          slice ->
                              switch (input) {
                                case JOBS -> slice.get("service").equals(Services.JOBS);
                                case SERVICES -> !slice.get("service").equals(Services.JOBS);
                                case TRAVEL_TIMES, POPULATION, BARRIERS, NORMS -> true;
                              })));
    }
    // A what-if is made from the access of the scenario-year that it changes
    for (var scenario : scenarios) {
      var parent = scenario.whatIfOf();
      if (parent != null) {
        links.add(
            new Inheritance.Link(
                AccessTables.ACCESSIBILITY.name(),
                AccessTables.ACCESSIBILITY,
                IngestContext.slice(scenario.key()),
                IngestContext.slice(parent),
                slice -> true));
      }
    }
    // 'inherit' means all that there is: who has no barriers need not be told that nobody has
    if (config.barriers().sources().isEmpty()) {
      links.removeIf(link -> link.input().equals(Inherited.BARRIERS.key()));
    }
    links.add(
        new Inheritance.Link(
            Inherited.NORMS.key(),
            InputTables.NORMS,
            null,
            IngestContext.slice(config.basePopulation()),
            slice -> true));
    return new Inheritance(links);
  }

  private static TableSpec table(Inherited input) {
    return switch (input) {
      case TRAVEL_TIMES -> InputTables.TRAVEL_TIMES;
      case POPULATION -> InputTables.POPULATION_GRID;
      case JOBS, SERVICES -> InputTables.OPPORTUNITIES;
      case BARRIERS -> BarrierTables.BARRIER_SOURCE;
      case NORMS -> InputTables.NORMS;
    };
  }

  @Override
  public TableSpec table() {
    return InputTables.SCENARIOS;
  }

  @Override
  public List<TableSpec> reads() {
    return List.of();
  }

  @Override
  public List<Target> targets(Available available) {
    return List.of(
        new Target(Slice.ALL, List.of(), rows().toString(), CodeVersion.of(ScenariosIngest.class)));
  }

  @Override
  public Made make(List<PlannedSlice> batch) {
    return new Made()
        .accept(Slice.ALL)
        .rows(context.spark().createDataFrame(rows(), InputTables.SCENARIOS.schema()));
  }

  private List<Row> rows() {
    var base = context.config().basePopulation();
    var named = context.config().scenarios();
    var unnamed =
        named.stream().anyMatch(scenario -> scenario.key().equals(base))
            ? Stream.<ScenarioConfig>empty()
            : Stream.of(
                new ScenarioConfig(
                    base, "", base.toString(), Map.of(), null, ScenarioChanges.NONE));
    return Stream.concat(unnamed, named.stream())
        .map(
            scenario ->
                RowFactory.create(
                    Stream.concat(
                            Stream.of(
                                scenario.key().scenario(),
                                scenario.key().year(),
                                scenario.modelVersion(),
                                scenario.label(),
                                scenario.key().equals(base)),
                            Stream.of(Inherited.values())
                                .map(
                                    input -> {
                                      var parent = scenario.inherits().get(input);
                                      return parent == null ? null : parent.toString();
                                    }))
                        .toArray()))
        .toList();
  }
}
