package nl.peil.bench.access;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.peil.bench.harness.Answer;
import nl.peil.bench.harness.Contestant;
import nl.peil.bench.harness.Duck;

/** DuckDB: per mode one join and one aggregation with all measures. */
final class DuckDbAccess implements Contestant {

  private final Task task;
  private final Path folder;
  private final Duck duck;

  /** Opens DuckDB and fills a table with a row per zone and a column per service. */
  DuckDbAccess(Task task, Path folder) throws SQLException {
    this.task = task;
    this.folder = folder;
    this.duck = new Duck();
    var columns = services(s -> "s" + s + " DOUBLE");
    duck.run("CREATE TABLE opportunities (zone INTEGER, " + columns + ")");
    for (int zone = 0; zone < task.zones().size(); zone++) {
      int place = zone;
      duck.run(
          "INSERT INTO opportunities VALUES (%d, %s)"
              .formatted(
                  task.zones().zone(place),
                  services(s -> String.valueOf(task.counts()[s][place]))));
    }
  }

  private String services(java.util.function.IntFunction<String> text) {
    return IntStream.range(0, task.services().size())
        .mapToObj(text)
        .collect(Collectors.joining(", "));
  }

  @Override
  public String name() {
    return "DuckDB";
  }

  @Override
  public String does() {
    return "per mode one query over the same Parquet files: join with a table in memory of a row per zone and a column"
        + " per service, group by origin with all aggregates, the decay computed once per pair, a row per zone"
        + " and a column per measure to Parquet; over JDBC, as many threads as cores.";
  }

  @Override
  public void run() throws SQLException {
    for (var of : task.modes()) {
      duck.run("COPY (%s) TO %s (FORMAT parquet)".formatted(query(of), Duck.literal(file(of))));
    }
  }

  private Path file(Task.OfMode of) {
    return folder.resolve(of.mode().key() + ".parquet");
  }

  /**
   * Times are stored as float; the decimal that was delivered is what counts, so it is rounded back
   * to. Below the logarithm stands a time that weighs 1, not 0.
   */
  private String query(Task.OfMode of) {
    var files = of.files().stream().map(Duck::literal).collect(Collectors.joining(", ", "[", "]"));
    var curve = of.curve();
    return """
        WITH times AS (
          SELECT origin, destination, round(minutes::DOUBLE, 1) AS t FROM read_parquet(%s)
        ), pairs AS (
          SELECT origin, destination, t, 1 / (1 + exp(%s + %s * ln(greatest(t, 1e-9)) + %s * t)) AS weight
          FROM times
        ), access AS (
          SELECT origin, %s
          FROM pairs JOIN opportunities o ON o.zone = destination
          GROUP BY origin
        )
        SELECT zone, %s
        FROM opportunities LEFT JOIN access ON origin = zone
        ORDER BY zone
        """
        .formatted(
            files,
            curve.a(),
            curve.b(),
            curve.c1(),
            services(
                s ->
                    "min(t) FILTER (WHERE s%1$d > 0) AS n%1$d, sum(s%1$d) FILTER (WHERE t <= %2$s) AS w%1$d, sum(s%1$d * weight) AS g%1$d"
                        .formatted(s, Task.WITHIN)),
            services(
                s ->
                    "n%1$d, coalesce(w%1$d, 0) AS w%1$d, coalesce(g%1$d, 0) AS g%1$d"
                        .formatted(s)));
  }

  @Override
  public Answer answer() throws SQLException {
    var answer = new Answer();
    int measures = Task.NAMES.size();
    for (var of : task.modes()) {
      var values = new double[task.services().size() * measures][task.zones().size()];
      duck.query(
          "SELECT * FROM read_parquet(%s)".formatted(Duck.literal(file(of))),
          row -> {
            int place = task.zones().position(row.getInt(1));
            for (int column = 0; column < values.length; column++) {
              double value = row.getDouble(column + 2);
              values[column][place] = row.wasNull() ? Double.NaN : value;
            }
          });
      for (int column = 0; column < values.length; column++) {
        task.add(answer, of.mode(), column / measures, column % measures, values[column]);
      }
    }
    return answer;
  }

  @Override
  public void close() throws SQLException {
    duck.close();
  }
}
