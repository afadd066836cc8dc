package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.Map;
import nl.peil.config.PeilConfig;
import nl.peil.config.SourceFile;
import nl.peil.quality.RejectedFileException;
import nl.peil.run.Fingerprint;
import nl.peil.run.Fingerprints;
import nl.peil.run.InputRef;
import nl.peil.source.CsvTable;
import nl.peil.source.Delivery;
import nl.peil.source.FoundFile;
import nl.peil.source.Manifest;
import nl.peil.table.DeltaStore;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.SparkSession;

/**
 * What every ingest job works with.
 *
 * @param spark session
 * @param config configuration
 * @param delivery folder of the raw files
 * @param fingerprints of those files
 * @param manifest what the supplier says of them
 * @param store tables
 */
public record IngestContext(
    SparkSession spark,
    PeilConfig config,
    Delivery delivery,
    Fingerprints fingerprints,
    Manifest manifest,
    DeltaStore store) {

  /** A file as an input of a slice. */
  InputRef ref(FoundFile file) {
    return InputRef.file(fingerprints.of(file));
  }

  /** Reads a table after checking it against the manifest. */
  CsvTable read(FoundFile file, SourceFile source, TableSpec table, Map<String, String> columns)
      throws IOException, RejectedFileException {
    checked(file, table);
    return CsvTable.read(
        delivery.open(file.path()), file.path(), table.name(), source.format(), columns);
  }

  /** Checks a file against the manifest. */
  Fingerprint checked(FoundFile file, TableSpec table) throws RejectedFileException {
    var fingerprint = fingerprints.of(file);
    manifest.check(table.name(), file.path(), fingerprint.sha256());
    return fingerprint;
  }
}
