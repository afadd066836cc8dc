package nl.peil.source.travel;

import java.io.IOException;

/** The pairs of a long CSV file: one per line. */
final class LongCsvCursor extends TextCursor {

  private final LongCsv format;
  private final Columns columns;
  private final ZoneCodes codes;
  private final TimeJudge times;
  private final byte mark;

  /** For rows of origin, destination and minutes in this order and nothing else. */
  private final PlainRow plain;

  private final boolean maybePlain;

  /** Starts behind the line at which the scanner stands. */
  LongCsvCursor(RowScanner row, LongCsv format, Columns columns, ZoneCodes codes) {
    super(row);
    this.format = format;
    this.columns = columns;
    this.codes = codes;
    this.times = new TimeJudge(format.rules());
    this.mark = format.decimalMark();
    this.plain = new PlainRow((byte) format.delimiter(), mark);
    this.maybePlain =
        columns.equals(new Columns(3, 0, 1, 2, -1)) && mark != (byte) format.delimiter();
  }

  @Override
  boolean next() throws IOException {
    if (maybePlain && nextPlain()) {
      return true;
    }
    if (!row.next()) {
      return false;
    }
    verdict = judge();
    return true;
  }

  /** Goes to the next row when it is plain and good; else stays. */
  private boolean nextPlain() {
    int ahead = row.ahead(PlainRow.LONGEST);
    if (ahead < 0 || !plain.read(row.bytes(), ahead)) {
      return false;
    }
    int from = codes.position(plain.origin);
    int to = codes.position(plain.destination);
    if (from < 0 || to < 0 || times.ofNumber(plain.minutes) != Verdict.GOOD) {
      return false;
    }
    row.take(plain.originEnd, plain.destinationEnd, plain.end);
    origin = from;
    destination = to;
    minutes = plain.minutes;
    verdict = Verdict.GOOD;
    return true;
  }

  private Verdict judge() {
    if (row.fields() != columns.count() || row.quoteOpen()) {
      return Verdict.WRONG_FIELD_COUNT;
    }
    byte[] bytes = row.bytes();
    int from = row.from(columns.minutes());
    int to = row.to(columns.minutes());
    // Adding 0 makes 0 of -0: a time of "-0.0" is no negative time.
    float time = DecimalText.parse(bytes, from, to, mark) + 0f;
    minutes = time;
    var judged = Float.isNaN(time) ? times.ofUnreadable(bytes, from, to) : times.ofNumber(time);
    if (!judged.kept()) {
      return judged;
    }
    origin = codes.position(bytes, row.from(columns.origin()), row.to(columns.origin()));
    destination =
        codes.position(bytes, row.from(columns.destination()), row.to(columns.destination()));
    if (origin < 0 || destination < 0) {
      return Verdict.UNKNOWN_ZONE;
    }
    if (judged == Verdict.GOOD && columns.km() >= 0) {
      readKm(bytes);
    }
    return judged;
  }

  private void readKm(byte[] bytes) {
    int from = row.from(columns.km());
    int to = row.to(columns.km());
    float value = DecimalText.parse(bytes, from, to, mark) + 0f;
    boolean usable = value >= 0 && value < Float.POSITIVE_INFINITY;
    km = usable ? value : Float.NaN;
    kmUnreadable = !usable && !NoValue.is(bytes, from, to);
  }

  @Override
  String raw() {
    return row.raw();
  }

  @Override
  Layout layout() {
    return columns;
  }

  @Override
  boolean tooManyFields() {
    return row.fields() > columns.count();
  }

  @Override
  boolean otherDecimalMark() {
    int field = columns.minutes();
    byte other = (byte) (format.decimalComma() ? '.' : ',');
    return !Float.isNaN(DecimalText.parse(row.bytes(), row.from(field), row.to(field), other));
  }

  @Override
  String kmColumn() {
    var name = format.km();
    return name == null ? "" : name;
  }

  @Override
  String code(boolean ofOrigin) {
    return row.text(ofOrigin ? columns.origin() : columns.destination()).strip();
  }
}
