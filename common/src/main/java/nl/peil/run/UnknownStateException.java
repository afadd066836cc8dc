package nl.peil.run;

/** A state of the tables was asked for that there is not, or not any more. */
public final class UnknownStateException extends Exception {

  private static final long serialVersionUID = 1;

  /** With what was expected, what came and what there is. */
  public UnknownStateException(String message) {
    super(message);
  }
}
