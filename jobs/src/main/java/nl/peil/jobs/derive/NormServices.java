package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import nl.peil.access.MatrixRows;
import nl.peil.measure.MarginalAccess;
import nl.peil.model.Mode;
import nl.peil.model.Services;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The services that can open and close under a norm: those of opportunities that have a norm for
 * the mode. Jobs are no service of places: one job more is nothing that opens.
 */
final class NormServices {

  /** From the number of a pass to the slice it is for. */
  private static final StructType PASSES =
      new StructType()
          .add("pass", DataTypes.IntegerType, false)
          .add("scenario", DataTypes.StringType, false)
          .add("year", DataTypes.IntegerType, false)
          .add("mode", DataTypes.StringType, false)
          .add("period", DataTypes.StringType, false);

  private final Derived.Inputs inputs;
  private final MeasureSettings settings;
  private final LandUse land;
  private final Norms norms;
  private final List<Row> passes = new ArrayList<>();

  /** Over the inputs of a table: travel_times, opportunities, zones and norms at least. */
  NormServices(Derived.Inputs inputs, MeasureSettings settings) {
    this.inputs = inputs;
    this.settings = settings;
    this.land = LandUse.read(inputs);
    this.norms = Norms.read(inputs);
  }

  /** The inputs that every table of these services has. */
  static List<Derived.Input> inputsOf(nl.peil.table.TableSpec output) {
    return List.of(
        Derived.Input.of(InputTables.TRAVEL_TIMES, output),
        Derived.Input.of(InputTables.OPPORTUNITIES, output),
        Derived.Input.of(InputTables.ZONES, output),
        Derived.Input.of(InputTables.NORMS, output));
  }

  /** How passes are made. */
  @FunctionalInterface
  interface Pass<T> {
    /** The pass over a matrix. */
    T over(MatrixRows matrix, MarginalAccess access);
  }

  /**
   * One pass for each slice that has such services.
   *
   * @param wanted which services, by key and mode
   * @param withPeople false: nobody is counted, and the population is not read
   * @param pass makes the pass
   */
  <T> List<T> passes(BiPredicate<String, Mode> wanted, boolean withPeople, Pass<T> pass) {
    var made = new ArrayList<T>();
    passes.clear();
    for (var slice : inputs.slices()) {
      var mode = Mode.of(slice.get("mode"));
      var access = access(slice, mode, wanted, withPeople);
      if (!access.services().isEmpty()) {
        passes.add(
            RowFactory.create(
                made.size(),
                slice.get("scenario"),
                Integer.parseInt(slice.get("year")),
                mode.key(),
                slice.get("period")));
        made.add(
            pass.over(
                MatrixRows.stored(
                    inputs
                        .read(InputTables.TRAVEL_TIMES)
                        .where(Slice.predicate(InputTables.TRAVEL_TIMES, List.of(slice)))),
                access));
      }
    }
    return made;
  }

  /** The slice of each pass: pass, scenario, year, mode, period. */
  org.apache.spark.sql.Dataset<Row> slices() {
    return inputs.read(InputTables.NORMS).sparkSession().createDataFrame(passes, PASSES);
  }

  private MarginalAccess access(
      Slice slice, Mode mode, BiPredicate<String, Mode> wanted, boolean withPeople) {
    var scenarioYear = slice.project(List.of("scenario", "year"));
    var ofMode = norms.of(scenarioYear, mode);
    var services = new ArrayList<MarginalAccess.Service>();
    new TreeMap<>(land.opportunities(scenarioYear))
        .forEach(
            (service, counts) -> {
              var norm = ofMode.get(service);
              if (norm != null && !service.equals(Services.JOBS) && wanted.test(service, mode)) {
                services.add(new MarginalAccess.Service(service, counts, norm));
              }
            });
    var zones = land.zones();
    return new MarginalAccess(
        zones,
        services,
        withPeople ? land.population(scenarioYear) : new double[zones.size()],
        settings.intrazonal(mode).times(zones.size(), land.areasKm2()));
  }
}
