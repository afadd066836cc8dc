package nl.peil.config;

import java.util.List;

/** The configuration is wrong; all problems that were found, each with file, line and key. */
public final class ConfigProblemException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /** With every problem found. */
  public ConfigProblemException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems, one text each. */
  public List<String> problems() {
    return problems;
  }
}
