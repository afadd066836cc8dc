package nl.peil.jobs.derive;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.peil.barrier.ikob.Accessibility;
import nl.peil.barrier.ikob.Category;
import nl.peil.barrier.ikob.IncomeClass;
import nl.peil.barrier.ikob.ModeSet;
import nl.peil.barrier.ikob.Scores;
import nl.peil.measure.ZoneIndex;
import nl.peil.table.ColumnBlock;
import nl.peil.table.Slice;
import org.jspecify.annotations.Nullable;

/**
 * What IKOB found for a motive, as rows of experienced_accessibility.
 *
 * @param slice the slice
 * @param motive the motive
 * @param jobs true when its destinations are jobs
 * @param inward competition for workers looks from the work zone
 * @param found the numbers
 * @param zones the zones
 * @param labourForce persons by place of the zone, then class
 * @param destinations jobs or places, likewise
 * @param unknown by place of the zone why its people are left out; null: they are not
 */
@SuppressWarnings("ArrayRecordComponent") // read only, compared nowhere
record ExperiencedBlock(
    Slice slice,
    String motive,
    boolean jobs,
    boolean inward,
    Accessibility found,
    ZoneIndex zones,
    double[][] labourForce,
    double[][] destinations,
    @Nullable String[] unknown)
    implements Serializable {

  static final String REACHABLE_JOBS = "reachable_jobs";
  static final String REACHABLE_WORKFORCE = "reachable_workforce";
  static final String JOB_COMPETITION = "job_competition";
  static final String WORKER_COMPETITION = "worker_competition";

  /** The measures, in the order of their columns per region. */
  static final List<String> MEASURES =
      List.of(REACHABLE_JOBS, REACHABLE_WORKFORCE, JOB_COMPETITION, WORKER_COMPETITION);

  private static final String NO_LABOUR_FORCE = "no_labour_force";

  private Scores scores(String measure) {
    return switch (measure) {
      case REACHABLE_JOBS -> found.jobs(Category.ALLE_GROEPEN);
      case REACHABLE_WORKFORCE -> found.workforce();
      case JOB_COMPETITION -> found.jobCompetition();
      default -> found.workerCompetition();
    };
  }

  private String unit(String measure) {
    var there = jobs ? "jobs" : "places";
    return switch (measure) {
      case REACHABLE_JOBS -> there;
      case REACHABLE_WORKFORCE -> "persons";
      case JOB_COMPETITION -> there + "/person";
      default -> jobs ? "persons/job" : "persons/place";
    };
  }

  /** True for a measure that people who live in a zone have, and that has no value without them. */
  private boolean ofResidents(String measure) {
    return switch (measure) {
      case REACHABLE_JOBS, JOB_COMPETITION -> true;
      case REACHABLE_WORKFORCE -> false;
      default -> !inward;
    };
  }

  /** The rows of a measure, class by class and in it by modes: so that texts are runs. */
  ColumnBlock of(String measure) {
    int size = zones.size();
    int rows = IncomeClass.COUNT * ModeSet.COUNT * size;
    var zone = new int[rows];
    var income = new String[rows];
    var modes = new String[rows];
    var value = new double[rows];
    var reason = new String[rows];
    var people = new double[rows];
    var there = new double[rows];
    boolean ofResidents = ofResidents(measure);
    int row = 0;
    for (var k : IncomeClass.values()) {
      for (var m : ModeSet.values()) {
        Arrays.fill(income, row, row + size, k.label());
        Arrays.fill(modes, row, row + size, m.label());
        double[] numbers = scores(measure).of(k, m);
        for (int place = 0; place < size; place++, row++) {
          var why = unknown[place];
          double residents = labourForce[place][k.ordinal()];
          zone[row] = zones.zone(place);
          people[row] = why == null ? residents : Double.NaN;
          there[row] = destinations[place][k.ordinal()];
          reason[row] =
              !ofResidents ? null : why != null ? why : residents > 0 ? null : NO_LABOUR_FORCE;
          value[row] = reason[row] == null ? numbers[place] : Double.NaN;
        }
      }
    }
    return new ColumnBlock(
        slice,
        rows,
        Map.of(
            "zone", zone,
            "motive", all(rows, motive),
            "income_class", income,
            "modes", modes,
            "measure", all(rows, measure),
            "value", value,
            "unit", all(rows, unit(measure)),
            "reason", reason,
            "labour_force", people,
            "jobs", there));
  }

  private static String[] all(int rows, String text) {
    var texts = new String[rows];
    Arrays.fill(texts, text);
    return texts;
  }
}
