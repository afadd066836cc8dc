package nl.peil.jobs.sample;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Points in square buckets, numbered in the order in which they came; finds what is near. */
final class PointIndex {

  private final double x0;
  private final double y0;
  private final double bucket;
  private final int columns;
  private final int rows;
  private final int[] newest;
  private int[] older = new int[16];
  private double[] xs = new double[16];
  private double[] ys = new double[16];
  private int size;

  /** An empty index over an area, with buckets of a side in metres. */
  PointIndex(Extent extent, double bucket) {
    this.x0 = extent.x0();
    this.y0 = extent.y0();
    this.bucket = bucket;
    this.columns = (int) (extent.width() / bucket) + 1;
    this.rows = (int) (extent.height() / bucket) + 1;
    this.newest = new int[columns * rows];
    Arrays.fill(newest, -1);
  }

  /** Adds a point; one outside the area is kept in the bucket at the edge. */
  void add(double x, double y) {
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, size * 2);
      ys = Arrays.copyOf(ys, size * 2);
      older = Arrays.copyOf(older, size * 2);
    }
    int at = row(y) * columns + column(x);
    xs[size] = x;
    ys[size] = y;
    older[size] = newest[at];
    newest[at] = size++;
  }

  /** The number of the nearest point, the lowest of equals; -1 when there are no points. */
  int nearest(double x, double y) {
    int column = column(x);
    int row = row(y);
    int best = -1;
    double bestSquare = Double.POSITIVE_INFINITY;
    for (int ring = 0; ring <= Math.max(columns, rows); ring++) {
      // A point in this ring is at least ring - 1 whole buckets away.
      double atLeast = (ring - 1) * bucket;
      if (best >= 0 && atLeast > 0 && bestSquare <= atLeast * atLeast) {
        break;
      }
      for (int r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
        boolean edge = Math.abs(r - row) == ring;
        int step = edge || ring == 0 ? 1 : 2 * ring;
        for (int c = column - ring; c <= column + ring; c += step) {
          if (c < 0 || c >= columns) {
            continue;
          }
          for (int i = newest[r * columns + c]; i >= 0; i = older[i]) {
            double square = square(i, x, y);
            if (square < bestSquare || (square == bestSquare && i < best)) {
              bestSquare = square;
              best = i;
            }
          }
        }
      }
    }
    return best;
  }

  /** Metres to the nearest point; infinite when there are no points. */
  double distance(double x, double y) {
    int nearest = nearest(x, y);
    return nearest < 0 ? Double.POSITIVE_INFINITY : Math.sqrt(square(nearest, x, y));
  }

  /** Visits the points of all buckets within reach, in a fixed order; some may lie just beyond. */
  void around(double x, double y, double reach, IntConsumer visitor) {
    for (int r = row(y - reach); r <= row(y + reach); r++) {
      for (int c = column(x - reach); c <= column(x + reach); c++) {
        for (int i = newest[r * columns + c]; i >= 0; i = older[i]) {
          visitor.accept(i);
        }
      }
    }
  }

  private double square(int i, double x, double y) {
    double dx = xs[i] - x;
    double dy = ys[i] - y;
    return dx * dx + dy * dy;
  }

  private int column(double x) {
    return Math.max(0, Math.min(columns - 1, (int) ((x - x0) / bucket)));
  }

  private int row(double y) {
    return Math.max(0, Math.min(rows - 1, (int) ((y - y0) / bucket)));
  }
}
