package nl.peil.measure;

import java.util.List;
import java.util.Optional;

/**
 * A measure as it stands in the configuration, before mode and service are known: {@code
 * cumulative(norm)} has another threshold for every service and mode.
 */
public interface MeasureDefinition {

  /** Name of the measure, the same for every mode and service; see {@link Measure#name}. */
  String name();

  /** Unit of the measure; see {@link Measure#unit}. */
  String unit();

  /**
   * The measure for one mode and service.
   *
   * @return empty when the norm or the named curve that it needs is not given there
   */
  Optional<Stage> bind(Binding binding);

  /** From where the matrix is looked at. */
  default Direction direction() {
    return Direction.ACTIVE;
  }

  /**
   * Name of the decay curve that bindings have to supply, so that a name which no mode supplies can
   * be reported as a mistake.
   */
  default Optional<String> curve() {
    return Optional.empty();
  }

  /**
   * Reads a measure from configuration, for example {@code gravity(exponential,0.1)}, or in the
   * passive direction {@code passive(gravity(exponential,0.1))}.
   *
   * @throws IllegalArgumentException when it is not one; the message says where the text goes wrong
   *     and what is known
   */
  static MeasureDefinition parse(String text) {
    var whole = text.strip();
    if (whole.startsWith(Passive.OPEN) && whole.endsWith(")")) {
      return new Passive(parse(whole.substring(Passive.OPEN.length(), whole.length() - 1)));
    }
    var call = MeasureText.parse(text);
    for (var form : MeasureForm.all()) {
      if (form.keyword().equals(call.keyword())) {
        return form.reader().read(call);
      }
    }
    throw call.wrongKeyword(MeasureForm.all().stream().flatMap(f -> f.usages().stream()).toList());
  }

  /** A definition that is the same measure for every mode and service. */
  static MeasureDefinition always(Measure measure) {
    return new Always(measure);
  }

  /** The forms that {@link #parse} knows. */
  static List<MeasureForm> forms() {
    return MeasureForm.all();
  }

  /**
   * A measure that needs nothing from its binding.
   *
   * @param measure the measure
   */
  record Always(Measure measure) implements MeasureDefinition {

    @Override
    public String name() {
      return measure.name();
    }

    @Override
    public String unit() {
      return measure.unit();
    }

    @Override
    public Optional<Stage> bind(Binding binding) {
      return Optional.of(measure);
    }
  }
}
