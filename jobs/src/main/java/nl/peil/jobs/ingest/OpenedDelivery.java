package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.List;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.PeilConfig;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.Delivery;
import nl.peil.source.Manifest;
import org.apache.hadoop.conf.Configuration;

/**
 * The delivery that a configuration names, and what its supplier says of its files.
 *
 * @param delivery the folder, which is there
 * @param manifest the list of files; empty when the configuration names none
 */
public record OpenedDelivery(Delivery delivery, Manifest manifest) {

  /**
   * Opens it.
   *
   * @throws ConfigProblemException when there is no such folder
   * @throws RejectedFileException when the manifest cannot be read
   */
  public static OpenedDelivery of(PeilConfig config, Configuration hadoop)
      throws ConfigProblemException, RejectedFileException, IOException {
    var delivery = new Delivery(config.input(), hadoop);
    if (!delivery.exists()) {
      throw new ConfigProblemException(
          List.of(
              config.file()
                  + ": input: there is no folder "
                  + delivery.root()
                  + "; give the folder of the delivery with --set input=DIR"));
    }
    var path = config.manifest();
    return new OpenedDelivery(
        delivery, path == null ? Manifest.none() : Manifest.read(delivery, path));
  }
}
