package nl.peil.jobs;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.peil.source.stored.StoredPairs;
import nl.peil.table.DeltaStore;
import nl.peil.table.InputTables;
import org.apache.spark.sql.SparkSession;

/** What the footers of the files of travel_times say. */
final class StoredMatrices {

  private StoredMatrices() {}

  /** All matrices together; the first that is not in order says why. */
  static StoredPairs of(DeltaStore store, SparkSession spark) throws IOException {
    var byFolder =
        store.files(InputTables.TRAVEL_TIMES).stream()
            .collect(Collectors.groupingBy(path -> path.substring(0, path.lastIndexOf('/'))));
    var all = new StoredPairs(0, 0, 0, 0, Optional.empty());
    for (List<String> matrix : byFolder.values()) {
      all = all.plus(StoredPairs.of(matrix, spark.sparkContext().hadoopConfiguration()));
    }
    return all;
  }
}
