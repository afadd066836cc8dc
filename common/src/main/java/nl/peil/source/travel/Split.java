package nl.peil.source.travel;

import java.io.Serializable;

/**
 * A part of a file that is read on its own; it starts where a line starts. In a binary file lines
 * are rows, and bytes are those of the whole blocks before.
 *
 * @param start first byte, in the unpacked content
 * @param end first byte after it
 * @param firstLine line number of its first line, from 1, header included
 * @param rows rows in it that are to be loaded
 */
public record Split(long start, long end, long firstLine, long rows) implements Serializable {
  private static final long serialVersionUID = 1L;
}
