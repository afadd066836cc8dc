package nl.peil.config;

import java.util.List;
import java.util.Locale;
import nl.peil.barrier.ikob.Bicycle;
import nl.peil.barrier.ikob.Curves;
import nl.peil.barrier.ikob.IncomeClass;
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
 * @param motive its name, e.g. werk
 * @param destinations key of the service that it is about; banen is split by income class, of
 *     another service every class can use every place
 * @param parameters settings of IKOB for it
 */
public record IkobMotiveConfig(String motive, String destinations, Parameters parameters) {

  /** Motive of jobs. */
  public static final String WORK = "werk";

  /** Service with jobs. */
  public static final String JOBS = "banen";

  private static final double MOST = 1e6;
  private static final List<String> LIKE_WORK = List.of(WORK, "sociaal-recreatief");
  private static final List<String> NEARBY = List.of("winkeldagelijks", "onderwijs");

  /**
   * Reads the motives of {@code ikob}: its {@code motives}, or {@code werk} alone.
   *
   * @param costs the section with what all motives share
   */
  static List<IkobMotiveConfig> readAll(Section costs, List<Section> motives) {
    var shared = costs(costs);
    var bicycle =
        costs.optionalParsed(
            "bicycle", text -> constant(Bicycle.class, text, List.of("fiets", "e_fiets")));
    var kind = bicycle == null ? Bicycle.FIETS : bicycle;
    return motives.isEmpty()
        ? List.of(
            new IkobMotiveConfig(
                WORK, JOBS, with(shared, Parameters.WORK, Curves.work(kind))))
        : motives.stream().map(motive -> read(motive, shared, kind)).toList();
  }

  private static IkobMotiveConfig read(Section section, Parameters shared, Bicycle bicycle) {
    var key = section.parsed("motive", SourceSections::key);
    var motive = key == null ? "" : key;
    var destinations =
        motive.equals(WORK) ? section.text("destinations", JOBS) : section.text("destinations");
    var config =
        new IkobMotiveConfig(
            motive,
            destinations,
            with(
                shared,
                perClass(
                    section,
                    "minutes_per_euro",
                    motive.equals(WORK) ? Parameters.WORK : Parameters.OTHER,
                    MOST),
                curves(section, motive, bicycle)));
    section.done();
    return config;
  }

  private static Curves curves(Section section, String motive, Bicycle bicycle) {
    var usual =
        LIKE_WORK.contains(motive) ? "work" : NEARBY.contains(motive) ? "nearby" : "none";
    var curves = section.text("curves", usual);
    return switch (curves) {
      case "work" -> Curves.work(bicycle);
      case "nearby" -> Curves.nearby();
      case "other_shopping" -> Curves.otherShopping();
      default -> {
        section.problem(
            "curves",
            curves.equals("none")
                ? "IKOB has no curves for motive '%s': give work, nearby or other_shopping"
                    .formatted(motive)
                : "'%s' is not one of work, nearby, other_shopping".formatted(curves));
        yield Curves.work(bicycle);
      }
    };
  }

  private static Parameters with(Parameters shared, PerClass minutesPerEuro, Curves curves) {
    return new Parameters(
        minutesPerEuro,
        shared.fossil(),
        shared.electric(),
        shared.fare(),
        shared.sharedCar(),
        shared.taxi(),
        shared.electricShare(),
        shared.freePublicTransport(),
        shared.freeCar(),
        curves,
        shared.deviations());
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
