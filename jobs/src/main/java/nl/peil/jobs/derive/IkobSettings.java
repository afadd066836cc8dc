package nl.peil.jobs.derive;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.peil.barrier.ikob.Composition;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.IkobConfig;
import nl.peil.model.Period;
import nl.peil.table.Slice;
import org.jspecify.annotations.Nullable;

/**
 * What experienced accessibility is computed with.
 *
 * @param config the configuration
 * @param composition percentages of groups
 * @param parking arrival and departure (minutes) and cost (cent) by zone
 */
public record IkobSettings(
    IkobConfig config, Composition composition, Map<Integer, List<Double>> parking) {

  /** Defaults, with nobody in any group: for what only asks which tables there are. */
  public static final IkobSettings DEFAULT =
      new IkobSettings(
          IkobConfig.DEFAULT,
          new Composition(
              new double[Composition.GRADES][4],
              new double[Composition.GRADES][4],
              new double[Composition.GRADES][4],
              new double[Composition.GRADES][4],
              new double[Composition.GRADES][3]),
          Map.of());

  /**
   * From the configuration and its files.
   *
   * @param config null: nobody asked for it
   * @param composition null when there is a problem with it
   * @param parking arrival and departure (minutes) and cost (cent) by zone
   * @param problems what is wrong with the files
   * @return null when nobody asked for it
   * @throws ConfigProblemException with the problems, when there are any
   */
  public static @Nullable IkobSettings of(
      @Nullable IkobConfig config,
      @Nullable Composition composition,
      Map<Integer, List<Double>> parking,
      List<String> problems)
      throws ConfigProblemException {
    if (!problems.isEmpty()) {
      throw new ConfigProblemException(problems);
    }
    return config == null
        ? null
        : new IkobSettings(
            config, Objects.requireNonNull(composition, "composition"), new TreeMap<>(parking));
  }

  /** True for a slice with a period that is asked for. */
  boolean wanted(Slice slice) {
    return config.wanted(Period.of(slice.get("period")));
  }

  /**
   * Everything that a number depends on besides tables, the content of files included; where they
   * stand does not matter.
   */
  String text() {
    return List.of(
            config.modes(),
            new TreeMap<>(config.detour()),
            config.indicators(),
            config.motives(),
            Arrays.deepToString(
                new double[][][] {
                  composition.withCar(),
                  composition.withoutCar(),
                  composition.withoutLicence(),
                  composition.preferences(),
                  composition.preferencesWithoutCar()
                }),
            parking)
        .toString();
  }
}
