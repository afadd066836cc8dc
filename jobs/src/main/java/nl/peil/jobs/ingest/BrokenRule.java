package nl.peil.jobs.ingest;

/** A row breaks a rule, and is set aside with its name. */
final class BrokenRule extends Exception {

  private static final long serialVersionUID = 1L;

  private final String rule;

  /** Of this name, snake_case. */
  BrokenRule(String rule) {
    super(rule);
    this.rule = rule;
  }

  /** Name of the rule. */
  String rule() {
    return rule;
  }
}
