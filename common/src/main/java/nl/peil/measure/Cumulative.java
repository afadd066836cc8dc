package nl.peil.measure;

import java.util.List;
import java.util.Optional;
import nl.peil.model.Contract;

/**
 * Opportunities within a travel time, the threshold included.
 *
 * <p>Range: 0 to the sum of the opportunities; 0 when nothing can be reached. It never falls when
 * the threshold rises.
 *
 * @param limit threshold in minutes, 0 or more; compared as float, as travel times are stored, so
 *     that 12.3 minutes lies within 12.3
 * @param name name in tables
 */
public record Cumulative(double limit, String name) implements Measure {

  static final MeasureForm FORM =
      new MeasureForm(
          "cumulative",
          List.of("cumulative(T)", "cumulative(norm)"),
          "opportunities within T minutes, or within the norm of the service and mode",
          List.of("cumulative(30)", "cumulative(12.3)", "cumulative(norm)"),
          new Contract(
              "sum of O with t <= T, T included",
              OPPORTUNITIES,
              "0 to the sum of O",
              "never falls when T rises",
              "cumulative opportunities: Wickstrom (1971), Wachs and Kumagai (1973)"),
          Cumulative::read);

  /**
   * Checks the threshold.
   *
   * @throws IllegalArgumentException when it is not a finite number of at least 0
   */
  public Cumulative {
    if (!(limit >= 0 && limit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + ": the threshold must be 0 or more minutes, but is " + limit);
    }
  }

  /**
   * Opportunities within a fixed time: {@code within_30}.
   *
   * @param minutes threshold, 0 or more
   */
  public static Cumulative within(double minutes) {
    return new Cumulative(minutes, "within_" + MeasureText.plain(minutes));
  }

  private static MeasureDefinition read(MeasureText text) {
    text.requireSize(1, String.join(" or ", FORM.usages()));
    if (text.word(0).equals("norm")) {
      return new WithinNorm();
    }
    return MeasureDefinition.always(within(text.number(0, "norm, or T in minutes")));
  }

  @Override
  public String unit() {
    return OPPORTUNITIES;
  }

  @Override
  public double value(Reach reach) {
    var minutes = reach.minutes();
    var opportunities = reach.opportunities();
    float threshold = (float) limit;
    double sum = 0;
    for (int i = 0, n = reach.size(); i < n; i++) {
      if (minutes[i] <= threshold) {
        sum += opportunities[i];
      }
    }
    return sum;
  }

  /** Opportunities within the acceptable travel time: {@code within_norm}. */
  private record WithinNorm() implements MeasureDefinition {

    @Override
    public String name() {
      return "within_norm";
    }

    @Override
    public String unit() {
      return Measure.OPPORTUNITIES;
    }

    @Override
    public Optional<Stage> bind(Binding binding) {
      return binding.normMinutes().isPresent()
          ? Optional.of(new Cumulative(binding.normMinutes().getAsDouble(), name()))
          : Optional.empty();
    }
  }
}
