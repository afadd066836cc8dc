package nl.peil.jobs.derive;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import nl.peil.inequality.AlongRanking;
import nl.peil.inequality.Distribution;
import nl.peil.inequality.WeightedQuantiles;
import nl.peil.measure.Measure;
import nl.peil.table.AccessTables;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of accessibility, sorted by {@link #KEY}, into the rows of region_accessibility.
 * One measure of one service and mode is held at a time: a value and a population per zone. A
 * region is sorted once, by value; the order by income is the same for all measures.
 */
final class RegionDistributions implements Iterator<Row> {

  /** What a distribution is about; rows with the same key must follow one another. */
  static final List<String> KEY =
      List.of("scenario", "year", "mode", "period", "service", "measure", "unit");

  static final StructType SCHEMA = AccessTables.REGION_ACCESSIBILITY.schema();

  private final Iterator<Row> rows;
  private final RegionIndex regions;
  private final double shareOfMedian;
  private final ArrayDeque<Row> ready = new ArrayDeque<>();
  private int[] zones = new int[4096];
  private double[] values = new double[4096];
  private double[] population = new double[4096];
  private int size;
  private int[] placed = {};
  private final int[][] places;
  private @Nullable Row ahead;

  /**
   * Over rows of accessibility.
   *
   * @param rows the rows, sorted
   * @param regions the regions
   * @param shareOfMedian what is enough, as a share of the median of all people
   */
  RegionDistributions(Iterator<Row> rows, RegionIndex regions, double shareOfMedian) {
    this.rows = rows;
    this.regions = regions;
    this.places = new int[regions.regions().size()][];
    this.shareOfMedian = shareOfMedian;
    this.ahead = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && ahead != null) {
      nextGroup(ahead);
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void nextGroup(Row first) {
    size = 0;
    Row row = first;
    while (row != null && sameKey(first, row)) {
      add(row);
      row = rows.hasNext() ? rows.next() : null;
    }
    ahead = row;
    sortByZone();
    findZones();
    double line = line(first.getString(KEY.size() - 1));
    for (int r = 0; r < places.length; r++) {
      ready.add(row(first, regions.regions().get(r), places[r], line));
    }
  }

  /** What is enough of a measure with this unit; NaN when nothing can be said of that. */
  private double line(String unit) {
    if (!unit.startsWith(Measure.OPPORTUNITIES)) {
      return Double.NaN;
    }
    var people = new double[size];
    var has = new double[size];
    int n = 0;
    for (int i = 0; i < size; i++) {
      if (!Double.isNaN(values[i]) && population[i] > 0) {
        has[n] = values[i];
        people[n++] = population[i];
      }
    }
    if (n == 0) {
      return Double.NaN;
    }
    double median =
        WeightedQuantiles.quantile(Arrays.copyOf(has, n), Arrays.copyOf(people, n), 0.5);
    return median > 0 ? shareOfMedian * median : Double.NaN;
  }

  private static boolean sameKey(Row a, Row b) {
    for (int i = 0; i < KEY.size(); i++) {
      if (!a.get(i).equals(b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private void add(Row row) {
    if (size == zones.length) {
      zones = Arrays.copyOf(zones, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      population = Arrays.copyOf(population, 2 * size);
    }
    zones[size] = row.getInt(KEY.size());
    values[size] = row.isNullAt(KEY.size() + 1) ? Double.NaN : row.getDouble(KEY.size() + 1);
    population[size++] = row.getDouble(KEY.size() + 2);
  }

  /**
   * Zones in rising order, so that a region finds its own by a search and every run adds up in the
   * same order.
   */
  private void sortByZone() {
    var order = new long[size];
    Arrays.setAll(order, i -> ((long) zones[i] << 32) | i);
    Arrays.sort(order);
    var sortedZones = new int[zones.length];
    var sortedValues = new double[zones.length];
    var sortedPopulation = new double[zones.length];
    for (int i = 0; i < size; i++) {
      int from = (int) order[i];
      sortedZones[i] = zones[from];
      sortedValues[i] = values[from];
      sortedPopulation[i] = population[from];
    }
    zones = sortedZones;
    values = sortedValues;
    population = sortedPopulation;
  }

  /** Where the zones of each region stand; mostly where they stood for the measure before. */
  private void findZones() {
    if (Arrays.equals(zones, 0, size, placed, 0, placed.length)) {
      return;
    }
    placed = Arrays.copyOf(zones, size);
    for (int r = 0; r < places.length; r++) {
      places[r] =
          IntStream.of(regions.regions().get(r).zones())
              .map(zone -> Arrays.binarySearch(placed, zone))
              .toArray();
    }
  }

  private Row row(Row key, RegionIndex.Region region, int[] at, double line) {
    double people = 0;
    double covered = 0;
    long present = 0;
    int n = 0;
    var itsValues = new double[region.zones().length];
    var itsWeights = new double[region.zones().length];
    // By place in the region, for those who stand in the order of their incomes; 0: does not count
    var valueAt = new double[region.zones().length];
    var personsAt = new double[region.zones().length];
    for (int i = 0; i < region.zones().length; i++) {
      if (at[i] < 0) {
        continue;
      }
      present++;
      double persons = population[at[i]] * region.weights()[i];
      people += persons;
      if (!Double.isNaN(values[at[i]]) && persons > 0) {
        covered += persons;
        valueAt[i] = values[at[i]];
        personsAt[i] = persons;
        itsValues[n] = values[at[i]];
        itsWeights[n++] = persons;
      }
    }
    var distribution =
        n == 0
            ? null
            : Distribution.of(Arrays.copyOf(itsValues, n), Arrays.copyOf(itsWeights, n), line);
    double withIncome = 0;
    int m = 0;
    var itsIncomes = new double[region.poorestFirst().length];
    for (int i = 0; i < region.poorestFirst().length; i++) {
      int place = region.poorestFirst()[i];
      if (personsAt[place] > 0) {
        withIncome += personsAt[place];
        itsValues[m] = valueAt[place];
        itsWeights[m] = personsAt[place];
        itsIncomes[m++] = region.incomes()[i];
      }
    }
    var byIncome =
        m == 0
            ? null
            : AlongRanking.of(
                Arrays.copyOf(itsValues, m),
                Arrays.copyOf(itsWeights, m),
                Arrays.copyOf(itsIncomes, m));
    return RowFactory.create(
        key.getString(0),
        key.getInt(1),
        region.layout(),
        region.region(),
        key.getString(2),
        key.getString(3),
        key.getString(4),
        key.getString(5),
        key.getString(6),
        present,
        people,
        covered,
        distribution == null ? null : distribution.mean(),
        distribution == null ? null : distribution.min(),
        distribution == null ? null : distribution.p10(),
        distribution == null ? null : distribution.p50(),
        distribution == null ? null : distribution.p90(),
        distribution == null ? null : distribution.max(),
        distribution == null ? null : distribution.gini(),
        distribution == null ? null : distribution.theil(),
        withIncome,
        byIncome == null ? null : known(byIncome.palma()),
        byIncome == null ? null : byIncome.concentration(),
        byIncome == null ? null : byIncome.corrected(),
        known(line),
        distribution == null ? null : known(distribution.sufficiencyShare()),
        distribution == null ? null : known(distribution.fgt1()),
        distribution == null ? null : known(distribution.fgt2()));
  }

  private static @Nullable Double known(double number) {
    return Double.isNaN(number) ? null : number;
  }
}
