package nl.peil.bench.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/** DuckDB in memory, on as many threads as there are cores, its own memory besides the heap. */
public final class Duck implements AutoCloseable {

  private final Connection connection;

  /** Opens it. */
  public Duck() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    run("SET threads = " + Runtime.getRuntime().availableProcessors());
  }

  /** Runs a statement to its end. */
  public void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Does something with every row of a query. */
  public void query(String sql, RowReader reader) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  /** Reads a row. */
  @FunctionalInterface
  public interface RowReader {

    /** Reads the row at which the result stands. */
    void read(ResultSet row) throws SQLException;
  }

  /** A text as a literal. */
  public static String literal(Object text) {
    return "'" + text.toString().replace("'", "''") + "'";
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
