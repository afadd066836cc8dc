package nl.peil.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import java.util.stream.Collectors;
import nl.peil.run.InputRef;
import nl.peil.run.PlannedSlice;
import nl.peil.table.InputTables;
import nl.peil.table.TableSpec;

/** What a step of a run is called: a line of progress, and its jobs in Spark. */
final class StepWords {

  /** Inputs that are named: the largest ones tell why a step takes long. */
  private static final int INPUTS_NAMED = 2;

  private static final double MILLION = 1e6;

  private StepWords() {}

  /**
   * The table, what the slices of the batch have in common, and how many they are: "accessibility
   * basis/2022/spits (5 slices)".
   */
  static String label(TableSpec table, List<PlannedSlice> batch) {
    var first = batch.get(0).slice();
    var shared =
        first.values().entrySet().stream()
            .filter(
                value ->
                    batch.stream().allMatch(p -> p.slice().values().entrySet().contains(value)))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining("/"));
    return (table.name()
            + " "
            + shared
            + (batch.size() > 1 ? " (" + batch.size() + " slices)" : ""))
        .replace("  ", " ")
        .strip();
  }

  /**
   * The same with what is done and of how much: "accessibility basis/2022/spits (5 slices): 27
   * measures of 45.9 million pairs and 405 rows of norms".
   *
   * @param work what is done, in a few words; may be empty
   * @param rows how many rows a slice of a table that it is made from has, by the names of both; 0:
   *     not known, or not worth telling
   */
  static String of(
      TableSpec table,
      List<PlannedSlice> batch,
      String work,
      ToLongBiFunction<String, String> rows) {
    var text = new StringBuilder(label(table, batch));
    var amounts = amounts(batch, rows);
    if (!work.isEmpty()) {
      text.append(": ").append(work);
    }
    if (!amounts.isEmpty()) {
      text.append(work.isEmpty() ? ": from " : " of ").append(String.join(" and ", amounts));
    }
    return text.toString();
  }

  private static List<String> amounts(
      List<PlannedSlice> batch, ToLongBiFunction<String, String> rows) {
    var read = new LinkedHashSet<InputRef>();
    batch.forEach(
        planned ->
            planned.target().inputs().stream().filter(input -> !input.isFile()).forEach(read::add));
    var byTable = new LinkedHashMap<String, Long>();
    // A slice that several slices of the batch read counts once
    read.stream()
        .map(input -> Map.entry(input.tableName(), input.sliceId()))
        .distinct()
        .forEach(
            slice ->
                byTable.merge(
                    slice.getKey(), rows.applyAsLong(slice.getKey(), slice.getValue()), Long::sum));
    var largest = new ArrayList<>(byTable.entrySet());
    largest.removeIf(entry -> entry.getValue() == 0);
    // Pairs first: they are what takes time
    largest.sort(
        Comparator.<Map.Entry<String, Long>, Boolean>comparing(
                entry -> !entry.getKey().equals(InputTables.TRAVEL_TIMES.name()))
            .thenComparing(Map.Entry.<String, Long>comparingByValue().reversed()));
    return largest.stream()
        .limit(INPUTS_NAMED)
        .map(entry -> amount(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static String amount(String table, long rows) {
    var count =
        rows < MILLION
            ? String.format(Locale.ROOT, "%,d", rows)
            : String.format(Locale.ROOT, "%,.1f million", rows / MILLION);
    return table.equals(InputTables.TRAVEL_TIMES.name())
        ? count + " pairs"
        : count + " rows of " + table;
  }
}
