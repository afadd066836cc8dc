package nl.peil.jobs.derive;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nl.peil.measure.ZoneIndex;
import nl.peil.table.IkobTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows of {@link #COLUMNS}, sorted by {@link #KEY}, into rows of
 * region_experienced_accessibility. One class and combination of modes is held at a time.
 */
final class ExperiencedOfRegions extends SortedGroups {

  /** What a row is about besides the region; rows with the same key must follow one another. */
  static final List<String> KEY =
      List.of("scenario", "year", "period", "motive", "income_class", "modes");

  /** The key, and the numbers of a zone. */
  static final List<String> COLUMNS =
      List.of(
          "scenario",
          "year",
          "period",
          "motive",
          "income_class",
          "modes",
          "zone",
          "measure",
          "value",
          "labour_force",
          "jobs");

  static final StructType SCHEMA = IkobTables.REGION_EXPERIENCED_ACCESSIBILITY.schema();

  private static final int ZONE = KEY.size();
  private static final int MEASURE = ZONE + 1;
  private static final int VALUE = ZONE + 2;
  private static final int LABOUR_FORCE = ZONE + 3;
  private static final int JOBS = ZONE + 4;

  private final List<RegionIndex.Region> regions;
  private final Set<Slice> asked;
  private final ZoneIndex zones;

  /** By measure, then place of the zone; NaN: no value. */
  private final double[][] values;

  private final double[] labourForce;
  private final double[] jobs;

  /**
   * Over such rows.
   *
   * @param rows the rows, sorted
   * @param regions the regions
   * @param asked the slices to make
   */
  ExperiencedOfRegions(Iterator<Row> rows, RegionIndex regions, Set<Slice> asked) {
    super(rows, KEY.size());
    this.regions = regions.regions();
    this.asked = asked;
    this.zones = regions.zones();
    this.values = new double[ExperiencedBlock.MEASURES.size()][zones.size()];
    this.labourForce = new double[zones.size()];
    this.jobs = new double[zones.size()];
  }

  @Override
  protected void clear() {
    for (double[] ofMeasure : values) {
      Arrays.fill(ofMeasure, Double.NaN);
    }
    Arrays.fill(labourForce, Double.NaN);
    Arrays.fill(jobs, 0);
  }

  @Override
  protected void add(Row row) {
    int place = zones.find(row.getInt(ZONE));
    if (place >= 0) {
      values[ExperiencedBlock.MEASURES.indexOf(row.getString(MEASURE))][place] = number(row, VALUE);
      labourForce[place] = number(row, LABOUR_FORCE);
      jobs[place] = row.getDouble(JOBS);
    }
  }

  @Override
  protected void finish(Row key, Consumer<Row> ready) {
    for (var region : regions) {
      var slice =
          Slice.of(
              "scenario",
              key.getString(0),
              "year",
              Integer.toString(key.getInt(1)),
              "layout",
              region.layout());
      if (asked.contains(slice)) {
        ready.accept(of(region, key));
      }
    }
  }

  private static double number(Row row, int at) {
    return row.isNullAt(at) ? Double.NaN : row.getDouble(at);
  }

  private Row of(RegionIndex.Region region, Row key) {
    int unknown = 0;
    double people = 0;
    double there = 0;
    var sums = new double[values.length];
    double compared = 0;
    for (int i = 0; i < region.zones().length; i++) {
      int place = zones.position(region.zones()[i]);
      double weight = region.weights()[i];
      double persons = weight * labourForce[place];
      double places = weight * jobs[place];
      if (Double.isNaN(persons)) {
        unknown++;
        persons = 0;
      }
      people += persons;
      there += places;
      for (int m = 0; m < sums.length; m++) {
        double value = values[m][place];
        if (!Double.isNaN(value)) {
          sums[m] += value * (byJobs(m) ? places : persons);
        }
      }
      if (!Double.isNaN(values[ExperiencedBlock.MEASURES.size() - 1][place])) {
        compared += places;
      }
    }
    return RowFactory.create(
        key.get(0),
        key.get(1),
        region.layout(),
        region.region(),
        key.get(2),
        key.get(3),
        key.get(4),
        key.get(5),
        people,
        there,
        compared,
        unknown,
        mean(sums[0], people),
        sums[0],
        mean(sums[1], there),
        sums[1],
        mean(sums[2], people),
        sums[2],
        mean(sums[3], compared),
        sums[3]);
  }

  /** True for a measure that belongs to places of work and not to who lives there. */
  private static boolean byJobs(int measure) {
    var name = ExperiencedBlock.MEASURES.get(measure);
    return name.equals(ExperiencedBlock.REACHABLE_WORKFORCE)
        || name.equals(ExperiencedBlock.WORKER_COMPETITION);
  }

  private static @Nullable Double mean(double sum, double weight) {
    return weight > 0 ? (Double) (sum / weight) : null;
  }
}
