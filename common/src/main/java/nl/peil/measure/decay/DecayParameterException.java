package nl.peil.measure.decay;

/** A parameter of a decay has a value that is not allowed; says which, so that a text can point. */
public final class DecayParameterException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int parameter;

  /**
   * The error.
   *
   * @param parameter place of the parameter among the numbers of {@link DecayFamily#make}, from 0
   * @param message what was expected and what came
   */
  public DecayParameterException(int parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /** Place of the parameter among the numbers of {@link DecayFamily#make}, from 0. */
  public int parameter() {
    return parameter;
  }

  /** Refuses what is not a finite number above 0. */
  static void requireAboveZero(int parameter, String family, String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw refused(parameter, family, name + " must be more than 0", value);
    }
  }

  /** Refuses what is not a finite number of at least 0. */
  static void requireNotNegative(int parameter, String family, String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw refused(parameter, family, name + " must be at least 0", value);
    }
  }

  /** Refuses what is not a finite number. */
  static void requireFinite(int parameter, String family, String name, double value) {
    if (!Double.isFinite(value)) {
      throw refused(parameter, family, name + " must be a finite number", value);
    }
  }

  /** The error for a value: {@code <family> decay: <expected>, but is <value>}. */
  static DecayParameterException refused(
      int parameter, String family, String expected, double value) {
    return new DecayParameterException(
        parameter, family + " decay: " + expected + ", but is " + value);
  }
}
