package nl.peil.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.peil.model.Contract;

/**
 * Opportunities within a travel time, summarised over an interval of thresholds, so that the result
 * hangs less on one choice: the median (or mean, smallest, largest) of {@link Cumulative} at from,
 * from + step, ... up to and including to.
 *
 * <p>Range: between the number within the first and the number within the last threshold; 0 when
 * nothing can be reached. It never falls when the interval shifts up.
 *
 * <p>Source: Tomasiello, Herszenhut, Oliveira, Braga, Pereira (2023), A time interval metric for
 * cumulative opportunity accessibility, Applied Geography 157. The R package accessibility cuts the
 * result to a whole number: add {@code integer} for the same.
 */
public final class CumulativeInterval implements Measure {

  static final MeasureForm FORM =
      new MeasureForm(
          "cumulative_interval",
          List.of("cumulative_interval(T1,T2[,step[,median|mean|min|max[,integer]]])"),
          "opportunities within a travel time, summarised over the thresholds T1 to T2 by step (1"
              + " minute; median)",
          List.of(
              "cumulative_interval(30,60)",
              "cumulative_interval(40,45,1,mean)",
              "cumulative_interval(40,45,0.5,min)",
              "cumulative_interval(40,50,5,max)",
              "cumulative_interval(20,40,1,median,integer)"),
          new Contract(
              "median (or mean, min, max) over T = T1, T1 + step, ..., T2 of the sum of O with t <="
                  + " T",
              OPPORTUNITIES,
              "cumulative(T1) to cumulative(T2)",
              "never falls when T1 and T2 rise by the same",
              "Tomasiello et al. (2023), A time interval metric for cumulative opportunity"
                  + " accessibility; R accessibility, cumulative_interval (whole numbers: integer)"),
          CumulativeInterval::read);

  private static final long serialVersionUID = 1L;
  private static final int MAX_THRESHOLDS = 100_000;

  /** What is said of the numbers at all thresholds. */
  public enum Summary {
    /** Their median; of an even number the mean of the two in the middle. */
    MEDIAN,
    /** Their mean. */
    MEAN,
    /** The smallest: that of the first threshold. */
    MIN,
    /** The largest: that of the last threshold. */
    MAX
  }

  private final float[] thresholds;
  private final Summary summary;
  private final boolean integer;
  private final String name;

  /**
   * A measure over these thresholds.
   *
   * @param from first threshold, minutes, 0 or more
   * @param to last threshold, minutes; it counts when a whole number of steps leads to it
   * @param step minutes between thresholds, above 0
   * @param summary what is said of them
   * @param integer cut the result to a whole number, as the R package does
   * @throws IllegalArgumentException when from is negative, to lies below it, step is not above 0,
   *     or there are more than 100,000 thresholds
   */
  public CumulativeInterval(double from, double to, double step, Summary summary, boolean integer) {
    if (!(from >= 0 && to >= from && to < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "cumulative_interval: expected 0 <= T1 <= T2, but got " + from + " and " + to);
    }
    if (!(step > 0) || !((to - from) / step < MAX_THRESHOLDS)) {
      throw new IllegalArgumentException(
          "cumulative_interval: expected a step above 0 and at most %,d thresholds, but got %s"
              .formatted(MAX_THRESHOLDS, step));
    }
    // A step such as 0.1 does not fit a whole number of times into the interval as a double.
    int count = (int) Math.floor((to - from) / step + 1e-9) + 1;
    this.thresholds = new float[count];
    for (int i = 0; i < count; i++) {
      thresholds[i] = (float) (from + i * step);
    }
    this.summary = summary;
    this.integer = integer;
    this.name =
        "within_%s_to_%s_by_%s_%s%s"
            .formatted(
                MeasureText.plain(from),
                MeasureText.plain(to),
                MeasureText.plain(step),
                summary.name().toLowerCase(Locale.ROOT),
                integer ? "_integer" : "");
  }

  private static MeasureDefinition read(MeasureText text) {
    var usage = FORM.usages().get(0);
    if (text.size() < 2) {
      text.requireSize(2, usage);
    }
    if (text.size() > 5) {
      text.requireSize(5, usage);
    }
    double from = text.number(0, "T1 in minutes");
    double to = text.number(1, "T2 in minutes");
    double step = text.size() > 2 ? text.number(2, "step in minutes") : 1;
    var summary = Summary.MEDIAN;
    if (text.size() > 3) {
      summary =
          Arrays.stream(Summary.values())
              .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(text.word(3)))
              .findFirst()
              .orElseThrow(() -> text.wrong(3, "expected median, mean, min or max"));
    }
    if (text.size() > 4 && !text.word(4).equals("integer")) {
      throw text.wrong(4, "expected 'integer' or nothing");
    }
    try {
      return MeasureDefinition.always(
          new CumulativeInterval(from, to, step, summary, text.size() > 4));
    } catch (IllegalArgumentException refused) {
      throw text.refused(1, refused);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String unit() {
    return OPPORTUNITIES;
  }

  @Override
  public double value(Reach reach) {
    var minutes = reach.minutes();
    var opportunities = reach.opportunities();
    var within = new double[thresholds.length];
    for (int i = 0, n = reach.size(); i < n; i++) {
      int found = Arrays.binarySearch(thresholds, minutes[i]);
      int first = found >= 0 ? found : -found - 1;
      if (first < within.length) {
        within[first] += opportunities[i];
      }
    }
    double all = 0;
    for (int i = 1; i < within.length; i++) {
      within[i] += within[i - 1];
      all += within[i - 1];
    }
    int last = within.length - 1;
    all += within[last];
    double value =
        switch (summary) {
          case MEDIAN -> (within[last / 2] + within[(last + 1) / 2]) / 2;
          case MEAN -> all / within.length;
          case MIN -> within[0];
          case MAX -> within[last];
        };
    return integer ? whole(value) : value;
  }

  /** The whole number in a value; a sum such as ten times 0.1 is whole but for its last bits. */
  private static double whole(double value) {
    double nearest = Math.rint(value);
    return Math.abs(value - nearest) <= 1e-9 * Math.max(1, value) ? nearest : Math.floor(value);
  }
}
