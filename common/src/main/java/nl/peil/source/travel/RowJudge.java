package nl.peil.source.travel;

/**
 * Reads the values of one row after another and applies the rules that need only the row itself.
 * The first broken rule counts, in the order of {@link Verdict}. The values of the last row are in
 * the accessors, so that no object is made per row.
 */
final class RowJudge {

  private final LongCsv format;
  private final Columns columns;
  private final ZoneCodes codes;
  private final byte mark;
  private final float[] unreachable;

  private int origin;
  private int destination;
  private float minutes;
  private float km;
  private boolean kmUnreadable;

  RowJudge(LongCsv format, Columns columns, ZoneCodes codes) {
    this.format = format;
    this.columns = columns;
    this.codes = codes;
    this.mark = format.decimalMark();
    this.unreachable = new float[format.unreachable().size()];
    for (int i = 0; i < unreachable.length; i++) {
      unreachable[i] = format.unreachable().get(i);
    }
  }

  /** Judges the row at which the scanner stands. */
  Verdict judge(RowScanner row) {
    if (row.fields() != columns.count() || row.quoteOpen()) {
      return Verdict.WRONG_FIELD_COUNT;
    }
    byte[] bytes = row.bytes();
    int from = row.from(columns.minutes());
    int to = row.to(columns.minutes());
    // Adding 0 makes 0 of -0: a time of "-0.0" is no negative time.
    minutes = DecimalText.parse(bytes, from, to, mark) + 0f;
    boolean journey = true;
    if (Float.isNaN(minutes)) {
      if (!format.blankIsUnreachable() || !NoValue.is(bytes, from, to)) {
        return Verdict.BAD_NUMBER;
      }
      journey = false;
    } else if (isUnreachable(minutes)) {
      journey = false;
    } else if (minutes < 0) {
      return Verdict.NEGATIVE_TIME;
    } else if (minutes > format.maxMinutes()) {
      return Verdict.TIME_TOO_LONG;
    }
    origin = codes.position(bytes, row.from(columns.origin()), row.to(columns.origin()));
    destination =
        codes.position(bytes, row.from(columns.destination()), row.to(columns.destination()));
    if (origin < 0 || destination < 0) {
      return Verdict.UNKNOWN_ZONE;
    }
    if (!journey) {
      return Verdict.UNREACHABLE;
    }
    if (columns.km() >= 0) {
      readKm(row, bytes);
    }
    return Verdict.GOOD;
  }

  private boolean isUnreachable(float value) {
    for (float code : unreachable) {
      if (value == code) {
        return true;
      }
    }
    return false;
  }

  private void readKm(RowScanner row, byte[] bytes) {
    int from = row.from(columns.km());
    int to = row.to(columns.km());
    float value = DecimalText.parse(bytes, from, to, mark) + 0f;
    boolean usable = value >= 0 && value < Float.POSITIVE_INFINITY;
    km = usable ? value : Float.NaN;
    kmUnreadable = !usable && !NoValue.is(bytes, from, to);
  }

  /** Position of the zone of origin; -1 when it is unknown. */
  int origin() {
    return origin;
  }

  /** Position of the zone of destination; -1 when it is unknown. */
  int destination() {
    return destination;
  }

  /** Travel time, minutes. */
  float minutes() {
    return minutes;
  }

  /** Distance, kilometres; NaN when the row has none. */
  float km() {
    return km;
  }

  /** The row has text where the distance should be, and it is no number of 0 or larger. */
  boolean kmUnreadable() {
    return kmUnreadable;
  }
}
