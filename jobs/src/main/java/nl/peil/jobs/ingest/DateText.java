package nl.peil.jobs.ingest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dates as files have them: 2024-01-31, or 31-1-2024 as in Dutch. */
final class DateText {

  private static final DateTimeFormatter DUTCH =
      DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT);

  private DateText() {}

  /** The date; null when the text is none. */
  static @Nullable LocalDate read(String text) {
    for (var format : List.of(DateTimeFormatter.ISO_LOCAL_DATE, DUTCH)) {
      try {
        return LocalDate.parse(text, format);
      } catch (DateTimeParseException e) {
        // the next way to write it; a text that is none of them is no date
      }
    }
    return null;
  }
}
