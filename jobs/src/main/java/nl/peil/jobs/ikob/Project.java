package nl.peil.jobs.ikob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.barrier.ikob.Bicycle;
import nl.peil.barrier.ikob.Category;
import nl.peil.barrier.ikob.IncomeClass;
import nl.peil.barrier.ikob.Motive;
import nl.peil.barrier.ikob.Parameters;
import nl.peil.barrier.ikob.Parameters.CarCost;
import nl.peil.barrier.ikob.Parameters.Fare;
import nl.peil.barrier.ikob.Parameters.HiredCost;
import nl.peil.config.ConfigProblemException;

/**
 * An IKOB project: what its JSON says.
 *
 * @param name name of the project, and of the folder of results
 * @param scenario folder of labour force and jobs
 * @param zoneTables folder of zone tables (SEGS), as written
 * @param skims folder of skims, as written
 * @param partsOfDay folders of skims (dagsoort)
 * @param categories over whom jobs within reach are averaged, in their order
 * @param parameters settings of the calculation, by motive, in the order of the motives
 * @param parkingSearch file of search times, as written
 * @param files optional files that are switched on
 * @param notes what the user should know, such as settings that have a default
 */
record Project(
    String name,
    String scenario,
    String zoneTables,
    String skims,
    List<String> partsOfDay,
    List<Category> categories,
    Map<Motive, Parameters> parameters,
    String parkingSearch,
    Files files,
    List<String> notes) {

  private static final String SKIMS = "skims";
  private static final String ADVANCED = "geavanceerd";
  private static final String USED = "gebruiken";
  private static final String FILE = "bestand";

  /**
   * Files that a project need not have; empty: it has none.
   *
   * @param fares fares stand in {@code OV_Kosten}, instead of kilometres in {@code OV_Afstand}
   * @param parkingCost cent at the destination
   * @param additionalCost matrix, cent
   * @param artificialCars cars per 100 households, at most
   */
  record Files(boolean fares, String parkingCost, String additionalCost, String artificialCars) {}

  /** Settings of the division into groups, which are the same for all motives. */
  Parameters groupParameters() {
    return parameters.values().iterator().next();
  }

  /**
   * Reads a project.
   *
   * @param variants where not to do as IKOB does
   * @throws ConfigProblemException when it cannot be used, with all that is wrong
   */
  static Project read(Path file, Set<Variant> variants) throws IOException, ConfigProblemException {
    var json = ProjectJson.read(file);
    var motives =
        json.texts(
            Arrays.stream(Motive.values()).map(Motive::label).toList(), "project", "motieven");
    incomeClasses(json);
    refuse(json, "chains (P+R) need experienced times that no step of IKOB produces", "chains");
    refuse(
        json,
        "a list of destinations goes with chains, which IKOB cannot compute",
        "bestemmingslijst");
    var categories =
        json
            .texts(
                Arrays.stream(Category.values()).map(Category::label).toList(),
                ADVANCED,
                "welke_groepen")
            .stream()
            .flatMap(label -> Arrays.stream(Category.values()).filter(c -> c.label().equals(label)))
            .distinct()
            .toList();
    var project =
        new Project(
            json.text("project", "naam"),
            json.text("project", "verstedelijkingsscenario"),
            json.text("project", "paden", "segs_directory"),
            json.text("project", "paden", "skims_directory"),
            json.texts(List.of(), SKIMS, "dagsoort").stream().distinct().toList(),
            categories,
            parameters(json, motives, variants),
            json.text(SKIMS, "parkeerzoektijden_bestand"),
            new Files(
                json.used(SKIMS, "OV kostenbestand", USED),
                optional(json, "parkeerkosten"),
                optional(json, "additionele_kosten"),
                optional(json, "kunstmab")),
            json.notes());
    json.requireNoProblems();
    return project;
  }

  /** IKOB stops when there are fewer than four. */
  private static void incomeClasses(ProjectJson json) {
    var all = Arrays.stream(IncomeClass.values()).map(IncomeClass::label).toList();
    var chosen = json.texts(all, "project", "welke_inkomensgroepen");
    if (!chosen.containsAll(all)) {
      json.note(
          "all four income classes are computed, not only " + chosen,
          "project",
          "welke_inkomensgroepen");
    }
  }

  private static void refuse(ProjectJson json, String reason, String key) {
    if (json.used("ketens", key, USED)) {
      json.problem("expected false, got true: " + reason, "ketens", key, USED);
    }
  }

  private static String optional(ProjectJson json, String key) {
    return json.used(ADVANCED, key, USED) ? json.text(ADVANCED, key, FILE) : "";
  }

  /** Work has a worth of money of its own, all other motives share one. */
  private static Map<Motive, Parameters> parameters(
      ProjectJson json, List<String> motives, Set<Variant> variants) {
    var common = common(json, variants);
    var bicycle = bicycle(json, variants);
    var all = new LinkedHashMap<Motive, Parameters>();
    for (var motive : Motive.values()) {
      if (motives.contains(motive.label())) {
        all.put(
            motive,
            common.forMotive(
                json.perClass(
                    motive.minutesPerEuro(), "TVOM", motive == Motive.WERK ? "werk" : "overig"),
                motive.curves(bicycle)));
      }
    }
    return all;
  }

  private static Parameters common(ProjectJson json, Set<Variant> variants) {
    double start = json.number(75, SKIMS, "OV kosten", "starttarief");
    double perKm = json.number(12, SKIMS, "OV kosten", "kmkosten");
    boolean capped = json.used(SKIMS, "pricecap", USED);
    double cap = capped ? json.number(9999, SKIMS, "pricecap", "getal") : 0;
    double free = json.number(0.03, "verdeling", "GratisOVpercentage");
    if (!(free >= 0 && free <= 1)) {
      json.problem("expected a fraction of 0 to 1, got " + free, "verdeling", "GratisOVpercentage");
      free = 0;
    }
    var work = Parameters.work();
    var electric = json.perClass(work.electricShare(), "verdeling", "Percelektrisch");
    if (Arrays.stream(IncomeClass.values())
        .mapToDouble(electric::of)
        .anyMatch(percent -> !(percent >= 0 && percent <= 100))) {
      json.problem("expected 0 to 100 percent, got " + electric, "verdeling", "Percelektrisch");
      electric = work.electricShare();
    }
    return new Parameters(
        work.minutesPerEuro(),
        carCost(json, 16, "Kosten auto fossiele brandstof"),
        carCost(json, 5, "Kosten elektrische auto"),
        new Fare(start, perKm, capped ? cap : null),
        hired(json, 0.33, 0.05, "GeenAuto"),
        hired(json, 2.40, 0.40, "GeenRijbewijs"),
        electric,
        free,
        Parameters.FREE_CAR,
        work.curves(),
        new Parameters.Deviations(
            variants.contains(Variant.PARKING), variants.contains(Variant.COMPETITION)));
  }

  private static CarCost carCost(ProjectJson json, double usual, String key) {
    return new CarCost(
        json.number(usual, SKIMS, key, "variabele kosten"),
        json.number(0, SKIMS, key, "kmheffing"));
  }

  private static HiredCost hired(ProjectJson json, double perKm, double perMinute, String key) {
    return new HiredCost(
        json.number(perKm, SKIMS, "varkostenga", key),
        json.number(perMinute, SKIMS, "tijdkostenga", key));
  }

  /** The last that is listed counts, as in IKOB (quirk Q8). */
  private static Bicycle bicycle(ProjectJson json, Set<Variant> variants) {
    var chosen = json.texts(List.of("Fiets", "E-fiets"), "project", "fiets of E-fiets");
    boolean electric = !chosen.isEmpty() && chosen.get(chosen.size() - 1).equals("E-fiets");
    if (!electric) {
      return Bicycle.FIETS;
    }
    return variants.contains(Variant.E_BIKE) ? Bicycle.E_FIETS : Bicycle.E_FIETS_AS_REFERENCE;
  }
}
