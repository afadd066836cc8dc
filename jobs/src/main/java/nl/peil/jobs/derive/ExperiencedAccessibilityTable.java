package nl.peil.jobs.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.peil.access.ExperiencedPass;
import nl.peil.access.Skims;
import nl.peil.config.IkobMotiveConfig;
import nl.peil.model.Mode;
import nl.peil.table.BarrierTables;
import nl.peil.table.ColumnBlock;
import nl.peil.table.Derived;
import nl.peil.table.Derived.Blocks.Note;
import nl.peil.table.ForecastTables;
import nl.peil.table.IkobTables;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * IKOB for every scenario-year and part of day that has the three matrices. Slices are computed one
 * after the other, each by all machines; what comes of one, 112 numbers per zone, is small.
 */
public final class ExperiencedAccessibilityTable {

  private final IkobSettings settings;

  private ExperiencedAccessibilityTable(IkobSettings settings) {
    this.settings = settings;
  }

  /** The declaration. */
  public static Derived declare(IkobSettings settings) {
    var table = new ExperiencedAccessibilityTable(settings);
    var output = IkobTables.EXPERIENCED_ACCESSIBILITY;
    // One input for each mode and destination: a slice needs all of them
    var matrices =
        settings.config().modes().stream()
            .map(
                mode ->
                    Derived.Input.of(InputTables.TRAVEL_TIMES, output)
                        .within("mode", Set.of(mode.key())));
    var destinations =
        settings.config().motives().stream()
            .map(IkobMotiveConfig::destinations)
            .distinct()
            .map(
                service ->
                    Derived.Input.of(InputTables.OPPORTUNITIES, output)
                        .within("service", Set.of(service)));
    var others =
        Stream.of(
            Derived.Input.of(BarrierTables.BARRIERS, output),
            Derived.Input.of(InputTables.ZONES, output),
            Derived.Input.of(ForecastTables.TIME_CHANGES, output).ifThere());
    return new Derived(
            output,
            Stream.of(matrices, destinations, others).flatMap(inputs -> inputs).toList(),
            List.of("scenario", "year"),
            slice -> settings.text(),
            ExperiencedAccessibilityTable.class,
            new Derived.Blocks(output, table::blocks, table::notes))
        .only(settings::wanted);
  }

  private JavaRDD<ColumnBlock> blocks(Derived.Inputs inputs) {
    var zones = IkobZones.read(inputs, settings);
    var changes = TimeChanges.read(inputs, zones.zones());
    var found = new ArrayList<ExperiencedBlock>();
    for (var slice : inputs.slices()) {
      var skims = skims(slice, zones, changes);
      var year = slice.project(List.of("scenario", "year"));
      var people = zones.people(year);
      for (var motive : settings.config().motives()) {
        var destinations = zones.destinations(year, motive.destinations());
        found.add(
            new ExperiencedBlock(
                slice,
                motive.motive(),
                motive.destinations().equals(IkobMotiveConfig.JOBS),
                motive.parameters().deviations().workersComeToWork(),
                ExperiencedPass.run(
                    skims, zones.passes(people.population(), destinations, motive.parameters())),
                zones.zones(),
                people.population().labourForce(),
                destinations,
                people.unknown()));
      }
    }
    var context = JavaSparkContext.fromSparkContext(SparkSession.active().sparkContext());
    var shared = context.broadcast(found);
    int measures = ExperiencedBlock.MEASURES.size();
    var numbers = IntStream.range(0, found.size() * measures).boxed().toList();
    return context
        .parallelize(numbers, Math.max(1, numbers.size()))
        .map(
            number ->
                shared
                    .value()
                    .get(number / measures)
                    .of(ExperiencedBlock.MEASURES.get(number % measures)));
  }

  private Skims skims(Slice slice, IkobZones zones, TimeChanges changes) {
    var config = settings.config();
    for (var mode : List.of(config.car(), config.publicTransport())) {
      checkKm(matrix(slice, mode), mode, changes);
    }
    return new Skims(
        changes.matrixWithKm(matrix(slice, config.car())),
        changes.matrix(matrix(slice, config.bicycle())),
        changes.matrixWithKm(matrix(slice, config.publicTransport())),
        new Skims.Places(
            zones.zones(),
            zones.x(),
            zones.y(),
            detour(config.car()),
            detour(config.publicTransport())));
  }

  private static Slice matrix(Slice slice, Mode mode) {
    return slice.merge(Slice.of("mode", mode.key()), InputTables.TRAVEL_TIMES.sliceBy());
  }

  private double detour(Mode mode) {
    return Objects.requireNonNullElse(settings.config().detour().get(mode), Double.NaN);
  }

  /** Tells before hours of work, not in the midst of it, that kilometres are missing. */
  private void checkKm(Slice matrix, Mode mode, TimeChanges changes) {
    if (Double.isNaN(detour(mode))
        && !changes.pairs(matrix).where("km IS NULL").limit(1).isEmpty()) {
      throw new IllegalStateException(
          ("ikob: travel_times has pairs without km by %s in %s, and kilometres cost money; deliver"
                  + " the column km, or say how many kilometres go into one as the crow flies:"
                  + " ikob.detour.%s = 1.3")
              .formatted(mode.key(), matrix.id(), mode.key()));
    }
  }

  /** How many zones have people of whom something is unknown. */
  private List<Note> notes(Derived.Inputs inputs) {
    var zones = IkobZones.people(inputs, settings);
    var notes = new ArrayList<Note>();
    for (var slice : inputs.slices()) {
      var unknown = zones.people(slice.project(List.of("scenario", "year"))).unknown();
      for (var reason :
          List.of(
              IkobZones.UNKNOWN_LABOUR_FORCE,
              IkobZones.UNKNOWN_CARS,
              IkobZones.UNKNOWN_URBANISATION)) {
        long count = Arrays.stream(unknown).filter(reason::equals).count();
        if (count > 0) {
          notes.add(
              new Note(
                  slice,
                  "ikob_" + reason,
                  count,
                  "of %,d of %,d zones the people are in no number: %s"
                      .formatted(count, unknown.length, reason.replace('_', ' ')),
                  "see barriers for why; jobs elsewhere have fewer workers within reach than there"
                      + " are"));
        }
      }
    }
    return notes;
  }
}
