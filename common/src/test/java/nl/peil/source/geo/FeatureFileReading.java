package nl.peil.source.geo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.peil.quality.Intake;
import nl.peil.source.Delivery;
import nl.peil.source.FoundFile;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;

/** Reads a file that a test wrote, and keeps the books of the last one read. */
abstract class FeatureFileReading {

  @TempDir Path folder;
  Intake intake = new Intake("regions", "none");

  List<Feature> read(String name, GeoFormat format) throws Exception {
    var path = folder.resolve(name);
    intake = new Intake("regions", name);
    var file = new FoundFile(name, path.toUri().toString(), Files.size(path), 0, Map.of());
    return FeatureFile.read(
        new Delivery(folder.toString(), new Configuration()), file, format, intake);
  }
}
