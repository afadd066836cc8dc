package nl.peil.source.travel;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import nl.peil.source.stored.PairFile;
import nl.peil.source.stored.PairFileWriter;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Writes the good rows of inspected files as Parquet, in order, whole origins to a file: a task for
 * every split, from the bytes of the one file to those of the other. A file that is not in order is
 * sorted by Spark first. What is written belongs to no table yet; what a failed task wrote is taken
 * away, or named by nobody.
 */
public final class TravelTimesFiles {

  private static final int ROWS_BETWEEN_LOOKS = 1 << 16;

  private final SparkSession spark;
  private final ZoneCodes codes;

  /**
   * What to write where.
   *
   * @param file the file and its inspection
   * @param folder full address of the folder for the files of this matrix
   */
  public record Loading(InspectedFile file, String folder) {}

  private record PartLoading(int loading, TravelPart part, String folder) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private record Written(int loading, PairFile file) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** What every task needs. */
  private record Shared(ZoneCodes codes, SerializableConfiguration hadoop) implements Serializable {
    private static final long serialVersionUID = 1L;

    PairFileWriter writer(String folder) throws IOException {
      // Another name for every attempt: what a task that was given up still writes is nobody's.
      var name = "part-%05d-%s.snappy.parquet";
      var path = new Path(folder, name.formatted(TaskContext.getPartitionId(), UUID.randomUUID()));
      return new PairFileWriter(path, hadoop.value(), codes.zones());
    }
  }

  /**
   * Gets ready.
   *
   * @param codes the zones that the files were inspected with
   */
  public TravelTimesFiles(SparkSession spark, ZoneCodes codes) {
    this.spark = spark;
    this.codes = codes;
  }

  /**
   * Writes matrices.
   *
   * @return the files of each matrix, in the order asked; within a matrix they ascend by origin
   */
  public List<List<PairFile>> write(List<Loading> loadings) {
    var files = new ArrayList<List<PairFile>>();
    var parts = new ArrayList<PartLoading>();
    for (int i = 0; i < loadings.size(); i++) {
      files.add(new ArrayList<>());
      var loading = loadings.get(i);
      if (loading.file().inspection().sorted()) {
        for (var part : TravelPart.of(loading.file())) {
          parts.add(new PartLoading(i, part, loading.folder()));
        }
      }
    }
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var shared =
        context.broadcast(
            new Shared(codes, new SerializableConfiguration(context.hadoopConfiguration())));
    try {
      if (!parts.isEmpty()) {
        collect(
            context
                .parallelize(parts, parts.size())
                .mapPartitions(these -> written(these, shared.value())),
            files);
      }
      for (int i = 0; i < loadings.size(); i++) {
        if (!loadings.get(i).file().inspection().sorted()) {
          int loading = i;
          var folder = loadings.get(i).folder();
          collect(
              sorted(loadings.get(i).file())
                  .mapPartitions(rows -> written(rows, loading, folder, shared.value())),
              files);
        }
      }
    } finally {
      shared.unpersist();
    }
    return files;
  }

  private static void collect(JavaRDD<Written> written, List<List<PairFile>> files) {
    written.collect().forEach(one -> files.get(one.loading()).add(one.file()));
  }

  private JavaRDD<InternalRow> sorted(InspectedFile file) {
    return TravelTimesSource.load(spark, List.of(file), codes)
        .repartitionByRange(col("origin"))
        .sortWithinPartitions("origin", "destination")
        .queryExecution()
        .toRdd()
        .toJavaRDD();
  }

  private static Iterator<Written> written(Iterator<PartLoading> parts, Shared shared)
      throws IOException {
    var written = new ArrayList<Written>();
    while (parts.hasNext()) {
      var loading = parts.next();
      if (loading.part().split().rows() == 0) {
        continue;
      }
      var hadoop = shared.hadoop().value();
      var row = Cursors.ofPart(loading.part(), hadoop, shared.codes());
      try (var pairs = new GoodPairs(loading.part(), row);
          var writer = shared.writer(loading.folder())) {
        for (long rows = 0; pairs.next(); rows++) {
          lookUp(rows);
          writer.add(row.origin, row.destination, row.minutes, row.km);
        }
        written.add(new Written(loading.loading(), writer.finish()));
      }
    }
    return written.iterator();
  }

  private static Iterator<Written> written(
      Iterator<InternalRow> rows, int loading, String folder, Shared shared) throws IOException {
    if (!rows.hasNext()) {
      return List.<Written>of().iterator();
    }
    var codes = shared.codes();
    try (var writer = shared.writer(folder)) {
      for (long count = 0; rows.hasNext(); count++) {
        lookUp(count);
        var row = rows.next();
        writer.add(
            codes.positionOfZone(row.getInt(0)),
            codes.positionOfZone(row.getInt(1)),
            row.getFloat(2),
            row.isNullAt(3) ? Float.NaN : row.getFloat(3));
      }
      return List.of(new Written(loading, writer.finish())).iterator();
    }
  }

  /** Stops when the run was stopped. */
  private static void lookUp(long rows) {
    if (rows % ROWS_BETWEEN_LOOKS == 0 && TaskContext.get().isInterrupted()) {
      throw new TaskKilledException("the run was stopped");
    }
  }
}
