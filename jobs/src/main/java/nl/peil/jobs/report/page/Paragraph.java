package nl.peil.jobs.report.page;

import java.util.List;

/**
 * A sentence or some, with a list below when there is one.
 *
 * @param text the sentences
 * @param items the list; may be empty
 */
public record Paragraph(String text, List<String> items) {

  /** Sentences alone. */
  static Paragraph of(String text) {
    return new Paragraph(text, List.of());
  }
}
