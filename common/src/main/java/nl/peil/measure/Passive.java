package nl.peil.measure;

import java.util.Optional;

/**
 * A measure in the passive direction: from where can this zone be reached, over the times from
 * there to here. Written {@code passive(cumulative(30))}.
 *
 * @param active the measure in the active direction
 */
record Passive(MeasureDefinition active) implements MeasureDefinition {

  static final String OPEN = "passive(";

  /**
   * Wraps a measure.
   *
   * @throws IllegalArgumentException when it is one with a direction of its own
   */
  Passive {
    if (active.direction() != Direction.ACTIVE) {
      throw new IllegalArgumentException(
          "passive(" + active.name() + "): the measure is passive already; leave passive() out");
    }
  }

  @Override
  public String name() {
    return Direction.PASSIVE.prefix() + active.name();
  }

  @Override
  public String unit() {
    return active.unit();
  }

  @Override
  public Direction direction() {
    return Direction.PASSIVE;
  }

  @Override
  public Optional<Stage> bind(Binding binding) {
    return active.bind(binding);
  }

  @Override
  public Optional<String> curve() {
    return active.curve();
  }
}
