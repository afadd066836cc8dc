package nl.peil.jobs.ikob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import nl.peil.barrier.ikob.Composition;
import nl.peil.barrier.ikob.GroupShares;
import nl.peil.barrier.ikob.IncomeClass;
import nl.peil.barrier.ikob.Motive;
import nl.peil.barrier.ikob.Parking;
import nl.peil.barrier.ikob.Population;
import nl.peil.config.ConfigProblemException;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.travel.NumberGrid;

/**
 * The zone tables of a project (SEGS).
 *
 * @param population people, cars and grade of urbanisation
 * @param destinations jobs, and what stands for them with other motives, by zone and class
 * @param parking what parking takes
 * @param shares groups of people
 */
@SuppressWarnings("ArrayRecordComponent") // read only, compared nowhere
record ProjectTables(
    Population population,
    Map<Motive, double[][]> destinations,
    Parking parking,
    GroupShares shares) {

  /** What the tables are meant for, in messages. */
  static final String TABLE = "ikob";

  /**
   * Reads all tables.
   *
   * @param others files with destinations of motives other than work
   * @throws ConfigProblemException when a folder or file is not there
   * @throws RejectedFileException when a file is not as expected; with file and line
   */
  static ProjectTables read(
      Project project, ProjectPaths paths, Set<Variant> variants, Map<Motive, Path> others)
      throws IOException, ConfigProblemException, RejectedFileException {
    return new Reader(project, paths, variants.contains(Variant.DECIMALS)).read(others);
  }

  /** Jobs, or the destinations of another motive. */
  double[][] destinations(Motive motive) {
    var found = destinations.get(motive);
    if (found == null) {
      throw new IllegalArgumentException("no destinations of motive " + motive.label());
    }
    return found;
  }

  /** Number of zones. */
  int zones() {
    return population.zones();
  }

  /**
   * Reads a file of numbers.
   *
   * @throws RejectedFileException when it is not there or not as expected
   */
  static NumberGrid grid(Path file) throws IOException, RejectedFileException {
    if (!Files.isRegularFile(file)) {
      throw rejected("no_file", file, 0, "there is no such file", "IKOB needs it in this folder");
    }
    return NumberGrid.read(Files.newInputStream(file), file.toString(), TABLE);
  }

  static RejectedFileException rejected(
      String rule, Path file, long line, String message, String advice) {
    return new RejectedFileException(rule, TABLE, file.toString(), line, message, advice);
  }

  /** Reads the tables of one project. */
  private record Reader(Project project, ProjectPaths paths, boolean decimals) {

    ProjectTables read(Map<Motive, Path> others)
        throws IOException, ConfigProblemException, RejectedFileException {
      var folder = paths.find("'segs_directory'", project.zoneTables());
      var scenario = folder.resolve(project.scenario());
      var labour = grid(scenario.resolve("Beroepsbevolking_inkomensklasse.csv"));
      int zones = labour.rows().length;
      shape(labour, zones, IncomeClass.COUNT);
      whole(labour, 0, Double.MAX_VALUE);
      var destinations = new EnumMap<Motive, double[][]>(Motive.class);
      for (var motive : project.parameters().keySet()) {
        var other = others.get(motive);
        destinations.put(
            motive,
            other == null
                ? destinations(scenario.resolve("Arbeidsplaatsen_inkomensklasse.csv"), zones)
                : destinations(other, zones));
      }
      var cars = vector(folder.resolve("CBS_autos_per_huishouden.csv"), zones);
      var artificial = project.files().artificialCars();
      if (!artificial.isEmpty()) {
        double[] most = vector(paths.find("'kunstmab'", artificial), zones);
        Arrays.setAll(cars, zone -> Math.min(cars[zone], most[zone]));
      }
      var population =
          new Population(
              labour.rows(), cars, grades(folder.resolve("Stedelijkheidsgraad.csv"), zones));
      var withCar = folder.resolve("WelAuto.csv");
      var composition =
          new Composition(
              percentages(withCar, IncomeClass.COUNT),
              percentages(folder.resolve("GeenAuto.csv"), IncomeClass.COUNT),
              percentages(folder.resolve("GeenRijbewijs.csv"), IncomeClass.COUNT),
              percentages(folder.resolve("Voorkeuren.csv"), 4),
              percentages(folder.resolve("VoorkeurenGeenAuto.csv"), 3));
      return new ProjectTables(
          population, destinations, parking(zones), shares(population, composition, withCar));
    }

    private GroupShares shares(Population population, Composition composition, Path withCar)
        throws RejectedFileException {
      try {
        return GroupShares.of(population, composition, project.groupParameters());
      } catch (IllegalArgumentException e) {
        throw rejected(
            "everybody_has_a_car",
            withCar,
            0,
            String.valueOf(e.getMessage()),
            "IKOB stops here, too: give a percentage below 100, or set cars per household to 0");
      }
    }

    /** A number for each class, or one for all of them. */
    private double[][] destinations(Path file, int zones)
        throws IOException, RejectedFileException {
      var grid = grid(file);
      if (grid.columns() == 1) {
        shape(grid, zones, 1);
        return Arrays.stream(grid.rows())
            .map(row -> new double[] {row[0], row[0], row[0], row[0]})
            .toArray(double[][]::new);
      }
      shape(grid, zones, IncomeClass.COUNT);
      return grid.rows();
    }

    private void shape(NumberGrid grid, int rows, int columns) throws RejectedFileException {
      if (grid.rows().length != rows || grid.columns() != columns) {
        throw rejected(
            "wrong_size",
            Path.of(grid.file()),
            0,
            "expected %,d rows of %,d numbers, came %,d of %,d"
                .formatted(rows, columns, grid.rows().length, grid.columns()),
            "all tables and skims of a project have the same zones in the same order");
      }
    }

    /** Whole numbers, unless decimals are allowed, within bounds. */
    private void whole(NumberGrid grid, double least, double most) throws RejectedFileException {
      for (int row = 0; row < grid.rows().length; row++) {
        for (double value : grid.rows()[row]) {
          if (value < least || value > most) {
            throw rejected(
                "out_of_range",
                Path.of(grid.file()),
                grid.line(row),
                most == Double.MAX_VALUE
                    ? "expected %s or more, came %s".formatted(least, value)
                    : "expected %s to %s, came %s".formatted(least, most, value),
                "correct the file");
          }
          if (!decimals && value != Math.rint(value)) {
            throw rejected(
                "not_whole",
                Path.of(grid.file()),
                grid.line(row),
                "expected whole numbers as IKOB does, came " + value,
                "round them, or allow decimals with --variant decimals");
          }
        }
      }
    }

    private double[] vector(Path file, int zones) throws IOException, RejectedFileException {
      var grid = grid(file);
      requireVector(grid, file, zones);
      whole(grid, -Double.MAX_VALUE, Double.MAX_VALUE);
      return grid.vector();
    }

    private static void requireVector(NumberGrid grid, Path file, int zones)
        throws RejectedFileException {
      boolean line = grid.rows().length == 1 || grid.columns() == 1;
      if (!line || grid.vector().length != zones) {
        throw rejected(
            "wrong_size",
            file,
            0,
            "expected one row or one column of %,d numbers, came %,d rows of %,d"
                .formatted(zones, grid.rows().length, grid.columns()),
            "all tables of a project have the same zones in the same order");
      }
    }

    private int[] grades(Path file, int zones) throws IOException, RejectedFileException {
      double[] grades = vector(file, zones);
      for (int zone = 0; zone < zones; zone++) {
        double grade = grades[zone];
        if (grade != Math.rint(grade) || grade < 1 || grade > Composition.GRADES) {
          throw rejected(
              "out_of_range",
              file,
              0,
              "expected a grade of urbanisation of 1 to %d for every zone, zone %d has %s"
                  .formatted(Composition.GRADES, zone + 1, grade),
              "correct the file");
        }
      }
      return Arrays.stream(grades).mapToInt(grade -> (int) grade).toArray();
    }

    private double[][] percentages(Path file, int columns)
        throws IOException, RejectedFileException {
      var grid = grid(file);
      shape(grid, Composition.GRADES, columns);
      whole(grid, 0, 100);
      return grid.rows();
    }

    private Parking parking(int zones)
        throws IOException, ConfigProblemException, RejectedFileException {
      var search = grid(paths.find("'parkeerzoektijden_bestand'", project.parkingSearch()));
      shape(search, zones, 3);
      whole(search, -Double.MAX_VALUE, Double.MAX_VALUE);
      var cost = project.files().parkingCost();
      double[] cents = new double[zones];
      if (!cost.isEmpty()) {
        var file = paths.find("'parkeerkosten'", cost);
        var grid = grid(file);
        requireVector(grid, file, zones);
        cents = grid.vector();
      }
      return new Parking(column(search, 1), column(search, 2), cents);
    }

    private static double[] column(NumberGrid grid, int column) {
      return Arrays.stream(grid.rows()).mapToDouble(row -> row[column]).toArray();
    }
  }
}
