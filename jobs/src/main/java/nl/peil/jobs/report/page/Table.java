package nl.peil.jobs.report.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of a page: texts, ready to be read.
 *
 * @param caption what it is about
 * @param columns its columns
 * @param rows cells, as many as columns; the first names the row
 */
public record Table(String caption, List<Column> columns, List<List<Cell>> rows) {

  /**
   * A column.
   *
   * @param label what stands above it, with the unit
   * @param number it holds numbers
   */
  public record Column(String label, boolean number) {}

  /**
   * A cell.
   *
   * @param text what stands in it
   * @param note smaller, below it; may be empty
   * @param style class of the style sheet; may be empty
   */
  public record Cell(String text, String note, String style) {

    /** A text alone. */
    static Cell of(String text) {
      return new Cell(text, "", text.equals(Numbers.NONE) ? "none" : "");
    }
  }

  /** True when there is nothing in it. */
  public boolean empty() {
    return rows.isEmpty();
  }

  /** A table that begins with columns; a label that begins with # is of numbers. */
  static Builder with(String caption, String... labels) {
    return new Builder(caption, labels);
  }

  /** Collects rows. */
  static final class Builder {
    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    private Builder(String caption, String... labels) {
      this.caption = caption;
      for (var label : labels) {
        boolean number = label.startsWith("#");
        columns.add(new Column(number ? label.substring(1) : label, number));
      }
    }

    /** Adds a row of texts. */
    Builder row(String... texts) {
      return cells(List.of(texts).stream().map(Cell::of).toList());
    }

    /** Adds a row. */
    Builder cells(List<Cell> cells) {
      if (cells.size() != columns.size()) {
        throw new IllegalArgumentException(
            "expected " + columns.size() + " cells in '" + caption + "', got " + cells);
      }
      rows.add(cells);
      return this;
    }

    /** The table. */
    Table build() {
      return new Table(caption, List.copyOf(columns), List.copyOf(rows));
    }
  }
}
