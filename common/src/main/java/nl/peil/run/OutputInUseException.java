package nl.peil.run;

/** Somebody else works on the output folder, and this command does not wait (any longer). */
public final class OutputInUseException extends Exception {

  private static final long serialVersionUID = 1;

  /** With who it is, since when, and what to do. */
  public OutputInUseException(String message) {
    super(message);
  }
}
