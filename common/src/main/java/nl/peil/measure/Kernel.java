package nl.peil.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * All measures of all services over the rows of a matrix, in one pass per row.
 *
 * <p>A row is first split by service: a destination carries the list of its services (compressed
 * rows), so one without opportunities costs nothing more. Every measure then runs over two short
 * arrays. Nothing is allocated per pair. The kernel does not change and can be broadcast; each task
 * takes an {@link #evaluator} of its own.
 */
public final class Kernel implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ZoneIndex zones;
  private final int[] starts;
  private final int[] services;
  private final double[] opportunities;
  private final int[] destinationsOfService;
  private final String[] names;
  private final Measure[][] measures;
  private final ArrayList<Column> columns = new ArrayList<>();

  /**
   * Prepares the kernel.
   *
   * @param zones the zones that can be destinations
   * @param supplies the services in the order of the result
   * @throws IllegalArgumentException when opportunities are negative, not finite or not one per
   *     zone, or when a service, or a measure within a service, comes twice
   */
  public Kernel(ZoneIndex zones, List<Supply> supplies) {
    this.zones = zones;
    this.measures = new Measure[supplies.size()][];
    this.names = supplies.stream().map(Supply::service).toArray(String[]::new);
    this.destinationsOfService = new int[supplies.size()];
    var seen = new HashSet<List<String>>();
    for (int s = 0; s < supplies.size(); s++) {
      var supply = supplies.get(s);
      if (!seen.add(List.of(supply.service()))) {
        throw new IllegalArgumentException("service '" + supply.service() + "' comes twice");
      }
      measures[s] = supply.measures().toArray(Measure[]::new);
      for (var measure : measures[s]) {
        if (!seen.add(List.of(supply.service(), measure.name()))) {
          throw new IllegalArgumentException(
              "measure " + measure.name() + " of '" + supply.service() + "' comes twice");
        }
        columns.add(new Column(supply.service(), measure.name(), measure.unit()));
      }
      destinationsOfService[s] = countDestinations(supply);
    }
    int entries = 0;
    for (int count : destinationsOfService) {
      entries += count;
    }
    this.starts = new int[zones.size() + 1];
    this.services = new int[entries];
    this.opportunities = new double[entries];
    fill(supplies);
  }

  private int countDestinations(Supply supply) {
    var counts = supply.opportunities();
    if (counts.length != zones.size()) {
      throw new IllegalArgumentException(
          "service '%s': expected opportunities for %d zones, but got %d"
              .formatted(supply.service(), zones.size(), counts.length));
    }
    int present = 0;
    for (int z = 0; z < counts.length; z++) {
      if (!(counts[z] >= 0 && counts[z] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "service '%s', zone at place %d: opportunities must be finite and 0 or more, but are %s"
                .formatted(supply.service(), z, counts[z]));
      }
      if (counts[z] > 0) {
        present++;
      }
    }
    return present;
  }

  private void fill(List<Supply> supplies) {
    int at = 0;
    for (int z = 0; z < zones.size(); z++) {
      starts[z] = at;
      for (int s = 0; s < supplies.size(); s++) {
        double count = supplies.get(s).opportunities()[z];
        if (count > 0) {
          services[at] = s;
          opportunities[at] = count;
          at++;
        }
      }
    }
    starts[zones.size()] = at;
  }

  /** What each place of the result means, service by service and measure by measure. */
  public List<Column> columns() {
    return List.copyOf(columns);
  }

  /** True when the service has opportunities in at least one zone. */
  public boolean offers(String service) {
    for (int s = 0; s < names.length; s++) {
      if (names[s].equals(service)) {
        return destinationsOfService[s] > 0;
      }
    }
    return false;
  }

  /** A new evaluator, for one thread. */
  public Evaluator evaluator() {
    return new Evaluator();
  }

  /**
   * What a place of the result means.
   *
   * @param service key of the service
   * @param measure name of the measure
   * @param unit unit of the value
   */
  public record Column(String service, String measure, String unit) implements Serializable {}

  /** Evaluates rows with buffers of its own. For one thread, any number of rows. */
  public final class Evaluator {

    private final Reach[] reaches = new Reach[measures.length];
    private final double[] result = new double[columns.size()];

    private Evaluator() {
      for (int s = 0; s < reaches.length; s++) {
        reaches[s] = new Reach(destinationsOfService[s]);
      }
    }

    /**
     * All measures for one origin.
     *
     * @param destinations zones that can be reached, each once
     * @param minutes travel times to them, finite and 0 or more
     * @param size length of the row: how many of both arrays count
     * @return values in the order of {@link Kernel#columns}; the array is used again by the next
     *     call
     * @throws IllegalArgumentException when a destination is unknown, a travel time is not allowed,
     *     or an array is shorter than the row
     */
    public double[] evaluate(int[] destinations, float[] minutes, int size) {
      if (size < 0 || size > destinations.length || size > minutes.length) {
        throw new IllegalArgumentException(
            "expected a row of 0 to %d destinations, but got %d"
                .formatted(Math.min(destinations.length, minutes.length), size));
      }
      for (var reach : reaches) {
        reach.clear();
      }
      for (int i = 0; i < size; i++) {
        int zone = zones.position(destinations[i]);
        Reach.requireMinutes(minutes[i]);
        for (int entry = starts[zone], end = starts[zone + 1]; entry < end; entry++) {
          reaches[services[entry]].add(minutes[i], opportunities[entry]);
        }
      }
      int column = 0;
      for (int s = 0; s < reaches.length; s++) {
        for (var measure : measures[s]) {
          result[column++] = measure.value(reaches[s]);
        }
      }
      return result;
    }
  }
}
