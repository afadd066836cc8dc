package nl.peil.inequality;

import java.util.List;

/**
 * The regions of a layout: which share of the people of which zones live in each, and how these
 * zones are ranked, for example by income. Regions may overlap and leave gaps.
 */
public final class LayoutRegions {

  private final List<Region> regions;

  /**
   * A region.
   *
   * @param places places of its zones, rising
   * @param shares share of the people of each zone, 0 to 1
   * @param lowestFirst which of these (numbers in places) have a ranking, by rising ranking, then
   *     by place
   * @param rankings the rankings in that order
   */
  public record Region(int[] places, double[] shares, int[] lowestFirst, double[] rankings) {

    /** Checks the lengths. */
    public Region {
      if (places.length != shares.length || lowestFirst.length != rankings.length) {
        throw new IllegalArgumentException(
            "expected as many shares as places and a ranking for each that has one, but got %d, %d, %d and %d"
                .formatted(places.length, shares.length, lowestFirst.length, rankings.length));
      }
    }
  }

  /** A layout of these regions. */
  public LayoutRegions(List<Region> regions) {
    this.regions = List.copyOf(regions);
  }

  /** Number of regions. */
  public int size() {
    return regions.size();
  }

  /** A region, from 0. */
  public Region region(int number) {
    return regions.get(number);
  }
}
