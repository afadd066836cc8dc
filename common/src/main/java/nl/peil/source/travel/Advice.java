package nl.peil.source.travel;

import nl.peil.quality.Intake;

/**
 * Looks at the bad rows of a file for what they have in common, to say what to do about them: most
 * often the file is right and its description is not.
 */
final class Advice {

  private final TravelFormat format;
  private final ZoneCodes codes;

  private long otherMarks;
  private long tooManyFields;
  private final Repeated negative = new Repeated();
  private final Repeated tooLong = new Repeated();
  private String unknownCode = "";

  /** A value, and whether it is the only one met. */
  private static final class Repeated {
    private float value;
    private long count;
    private boolean same = true;

    void meet(float other) {
      same = count == 0 || (same && other == value);
      value = other;
      count++;
    }
  }

  Advice(TravelFormat format, ZoneCodes codes) {
    this.format = format;
    this.codes = codes;
  }

  /** Looks at a bad row, with the values that could be read. */
  void look(Verdict verdict, PairCursor row) {
    switch (verdict) {
      case WRONG_FIELD_COUNT -> tooManyFields += row.tooManyFields() ? 1 : 0;
      case BAD_NUMBER -> otherMarks += row.otherDecimalMark() ? 1 : 0;
      case NEGATIVE_TIME -> negative.meet(row.minutes);
      case TIME_TOO_LONG -> tooLong.meet(row.minutes);
      case UNKNOWN_ZONE -> {
        if (unknownCode.isEmpty()) {
          unknownCode = row.unknownCode();
        }
      }
      default -> {
        // The other verdicts need no advice.
      }
    }
  }

  /** Writes the advice into the books, once all rows were seen. */
  void give(Intake intake) {
    long rows = intake.rowsRead();
    long unreadable = intake.rowsQuarantined(Verdict.BAD_NUMBER.rule());
    if (otherMarks > 0 && 2 * otherMarks >= unreadable) {
      intake.advise(
          Verdict.BAD_NUMBER.rule(),
          format instanceof TextFormat text && text.decimalComma()
              ? "%,d of them are numbers with a decimal point: do not declare a decimal comma"
                  .formatted(otherMarks)
              : "%,d of them are numbers with a decimal comma: declare the decimal comma"
                  .formatted(otherMarks));
    }
    if (format instanceof TextFormat text
        && text.delimiter() == ','
        && tooManyFields > 0
        && 2 * tooManyFields >= rows) {
      intake.advise(
          Verdict.WRONG_FIELD_COUNT.rule(),
          "%,d rows have more fields than the header: decimal commas without quotes cannot be told"
                  .formatted(tooManyFields)
              + " from the delimiter; ask for ';' between the fields, or for quotes");
    }
    adviseCode(intake, Verdict.NEGATIVE_TIME, negative);
    adviseCode(intake, Verdict.TIME_TOO_LONG, tooLong);
    if (!tooLong.same && 2 * tooLong.count >= rows) {
      intake.advise(
          Verdict.TIME_TOO_LONG.rule(),
          "most times are above %s minutes: are they seconds? Ask for minutes"
              .formatted(format.rules().maxMinutes()));
    }
    if (2 * intake.rowsQuarantined(Verdict.UNKNOWN_ZONE.rule()) >= rows && !unknownCode.isEmpty()) {
      intake.advise(
          Verdict.UNKNOWN_ZONE.rule(),
          "most rows have a code such as '%s', the zones have codes such as '%s': load the zones"
                  .formatted(unknownCode, codes.example())
              + " that belong to this matrix; codes must be equal as text, leading zeros included");
    }
  }

  private static void adviseCode(Intake intake, Verdict verdict, Repeated repeated) {
    if (repeated.same && repeated.count > 1) {
      var value =
          repeated.value == (long) repeated.value
              ? String.valueOf((long) repeated.value)
              : String.valueOf(repeated.value);
      intake.advise(
          verdict.rule(),
          "all %,d have the value %s: declare it as unreachable if that is what it means"
              .formatted(repeated.count, value));
    }
  }
}
