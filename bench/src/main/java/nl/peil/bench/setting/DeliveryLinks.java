package nl.peil.bench.setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peil.config.PeilConfig;
import nl.peil.config.TravelTimesConfig;
import nl.peil.model.Mode;
import nl.peil.source.Delivery;
import nl.peil.source.FoundFile;
import org.apache.hadoop.conf.Configuration;

/**
 * A folder of links to the files of a delivery, with one matrix per mode: the scenario-year of the
 * base population, the first period. The delivery itself is never written to.
 */
final class DeliveryLinks {

  private final Path delivery;
  private final PeilConfig config;
  private final Set<String> left = new HashSet<>();
  private final Map<Mode, Matrix> matrices = new EnumMap<>(Mode.class);

  private DeliveryLinks(Path delivery, PeilConfig config) {
    this.delivery = delivery;
    this.config = config;
  }

  /**
   * Makes the links.
   *
   * @param folder folder to make; what was there is replaced
   * @return the matrices that are linked, by mode
   * @throws IllegalArgumentException when there is no matrix
   */
  static List<Matrix> make(Path delivery, PeilConfig config, Path folder) throws IOException {
    var links = new DeliveryLinks(delivery, config);
    for (var entry : config.travelTimes()) {
      for (var file :
          new Delivery(delivery.toString(), new Configuration()).find(entry.file().path())) {
        links.consider(entry, file);
      }
    }
    if (links.matrices.isEmpty()) {
      throw new IllegalArgumentException(
          "expected matrices of "
              + config.basePopulation()
              + " in "
              + delivery
              + ", as the configuration describes them, found none");
    }
    links.link(folder);
    return List.copyOf(links.matrices.values());
  }

  private void consider(TravelTimesConfig entry, FoundFile file) throws IOException {
    var base = config.basePopulation();
    var scenario = entry.scenario() == null ? file.values().get("scenario") : entry.scenario();
    var year = entry.year() == null ? file.values().get("year") : String.valueOf(entry.year());
    var mode =
        entry.mode() == null ? Mode.of(file.values().getOrDefault("mode", "")) : entry.mode();
    if (!base.scenario().equals(scenario)
        || !String.valueOf(base.year()).equals(year)
        || matrices.containsKey(mode)) {
      left.add(file.path());
      return;
    }
    var format = entry.file().format();
    matrices.put(
        mode,
        Matrix.of(
            mode,
            delivery.resolve(file.path()),
            format.delimiter() == null ? ',' : format.delimiter(),
            format.decimalComma() || Boolean.TRUE.equals(entry.matrix().decimalComma()),
            entry.file().columns(),
            entry.unreachable()));
  }

  private void link(Path folder) throws IOException {
    Folders.delete(folder);
    var files = new ArrayList<Path>();
    try (var found = Files.walk(delivery)) {
      found.filter(Files::isRegularFile).forEach(files::add);
    }
    for (var file : files) {
      var relative = delivery.relativize(file);
      if (!left.contains(relative.toString().replace('\\', '/'))) {
        var link = folder.resolve(relative);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, file.toRealPath());
      }
    }
  }
}
