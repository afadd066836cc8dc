package nl.peil.jobs.derive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peil.barrier.ikob.Category;
import nl.peil.barrier.ikob.Composition;
import nl.peil.barrier.ikob.GroupShares;
import nl.peil.barrier.ikob.IncomeClass;
import nl.peil.barrier.ikob.Parameters;
import nl.peil.barrier.ikob.Parking;
import nl.peil.barrier.ikob.Passes;
import nl.peil.barrier.ikob.Population;
import nl.peil.config.IkobMotiveConfig;
import nl.peil.measure.ZoneIndex;
import nl.peil.table.BarrierTables;
import nl.peil.table.Derived;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What IKOB is to know of the zones: who lives there, from barriers, and where the jobs are, from
 * opportunities. People of whom something is unknown are left out, and their zones have a reason.
 */
final class IkobZones {

  static final String UNKNOWN_LABOUR_FORCE = "unknown_labour_force";
  static final String UNKNOWN_CARS = "unknown_cars";
  static final String UNKNOWN_URBANISATION = "unknown_urbanisation";

  private static final List<String> SPLIT =
      Arrays.stream(IncomeClass.values()).map(income -> "count_" + income.label()).toList();

  private final IkobSettings settings;
  private final ZoneIndex zones;
  private final double[] x;
  private final double[] y;

  /** Values by scenario-year and indicator, by place of the zone; NaN: unknown. */
  private final Map<Slice, Map<String, double[]>> indicators = new HashMap<>();

  /** Destinations by scenario-year and service, by place of the zone, then class. */
  private final Map<Slice, Map<String, double[][]>> destinations = new HashMap<>();

  private IkobZones(IkobSettings settings, List<Row> rows) {
    this.settings = settings;
    this.zones = new ZoneIndex(rows.stream().mapToInt(row -> row.getInt(0)).toArray());
    this.x = rows.stream().mapToDouble(row -> row.getDouble(1)).toArray();
    this.y = rows.stream().mapToDouble(row -> row.getDouble(2)).toArray();
  }

  /** Reads the zones and their people. */
  static IkobZones people(Derived.Inputs inputs, IkobSettings settings) {
    var read =
        new IkobZones(
            settings,
            inputs.rows(InputTables.ZONES, "zone", "x", "y", "delivered").stream()
                .filter(row -> row.getBoolean(3))
                .sorted(Comparator.comparingInt(row -> row.getInt(0)))
                .toList());
    var wanted = settings.config().indicators();
    for (var row :
        inputs.rows(BarrierTables.BARRIERS, "scenario", "year", "zone", "indicator", "value")) {
      if (wanted.contains(row.getString(3)) && !row.isNullAt(4)) {
        read.indicators.computeIfAbsent(year(row), key -> new HashMap<>())
                .computeIfAbsent(row.getString(3), key -> read.unknown())[
                read.zones.position(row.getInt(2))] =
            row.getDouble(4);
      }
    }
    return read;
  }

  /** Reads the zones, their people and their destinations. */
  static IkobZones read(Derived.Inputs inputs, IkobSettings settings) {
    var read = people(inputs, settings);
    var services =
        settings.config().motives().stream().map(IkobMotiveConfig::destinations).toList();
    for (var row :
        inputs.rows(
            InputTables.OPPORTUNITIES,
            "scenario",
            "year",
            "service",
            "zone",
            "count",
            SPLIT.get(0),
            SPLIT.get(1),
            SPLIT.get(2),
            SPLIT.get(3))) {
      var service = row.getString(2);
      if (services.contains(service)) {
        read.destinations.computeIfAbsent(year(row), key -> new HashMap<>())
                .computeIfAbsent(service, key -> new double[read.zones.size()][IncomeClass.COUNT])[
                read.zones.position(row.getInt(3))] =
            split(row, service);
      }
    }
    return read;
  }

  private static double[] split(Row row, String service) {
    var split = new double[IncomeClass.COUNT];
    if (!service.equals(IkobMotiveConfig.JOBS)) {
      Arrays.fill(split, row.getDouble(4));
      return split;
    }
    if (row.getDouble(4) == 0) {
      return split; // also a zone that the table of jobs leaves out
    }
    for (int k = 0; k < split.length; k++) {
      if (row.isNullAt(5 + k)) {
        throw new IllegalStateException(
            ("ikob: expected jobs by income class, zone %d of %s has none; name the columns %s"
                    + " under opportunities, and fill them in every row")
                .formatted(row.getInt(3), year(row).id(), SPLIT));
      }
      split[k] = row.getDouble(5 + k);
    }
    return split;
  }

  private static Slice year(Row row) {
    return Slice.of("scenario", row.getString(0), "year", Integer.toString(row.getInt(1)));
  }

  private double[] unknown() {
    var values = new double[zones.size()];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** The zones. */
  ZoneIndex zones() {
    return zones;
  }

  /** RD x of the zones, metres. */
  double[] x() {
    return x;
  }

  /** RD y of the zones, metres. */
  double[] y() {
    return y;
  }

  /**
   * The people of a scenario-year.
   *
   * @param population those of whom everything is known
   * @param unknown by place of the zone why its people are left out; null: they are not
   */
  @SuppressWarnings("ArrayRecordComponent") // read only, compared nowhere
  record People(Population population, @Nullable String[] unknown) {}

  /** The people of a scenario-year. */
  People people(Slice year) {
    int size = zones.size();
    var config = settings.config();
    var values = indicators.getOrDefault(year, Map.of());
    var none = unknown();
    var cars = values.getOrDefault(config.cars(), none);
    var households =
        config.households() == null ? null : values.getOrDefault(config.households(), none);
    var urbanisation = values.getOrDefault(config.urbanisation(), none);
    var byClass =
        config.labourForce().stream().map(name -> values.getOrDefault(name, none)).toList();
    var labourForce = new double[size][IncomeClass.COUNT];
    var carsPer100 = new double[size];
    var grades = new int[size];
    var unknown = new @Nullable String[size];
    for (int zone = 0; zone < size; zone++) {
      double total = 0;
      boolean negative = false;
      for (int k = 0; k < IncomeClass.COUNT; k++) {
        labourForce[zone][k] = byClass.get(k)[zone];
        negative |= labourForce[zone][k] < 0;
        total += labourForce[zone][k];
      }
      double per100 = households == null ? cars[zone] : 100 * cars[zone] / households[zone];
      double grade = urbanisation[zone];
      boolean graded = grade >= 1 && grade <= Composition.GRADES && grade == Math.rint(grade);
      if (Double.isNaN(total) || negative) {
        unknown[zone] = UNKNOWN_LABOUR_FORCE;
      } else if (total > 0 && !Double.isFinite(per100)) {
        unknown[zone] = UNKNOWN_CARS;
      } else if (total > 0 && !graded) {
        unknown[zone] = UNKNOWN_URBANISATION;
      }
      if (unknown[zone] != null) {
        labourForce[zone] = new double[IncomeClass.COUNT];
      }
      carsPer100[zone] = Double.isFinite(per100) ? per100 : 0;
      grades[zone] = graded ? (int) grade : 1;
    }
    return new People(new Population(labourForce, carsPer100, grades), unknown);
  }

  /** Destinations of a service in a scenario-year, by place of the zone, then class. */
  double[][] destinations(Slice year, String service) {
    return destinations
        .getOrDefault(year, Map.of())
        .getOrDefault(service, new double[zones.size()][IncomeClass.COUNT]);
  }

  /** What is computed for a motive. */
  Passes passes(Population population, double[][] destinations, Parameters parameters) {
    return new Passes(
        population,
        GroupShares.of(population, settings.composition(), parameters),
        destinations,
        parking(),
        parameters,
        List.of(Category.ALLE_GROEPEN));
  }

  private Parking parking() {
    var parking = Parking.none(zones.size());
    settings
        .parking()
        .forEach(
            (zone, numbers) -> {
              int place = zones.find(zone);
              if (place >= 0) {
                parking.arrival()[place] = numbers.get(0);
                parking.departure()[place] = numbers.get(1);
                parking.cost()[place] = numbers.get(2);
              }
            });
    return parking;
  }
}
