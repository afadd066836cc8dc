package nl.peil.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import nl.peil.measure.Binding;
import nl.peil.measure.Direction;
import nl.peil.measure.IntrazonalRule;
import nl.peil.measure.Kernel;
import nl.peil.measure.MeasureDefinition;
import nl.peil.measure.Stage;
import nl.peil.measure.Supply;
import nl.peil.measure.ZoneIndex;
import nl.peil.measure.decay.Decay;
import nl.peil.model.Mode;

/**
 * What there is in zones that are numbered 0, 1, 2, ...: from it come the kernels that measure it.
 */
public final class ZoneSupply {

  private final int zones;
  private final LinkedHashMap<String, double[]> opportunities;
  private final double[] demand;
  private final double[] areasKm2;

  /**
   * What there is.
   *
   * @param zones number of zones
   * @param opportunities opportunities per zone by name, each as many as zones, 0 or more
   * @param demand people per zone, NaN where not known; empty when no measure needs them
   * @param areasKm2 area per zone; empty when the times within zones do not need it
   */
  public ZoneSupply(
      int zones, Map<String, double[]> opportunities, double[] demand, double[] areasKm2) {
    this.zones = zones;
    this.opportunities = new LinkedHashMap<>(opportunities);
    this.demand = demand.clone();
    this.areasKm2 = areasKm2.clone();
  }

  /**
   * One kernel for each direction that measures are in.
   *
   * @param definitions the measures
   * @param intrazonal how times within zones are found
   * @param mode mode of the matrix
   * @param curves named decay curves of that mode
   * @throws IllegalArgumentException when a measure needs demand, a norm or a curve that is not
   *     there, when areas are needed and not there, or numbers are not allowed
   */
  public List<Kernel> kernels(
      List<MeasureDefinition> definitions,
      IntrazonalRule intrazonal,
      Mode mode,
      Map<String, Decay> curves) {
    if (intrazonal.kind() == IntrazonalRule.Kind.AREA && areasKm2.length != zones) {
      throw new IllegalArgumentException(
          "intra-zonal times from area need the area of every zone in km2");
    }
    var index = new ZoneIndex(IntStream.range(0, zones).toArray());
    var times = intrazonal.times(zones, areasKm2);
    var kernels = new ArrayList<Kernel>();
    for (var direction : Direction.values()) {
      var wanted = definitions.stream().filter(d -> d.direction() == direction).toList();
      var supplies = new ArrayList<Supply>();
      opportunities.forEach(
          (name, counts) -> {
            var stages = stages(wanted, new Binding(mode, name, OptionalDouble.empty(), curves));
            requireDemand(stages);
            if (!stages.isEmpty()) {
              supplies.add(
                  direction == Direction.PASSIVE_DEMAND
                      ? new Supply(name, known(demand), counts, stages)
                      : new Supply(name, counts, demand, stages));
            }
          });
      if (!supplies.isEmpty()) {
        kernels.add(new Kernel(index, supplies, times, direction));
      }
    }
    return kernels;
  }

  private static List<Stage> stages(List<MeasureDefinition> definitions, Binding binding) {
    var stages = new ArrayList<Stage>();
    for (var definition : definitions) {
      stages.add(
          definition
              .bind(binding)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "measure "
                              + definition.name()
                              + " needs "
                              + definition
                                  .curve()
                                  .map(
                                      curve ->
                                          "the decay curve '"
                                              + curve
                                              + "' for "
                                              + binding.mode().key())
                                  .orElse("a norm")
                              + ", which is not given")));
    }
    return stages;
  }

  private void requireDemand(List<Stage> stages) {
    if (demand.length == 0) {
      stages.stream()
          .filter(Stage::needsDemand)
          .findFirst()
          .ifPresent(
              stage -> {
                throw new IllegalArgumentException(
                    "measure "
                        + stage.name()
                        + " needs the demand: how many people there are in each zone");
              });
    }
  }

  /** Demand in the role of what is divided: who is not known cannot be divided. */
  private static double[] known(double[] people) {
    return Arrays.stream(people).map(each -> Double.isNaN(each) ? 0 : each).toArray();
  }
}
