package nl.peil.run;

import nl.peil.quality.Intake;

/**
 * The books of the files that one slice is made from: read = loaded + leftOut + quarantined.
 *
 * @param read rows read
 * @param loaded rows that went into the slice; a row can become a part of a row, or of several
 * @param leftOut rows that say themselves that they hold nothing to store
 * @param quarantined rows set aside
 */
public record FileRows(long read, long loaded, long leftOut, long quarantined) {

  /** Nothing read from files. */
  public static final FileRows NONE = new FileRows(0, 0, 0, 0);

  /** The books of one file. */
  static FileRows of(Intake intake) {
    return new FileRows(
        intake.rowsRead(), intake.rowsLoaded(), intake.rowsLeftOut(), intake.rowsQuarantined());
  }

  FileRows plus(FileRows other) {
    return new FileRows(
        read + other.read,
        loaded + other.loaded,
        leftOut + other.leftOut,
        quarantined + other.quarantined);
  }
}
