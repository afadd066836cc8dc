package nl.peil.measure;

import java.io.Serializable;

/**
 * What a definition becomes for one mode and service: a {@link Measure}, which has a value for one
 * row of the matrix on its own, or a {@link Gathering}, which first has to see all rows, because
 * others compete for the same opportunities.
 */
public sealed interface Stage extends Serializable permits Measure, Gathering {

  /** Stable name of the measure as stored in tables, for example {@code within_30}. */
  String name();

  /** Unit of the value of the measure; see the constants of {@link Measure}. */
  String unit();

  /** True when the value depends on the demand (people) of zones. */
  default boolean needsDemand() {
    return false;
  }
}
