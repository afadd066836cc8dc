package nl.peil.barrier;

import java.util.List;

/**
 * What a value was supplied for, the closest to the people first: a zone, the grid cells in it, or
 * a region that it lies in. Of two layouts the name decides, so that the order is the same in every
 * run.
 *
 * @param name zone, cell, or the name of a layout
 */
public record Basis(String name) implements Comparable<Basis> {

  /** The zone itself. */
  public static final Basis ZONE = new Basis("zone");

  /** The cells of the zone, added up. */
  public static final Basis CELL = new Basis("cell");

  private static final List<Basis> CLOSEST = List.of(ZONE, CELL);

  /** True for a layout: its counts are those of a region and not of a zone. */
  public boolean isLayout() {
    return !CLOSEST.contains(this);
  }

  private int rank() {
    return isLayout() ? CLOSEST.size() : CLOSEST.indexOf(this);
  }

  @Override
  public int compareTo(Basis other) {
    int byRank = Integer.compare(rank(), other.rank());
    return byRank == 0 ? name.compareTo(other.name()) : byRank;
  }

  @Override
  public String toString() {
    return name;
  }
}
