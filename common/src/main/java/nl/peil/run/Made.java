package nl.peil.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peil.quality.Finding;
import nl.peil.quality.Intake;
import nl.peil.quality.QuarantinedRow;
import nl.peil.quality.Severity;
import nl.peil.table.DataFile;
import nl.peil.table.Slice;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What came of making a batch: rows for the slices that could be made, and what is to be said about
 * all of them.
 */
public final class Made {

  private final List<Slice> slices = new ArrayList<>();
  private final Map<Slice, FileRows> books = new LinkedHashMap<>();
  private final List<SliceFinding> findings = new ArrayList<>();
  private final List<QuarantinedRow> quarantined = new ArrayList<>();
  private @Nullable Dataset<Row> rows;
  private @Nullable List<DataFile> files;

  /**
   * A finding and the slice it concerns.
   *
   * @param slice the slice
   * @param finding the finding
   */
  public record SliceFinding(Slice slice, Finding finding) {}

  /** No slice, of files of which nobody knows which slices they hold. */
  public static Made nothing(List<Finding> findings) {
    var made = new Made();
    findings.forEach(finding -> made.rejected(Slice.ALL, finding));
    return made;
  }

  /** A slice was made. */
  public Made accept(Slice slice) {
    if (!slices.contains(slice)) {
      slices.add(slice);
    }
    return this;
  }

  /** A file of a slice was read, with these books. */
  public Made booked(Slice slice, Intake intake) {
    books.merge(slice, FileRows.of(intake), FileRows::plus);
    intake.findings().forEach(finding -> findings.add(new SliceFinding(slice, finding)));
    quarantined.addAll(intake.quarantined());
    return this;
  }

  /** Something to say about a slice. */
  public Made found(Slice slice, Finding finding) {
    findings.add(new SliceFinding(slice, finding));
    return this;
  }

  /** A file was rejected: the slice is not made, and what was stored of it stays. */
  public Made rejected(Slice slice, Finding finding) {
    slices.remove(slice);
    findings.add(new SliceFinding(slice, finding));
    return this;
  }

  /** The rows of all accepted slices. */
  public Made rows(Dataset<Row> dataset) {
    rows = dataset;
    return this;
  }

  /** The rows of all accepted slices; null when none was accepted or files were written. */
  public @Nullable Dataset<Row> rows() {
    return rows;
  }

  /** The files that were written for the accepted slices, in the place of rows. */
  public Made files(List<DataFile> written) {
    files = List.copyOf(written);
    return this;
  }

  /** The files of all accepted slices; null when their rows are given. */
  public @Nullable List<DataFile> files() {
    return files;
  }

  /** The slices that were made. */
  public List<Slice> slices() {
    return List.copyOf(slices);
  }

  /** The books of a slice. */
  public FileRows books(Slice slice) {
    return books.getOrDefault(slice, FileRows.NONE);
  }

  /** Everything found. */
  public List<SliceFinding> findings() {
    return List.copyOf(findings);
  }

  /** Rows set aside. */
  public List<QuarantinedRow> quarantined() {
    return List.copyOf(quarantined);
  }

  /** The rejections among the findings. */
  public List<Finding> rejections() {
    return findings.stream()
        .map(SliceFinding::finding)
        .filter(finding -> finding.severity() == Severity.REJECT)
        .toList();
  }
}
