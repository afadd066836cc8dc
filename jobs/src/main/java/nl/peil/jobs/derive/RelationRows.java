package nl.peil.jobs.derive;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import nl.peil.table.Slice;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of welfare_relation of one region after the other.
 *
 * @param areas the areas and their figures
 * @param series the indicators
 * @param country how each indicator goes with access over the whole delivery, by both
 * @param areaLayout what the areas are
 * @param tooFew with fewer areas than this a correlation is marked
 */
record RelationRows(
    RelatedAreas areas,
    List<Series> series,
    RelatedAreas.Relation[][] country,
    String areaLayout,
    int tooFew)
    implements Serializable {

  /**
   * An indicator of one supplier.
   *
   * @param indicator its name
   * @param suppliedBy the supplier
   * @param year its latest year
   */
  record Series(String indicator, String suppliedBy, int year)
      implements Serializable, Comparable<Series> {
    private static final long serialVersionUID = 1L;

    @Override
    public int compareTo(Series other) {
      int order = indicator.compareTo(other.indicator);
      return order != 0 ? order : suppliedBy.compareTo(other.suppliedBy);
    }
  }

  /**
   * Where a region stands in something.
   *
   * @param value its value; NaN when there is none
   * @param zScore as in Standing
   * @param percentile as in Standing
   */
  record Position(double value, double zScore, double percentile) implements Serializable {

    /** Nothing is known. */
    static final Position NONE = new Position(Double.NaN, Double.NaN, Double.NaN);
  }

  /**
   * A region.
   *
   * @param slice scenario, year and layout
   * @param scope its areas
   * @param indicators where it stands in each indicator
   * @param access where it stands in what is reached
   */
  record Region(Slice slice, RelatedAreas.Scope scope, Position[] indicators, Position[] access)
      implements Serializable {}

  /** The rows of a region: of each indicator and access of which it has one or the other. */
  Iterator<Row> of(Region region) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < series.size(); i++) {
      for (int reached = 0; reached < areas.keys().size(); reached++) {
        if (!Double.isNaN(region.indicators()[i].value())
            || !Double.isNaN(region.access()[reached].value())) {
          rows.add(row(region, i, reached));
        }
      }
    }
    return rows.iterator();
  }

  private Row row(Region region, int indicator, int reached) {
    var key = areas.keys().get(reached);
    var it = series.get(indicator);
    var own = region.indicators()[indicator];
    var share = region.access()[reached];
    var within = areas.over(region.scope(), indicator, reached);
    var all = country[indicator][reached];
    return RowFactory.create(
        region.slice().get("scenario"),
        Integer.parseInt(region.slice().get("year")),
        region.slice().get("layout"),
        region.scope().region(),
        it.indicator(),
        it.year(),
        it.suppliedBy(),
        key.service(),
        key.mode(),
        key.period(),
        number(own.value()),
        number(own.zScore()),
        number(own.percentile()),
        number(share.value()),
        number(share.zScore()),
        number(share.percentile()),
        areaLayout,
        (long) within.n(),
        number(within.correlation()),
        number(within.low()),
        number(within.high()),
        within.n() < tooFew,
        (long) all.n(),
        number(all.correlation()),
        number(all.low()),
        number(all.high()),
        all.n() < tooFew);
  }

  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
