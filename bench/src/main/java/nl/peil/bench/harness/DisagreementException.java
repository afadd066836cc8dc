package nl.peil.bench.harness;

/** Two contestants came to different answers: their times say nothing. */
public final class DisagreementException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Says who differs, and where. */
  public DisagreementException(String message) {
    super(message);
  }
}
