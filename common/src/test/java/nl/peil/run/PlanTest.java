package nl.peil.run;

import static nl.peil.run.TinyHouse.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.peil.SparkExtension;
import nl.peil.table.DeltaStore;
import nl.peil.table.Derived;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stale, and nothing more than that. No table is read or written. */
@ExtendWith(SparkExtension.class)
class PlanTest {

  private static final TableSpec TIMES = table("times", "year", "mode");
  private static final TableSpec JOBS = table("jobs", "year");
  private static final TableSpec MEMBERS = table("members", "layout");
  private static final TableSpec ACCESS = table("access", "year", "mode");
  private static final TableSpec REGIONS = table("regions", "year", "layout");

  @TempDir Path folder;
  private TinyHouse house;
  private Lineage lineage;
  private DerivedProducer access;

  @BeforeEach
  void build(SparkSession spark) {
    var store = new DeltaStore(spark, folder.toString());
    house = new TinyHouse(store);
    lineage = Lineage.load(store);
    house.raw(TIMES, times("2022", "auto"), times("2022", "fiets"), times("2040", "auto"));
    house.raw(JOBS, Slice.of("year", "2022"), Slice.of("year", "2040"));
    house.raw(MEMBERS, Slice.of("layout", "gemeente"), Slice.of("layout", "provincie"));
    access = house.derived(ACCESS, List.of("year"), TIMES, JOBS);
    house.derived(REGIONS, List.of(), ACCESS, MEMBERS);
  }

  private static Slice times(String year, String mode) {
    return Slice.of("year", year, "mode", mode);
  }

  private Plan plan() {
    return Plan.of(house.producers, lineage, new Available(Inheritance.NONE));
  }

  private static List<String> stale(Plan plan) {
    return plan.stale().stream().map(s -> s.table() + "[" + s.slice() + "]").toList();
  }

  private void runAll() {
    Records.note(lineage, plan(), PlannedSlice::stale);
  }

  @Test
  void atFirstEverythingIsMadeInOrderAndThenNothing() {
    assertThat(stale(plan()))
        .containsExactly(
            "times[year=2022/mode=auto]",
            "times[year=2022/mode=fiets]",
            "times[year=2040/mode=auto]",
            "jobs[year=2022]",
            "jobs[year=2040]",
            "members[layout=gemeente]",
            "members[layout=provincie]",
            "access[year=2022/mode=auto]",
            "access[year=2022/mode=fiets]",
            "access[year=2040/mode=auto]",
            "regions[year=2022/layout=gemeente]",
            "regions[year=2022/layout=provincie]",
            "regions[year=2040/layout=gemeente]",
            "regions[year=2040/layout=provincie]");
    assertThat(plan().stale()).allMatch(s -> s.reasons().equals(List.of("not there yet")));
    runAll();
    assertThat(plan().stale()).isEmpty();
    assertThat(plan().slices()).hasSize(14);
    assertThat(plan().kept()).isEmpty();
  }

  @Test
  void aChangedFileMakesJustItsDependentsStaleAllTheWayUp() {
    runAll();
    house.change(JOBS, Slice.of("year", "2040"));
    assertThat(stale(plan()))
        .containsExactly(
            "jobs[year=2040]",
            "access[year=2040/mode=auto]",
            "regions[year=2040/layout=gemeente]",
            "regions[year=2040/layout=provincie]");
    assertThat(plan().stale())
        .extracting(PlannedSlice::reasons)
        .containsExactly(
            List.of("file jobs/year=2040.csv changed"),
            List.of("table jobs[year=2040] changed"),
            List.of("table access[year=2040/mode=auto] changed"),
            List.of("table access[year=2040/mode=auto] changed"));

    house.change(MEMBERS, Slice.of("layout", "gemeente"));
    assertThat(stale(plan()))
        .contains("members[layout=gemeente]", "regions[year=2022/layout=gemeente]")
        .doesNotContain("regions[year=2022/layout=provincie]", "access[year=2022/mode=auto]");
  }

  @Test
  void aNewSliceAddsItselfAndWhatItMakesPossible() {
    runAll();
    house.filesOf(TIMES).put(times("2040", "fiets"), 0);
    assertThat(plan().stale())
        .extracting(s -> s.table() + "[" + s.slice() + "] " + s.reasons())
        .containsExactly(
            "times[year=2040/mode=fiets] [not there yet]",
            "access[year=2040/mode=fiets] [not there yet]",
            "regions[year=2040/layout=gemeente] [table access[year=2040/mode=fiets] is new]",
            "regions[year=2040/layout=provincie] [table access[year=2040/mode=fiets] is new]");
  }

  @Test
  void aFileThatIsGoneLeavesItsSliceAndMakesNothingStale() {
    runAll();
    house.filesOf(TIMES).remove(times("2040", "auto"));
    house.filesOf(MEMBERS).remove(Slice.of("layout", "provincie"));
    assertThat(plan().stale()).isEmpty();
    assertThat(plan().kept())
        .extracting(record -> record.table() + "[" + record.slice() + "]")
        .containsExactlyInAnyOrder("times[year=2040/mode=auto]", "members[layout=provincie]");
    assertThat(plan().slices()).hasSize(12);
  }

  @Test
  void settingsReachDerivedTablesOnly() {
    runAll();
    house.settings = "cumulative(30)";
    assertThat(plan().stale())
        .hasSize(7)
        .allMatch(s -> s.reasons().contains("its settings changed"));
  }

  @Test
  void aTableThatIsForgottenIsMadeAgainWithoutWhatStandsOnIt() {
    runAll();
    lineage.forget("access");
    // its content will be what it was: nothing above it has to be made again
    assertThat(stale(plan()))
        .containsExactly(
            "access[year=2022/mode=auto]",
            "access[year=2022/mode=fiets]",
            "access[year=2040/mode=auto]");
  }

  @Test
  void targetsNameTheirInputsAndOnlyYearsThatAreAlikeShareABatch() {
    var available = new Available(Inheritance.NONE);
    for (var producer : house.producers.subList(0, 3)) {
      producer
          .targets(available)
          .forEach(target -> available.put(producer.table(), target.slice(), "id", 5));
    }
    var targets = access.targets(available);
    assertThat(targets)
        .extracting(target -> target.slice().id())
        .containsExactly("year=2022/mode=auto", "year=2022/mode=fiets", "year=2040/mode=auto");
    assertThat(targets.get(1).inputs())
        .containsExactly(
            InputRef.slice(JOBS, Slice.of("year", "2022"), "id", 5),
            InputRef.slice(TIMES, times("2022", "fiets"), "id", 5));

    var planned =
        targets.stream()
            .map(target -> new PlannedSlice(ACCESS, target.slice(), target, List.of("x")))
            .toList();
    assertThat(access.batches(planned))
        .containsExactly(planned.subList(0, 2), planned.subList(2, 3));
    assertThat(access.batches(List.of())).isEmpty();
    var alike = List.of(planned.get(0), planned.get(2)); // the car of both years
    assertThat(access.batches(alike)).containsExactly(alike);
  }

  @Test
  void aBatchEndsWhereItWouldGetLarge() {
    house.filesOf(TIMES).clear();
    for (int year = 2000; year < 2050; year++) {
      house.filesOf(TIMES).put(times(Integer.toString(year), "auto"), 0);
      house.filesOf(JOBS).put(Slice.of("year", Integer.toString(year)), 0);
    }
    var planned = plan().stale().stream().filter(slice -> slice.table().equals(ACCESS)).toList();

    assertThat(planned).hasSize(50);
    assertThat(access.batches(planned))
        .containsExactly(planned.subList(0, 32), planned.subList(32, 50));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void inAnyHouseAPlanThatIsCarriedOutLeavesNothingAndAChangeReachesItsDependents(
      long seed, SparkSession spark) {
    var random = new Random(seed);
    var store = new DeltaStore(spark, folder.toString());
    house = new TinyHouse(store);
    lineage = Lineage.load(store);
    var tables = new ArrayList<TableSpec>();
    var inputs = new LinkedHashMap<String, List<TableSpec>>();
    for (int i = 0; i < 3; i++) {
      var raw = table("raw" + i, columns(random));
      var slices = new LinkedHashSet<Slice>();
      for (int k = 0; k < 6; k++) {
        var values = new LinkedHashMap<String, String>();
        raw.sliceBy().forEach(column -> values.put(column, "v" + random.nextInt(3)));
        slices.add(new Slice(values));
      }
      house.raw(raw, slices.toArray(Slice[]::new));
      tables.add(raw);
    }
    for (int i = 0; i < 4; i++) {
      var reads = new LinkedHashSet<TableSpec>();
      reads.add(tables.get(random.nextInt(tables.size())));
      reads.add(tables.get(random.nextInt(tables.size())));
      var columns = new TreeSet<String>();
      reads.forEach(read -> columns.addAll(read.sliceBy()));
      var derived = table("derived" + i, columns.toArray(String[]::new));
      house.derived(
          derived, List.of(), reads.stream().map(r -> Derived.Input.of(r, derived)).toList());
      inputs.put(derived.name(), List.copyOf(reads));
      tables.add(derived);
    }
    runAll();
    assertThat(plan().stale()).isEmpty();

    var changedTable = tables.get(random.nextInt(3));
    var there = List.copyOf(house.filesOf(changedTable).keySet());
    var changed = there.get(random.nextInt(there.size()));
    house.change(changedTable, changed);

    assertThat(Set.copyOf(stale(plan()))).isEqualTo(dependents(changedTable, changed, inputs));
    runAll();
    assertThat(plan().stale()).isEmpty();
  }

  private static String[] columns(Random random) {
    var columns = new TreeSet<String>();
    for (int i = 0; i < random.nextInt(3); i++) {
      columns.add(String.valueOf((char) ('a' + random.nextInt(3))));
    }
    return columns.toArray(String[]::new);
  }

  /** Worked out from the slices of the plan alone, upwards from the one that changed. */
  private Set<String> dependents(
      TableSpec changedTable, Slice changed, Map<String, List<TableSpec>> inputs) {
    var dirty = new LinkedHashMap<String, Set<Slice>>();
    dirty.put(changedTable.name(), Set.of(changed));
    var ids = new TreeSet<String>(Set.of(changedTable + "[" + changed + "]"));
    for (var planned : plan().slices()) {
      for (var read : inputs.getOrDefault(planned.table().name(), List.of())) {
        for (var below : dirty.getOrDefault(read.name(), Set.of())) {
          // every column of an input is a column of the output in this house
          if (planned.slice().values().entrySet().containsAll(below.values().entrySet())) {
            dirty
                .computeIfAbsent(planned.table().name(), name -> new LinkedHashSet<>())
                .add(planned.slice());
            ids.add(planned.table() + "[" + planned.slice() + "]");
          }
        }
      }
    }
    return ids;
  }
}
