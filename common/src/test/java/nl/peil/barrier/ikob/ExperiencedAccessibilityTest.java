package nl.peil.barrier.ikob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.peil.barrier.ikob.Parameters.CarCost;
import nl.peil.barrier.ikob.Parameters.Deviations;
import nl.peil.barrier.ikob.Parameters.Fare;
import org.junit.jupiter.api.Test;

/** Two passes over rows against matrices in full, on whatever random brings. */
class ExperiencedAccessibilityTest {

  private static final List<Category> BOTH =
      List.of(Category.ALLE_GROEPEN, Category.ALLEEN_AUTOBEZITTERS);

  /** Everything that IKOB needs, at random. */
  @SuppressWarnings("ArrayRecordComponent") // read only, compared nowhere
  private record Case(
      RandomSkims skims,
      Population population,
      Composition composition,
      double[][] jobs,
      Parking parking,
      Parameters parameters) {

    static Case of(int zones, long seed, Deviations deviations) {
      var random = new Random(seed);
      var usual = Parameters.work();
      var parameters =
          new Parameters(
              usual.minutesPerEuro(),
              new CarCost(16, random.nextInt(3)),
              new CarCost(5, random.nextInt(3)),
              new Fare(75, 12, random.nextBoolean() ? null : 2.5),
              usual.sharedCar(),
              usual.taxi(),
              new PerClass(0, 100, random.nextInt(101), 50),
              random.nextDouble(),
              usual.freeCar(),
              random.nextBoolean() ? usual.curves() : Curves.nearby(),
              deviations);
      return new Case(
          new RandomSkims(zones, random),
          population(zones, random),
          composition(random),
          numbers(zones, random, 3),
          new Parking(
              random.doubles(zones, 0, 12).toArray(),
              random.doubles(zones, 0, 3).toArray(),
              random.doubles(zones, 0, 300).toArray()),
          parameters);
    }

    /** Numbers of which many are 0, and whole rows, too. */
    private static double[][] numbers(int zones, Random random, int odds) {
      var numbers = new double[zones][IncomeClass.COUNT];
      for (double[] row : numbers) {
        boolean empty = random.nextInt(4) == 0;
        for (int k = 0; k < row.length; k++) {
          row[k] = empty || random.nextInt(odds) == 0 ? 0 : random.nextInt(500);
        }
      }
      return numbers;
    }

    private static Population population(int zones, Random random) {
      return new Population(
          numbers(zones, random, 5),
          random.ints(zones, -10, 150).asDoubleStream().toArray(),
          random.ints(zones, 1, 6).toArray());
    }

    private static Composition composition(Random random) {
      return new Composition(
          percentages(random, 4),
          percentages(random, 4),
          percentages(random, 4),
          percentages(random, 4),
          percentages(random, 3));
    }

    private static double[][] percentages(Random random, int columns) {
      return IntStream.range(0, Composition.GRADES)
          .mapToObj(grade -> random.ints(columns, 0, 100).asDoubleStream().toArray())
          .toArray(double[][]::new);
    }

    Accessibility compute(int threads) {
      return new ExperiencedAccessibility(
              population,
              GroupShares.of(population, composition, parameters),
              jobs,
              parking,
              parameters,
              skims)
          .compute(BOTH, threads);
    }

    DenseIkob dense() {
      return new DenseIkob(skims, population, composition, jobs, parking, parameters);
    }
  }

  private static void close(double found, double expected) {
    assertThat(found).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }

  @Property(tries = 30)
  void agreesWithMatricesInFull(
      @ForAll @IntRange(min = 1, max = 7) int zones,
      @ForAll long seed,
      @ForAll boolean labelled,
      @ForAll boolean inward) {
    var one = Case.of(zones, seed, new Deviations(labelled, inward));
    var found = one.compute(1);
    var dense = one.dense();
    for (int z = 0; z < zones; z++) {
      for (var k : IncomeClass.values()) {
        for (var m : ModeSet.values()) {
          for (var category : BOTH) {
            close(found.jobs(category).of(z, k, m), dense.jobs(category, z, k, m));
          }
          close(found.workforce().of(z, k, m), dense.workforce(z, k, m));
          close(found.jobCompetition().of(z, k, m), dense.jobCompetition(z, k, m));
          close(
              found.workerCompetition().of(z, k, m),
              dense.workerCompetition(Category.ALLEEN_AUTOBEZITTERS, z, k, m));
        }
      }
    }
  }

  @Property(tries = 20)
  void doesNotDependOnThreads(@ForAll @IntRange(min = 1, max = 100) int zones, @ForAll long seed) {
    var one = Case.of(zones, seed, new Deviations(false, true));
    assertThat(everything(one.compute(2))).isEqualTo(everything(one.compute(1)));
    assertThat(everything(one.compute(5))).isEqualTo(everything(one.compute(1)));
  }

  /** Every number, bit by bit. */
  private static double[] everything(Accessibility found) {
    var all = new ArrayList<double[]>();
    for (var k : IncomeClass.values()) {
      for (var m : ModeSet.values()) {
        BOTH.forEach(category -> all.add(found.jobs(category).of(k, m)));
        all.add(found.workforce().of(k, m));
        all.add(found.jobCompetition().of(k, m));
        all.add(found.workerCompetition().of(k, m));
      }
    }
    return all.stream().flatMapToDouble(DoubleStream::of).toArray();
  }

  @Property(tries = 20)
  void moreJobsNeverLowerWhatIsWithinReach(
      @ForAll @IntRange(min = 2, max = 7) int zones, @ForAll long seed) {
    var before = Case.of(zones, seed, Deviations.NONE);
    var after = Case.of(zones, seed, Deviations.NONE);
    after.jobs()[0][2] += 100;
    var less = before.compute(1).jobs(Category.ALLE_GROEPEN);
    var more = after.compute(1).jobs(Category.ALLE_GROEPEN);
    for (int z = 0; z < zones; z++) {
      for (var m : ModeSet.values()) {
        assertThat(more.of(z, IncomeClass.MIDDELHOOG, m))
            .isGreaterThanOrEqualTo(less.of(z, IncomeClass.MIDDELHOOG, m));
        // Jobs of one class are for that class only
        assertThat(more.of(z, IncomeClass.HOOG, m)).isEqualTo(less.of(z, IncomeClass.HOOG, m));
      }
    }
  }

  @Test
  void zonesMustBeAsManyEverywhere() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ExperiencedAccessibility(
                    ThreeZones.POPULATION,
                    ThreeZones.shares(),
                    new double[2][4],
                    ThreeZones.PARKING,
                    ThreeZones.PARAMETERS,
                    ThreeZones.skims()))
        .withMessageContaining("expected 3 zones")
        .withMessageContaining("2 with jobs");
  }

  @Test
  void someCategoryIsNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThreeZones.accessibility(ThreeZones.PARAMETERS).compute(List.of(), 1));
  }

  @Test
  void whatGoesWrongInAThreadComesOut() {
    var broken =
        new SkimRows() {
          @Override
          public int zones() {
            return 3;
          }

          @Override
          public void read(int origin, SkimRow row) {
            throw new IllegalStateException("row " + origin);
          }
        };
    var accessibility =
        new ExperiencedAccessibility(
            ThreeZones.POPULATION,
            ThreeZones.shares(),
            ThreeZones.JOBS,
            ThreeZones.PARKING,
            ThreeZones.PARAMETERS,
            broken);
    assertThatIllegalStateException()
        .isThrownBy(() -> accessibility.compute(List.of(Category.ALLE_GROEPEN), 2))
        .withMessageStartingWith("row ");
  }
}
