package nl.peil.jobs.measure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import nl.peil.inequality.InequalityStatistic;
import nl.peil.inequality.ZoneValues;
import nl.peil.measure.Measure;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.CsvOut;
import org.jspecify.annotations.Nullable;

/**
 * How the values of each measure are spread over people, or over zones when nobody counted them.
 */
final class Inequality {

  private static final List<String> HEADERS =
      List.of("opportunity", "measure", "statistic", "result", "value", "weight_covered", "weight");

  private final List<InequalityStatistic> statistics;
  private final double[] weights;
  private final boolean people;
  private final Map<String, double[]> rankings;
  private final Map<String, List<@Nullable String>> groups;
  private final @Nullable Path out;

  private Inequality(
      List<InequalityStatistic> statistics,
      double[] weights,
      boolean people,
      Map<String, double[]> rankings,
      Map<String, List<@Nullable String>> groups,
      @Nullable Path out) {
    this.statistics = statistics;
    this.weights = weights;
    this.people = people;
    this.rankings = rankings;
    this.groups = groups;
    this.out = out;
  }

  /**
   * Prepares the statistics.
   *
   * @param people people per zone, NaN where not known: they weigh nothing; empty: all zones weigh
   *     alike
   * @throws RejectedFileException when a ranking is no number
   */
  static Inequality of(MeasureRequest request, ZoneTable zones, double[] people)
      throws RejectedFileException {
    var rankings = new HashMap<String, double[]>();
    var groups = new HashMap<String, List<@Nullable String>>();
    for (var statistic : request.inequality()) {
      var ranking = statistic.rankingColumn();
      if (ranking.isPresent()) {
        rankings.put(ranking.get(), zones.numbers(ranking.get()));
      }
      statistic.groupColumn().ifPresent(column -> groups.put(column, zones.texts(column)));
    }
    var weights = new double[zones.size()];
    if (people.length == 0) {
      Arrays.fill(weights, 1);
    } else {
      weights = DoubleStream.of(people).map(n -> Double.isNaN(n) ? 0 : n).toArray();
    }
    var out = request.out();
    return new Inequality(
        request.inequality(),
        weights,
        people.length > 0,
        rankings,
        groups,
        out == null ? null : beside(out));
  }

  /** result.csv or result.csv.gz: result.inequality.csv. */
  private static Path beside(Path out) {
    var name = String.valueOf(out.getFileName()).replaceFirst("(\\.csv)?(\\.gz)?$", "");
    return out.resolveSibling(name + ".inequality.csv");
  }

  /** Writes the statistics of every measure to the file beside the values, or prints them. */
  void write(List<Results.Column> columns, PrintStream print, Consumer<String> say)
      throws IOException {
    say.accept(
        people
            ? "inequality over the people of --demand"
            : "inequality over zones, each weighing the same: no --demand was given");
    var file = out;
    if (file == null) {
      table(new MeasureCommand.Uncloseable(print), columns);
    } else {
      MeasureCommand.write(file, stream -> table(stream, columns));
      say.accept(
          file + ": " + statistics.size() + " statistics of " + columns.size() + " measures");
    }
  }

  private void table(OutputStream stream, List<Results.Column> columns) throws IOException {
    try (var csv = new CsvOut(stream, "", HEADERS)) {
      for (var column : columns) {
        for (var statistic : statistics) {
          var outcome = statistic.over(zones(column, statistic));
          outcome
              .values()
              .forEach(
                  (result, value) ->
                      csv.row(
                          column.opportunity(),
                          column.measure(),
                          statistic.name(),
                          result,
                          CsvOut.number(value),
                          CsvOut.number(outcome.covered()),
                          CsvOut.number(outcome.people())));
        }
      }
    }
  }

  private ZoneValues zones(Results.Column column, InequalityStatistic statistic) {
    var values = column.values().clone();
    if (column.unit().equals(Measure.MINUTES)) {
      // Who cannot get there is not unknown: it takes for ever.
      column
          .reasons()
          .forEach(
              (place, reason) ->
                  values[place] =
                      reason.equals("unknown_demand") ? Double.NaN : Double.POSITIVE_INFINITY);
    }
    var zones = ZoneValues.of(values, weights);
    var ranking = statistic.rankingColumn().map(rankings::get);
    if (ranking.isPresent()) {
      zones = zones.rankedBy(ranking.get());
    }
    var group = statistic.groupColumn().map(groups::get);
    return group.isPresent() ? zones.groupedBy(group.get()) : zones;
  }
}
