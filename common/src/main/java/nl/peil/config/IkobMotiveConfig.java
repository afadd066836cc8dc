package nl.peil.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.peil.barrier.ikob.Bicycle;
import nl.peil.barrier.ikob.IncomeClass;
import nl.peil.barrier.ikob.Motive;
import nl.peil.barrier.ikob.Parameters;
import nl.peil.barrier.ikob.Parameters.CarCost;
import nl.peil.barrier.ikob.Parameters.Deviations;
import nl.peil.barrier.ikob.Parameters.Fare;
import nl.peil.barrier.ikob.Parameters.HiredCost;
import nl.peil.barrier.ikob.PerClass;
import org.jspecify.annotations.Nullable;

/**
 * A motive of IKOB: where people travel to, and how they weigh it.
 *
 * @param motive its name: that of IKOB, e.g. werk, unless it is given another
 * @param destinations key of the service that it is about; banen is split by income class, of
 *     another service every class can use every place
 * @param parameters settings of IKOB for it
 */
public record IkobMotiveConfig(String motive, String destinations, Parameters parameters) {

  /** Service with jobs. */
  public static final String JOBS = "banen";

  private static final double MOST = 1e6;

  /**
   * Reads the motives of {@code ikob}: its {@code motives}, or {@code werk} alone.
   *
   * @param costs the section with what all motives share
   */
  static List<IkobMotiveConfig> readAll(Section costs, List<Section> motives) {
    var shared = costs(costs);
    var chosen =
        costs.optionalParsed(
            "bicycle", text -> constant(Bicycle.class, text, List.of("fiets", "e_fiets")));
    var bicycle = chosen == null ? Bicycle.FIETS : chosen;
    return motives.isEmpty()
        ? List.of(
            new IkobMotiveConfig(
                Motive.WERK.label(),
                JOBS,
                shared.forMotive(Motive.WERK.minutesPerEuro(), Motive.WERK.curves(bicycle))))
        : motives.stream().map(motive -> read(motive, shared, bicycle)).toList();
  }

  private static IkobMotiveConfig read(Section section, Parameters shared, Bicycle bicycle) {
    var parsed = section.parsed("motive", IkobMotiveConfig::motive);
    var motive = parsed == null ? Motive.WERK : parsed;
    var name = section.optionalParsed("name", SourceSections::key);
    var config =
        new IkobMotiveConfig(
            name == null ? motive.label() : name,
            motive == Motive.WERK
                ? section.text("destinations", JOBS)
                : section.text("destinations"),
            shared.forMotive(
                perClass(section, "minutes_per_euro", motive.minutesPerEuro(), MOST),
                motive.curves(bicycle)));
    section.done();
    return config;
  }

  private static Motive motive(String text) {
    return Arrays.stream(Motive.values())
        .filter(motive -> motive.label().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is not one of %s"
                        .formatted(
                            text, Arrays.stream(Motive.values()).map(Motive::label).toList())));
  }

  /** What the motives share, with IKOB's defaults. */
  private static Parameters costs(Section section) {
    var usual = Parameters.work();
    return new Parameters(
        usual.minutesPerEuro(),
        carCost(section, "fossil", usual.fossil()),
        carCost(section, "electric", usual.electric()),
        fare(section, usual.fare()),
        hiredCost(section, "shared_car", usual.sharedCar()),
        hiredCost(section, "taxi", usual.taxi()),
        perClass(section, "electric_percent", usual.electricShare(), 100),
        inUnit(section.number("free_public_transport", usual.freePublicTransport(), 0, 1)),
        perClass(section, "free_car", usual.freeCar(), 1),
        usual.curves(),
        new Deviations(
            section.flag("parking_as_labelled", false),
            section.flag("workers_come_to_work", false)));
  }

  /** A problem is told already: what follows must not stop on the number. */
  private static double inUnit(double share) {
    return Math.min(1, Math.max(0, share));
  }

  private static CarCost carCost(Section section, String key, CarCost usual) {
    var child = section.optionalChild(key);
    if (child == null) {
      return usual;
    }
    var cost =
        new CarCost(
            child.number("cent_per_km", usual.perKm(), 0, MOST),
            child.number("levy_cent_per_km", usual.levy(), 0, MOST));
    child.done();
    return cost;
  }

  private static Fare fare(Section section, Fare usual) {
    var child = section.optionalChild("fare");
    if (child == null) {
      return usual;
    }
    double cap = child.number("cap_euro", MOST, 0, MOST);
    var fare =
        new Fare(
            child.number("start_cent", usual.start(), 0, MOST),
            child.number("cent_per_km", usual.perKm(), 0, MOST),
            cap < MOST ? (@Nullable Double) cap : null);
    child.done();
    return fare;
  }

  private static HiredCost hiredCost(Section section, String key, HiredCost usual) {
    var child = section.optionalChild(key);
    if (child == null) {
      return usual;
    }
    var cost =
        new HiredCost(
            child.number("euro_per_km", usual.perKm(), 0, MOST),
            child.number("euro_per_minute", usual.perMinute(), 0, MOST));
    child.done();
    return cost;
  }

  private static PerClass perClass(Section section, String key, PerClass usual, double most) {
    var child = section.optionalChild(key);
    if (child == null) {
      return usual;
    }
    var numbers = new double[IncomeClass.COUNT];
    for (var income : IncomeClass.values()) {
      double number = child.number(income.label(), usual.of(income), 0, most);
      numbers[income.ordinal()] = Math.min(most, Math.max(0, number));
    }
    child.done();
    return new PerClass(numbers[0], numbers[1], numbers[2], numbers[3]);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text, List<String> known) {
    if (!known.contains(text)) {
      throw new IllegalArgumentException("'" + text + "' is not one of " + known);
    }
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }
}
