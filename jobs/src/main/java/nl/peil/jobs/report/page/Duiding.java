package nl.peil.jobs.report.page;

import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * What the region itself says of its figures: Markdown, with the author and the date in front when
 * they are given. HTML in it is shown as text, and links that are no addresses lead nowhere.
 *
 * @param html the text as HTML; empty: there is none
 * @param author who wrote it; empty: not said
 * @param date when; empty: not said
 */
public record Duiding(String html, String author, String date) {

  /** Nobody said anything. */
  public static final Duiding NONE = new Duiding("", "", "");

  private static final String FENCE = "---";

  /**
   * Reads a text.
   *
   * @param markdown the text; may begin with lines {@code auteur: NAME} and {@code datum: DATE}
   *     (author, date) between lines of three dashes
   */
  public static Duiding of(String markdown) {
    var lines = markdown.replace("\uFEFF", "").lines().toList();
    var author = "";
    var date = "";
    int start = 0;
    if (!lines.isEmpty() && lines.get(0).strip().equals(FENCE)) {
      int end = end(lines);
      for (var line : lines.subList(1, Math.max(1, end))) {
        author = line.matches("(?i)\\s*(auteur|author)\\s*:.*") ? value(line) : author;
        date = line.matches("(?i)\\s*(datum|date)\\s*:.*") ? value(line) : date;
      }
      start = end < 0 ? 0 : end + 1;
    }
    var document =
        Parser.builder().build().parse(String.join("\n", lines.subList(start, lines.size())));
    var html = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build().render(document);
    return new Duiding(html, author, date);
  }

  private static int end(List<String> lines) {
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(FENCE)) {
        return i;
      }
    }
    return -1;
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }
}
