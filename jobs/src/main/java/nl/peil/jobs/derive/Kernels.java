package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nl.peil.measure.Binding;
import nl.peil.measure.Direction;
import nl.peil.measure.Kernel;
import nl.peil.measure.Stage;
import nl.peil.measure.Supply;
import nl.peil.model.Mode;
import nl.peil.table.Slice;

/**
 * What is measured over a matrix: of every service what there is of it and for whom, with the norms
 * of its scenario-year.
 */
final class Kernels {

  private final MeasureSettings settings;
  private final LandUse land;
  private final Norms norms;

  /** Over the zones of land use. */
  Kernels(MeasureSettings settings, LandUse land, Norms norms) {
    this.settings = settings;
    this.land = land;
    this.norms = norms;
  }

  /** The kernel of a mode for these supplies; without columns when there is nothing to measure. */
  Kernel of(Mode mode, Direction direction, List<Supply> supplies) {
    var zones = land.zones();
    return new Kernel(
        zones, supplies, settings.intrazonal(mode).times(zones.size(), land.areasKm2()), direction);
  }

  /** The supplies of a scenario-year: every service that is measured, in order. */
  List<Supply> supplies(Mode mode, Direction direction, Slice scenarioYear) {
    var supplies = new ArrayList<Supply>();
    services(scenarioYear)
        .forEach(
            (service, counts) -> {
              var stages = stages(mode, direction, service, scenarioYear);
              if (!stages.isEmpty()) {
                supplies.add(
                    supply(service, direction, counts, land.population(scenarioYear), stages));
              }
            });
    return supplies;
  }

  /** What there is of each service, the people as a service among them when asked for. */
  Map<String, double[]> services(Slice scenarioYear) {
    var services = new TreeMap<>(land.opportunities(scenarioYear));
    var residents = settings.residents();
    if (residents != null) {
      services.put(residents, land.population(scenarioYear));
    }
    return services;
  }

  /** The service that consists of people, when it is this one. */
  boolean isPeople(String service) {
    return service.equals(settings.residents());
  }

  /** One service, as seen in a direction. */
  static Supply supply(
      String name, Direction direction, double[] counts, double[] people, List<Stage> stages) {
    if (direction == Direction.PASSIVE_DEMAND) {
      return new Supply(name, people, counts, stages);
    }
    return needPeople(direction, stages)
        ? new Supply(name, counts, people, stages)
        : new Supply(name, counts, stages);
  }

  /** True when the values depend on where people live. */
  static boolean needPeople(Direction direction, List<Stage> stages) {
    return direction == Direction.PASSIVE_DEMAND || stages.stream().anyMatch(Stage::needsDemand);
  }

  /** What is measured of a service, with the norms of a scenario-year. */
  List<Stage> stages(Mode mode, Direction direction, String service, Slice scenarioYear) {
    var norm = norms.of(scenarioYear, mode).get(service);
    var binding =
        new Binding(
            mode,
            service,
            norm == null ? OptionalDouble.empty() : OptionalDouble.of(norm),
            settings.curves(mode));
    var stages = new ArrayList<Stage>();
    for (var each : settings.wanted()) {
      if (each.definition().direction() == direction && each.config().wanted(service, mode)) {
        each.definition().bind(binding).ifPresent(stages::add);
      }
    }
    return stages;
  }
}
