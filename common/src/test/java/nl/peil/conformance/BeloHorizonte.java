package nl.peil.conformance;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The city that comes with the R package accessibility (Ipea): 898 hexagons, with travel times by
 * public transport and what there is in them.
 *
 * @param area zones, travel times, and the columns that are numbers
 * @param decile income decile by zone, empty where it is not known
 */
record BeloHorizonte(StudyArea area, Map<String, String> decile) {

  static final String FOLDER = "ipea-accessibility/";
  static final String LAND_USE = FOLDER + "input/land_use_data.csv";
  static final String MATRIX = FOLDER + "input/travel_matrix.csv.gz";
  static final String INCOME = "income_per_capita";

  /** The zones that most tests of the authors are about. */
  static final List<String> FIVE =
      List.of(
          "89a88cd909bffff",
          "89a88cdb57bffff",
          "89a88cdb597ffff",
          "89a88cdb5b3ffff",
          "89a88cdb5cfffff");

  static BeloHorizonte read() {
    var landUse = Oracles.rows(LAND_USE);
    var zones = landUse.stream().map(row -> row.getField("id")).toList();
    var columns =
        Stream.of(StudyArea.POPULATION, "jobs", "schools", INCOME)
            .collect(Collectors.toMap(name -> name, name -> Oracles.numbers(landUse, name)));
    var pairs =
        Oracles.rows(MATRIX).stream()
            .map(
                row ->
                    new StudyArea.Pair(
                        row.getField("from_id"),
                        row.getField("to_id"),
                        Double.parseDouble(row.getField("travel_time"))))
            .toList();
    return new BeloHorizonte(
        new StudyArea(zones, columns, pairs),
        landUse.stream()
            .collect(
                Collectors.toMap(row -> row.getField("id"), row -> row.getField("income_decile"))));
  }
}
