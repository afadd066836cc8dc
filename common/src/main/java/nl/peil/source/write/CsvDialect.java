package nl.peil.source.write;

import java.util.Locale;

/** Ways to write CSV; both are UTF-8 with CRLF, and quote where it is needed (RFC 4180). */
public enum CsvDialect {
  /** Commas and decimal points, for programs. */
  PLAIN(',', '.', false),
  /** Semicolons, decimal commas and a byte order mark: what a Dutch Excel opens by itself. */
  EXCEL(';', ',', true);

  private final char separator;
  private final char decimal;
  private final boolean mark;

  CsvDialect(char separator, char decimal, boolean mark) {
    this.separator = separator;
    this.decimal = decimal;
    this.mark = mark;
  }

  /** As it is written on the command line. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  char separator() {
    return separator;
  }

  char decimal() {
    return decimal;
  }

  boolean mark() {
    return mark;
  }
}
