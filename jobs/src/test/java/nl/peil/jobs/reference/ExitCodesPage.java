package nl.peil.jobs.reference;

import nl.peil.jobs.ExitCode;

/** Writes docs/reference/exit-codes.md from what the program ends with. */
final class ExitCodesPage {

  private static final String HEAD =
      """
      # Exit codes

      Written from the enum ExitCode; a test fails when this page differs from it. A number keeps its meaning: a new meaning gets a new number.
      What to look at when something fails is in [operations](../operations.md#when-a-run-fails), a schedule that acts on it in [schedule](../how-to/schedule.md), what programs can read besides in [what programs can read](machine-output.md).

      *Again* tells whether the same command may go well later, with nobody correcting anything.

      | exit code | meaning | what to do | again |
      | ---: | --- | --- | --- |
      """;

  private ExitCodesPage() {}

  /** The text of the page. */
  static String render() {
    var text = new StringBuilder(HEAD);
    for (var code : ExitCode.values()) {
      text.append(
          "| %d | %s | %s | %s |%n"
              .formatted(
                  code.code(),
                  code.meaning(),
                  code.remedy(),
                  code.worthTryingAgain() ? "yes" : "no"));
    }
    return text.toString().replace("\r\n", "\n");
  }
}
