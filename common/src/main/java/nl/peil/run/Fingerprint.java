package nl.peil.run;

/**
 * What a file was when it was read.
 *
 * @param path path relative to the delivery
 * @param size bytes
 * @param modifiedMillis time of last change, milliseconds since 1970; {@link #UNSETTLED} when the
 *     file had only just changed
 * @param sha256 hash of the content, hexadecimal
 */
public record Fingerprint(String path, long size, long modifiedMillis, String sha256) {

  /** Stands for a time of change that cannot be relied on to show the next change. */
  public static final long UNSETTLED = -1;
}
