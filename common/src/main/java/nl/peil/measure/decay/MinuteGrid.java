package nl.peil.measure.decay;

/**
 * Travel times are stored as float with one decimal, but 12.3f is not the number 12.3. This reads a
 * float as the decimal that was written, so that 12.3 minutes meets a threshold of 12.3 and a
 * nearest service at 5.6 minutes is reported as 5.6.
 */
public final class MinuteGrid {

  /** Steps in a minute: travel times come with one decimal. */
  public static final int STEPS_PER_MINUTE = 10;

  /** What {@link #step} returns for a time that does not lie on the grid. */
  public static final int OFF_GRID = -1;

  private MinuteGrid() {}

  /**
   * The number of tenths of a minute.
   *
   * @param minutes travel time, 0 or more
   * @return tenths of a minute when the float is the one nearest to that decimal, else {@link
   *     #OFF_GRID}
   */
  public static int step(float minutes) {
    int step = (int) (minutes * STEPS_PER_MINUTE + 0.5f);
    // Both sides are correctly rounded, so this holds just for the float of that decimal.
    return minutes == step / (float) STEPS_PER_MINUTE ? step : OFF_GRID;
  }

  /**
   * The time as the decimal that was written, for example 12.3 for 12.3f; a time between the steps
   * of the grid is taken as the float it is.
   *
   * @param minutes travel time, 0 or more
   */
  public static double decimal(float minutes) {
    int step = step(minutes);
    return step == OFF_GRID ? minutes : step / (double) STEPS_PER_MINUTE;
  }
}
