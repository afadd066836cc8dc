package nl.peil.source.travel;

/** Applies {@link TimeRules} to one value after another, without making an object for any. */
final class TimeJudge {

  private final float[] unreachable;
  private final float maxMinutes;
  private final boolean blankIsUnreachable;

  TimeJudge(TimeRules rules) {
    this.unreachable = new float[rules.unreachable().size()];
    for (int i = 0; i < unreachable.length; i++) {
      unreachable[i] = rules.unreachable().get(i);
    }
    this.maxMinutes = rules.maxMinutes();
    this.blankIsUnreachable = rules.blankIsUnreachable();
  }

  /** Judges minutes that could be read: good, unreachable, negative or too long. */
  Verdict ofNumber(float minutes) {
    for (float code : unreachable) {
      if (minutes == code) {
        return Verdict.UNREACHABLE;
      }
    }
    if (minutes < 0) {
      return Verdict.NEGATIVE_TIME;
    }
    return minutes > maxMinutes ? Verdict.TIME_TOO_LONG : Verdict.GOOD;
  }

  /** Judges text from which no number could be read. */
  Verdict ofUnreadable(byte[] bytes, int from, int to) {
    return blankIsUnreachable && NoValue.is(bytes, from, to)
        ? Verdict.UNREACHABLE
        : Verdict.BAD_NUMBER;
  }

  /**
   * Judges a value of a binary file: one that is no finite number stands for what text says with a
   * word.
   */
  Verdict ofValue(float minutes) {
    if (Float.isNaN(minutes) || Float.isInfinite(minutes)) {
      return ofMissing();
    }
    return ofNumber(minutes);
  }

  /** Judges a value that is not there. */
  Verdict ofMissing() {
    return blankIsUnreachable ? Verdict.UNREACHABLE : Verdict.BAD_NUMBER;
  }
}
