package nl.peil.jobs;

/** Finds the sentence that says what went wrong in a chain of exceptions. */
final class Failure {

  private Failure() {}

  /** The message of the innermost cause that has one, without stack traces. */
  static String describe(Throwable failure) {
    var message = firstLines(failure);
    for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      var inner = cause.getMessage();
      if (inner != null && !inner.isBlank()) {
        message = firstLines(cause);
      }
    }
    return message;
  }

  private static String firstLines(Throwable failure) {
    var message = failure.getMessage();
    if (message == null || message.isBlank()) {
      return failure.getClass().getSimpleName();
    }
    int trace = message.indexOf("\n\tat ");
    return (trace < 0 ? message : message.substring(0, trace)).strip();
  }
}
