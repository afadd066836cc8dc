package nl.peil.jobs;

import java.util.List;
import java.util.Map;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.jobs.cli.Progress;
import nl.peil.jobs.ingest.CatalogueCheck;
import nl.peil.jobs.ingest.CatalogueFiles;
import nl.peil.jobs.ingest.CoordinateSystems;
import nl.peil.jobs.ingest.IngestContext;
import nl.peil.jobs.ingest.OpenedDelivery;
import nl.peil.run.Fingerprints;
import nl.peil.table.DeltaStore;
import org.apache.spark.sql.SparkSession;

/**
 * The command catalogue: what is open in the catalogue of region layouts and goals, what is to be
 * verified, and how to fill it in. Reads the polygons and lists of the delivery, and no table but
 * zones where the catalogue lists zones.
 */
final class CatalogueCommand {

  private CatalogueCommand() {}

  static ExitCode run(PeilConfig config, SparkSession spark, Progress progress) throws Exception {
    var asked = config.catalogue();
    if (asked == null) {
      throw new ConfigProblemException(
          List.of(
              config.file()
                  + ": there is no catalogue; add one, e.g. catalogue { folder = \"../data/catalogue\", layouts = [npvr] }"));
    }
    CoordinateSystems.check(config);
    var opened = OpenedDelivery.of(config, spark.sparkContext().hadoopConfiguration());
    var context =
        new IngestContext(
            spark,
            config,
            CatalogueFiles.read(config),
            opened.delivery(),
            new Fingerprints(opened.delivery(), Map.of()),
            opened.manifest(),
            new DeltaStore(spark, config.output()));
    progress.line("catalogue in " + asked.folder());
    CatalogueCheck.of(context).forEach(progress::line);
    return ExitCode.DONE;
  }
}
