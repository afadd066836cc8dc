package nl.peil.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Rows for property tests. */
final class Reaches {

  /** People at the origin of every row. */
  static final double PEOPLE = 20;

  private Reaches() {}

  /** A destination of a test row. */
  record Destination(float minutes, double opportunities) {}

  /** Times with one decimal, many of them equal, whole and broken numbers of opportunities. */
  static Arbitrary<List<Destination>> rows() {
    var minutes = Arbitraries.integers().between(0, 900).map(tenths -> tenths / 10f);
    var opportunities =
        Arbitraries.oneOf(
            Arbitraries.integers().between(1, 4).map(n -> (double) n),
            Arbitraries.integers().between(1, 100_000).map(n -> (double) n),
            Arbitraries.integers().between(1, 30).map(n -> n / 10.0));
    return Combinators.combine(minutes, opportunities).as(Destination::new).list().ofMaxSize(60);
  }

  static Reach reach(List<Destination> row) {
    var reach = new Reach(1);
    reach.demand(PEOPLE);
    row.forEach(d -> reach.add(d.minutes(), d.opportunities()));
    return reach;
  }

  static List<Destination> shuffled(List<Destination> row, long seed) {
    var copy = new ArrayList<>(row);
    Collections.shuffle(copy, new Random(seed));
    return copy;
  }

  static double sum(List<Destination> row) {
    return row.stream().mapToDouble(Destination::opportunities).sum();
  }
}
