package nl.peil.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * All measures of all services over the rows of a matrix, in one pass per row.
 *
 * <p>A row is first split by service; every measure then runs over short arrays. Nothing is
 * allocated per pair. The kernel does not change and can be broadcast; each task takes an {@link
 * #evaluator} of its own.
 *
 * <p>Measures of competition need passes over the whole matrix before: as long as the kernel is not
 * {@link #ready}, a {@link #gatherer} goes over all rows (in parts, if wanted: sums are added), and
 * {@link #next} gives the kernel that follows.
 */
public final class Kernel implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ZoneIndex zones;
  private final Destinations destinations;
  private final IntrazonalTimes intrazonal;
  private final Direction direction;
  private final String[] names;
  private final double[][] demand;
  private final double[] allDemand;
  private final Stage[][] stages;
  private final ArrayList<Column> columns = new ArrayList<>();

  /** A kernel for rows of origins, with the intra-zonal times as the matrix gives them. */
  public Kernel(ZoneIndex zones, List<Supply> supplies) {
    this(zones, supplies, IntrazonalTimes.asGiven(), Direction.ACTIVE);
  }

  /**
   * Prepares the kernel.
   *
   * @param zones the zones that can be destinations
   * @param supplies the services in the order of the result
   * @param intrazonal travel times within zones
   * @param direction what the rows are: when it is transposed, the columns of the matrix
   * @throws IllegalArgumentException when opportunities are negative, not finite or not one per
   *     zone, when demand is negative, infinite or not one per zone though a measure needs it, when
   *     a service, or a measure within a service, comes twice, or when intra-zonal times are set
   *     for another number of zones
   */
  public Kernel(
      ZoneIndex zones, List<Supply> supplies, IntrazonalTimes intrazonal, Direction direction) {
    this(
        zones,
        new Destinations(zones.size(), supplies),
        intrazonal,
        direction,
        supplies.stream().map(Supply::service).toArray(String[]::new),
        supplies.stream().map(Supply::demand).toArray(double[][]::new),
        supplies.stream().mapToDouble(Supply::allDemand).toArray(),
        supplies.stream().map(s -> s.stages().toArray(Stage[]::new)).toArray(Stage[][]::new));
    for (var supply : supplies) {
      supply.requireDemand(zones.size());
    }
    if (!intrazonal.given() && intrazonal.size() != zones.size()) {
      throw new IllegalArgumentException(
          "expected intra-zonal times for %d zones, but got %d"
              .formatted(zones.size(), intrazonal.size()));
    }
    requireDifferentNames();
  }

  private Kernel(
      ZoneIndex zones,
      Destinations destinations,
      IntrazonalTimes intrazonal,
      Direction direction,
      String[] names,
      double[][] demand,
      double[] allDemand,
      Stage[][] stages) {
    this.zones = zones;
    this.destinations = destinations;
    this.intrazonal = intrazonal;
    this.direction = direction;
    this.names = names;
    this.demand = demand;
    this.allDemand = allDemand;
    this.stages = stages;
    for (int s = 0; s < names.length; s++) {
      for (var stage : stages[s]) {
        columns.add(
            new Column(
                names[s], direction.prefix() + stage.name(), stage.unit(), stage.needsDemand()));
      }
    }
  }

  private void requireDifferentNames() {
    var seen = new HashSet<List<String>>();
    for (var name : names) {
      if (!seen.add(List.of(name))) {
        throw new IllegalArgumentException("service '" + name + "' comes twice");
      }
    }
    for (var column : columns) {
      if (!seen.add(List.of(column.service(), column.measure()))) {
        throw new IllegalArgumentException(
            "measure " + column.measure() + " of '" + column.service() + "' comes twice");
      }
    }
  }

  /** What each place of the result means, service by service and measure by measure. */
  public List<Column> columns() {
    return List.copyOf(columns);
  }

  /** What the rows are. */
  public Direction direction() {
    return direction;
  }

  /** The zones in the order of the arrays. */
  public ZoneIndex zones() {
    return zones;
  }

  /** True when the service has opportunities in at least one zone. */
  public boolean offers(String service) {
    for (int s = 0; s < names.length; s++) {
      if (names[s].equals(service)) {
        return destinations.count(s) > 0;
      }
    }
    return false;
  }

  /**
   * True when the demand of the zone is known for every service that has a measure that needs it.
   *
   * @param place place of the zone in the {@link ZoneIndex}
   */
  public boolean knowsDemand(int place) {
    for (var people : demand) {
      if (people.length > 0 && Double.isNaN(people[place])) {
        return false;
      }
    }
    return true;
  }

  /** True when every measure has a value for a row on its own: no pass has to gather first. */
  public boolean ready() {
    for (var ofService : stages) {
      for (var stage : ofService) {
        if (!(stage instanceof Measure)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * A new evaluator, for one thread.
   *
   * @throws IllegalStateException when the kernel is not {@link #ready}
   */
  public Evaluator evaluator() {
    if (!ready()) {
      throw new IllegalStateException("measures of competition have to gather first");
    }
    return new Evaluator();
  }

  /** A new gatherer, for one thread. */
  public Gatherer gatherer() {
    return new Gatherer();
  }

  /**
   * The kernel after a pass over all rows.
   *
   * @param sums the sums of that pass, of all parts added: see {@link Gatherer#sums}
   * @throws IllegalArgumentException when a measure cannot be computed for this demand and supply
   */
  public Kernel next(double[][] sums) {
    var following = new Stage[stages.length][];
    int at = 0;
    for (int s = 0; s < stages.length; s++) {
      following[s] = stages[s].clone();
      var served = new Gathering.Served(destinations.opportunities(s), allDemand[s]);
      for (int m = 0; m < following[s].length; m++) {
        if (following[s][m] instanceof Gathering gathering) {
          following[s][m] = gathering.next(sums[at++], served);
        }
      }
    }
    return new Kernel(
        zones, destinations, intrazonal, direction, names, demand, allDemand, following);
  }

  /**
   * What a place of the result means.
   *
   * @param service key of the service
   * @param measure name of the measure
   * @param unit unit of the value
   * @param needsDemand the value depends on the demand of the zone
   */
  public record Column(String service, String measure, String unit, boolean needsDemand)
      implements Serializable {}

  /** Evaluates rows with buffers of its own. For one thread, any number of rows. */
  public final class Evaluator {

    private final RowSplitter rows =
        new RowSplitter(zones, Kernel.this.destinations, intrazonal, demand);
    private final double[] result = new double[columns.size()];

    private Evaluator() {}

    /**
     * All measures for one origin.
     *
     * @param origin the zone that the row is about
     * @param destinations zones that can be reached, each once
     * @param minutes travel times to them, finite and 0 or more
     * @param size length of the row: how many of both arrays count
     * @return values in the order of {@link Kernel#columns}; the array is used again by the next
     *     call
     * @throws IllegalArgumentException when a zone is unknown, a travel time is not allowed, or an
     *     array is shorter than the row
     */
    public double[] evaluate(int origin, int[] destinations, float[] minutes, int size) {
      var reaches = rows.split(origin, destinations, minutes, size);
      int column = 0;
      for (int s = 0; s < reaches.length; s++) {
        for (var stage : stages[s]) {
          result[column++] = ((Measure) stage).value(reaches[s]);
        }
      }
      return result;
    }
  }

  /** Gathers sums over rows with buffers of its own. For one thread, any number of rows. */
  public final class Gatherer {

    private final RowSplitter rows =
        new RowSplitter(zones, Kernel.this.destinations, intrazonal, demand);
    private final List<double[]> sums = new ArrayList<>();

    private Gatherer() {
      for (int s = 0; s < stages.length; s++) {
        for (var stage : stages[s]) {
          if (stage instanceof Gathering gathering) {
            sums.add(new double[gathering.sums(destinations.count(s))]);
          }
        }
      }
    }

    /**
     * Adds what one origin contributes; parameters as of {@link Evaluator#evaluate}. Every zone has
     * to be given once, also one without destinations.
     *
     * @throws IllegalArgumentException as {@link Evaluator#evaluate}
     */
    public void gather(int origin, int[] destinations, float[] minutes, int size) {
      var reaches = rows.split(origin, destinations, minutes, size);
      int at = 0;
      for (int s = 0; s < reaches.length; s++) {
        for (var stage : stages[s]) {
          if (stage instanceof Gathering gathering) {
            gathering.gather(reaches[s], sums.get(at++));
          }
        }
      }
    }

    /** The sums so far: one array for each measure that gathers, in the order of the columns. */
    public double[][] sums() {
      return sums.toArray(double[][]::new);
    }
  }
}
