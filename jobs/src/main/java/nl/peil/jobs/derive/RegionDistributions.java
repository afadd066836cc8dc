package nl.peil.jobs.derive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.peil.inequality.RankedZones;
import nl.peil.inequality.RegionPeople;
import nl.peil.inequality.RegionSummaries;
import nl.peil.inequality.ZonePeople;
import nl.peil.measure.Measure;
import nl.peil.run.Batches;
import nl.peil.table.AccessTables;
import nl.peil.table.ColumnBlock;
import nl.peil.table.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Turns measures into the rows of region_accessibility: a block per scenario-year and layout. The
 * zones are ranked once per measure, and what follows from who counts is worked out once per
 * layout.
 */
final class RegionDistributions extends Batches<ColumnBlock> {

  /** Values of zones held at most, at some 40 bytes. */
  private static final int MOST_HELD = 1 << 22;

  /** Layouts, and measures, that are in turn: what is known of them fits in a megabyte. */
  private static final int TOGETHER = 4;

  private final Iterator<ByMeasure.Piece> pieces;
  private final List<RegionIndex.Layout> layouts;
  private final RegionIndex index;
  private final double shareOfMedian;
  private final Map<ZonePeople, ZonePeople> met = new HashMap<>();
  private final ArrayDeque<RegionIndex.Layout> todo = new ArrayDeque<>();
  private List<Ranked> held = List.of();
  private ByMeasure.@Nullable Piece ahead;

  /** A measure, its zones ranked. */
  private record Ranked(MeasureKey key, ZonePeople people, RankedZones zones) {

    Slice year() {
      return year(key);
    }

    static Slice year(MeasureKey key) {
      return key.slice().project(List.of("scenario", "year"));
    }
  }

  /**
   * Over measures.
   *
   * @param pieces measures by rising key; the zones of one may come in several pieces
   * @param index all regions
   * @param layouts the layouts wanted
   * @param shareOfMedian what is enough, as a share of the median of all people
   */
  RegionDistributions(
      Iterator<ByMeasure.Piece> pieces,
      RegionIndex index,
      List<RegionIndex.Layout> layouts,
      double shareOfMedian) {
    this.pieces = pieces;
    this.index = index;
    this.layouts = layouts;
    this.shareOfMedian = shareOfMedian;
    this.ahead = pieces.hasNext() ? pieces.next() : null;
  }

  @Override
  protected boolean make(Consumer<ColumnBlock> ready) {
    if (todo.isEmpty()) {
      if (ahead == null) {
        return false;
      }
      rank(ahead);
      todo.addAll(layouts);
    }
    makeBlocks(ready);
    return true;
  }

  /** Ranks the measures of a scenario-year, or as many as can be held. */
  private void rank(ByMeasure.Piece first) {
    held = new ArrayList<>();
    met.clear();
    long values = 0;
    var piece = first;
    do {
      var key = piece.key();
      var its = new ArrayList<ZoneColumns>();
      while (piece != null && piece.key().equals(key)) {
        its.add(piece.zones());
        piece = pieces.hasNext() ? pieces.next() : null;
      }
      var ranked = ranked(key, its);
      held.add(ranked);
      values += ranked.zones().size();
    } while (piece != null
        && held.get(0).year().equals(Ranked.year(piece.key()))
        && values < MOST_HELD);
    ahead = piece;
  }

  /** Zones of no region at hand stand behind the others: they count for what is enough. */
  private Ranked ranked(MeasureKey key, List<ZoneColumns> pieces) {
    int known = index.zones().size();
    int elsewhere = 0;
    for (var piece : pieces) {
      for (int zone : piece.zones()) {
        elsewhere += index.zones().find(zone) < 0 ? 1 : 0;
      }
    }
    var values = new double[known + elsewhere];
    var population = new double[known + elsewhere];
    Arrays.fill(values, Double.NaN);
    Arrays.fill(population, Double.NaN);
    int next = known;
    for (var piece : pieces) {
      for (int i = 0; i < piece.zones().length; i++) {
        int found = index.zones().find(piece.zones()[i]);
        int place = found < 0 ? next++ : found;
        values[place] = piece.numbers()[0][i];
        population[place] = piece.numbers()[1][i];
      }
    }
    var people = ZonePeople.of(population, values);
    people = met.computeIfAbsent(people, same -> same);
    return new Ranked(
        key,
        people,
        key.unit().startsWith(Measure.OPPORTUNITIES)
            ? RankedZones.judged(values, people, shareOfMedian)
            : RankedZones.of(values, people));
  }

  /**
   * Makes the blocks of the next layouts. A few of them take turns with a few measures, so that
   * both are still in the caches when their turn comes.
   */
  private void makeBlocks(Consumer<ColumnBlock> ready) {
    var together = new ArrayList<Filling>();
    while (!todo.isEmpty() && together.size() < TOGETHER) {
      together.add(new Filling(todo.remove(), held.size()));
    }
    for (int from = 0; from < held.size(); from += TOGETHER) {
      for (var filling : together) {
        held.subList(from, Math.min(held.size(), from + TOGETHER)).forEach(filling::add);
      }
    }
    together.forEach(filling -> ready.accept(filling.block()));
  }

  /** A block while measures are added to it. */
  private static final class Filling {
    private final RegionIndex.Layout layout;
    private final RegionColumns columns;
    private final RegionSummaries summaries;
    private final Map<ZonePeople, RegionPeople> regionPeople = new HashMap<>();
    private Slice slice = Slice.ALL;

    Filling(RegionIndex.Layout layout, int measures) {
      int rows = measures * layout.regions().size();
      this.layout = layout;
      this.columns = new RegionColumns(rows);
      this.summaries = new RegionSummaries(rows);
    }

    void add(Ranked measure) {
      var people =
          regionPeople.computeIfAbsent(
              measure.people(), all -> new RegionPeople(layout.places(), all));
      var key = measure.key();
      columns.add(key, layout, people, measure.zones().line());
      summaries.add(people, measure.zones());
      slice =
          measure
              .year()
              .merge(
                  Slice.of("layout", layout.layout()), AccessTables.REGION_ACCESSIBILITY.sliceBy());
    }

    ColumnBlock block() {
      return new ColumnBlock(slice, summaries.size(), columns.with(summaries));
    }
  }
}
