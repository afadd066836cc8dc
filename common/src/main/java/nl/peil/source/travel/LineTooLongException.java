package nl.peil.source.travel;

import java.io.IOException;

/** A line without end: this is no text with rows. */
final class LineTooLongException extends IOException {
  private static final long serialVersionUID = 1L;
  private final long line;
  private final int maxLine;

  LineTooLongException(long line, int maxLine) {
    super("line " + line + " is longer than " + maxLine + " bytes");
    this.line = line;
    this.maxLine = maxLine;
  }

  /** The longest line that is accepted, bytes. */
  int maxLine() {
    return maxLine;
  }

  /** The line, from 1. */
  long line() {
    return line;
  }
}
