package nl.peil.bench.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.peil.bench.harness.Answer;
import nl.peil.bench.harness.Contestant;
import nl.peil.bench.harness.Duck;
import nl.peil.bench.setting.Folders;
import nl.peil.bench.setting.Matrix;

/** DuckDB: one COPY per file. */
final class DuckDbLoad implements Contestant {

  private final List<Matrix> matrices;
  private final Path folder;
  private final Duck duck;

  DuckDbLoad(List<Matrix> matrices, Path folder) throws SQLException {
    this.matrices = matrices;
    this.folder = folder;
    this.duck = new Duck();
  }

  @Override
  public String name() {
    return "DuckDB";
  }

  @Override
  public String does() {
    return "per file `COPY (SELECT ... FROM read_csv(...) ORDER BY origin, destination) TO ... (FORMAT parquet)` with"
        + " names and types given, over JDBC, as many threads as cores. It stops at text that is no number, and"
        + " checks neither range, nor zones, nor pairs that come twice; no commit, no digests.";
  }

  @Override
  public void run() throws SQLException {
    for (var matrix : matrices) {
      duck.run(
          "COPY (SELECT origin, destination, minutes FROM %s%s ORDER BY origin, destination) TO %s (FORMAT parquet)"
              .formatted(readCsv(matrix), reachable(matrix), Duck.literal(file(matrix))));
    }
  }

  private Path file(Matrix matrix) {
    return folder.resolve(matrix.mode().key() + ".parquet");
  }

  private static String readCsv(Matrix matrix) {
    var columns =
        IntStream.range(0, matrix.header().size())
            .mapToObj(place -> column(matrix, place))
            .collect(Collectors.joining(", ", "{", "}"));
    return "read_csv(%s, auto_detect = false, header = true, delim = '%c', quote = '\"', decimal_separator = '%c', compression = '%s', columns = %s)"
        .formatted(
            Duck.literal(matrix.file()),
            matrix.delimiter(),
            matrix.decimalComma() ? ',' : '.',
            matrix.packed() ? "gzip" : "none",
            columns);
  }

  private static String column(Matrix matrix, int place) {
    if (place == matrix.origin()) {
      return "'origin': 'INTEGER'";
    }
    if (place == matrix.destination()) {
      return "'destination': 'INTEGER'";
    }
    return place == matrix.minutes() ? "'minutes': 'FLOAT'" : "'other_" + place + "': 'VARCHAR'";
  }

  private static String reachable(Matrix matrix) {
    return matrix.unreachable().isEmpty()
        ? ""
        : matrix.unreachable().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", ", " WHERE minutes NOT IN (", ")"));
  }

  @Override
  public Answer answer() throws SQLException {
    var answer = new Answer();
    for (var matrix : matrices) {
      duck.query(
          "SELECT count(*), sum(minutes::DOUBLE) FROM read_parquet(%s)"
              .formatted(Duck.literal(file(matrix))),
          row -> LoadAnswer.add(answer, matrix.mode().key(), row.getLong(1), row.getDouble(2)));
    }
    return answer;
  }

  @Override
  public Map<String, String> facts() throws SQLException, IOException {
    var pairs = new long[1];
    duck.query(
        "SELECT count(*) FROM read_parquet(%s)"
            .formatted(Duck.literal(folder.resolve("*.parquet"))),
        row -> pairs[0] = row.getLong(1));
    return LoadAnswer.size(Folders.bytes(folder), pairs[0]);
  }

  @Override
  public void close() throws SQLException {
    duck.close();
  }
}
