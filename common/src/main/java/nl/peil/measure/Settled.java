package nl.peil.measure;

import java.io.Serializable;

/**
 * What a {@link Gathering} becomes when all origins have been seen: the same measure, which now has
 * a value for a row.
 *
 * @param name name of the measure
 * @param unit unit of the measure
 * @param needsDemand the value depends on the demand of zones
 * @param formula the value of a row
 */
record Settled(String name, String unit, boolean needsDemand, Formula formula) implements Measure {

  /** The value of a row. */
  @FunctionalInterface
  interface Formula extends Serializable {
    double of(Reach reach);
  }

  /** The measure that this was gathered for. */
  static Settled of(Gathering gathering, Formula formula) {
    return new Settled(gathering.name(), gathering.unit(), gathering.needsDemand(), formula);
  }

  @Override
  public double value(Reach reach) {
    return formula.of(reach);
  }
}
