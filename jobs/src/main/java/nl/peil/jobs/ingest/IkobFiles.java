package nl.peil.jobs.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peil.barrier.ikob.Composition;
import nl.peil.barrier.ikob.IncomeClass;
import nl.peil.config.IkobConfig;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.CsvFormat;
import nl.peil.source.CsvTable;
import nl.peil.source.travel.NumberGrid;
import org.jspecify.annotations.Nullable;

/**
 * The files of IKOB beside the configuration: its five tables of percentages as its projects have
 * them (a row for each grade of urbanisation; a header is skipped), and parking, a CSV with columns
 * zone, arrival and departure (search times, minutes) and cost (cent per trip; may be left out).
 *
 * @param composition the percentages; null when a table is missing or wrong
 * @param parking arrival, departure and cost by zone; a zone that is not there takes nothing
 * @param problems what is wrong with the files, each with file and line; empty when all is well
 */
public record IkobFiles(
    @Nullable Composition composition, Map<Integer, List<Double>> parking, List<String> problems) {

  private static final int PREFERENCES = 4;
  private static final List<String> PARKING = List.of("arrival", "departure", "cost");

  /**
   * Reads the files.
   *
   * @param config null: there are none
   */
  public static IkobFiles read(@Nullable IkobConfig config) {
    if (config == null) {
      return new IkobFiles(null, Map.of(), List.of());
    }
    var problems = new ArrayList<String>();
    var tables = new HashMap<String, double[][]>();
    config
        .tables()
        .forEach(
            (name, file) -> {
              var rows = percentages(name, file, problems);
              if (rows != null) {
                tables.put(name, rows);
              }
            });
    Map<Integer, List<Double>> parking = new TreeMap<>();
    if (config.parking() != null) {
      try {
        parking.putAll(parking(config.parking(), problems));
      } catch (IOException | RejectedFileException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return new IkobFiles(composition(tables), parking, problems);
  }

  private static @Nullable Composition composition(Map<String, double[][]> tables) {
    var inOrder = IkobConfig.TABLES.stream().map(tables::get).toList();
    return inOrder.contains(null)
        ? null
        : new Composition(
            inOrder.get(0), inOrder.get(1), inOrder.get(2), inOrder.get(3), inOrder.get(4));
  }

  private static double @Nullable [][] percentages(String name, Path file, List<String> problems) {
    int columns =
        switch (name) {
          case "Voorkeuren" -> PREFERENCES;
          case "VoorkeurenGeenAuto" -> PREFERENCES - 1;
          default -> IncomeClass.COUNT;
        };
    NumberGrid grid;
    try {
      grid = NumberGrid.read(Files.newInputStream(file), file.toString(), "ikob");
    } catch (IOException | RejectedFileException e) {
      problems.add(String.valueOf(e.getMessage()));
      return null;
    }
    if (grid.rows().length != Composition.GRADES || grid.columns() != columns) {
      problems.add(
          "%s: expected %d rows (grade of urbanisation) of %d numbers, came %d of %d"
              .formatted(file, Composition.GRADES, columns, grid.rows().length, grid.columns()));
      return null;
    }
    // Who has no car when everybody has one? IKOB divides by what is left
    double below = name.equals("WelAuto") ? 100 : Math.nextUp(100.0);
    for (int row = 0; row < grid.rows().length; row++) {
      for (double percent : grid.rows()[row]) {
        if (percent < 0 || percent >= below) {
          problems.add(
              "%s:%d: expected a percentage of 0 to 100%s, came %s"
                  .formatted(
                      file, grid.line(row), below == 100 ? ", 100 itself apart" : "", percent));
          return null;
        }
      }
    }
    return grid.rows();
  }

  private static Map<Integer, List<Double>> parking(Path file, List<String> problems)
      throws IOException, RejectedFileException {
    var bytes = Files.readAllBytes(file);
    var names = Stream.concat(Stream.of("zone"), PARKING.stream());
    var byZone = new TreeMap<Integer, List<Double>>();
    for (var row :
        CsvTable.read(
                new ByteArrayInputStream(bytes),
                file.toString(),
                "ikob",
                CsvFormat.DETECT,
                names.collect(Collectors.toMap(name -> name, name -> name)),
                Set.of("cost"))
            .rows()) {
      var numbers = new ArrayList<Double>();
      try {
        int zone = Integer.parseInt(row.text("zone"));
        for (var column : PARKING) {
          var number = row.number(column);
          numbers.add(number == null ? 0 : number);
        }
        if (byZone.put(zone, numbers) != null) {
          problems.add(file + ":" + row.line() + ": zone " + zone + " stands here twice");
        }
      } catch (IllegalArgumentException e) {
        problems.add(file + ":" + row.line() + ": " + e.getMessage());
      }
    }
    return byZone;
  }
}
