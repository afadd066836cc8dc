package nl.peil.source.travel;

import java.io.Closeable;
import java.io.IOException;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;

/**
 * Walks over the pairs of a file or of a part of it, in the order in which they stand there, and
 * applies the rules that need only the pair itself: the first broken rule counts, in the order of
 * {@link Verdict}. The values of the last pair are in the accessors, so that no object is made per
 * pair; they are fields of this class and not of each format, so that reading them costs nothing.
 *
 * <p>Two pairs on one line must differ: a pair that comes again is known by its line.
 */
abstract class PairCursor implements Closeable {

  /** Position of the zone of origin in the {@link ZoneCodes}; -1 when it is unknown. */
  int origin;

  /** Position of the zone of destination in the {@link ZoneCodes}; -1 when it is unknown. */
  int destination;

  /** Travel time, minutes; what it is when the pair is not good depends on why. */
  float minutes;

  /** Distance, kilometres; NaN when the pair has none. */
  float km = Float.NaN;

  /** Something stands where the distance should be, and it is no number of 0 or larger. */
  boolean kmUnreadable;

  /** What becomes of the pair; duplicates are not known here. */
  Verdict verdict = Verdict.GOOD;

  /**
   * Goes to the next pair.
   *
   * @return false at the end
   * @throws RejectedFileException when what comes makes the whole file useless
   */
  abstract boolean next() throws IOException, RejectedFileException;

  /** Place of the first pair, before {@link #next} was called. */
  abstract long firstPlace();

  /** Line or row of the first pair, before {@link #next} was called. */
  abstract long firstLine();

  /** Line or row of the pair, from 1; at the end the number of lines or rows. */
  abstract long line();

  /**
   * About how many bytes lie before the pair: a number that never falls. In text where its line
   * starts; in a binary file where its block does. At the end what lies before the end.
   */
  abstract long place();

  /** The pair as it stands in the file, for a person, cut where a quarantined row is cut. */
  abstract String raw();

  /** What a part has to be told to be read on its own. */
  Layout layout() {
    return Layout.Plain.PLAIN;
  }

  /** The row has more fields than it should. */
  boolean tooManyFields() {
    return false;
  }

  /** The minutes cannot be read, but could with the other decimal mark. */
  boolean otherDecimalMark() {
    return false;
  }

  /** Name of the column of kilometres; empty when there is none. */
  String kmColumn() {
    return "";
  }

  /** The code of the zone of origin, or else of destination, as it stands in the file. */
  abstract String code(boolean ofOrigin);

  /** The code that is no zone; the first when both are. */
  final String unknownCode() {
    return code(origin < 0);
  }

  /** Says what there is to say about the file as a whole, once all pairs were seen. */
  void warn(Intake intake) {
    // Most formats leave nothing to say.
  }
}
