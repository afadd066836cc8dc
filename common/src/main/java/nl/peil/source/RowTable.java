package nl.peil.source;

import java.util.List;

/** A table that was read whole: from a CSV file or from a sheet of a workbook. */
public interface RowTable {

  /** Rows in the order of the file. */
  List<CsvRow> rows();
}
