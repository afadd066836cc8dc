package nl.peil.jobs.derive;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.peil.measure.BestPlaces;
import nl.peil.measure.ZoneIndex;
import nl.peil.table.MarginalTables;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Turns rows of {@link #COLUMNS}, sorted by {@link #KEY}, into the rows of best_places. One service
 * of one mode and period is held at a time: the people of the zones that miss the norm, and for
 * each the zones where a place would help.
 */
final class BestPlacesOfRegions extends SortedGroups {

  /** What a list is about; rows with the same key must follow one another. */
  static final List<String> KEY = List.of("scenario", "year", "mode", "period", "service");

  /** The key, and either the population of a zone that misses the norm, or its places. */
  static final List<String> COLUMNS =
      List.of(
          "scenario",
          "year",
          "mode",
          "period",
          "service",
          "zone",
          "norm_min",
          "population",
          "places");

  static final StructType SCHEMA = MarginalTables.BEST_PLACES.schema();

  private static final int ZONE = KEY.size();
  private static final int NORM = ZONE + 1;
  private static final int POPULATION = ZONE + 2;
  private static final int PLACES = ZONE + 3;
  private static final int[] NOWHERE = {};
  private static final int OUTSIDE = -1;

  private final List<RegionIndex.Region> regions;
  private final int best;
  private final ZoneIndex zones;

  /** People of zones that miss the norm, and where a place would help them, by place of zone. */
  private final double[] persons;

  private final int[][] helpedBy;

  /** Number of a zone among those of the region at hand; elsewhere OUTSIDE. */
  private final int[] inRegion;

  /**
   * Over such rows.
   *
   * @param rows the rows, sorted
   * @param regions the regions
   * @param best number of places wanted
   */
  BestPlacesOfRegions(Iterator<Row> rows, RegionIndex regions, int best) {
    super(rows, KEY.size());
    this.regions = regions.regions();
    this.best = best;
    this.zones = regions.zones();
    this.persons = new double[zones.size()];
    this.helpedBy = new int[zones.size()][];
    this.inRegion = new int[zones.size()];
    Arrays.fill(inRegion, OUTSIDE);
  }

  @Override
  protected void clear() {
    Arrays.fill(persons, 0);
    Arrays.fill(helpedBy, NOWHERE);
  }

  @Override
  protected void add(Row row) {
    int place = zones.find(row.getInt(ZONE));
    if (place < 0) {
      return; // in no region
    }
    if (row.isNullAt(PLACES)) {
      persons[place] = row.getDouble(POPULATION);
    } else {
      List<Integer> given = row.getList(PLACES);
      helpedBy[place] = given.stream().mapToInt(zones::find).filter(at -> at >= 0).toArray();
    }
  }

  @Override
  protected void finish(Row key, Consumer<Row> ready) {
    for (var region : regions) {
      choose(key, region, ready);
    }
  }

  private void choose(Row key, RegionIndex.Region region, Consumer<Row> ready) {
    int[] members = IntStream.of(region.zones()).map(zones::position).toArray();
    for (int i = 0; i < members.length; i++) {
      inRegion[members[i]] = i;
    }
    var people = new double[members.length];
    var candidates = new int[members.length][];
    double below = 0;
    for (int i = 0; i < members.length; i++) {
      people[i] = persons[members[i]] * region.weights()[i];
      below += people[i];
      candidates[i] = people[i] > 0 ? within(members, helpedBy[members[i]]) : NOWHERE;
    }
    double helped = 0;
    int rank = 0;
    for (var chosen : BestPlaces.choose(best, people, candidates, members.length)) {
      rank++;
      helped += chosen.persons();
      ready.accept(
          RowFactory.create(
              key.getString(0),
              key.getInt(1),
              region.layout(),
              region.region(),
              key.getString(2),
              key.getString(3),
              key.getString(4),
              key.getDouble(NORM),
              rank,
              region.zones()[chosen.candidate()],
              chosen.persons(),
              below,
              Math.max(0, below - helped),
              Math.min(1, helped / below)));
    }
    for (int member : members) {
      inRegion[member] = OUTSIDE;
    }
  }

  /** Those of the places that lie in the region, as numbers in it: by whichever list is shorter. */
  private int[] within(int[] members, int[] places) {
    int steps = 32 - Integer.numberOfLeadingZeros(places.length);
    return (long) members.length * steps < places.length
        ? IntStream.range(0, members.length)
            .filter(i -> Arrays.binarySearch(places, members[i]) >= 0)
            .toArray()
        : IntStream.of(places).map(place -> inRegion[place]).filter(i -> i >= 0).toArray();
  }
}
