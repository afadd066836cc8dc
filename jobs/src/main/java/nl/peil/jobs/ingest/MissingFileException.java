package nl.peil.jobs.ingest;

/** A file that the configuration names is not in the delivery. */
public final class MissingFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With configuration file, path and advice. */
  public MissingFileException(String message) {
    super(message);
  }
}
