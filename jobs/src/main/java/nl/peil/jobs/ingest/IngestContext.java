package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.catalogue.RegionCatalogue;
import nl.peil.config.GeoFile;
import nl.peil.config.PeilConfig;
import nl.peil.config.SourceFile;
import nl.peil.model.ScenarioYear;
import nl.peil.quality.RejectedFileException;
import nl.peil.run.Fingerprint;
import nl.peil.run.Fingerprints;
import nl.peil.run.InputRef;
import nl.peil.source.CsvTable;
import nl.peil.source.Delivery;
import nl.peil.source.ExcelFormat;
import nl.peil.source.ExcelTable;
import nl.peil.source.FoundFile;
import nl.peil.source.Manifest;
import nl.peil.source.ParquetTable;
import nl.peil.source.PathPattern;
import nl.peil.source.RowTable;
import nl.peil.table.DeltaStore;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * What every ingest job works with.
 *
 * @param spark session
 * @param config configuration
 * @param catalogue the catalogue of region layouts; empty when the configuration has none
 * @param delivery folder of the raw files
 * @param fingerprints of those files
 * @param manifest what the supplier says of them
 * @param store tables
 */
public record IngestContext(
    SparkSession spark,
    PeilConfig config,
    RegionCatalogue catalogue,
    Delivery delivery,
    Fingerprints fingerprints,
    Manifest manifest,
    DeltaStore store) {

  /**
   * The files that fit a pattern.
   *
   * @throws MissingFileException when the path names one file and it is not there
   */
  List<FoundFile> find(PathPattern pattern) {
    var found = delivery.find(pattern);
    if (found.isEmpty() && pattern.isLiteral()) {
      throw new MissingFileException(
          config.file()
              + ": expected the file "
              + pattern.text()
              + " in the delivery "
              + delivery.root()
              + ", it is not there; correct the path, or take the source out of the configuration");
    }
    return found;
  }

  /**
   * The files of a geographic source; a shapefile comes with the files beside it that belong to it.
   */
  List<FoundFile> withSidecars(GeoFile source) {
    var files = new ArrayList<FoundFile>();
    for (var file : find(source.path())) {
      files.add(file);
      files.addAll(sidecars(file));
    }
    return files;
  }

  private List<FoundFile> sidecars(FoundFile file) {
    var files = new ArrayList<FoundFile>();
    if (file.path().endsWith(".shp")) {
      var stem = file.path().substring(0, file.path().length() - 3);
      for (var ending : List.of("shx", "dbf", "prj", "cpg")) {
        files.addAll(delivery.find(new PathPattern(stem + ending)));
      }
    }
    return files;
  }

  /** The slice of a scenario-year. */
  static Slice slice(ScenarioYear key) {
    return Slice.of("scenario", key.scenario(), "year", Integer.toString(key.year()));
  }

  /** Scenario and year of a file: as configured, else as its path says. */
  static Slice slice(@Nullable ScenarioYear configured, FoundFile file) {
    var scenario =
        configured == null ? file.values().getOrDefault("scenario", "") : configured.scenario();
    var year =
        configured == null
            ? file.values().getOrDefault("year", "")
            : Integer.toString(configured.year());
    return Slice.of("scenario", scenario, "year", year);
  }

  /** The delivered zones, by the code that files use. */
  Map<String, Integer> zoneByCode() {
    var byCode = new HashMap<String, Integer>();
    store
        .rows(InputTables.ZONES, List.of(Slice.ALL), List.of("zone_code", "zone", "delivered"))
        .stream()
        .filter(row -> row.getBoolean(2))
        .forEach(row -> byCode.put(row.getString(0), row.getInt(1)));
    return byCode;
  }

  /**
   * A file as an input of a slice. One that is not as the manifest says differs from what was
   * loaded, even when its content does not: so the contradiction is met, and told, at every run
   * until it is solved.
   */
  InputRef ref(FoundFile file) {
    var fingerprint = fingerprints.of(file);
    var input = InputRef.file(fingerprint);
    return manifest.agrees(file.path(), fingerprint.sha256())
        ? input
        : new InputRef(
            input.kind(),
            input.name(),
            input.identity() + ", not as the manifest says",
            input.size(),
            input.modifiedMillis(),
            input.deltaVersion());
  }

  /**
   * Reads a table, from a workbook or Parquet when the file is named as one, after checking it
   * against the manifest.
   */
  RowTable read(FoundFile file, SourceFile source, TableSpec table, Map<String, String> columns)
      throws IOException, RejectedFileException {
    return read(file, source, table, columns, Set.of());
  }

  /**
   * The same, of which some columns may be absent; of Parquet none may.
   *
   * @param optional names of the columns that need not be there
   */
  RowTable read(
      FoundFile file,
      SourceFile source,
      TableSpec table,
      Map<String, String> columns,
      Set<String> optional)
      throws IOException, RejectedFileException {
    checked(file, table);
    if (ParquetTable.names(file.path())) {
      return ParquetTable.read(spark, file, table.name(), columns);
    }
    var in = delivery.open(file.path());
    return ExcelFormat.names(file.path())
        ? ExcelTable.read(
            in,
            file.path(),
            table.name(),
            source.excel(),
            source.format().decimalComma(),
            columns,
            optional)
        : CsvTable.read(in, file.path(), table.name(), source.format(), columns, optional);
  }

  /** Checks a file, and the files beside it that belong to it, against the manifest. */
  Fingerprint checked(FoundFile file, TableSpec table) throws RejectedFileException {
    for (var sidecar : sidecars(file)) {
      manifest.check(table.name(), sidecar.path(), fingerprints.of(sidecar).sha256());
    }
    var fingerprint = fingerprints.of(file);
    manifest.check(table.name(), file.path(), fingerprint.sha256());
    return fingerprint;
  }
}
