package nl.peil.measure;

import java.util.Map;
import java.util.OptionalDouble;
import nl.peil.measure.decay.Decay;
import nl.peil.model.Mode;

/**
 * What a {@link MeasureDefinition} needs to become a {@link Measure}: for which mode and service,
 * and what is laid down for them.
 *
 * @param mode mode of the matrix
 * @param service key of the service
 * @param normMinutes acceptable travel time of the service by this mode; empty when none is given
 * @param curves named decay curves of this mode; one that has no parameters for it is absent
 */
public record Binding(
    Mode mode, String service, OptionalDouble normMinutes, Map<String, Decay> curves) {

  /** Keeps a copy of the curves. */
  public Binding {
    curves = Map.copyOf(curves);
  }
}
