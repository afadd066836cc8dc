package nl.peil.source.travel;

/** What becomes of a row. */
enum Verdict {
  /** To be loaded. */
  GOOD(""),
  /** Right, but there is no journey: counted, not loaded. */
  UNREACHABLE(""),
  /** Fewer or more fields than the header, or a quote that is not closed. */
  WRONG_FIELD_COUNT("wrong_field_count"),
  /** Minutes that cannot be read: blank, NaN, a word, the other decimal mark. */
  BAD_NUMBER("bad_number"),
  /** Below 0 and no declared code. */
  NEGATIVE_TIME("negative_time"),
  /** Longer than the longest time that is believed and no declared code. */
  TIME_TOO_LONG("time_too_long"),
  /** Origin or destination is no zone of the delivery. */
  UNKNOWN_ZONE("unknown_zone"),
  /** The pair stood in an earlier row that was kept. */
  DUPLICATE_PAIR("duplicate_pair");

  private final String rule;

  Verdict(String rule) {
    this.rule = rule;
  }

  /** The rule that is broken, snake_case; empty when none is. */
  String rule() {
    return rule;
  }

  /** The row stays: it is loaded or counted as unreachable. */
  boolean kept() {
    return this == GOOD || this == UNREACHABLE;
  }
}
