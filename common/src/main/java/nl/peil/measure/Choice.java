package nl.peil.measure;

import java.util.List;
import java.util.Optional;
import nl.peil.model.Contract;

/**
 * Choice (keuze) within a travel time: no option, one, or more. Of a service with one option within
 * reach nobody can choose, and a closure hits at once.
 *
 * <p>Range: 0 (none), 1 (a part of an opportunity up to one), 2 (more than one). It never falls
 * when the threshold rises.
 *
 * @param within the opportunities that are options
 * @param name name in tables
 */
public record Choice(Cumulative within, String name) implements Measure {

  static final MeasureForm FORM =
      new MeasureForm(
          "choice",
          List.of("choice(T)", "choice(norm)"),
          "options within T minutes or the norm: 0 none, 1 one, 2 more",
          List.of("choice(30)", "choice(norm)"),
          new Contract(
              "0 if the sum of O with t <= T is 0, 1 if it is at most 1, else 2",
              OPTIONS,
              "0, 1 or 2",
              "never falls when T rises",
              "keuze: no, one or more options within the norm"),
          Choice::read);

  private static MeasureDefinition read(MeasureText text) {
    text.requireSize(1, String.join(" or ", FORM.usages()));
    if (text.word(0).equals("norm")) {
      return new WithinNorm();
    }
    double limit = text.number(0, "norm, or T in minutes");
    return MeasureDefinition.always(
        new Choice(Cumulative.within(limit), "choice_" + MeasureText.plain(limit)));
  }

  @Override
  public String unit() {
    return OPTIONS;
  }

  @Override
  public double value(Reach reach) {
    double options = within.value(reach);
    if (options <= 0) {
      return 0;
    }
    return options <= 1 ? 1 : 2;
  }

  /** Choice within the acceptable travel time: {@code choice_norm}. */
  private record WithinNorm() implements MeasureDefinition {

    @Override
    public String name() {
      return "choice_norm";
    }

    @Override
    public String unit() {
      return Measure.OPTIONS;
    }

    @Override
    public Optional<Stage> bind(Binding binding) {
      return binding.normMinutes().isPresent()
          ? Optional.of(new Choice(Cumulative.within(binding.normMinutes().getAsDouble()), name()))
          : Optional.empty();
    }
  }
}
