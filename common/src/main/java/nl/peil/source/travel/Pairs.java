package nl.peil.source.travel;

import java.io.Closeable;
import java.io.IOException;

/** Pairs of zones, one after another, without an object for each. */
public interface Pairs extends Closeable {

  /**
   * Goes to the next pair; before the first call there is none.
   *
   * @return false at the end
   */
  boolean next() throws IOException;

  /** Zone number of the origin. */
  int origin();

  /** Zone number of the destination. */
  int destination();

  /** Travel time, minutes. */
  float minutes();

  /** Distance, kilometres; NaN when it is not known. */
  float km();
}
