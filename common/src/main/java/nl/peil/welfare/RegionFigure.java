package nl.peil.welfare;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of a region.
 *
 * @param value the value; NaN when there is none
 * @param covered share of the region's people that live in areas with a value, 0 to 1; NaN without
 *     people
 * @param reason why there is no value; null when there is one
 */
public record RegionFigure(double value, double covered, @Nullable Reason reason) {

  /** Why a region has no value. */
  public enum Reason {
    /** Withheld by the publisher. */
    SUPPRESSED,
    /** There is a row without a value. */
    EMPTY,
    /** There is no row. */
    ABSENT,
    /** Too few of its people live in areas with a value. */
    TOO_LITTLE_COVERED;

    /** The word in tables. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is known of an area.
   *
   * @param value the value; NaN when there is none
   * @param weight what it weighs in a mean, 0 or more; null: its people; NaN: nobody knows, so that
   *     the value cannot count
   * @param suppressed it has no value because it was withheld
   */
  public record Figure(double value, @Nullable Double weight, boolean suppressed) {

    /** What it weighs in a mean with this share and these people. */
    private double weight(double share, double people) {
      return weight == null ? people : share * weight;
    }
  }

  /** Of a region that the indicator was delivered for. @param figure null: there is no row */
  public static RegionFigure delivered(@Nullable Figure figure, double people) {
    boolean known = figure != null && !Double.isNaN(figure.value());
    double covered = people > 0 ? (known ? 1 : 0) : Double.NaN;
    if (figure == null) {
      return new RegionFigure(Double.NaN, covered, Reason.ABSENT);
    }
    return known
        ? new RegionFigure(figure.value(), covered, null)
        : new RegionFigure(
            Double.NaN, covered, figure.suppressed() ? Reason.SUPPRESSED : Reason.EMPTY);
  }

  /**
   * From the areas in it: a count is the sum of their parts, a value per person or place the mean
   * weighted with the people in the region, or with the part of each area's own weight.
   *
   * @param areas its areas
   * @param figures figure of each of all areas, by number; null: there is no row
   * @param mean true for a value per person or place, false for a count
   * @param leastCovered share of the people below which there is no value, 0 to 1
   */
  public static RegionFigure of(
      AreasOfRegion areas, @Nullable Figure[] figures, boolean mean, double leastCovered) {
    double sum = 0;
    double weights = 0;
    double known = 0;
    int values = 0;
    boolean suppressed = false;
    boolean empty = false;
    for (int i = 0; i < areas.areas().length; i++) {
      var figure = figures[areas.areas()[i]];
      double share = areas.shares()[i];
      double weight = figure == null || !mean ? share : figure.weight(share, areas.people()[i]);
      if (figure == null || Double.isNaN(figure.value()) || Double.isNaN(weight)) {
        suppressed |= figure != null && figure.suppressed();
        empty |= figure != null;
        continue;
      }
      sum += weight * figure.value();
      weights += weight;
      known += areas.people()[i];
      values++;
    }
    double people = areas.regionPeople();
    double covered = people > 0 ? Math.min(1, known / people) : Double.NaN;
    if (values == 0 || (mean && weights <= 0)) {
      return new RegionFigure(
          Double.NaN,
          covered,
          suppressed ? Reason.SUPPRESSED : empty ? Reason.EMPTY : Reason.ABSENT);
    }
    if (covered < leastCovered) {
      return new RegionFigure(Double.NaN, covered, Reason.TOO_LITTLE_COVERED);
    }
    return new RegionFigure(mean ? sum / weights : sum, covered, null);
  }
}
