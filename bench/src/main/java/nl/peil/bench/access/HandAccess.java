package nl.peil.bench.access;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.peil.bench.harness.Answer;
import nl.peil.bench.harness.Contestant;
import nl.peil.bench.harness.Threads;
import nl.peil.model.Mode;

/** A program that can do nothing but these three measures: the floor under any engine. */
final class HandAccess implements Contestant {

  /** Weights are looked up in steps of 0.1 minute; deliveries have no longer times than a day. */
  private static final int STEPS = 14_400;

  private final Task task;
  private final int[] placeOfZone;
  private final double[] counts;
  private Map<Mode, double[][]> values = Map.of();

  HandAccess(Task task) {
    this.task = task;
    int size = task.zones().size();
    int services = task.services().size();
    int largest = 0;
    for (int place = 0; place < size; place++) {
      largest = Math.max(largest, task.zones().zone(place));
    }
    this.placeOfZone = new int[largest + 1];
    this.counts = new double[size * services];
    for (int place = 0; place < size; place++) {
      placeOfZone[task.zones().zone(place)] = place;
      for (int s = 0; s < services; s++) {
        counts[place * services + s] = task.counts()[s][place];
      }
    }
  }

  @Override
  public String name() {
    return "hand-written loop";
  }

  @Override
  public String does() {
    return "a single-purpose Java program: a file per thread, parquet-hadoop's column readers into arrays, three"
        + " measures written out in one loop over the pairs, weights from a table; results stay in memory.";
  }

  @Override
  public void run() throws Exception {
    var all = new EnumMap<Mode, double[][]>(Mode.class);
    var parts = new ArrayList<Callable<Void>>();
    for (var of : task.modes()) {
      var results = empty();
      all.put(of.mode(), results);
      var weights = weights(of);
      for (var file : of.files()) {
        parts.add(() -> pass(file, weights, results));
      }
    }
    for (var part : Threads.all(parts)) {
      part.get();
    }
    values = all;
  }

  private double[][] empty() {
    var results = new double[task.services().size() * Task.NAMES.size()][task.zones().size()];
    for (int nearest = 0; nearest < results.length; nearest += Task.NAMES.size()) {
      Arrays.fill(results[nearest], Double.NaN);
    }
    return results;
  }

  private static double[] weights(Task.OfMode of) {
    var weights = new double[STEPS + 1];
    for (int step = 0; step <= STEPS; step++) {
      weights[step] = of.curve().at(step / 10.0);
    }
    return weights;
  }

  /** Origins are whole in a file, so no two threads write to the same place. */
  private Void pass(Path file, double[] weights, double[][] results) throws IOException {
    var sums = new Sums(task.services().size());
    int origin = -1;
    try (var columns = ParquetPairs.open(file)) {
      while (columns.next()) {
        for (int i = 0; i < columns.size(); i++) {
          if (columns.origins()[i] != origin) {
            sums.store(origin, results);
            origin = columns.origins()[i];
          }
          sums.add(columns.destinations()[i], columns.minutes()[i], weights);
        }
      }
    }
    sums.store(origin, results);
    return null;
  }

  /** What one origin reaches, so far. */
  private final class Sums {

    private final float[] nearest;
    private final double[] within;
    private final double[] gravity;

    private Sums(int services) {
      nearest = new float[services];
      within = new double[services];
      gravity = new double[services];
      Arrays.fill(nearest, Float.POSITIVE_INFINITY);
    }

    private void add(int destination, float minutes, double[] weights) {
      int first = placeOfZone[destination] * nearest.length;
      double weight = weights[Math.round(minutes * 10)];
      boolean near = minutes <= Task.WITHIN;
      for (int s = 0; s < nearest.length; s++) {
        double count = counts[first + s];
        if (count > 0) {
          nearest[s] = Math.min(nearest[s], minutes);
          within[s] += near ? count : 0;
          gravity[s] += count * weight;
        }
      }
    }

    private void store(int origin, double[][] results) {
      if (origin >= 0) {
        int place = placeOfZone[origin];
        for (int s = 0; s < nearest.length; s++) {
          results[3 * s][place] =
              nearest[s] == Float.POSITIVE_INFINITY
                  ? Double.NaN
                  : Math.round(nearest[s] * 10) / 10.0;
          results[3 * s + 1][place] = within[s];
          results[3 * s + 2][place] = gravity[s];
        }
      }
      Arrays.fill(nearest, Float.POSITIVE_INFINITY);
      Arrays.fill(within, 0);
      Arrays.fill(gravity, 0);
    }
  }

  @Override
  public Answer answer() {
    var answer = new Answer();
    values.forEach(
        (mode, results) -> {
          for (int i = 0; i < results.length; i++) {
            task.add(answer, mode, i / Task.NAMES.size(), i % Task.NAMES.size(), results[i]);
          }
        });
    return answer;
  }
}
