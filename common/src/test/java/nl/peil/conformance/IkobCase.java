package nl.peil.conformance;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peil.barrier.ikob.Composition;
import nl.peil.barrier.ikob.ExperiencedAccessibility;
import nl.peil.barrier.ikob.GroupShares;
import nl.peil.barrier.ikob.Parameters;
import nl.peil.barrier.ikob.Parking;
import nl.peil.barrier.ikob.Population;
import nl.peil.barrier.ikob.RowWeights;
import nl.peil.barrier.ikob.SkimRow;
import nl.peil.barrier.ikob.SkimRows;

/**
 * The 12 zones in Vlaanderen with which IKOB is tested by its makers.
 *
 * @param skims matrices by name
 * @param population people
 * @param jobs jobs by zone and class
 * @param composition tables of percentages
 * @param parking search times
 */
@SuppressWarnings("ArrayRecordComponent") // read only, compared nowhere
record IkobCase(
    Map<String, double[][]> skims,
    Population population,
    double[][] jobs,
    Composition composition,
    Parking parking)
    implements SkimRows {

  static final String FOLDER = "ikob-vlaanderen/";
  static final String SOURCE = "ikob-vlaanderen, ";
  static final int ZONES = 12;

  private static final String RAW = FOLDER + "input/SEGS_raw/";

  static IkobCase read() {
    var skims = new LinkedHashMap<String, double[][]>();
    for (var row : Oracles.rows(FOLDER + "input/skims_long.csv")) {
      skims
              .computeIfAbsent(row.getField("skim"), key -> new double[ZONES][ZONES])[
              Integer.parseInt(row.getField("origin")) - 1][
              Integer.parseInt(row.getField("destination")) - 1] =
          Double.parseDouble(row.getField("value"));
    }
    var search = table("Parkeerzoektijd");
    return new IkobCase(
        skims,
        new Population(
            byClass("input/labour_force_by_income.csv", "BB_"),
            table("CBS_autos_per_huishouden")[0],
            Arrays.stream(table("Stedelijkheidsgraad")[0]).mapToInt(u -> (int) u).toArray()),
        byClass("input/jobs_by_income.csv", ""),
        new Composition(
            table("WelAuto"),
            table("GeenAuto"),
            table("GeenRijbewijs"),
            table("Voorkeuren"),
            table("VoorkeurenGeenAuto")),
        new Parking(
            Arrays.stream(search).mapToDouble(row -> row[1]).toArray(),
            Arrays.stream(search).mapToDouble(row -> row[2]).toArray(),
            new double[ZONES]));
  }

  private static double[][] byClass(String file, String prefix) {
    var names =
        prefix.isEmpty()
            ? List.of("Laag", "Middellaag", "Middelhoog", "Hoog")
            : List.of("BB_laag", "BB_middellaag", "BB_middelhoog", "BB_hoog");
    return Oracles.rows(FOLDER + file).stream()
        .map(row -> names.stream().mapToDouble(n -> Double.parseDouble(row.getField(n))).toArray())
        .toArray(double[][]::new);
  }

  /** A raw table, its header left out. */
  private static double[][] table(String name) {
    try (var csv =
        CsvReader.builder().detectBomHeader(true).ofCsvRecord(Oracles.path(RAW + name + ".csv"))) {
      return csv.stream()
          .filter(row -> row.getField(0).matches("[0-9.]+"))
          .map(row -> row.getFields().stream().mapToDouble(Double::parseDouble).toArray())
          .toArray(double[][]::new);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  GroupShares shares() {
    return GroupShares.of(population, composition, Parameters.work());
  }

  RowWeights rows() {
    return new RowWeights(Parameters.work(), parking, this);
  }

  ExperiencedAccessibility accessibility() {
    return new ExperiencedAccessibility(
        population, shares(), jobs, parking, Parameters.work(), this);
  }

  @Override
  public int zones() {
    return ZONES;
  }

  @Override
  public void read(int origin, SkimRow row) {
    fill("Auto_Tijd", origin, row.carMinutes());
    fill("Auto_Afstand", origin, row.carKm());
    fill("Fiets_Tijd", origin, row.bicycleMinutes());
    fill("OV_Tijd", origin, row.publicTransportMinutes());
    fill("OV_Afstand", origin, row.publicTransport());
    Arrays.fill(row.additionalCost(), 0);
  }

  private void fill(String skim, int origin, double[] target) {
    var matrix = skims.get(skim);
    if (matrix == null) {
      throw new IllegalStateException("no skim " + skim + " among " + skims.keySet());
    }
    System.arraycopy(matrix[origin], 0, target, 0, ZONES);
  }
}
