package nl.peil.source.stored;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.statistics.IntStatistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.jspecify.annotations.Nullable;

/**
 * What the footers of the files of one matrix say; no row is read. Order is not assumed: the writer
 * checked every pair within a file and says so in its footer, and here the origins of files and row
 * groups are compared.
 *
 * @param files number of files
 * @param rowGroups number of row groups
 * @param rows pairs in them
 * @param bytes their size
 * @param disorder why the files, from the smallest origin on, are not one list of pairs that
 *     ascends by origin and destination with whole origins in a file; empty when they are
 */
public record StoredPairs(
    int files, int rowGroups, long rows, long bytes, Optional<String> disorder) {

  /** Origins of a file, and what is wrong within it. */
  private record Footer(
      String name, int groups, long rows, long bytes, int least, int most, String disorder) {}

  /**
   * Reads the footers.
   *
   * @param paths full addresses of all files of one matrix, in any order
   * @throws IOException when a file is not there or is no Parquet
   */
  public static StoredPairs of(List<String> paths, Configuration hadoop) throws IOException {
    var footers = footers(paths, hadoop);
    Optional<String> disorder = Optional.empty();
    for (int i = 0; i < footers.size() && disorder.isEmpty(); i++) {
      var footer = footers.get(i);
      if (!footer.disorder().isEmpty()) {
        disorder = Optional.of(footer.name() + ": " + footer.disorder());
      } else if (i > 0 && footers.get(i - 1).most() >= footer.least()) {
        disorder =
            Optional.of(
                "%s ends with origin %d, %s begins with %d"
                    .formatted(
                        footers.get(i - 1).name(),
                        footers.get(i - 1).most(),
                        footer.name(),
                        footer.least()));
      }
    }
    return new StoredPairs(
        footers.size(),
        footers.stream().mapToInt(Footer::groups).sum(),
        footers.stream().mapToLong(Footer::rows).sum(),
        footers.stream().mapToLong(Footer::bytes).sum(),
        disorder);
  }

  /** From the smallest origin on; several are read at a time. */
  private static List<Footer> footers(List<String> paths, Configuration hadoop) throws IOException {
    try {
      return paths.parallelStream()
          .map(
              path -> {
                try {
                  return footer(new Path(path), hadoop);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .sorted(Comparator.comparingInt(Footer::least))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Footer footer(Path path, Configuration hadoop) throws IOException {
    var input = HadoopInputFile.fromPath(path, hadoop);
    try (var reader = ParquetFileReader.open(input)) {
      var groups = reader.getRowGroups();
      var said = reader.getFileMetaData().getKeyValueMetaData().get(PairFileWriter.ORDER);
      var disorder =
          PairFileWriter.BY_PAIR.equals(said) ? "" : "does not say in which order its pairs stand";
      int least = Integer.MAX_VALUE;
      int most = Integer.MIN_VALUE;
      for (var group : groups) {
        var origins = origins(group);
        if (origins == null) {
          disorder = "has a row group without the smallest and largest origin";
          continue;
        }
        if (origins.getMin() < most) {
          disorder =
              "has a row group that begins with origin %d, after one that ends with %d"
                  .formatted(origins.getMin(), most);
        }
        least = Math.min(least, origins.getMin());
        most = Math.max(most, origins.getMax());
      }
      return new Footer(
          path.getName(),
          groups.size(),
          reader.getRecordCount(),
          input.getLength(),
          least,
          most,
          disorder);
    }
  }

  private static @Nullable IntStatistics origins(BlockMetaData group) {
    for (var column : group.getColumns()) {
      if (column.getPath().toDotString().equals(PairFileWriter.COLUMNS[0])
          && column.getStatistics() instanceof IntStatistics found
          && found.hasNonNullValue()) {
        return found;
      }
    }
    return null;
  }

  /** Both together: two matrices, each in its own order. */
  public StoredPairs plus(StoredPairs other) {
    return new StoredPairs(
        files + other.files,
        rowGroups + other.rowGroups,
        rows + other.rows,
        bytes + other.bytes,
        disorder.or(other::disorder));
  }

  /**
   * What is wrong with a matrix that was just written; empty when all is as it should be.
   *
   * @param expectedRows good pairs that the inspection of the delivered file counted
   */
  public Optional<String> problem(long expectedRows) {
    return rows == expectedRows
        ? disorder
        : Optional.of(
            "the footers count %,d pairs, the inspection of the file counted %,d"
                .formatted(rows, expectedRows));
  }

  /** In one line, for a person. */
  public String describe() {
    return "%,d files, %,d row groups, %.2f bytes a pair, sorted: %s"
        .formatted(
            files,
            rowGroups,
            rows == 0 ? 0.0 : (double) bytes / rows,
            disorder.map(why -> "no (" + why + ")").orElse("yes"));
  }
}
