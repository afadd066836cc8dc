package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.stream.Collectors;
import nl.peil.catalogue.CatalogueMember;
import nl.peil.catalogue.CatalogueReader;
import nl.peil.catalogue.RegionCatalogue;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.LayoutConfig;
import nl.peil.config.PeilConfig;

/** The catalogue of region layouts that belongs to a configuration. */
public final class CatalogueFiles {

  private CatalogueFiles() {}

  /**
   * Reads the catalogue, and checks that it fits the configuration.
   *
   * @return empty when the configuration has none
   * @throws ConfigProblemException with everything that is wrong in its files
   * @throws IOException when a file cannot be read
   */
  public static RegionCatalogue read(PeilConfig config) throws ConfigProblemException, IOException {
    var asked = config.catalogue();
    if (asked == null) {
      return RegionCatalogue.NONE;
    }
    var reading = CatalogueReader.read(asked.folder());
    var catalogue = reading.catalogue();
    var problems = new ArrayList<>(reading.problems());
    var delivered =
        config.layouts().stream()
            .filter(layout -> !layout.fromCatalogue())
            .map(LayoutConfig::layout)
            .collect(Collectors.toSet());
    for (var name : asked.layouts()) {
      if (!catalogue.layouts().contains(name)) {
        problems.add(
            "%s: catalogue.layouts: there is no layout '%s' in %s; it has %s"
                .formatted(
                    config.file(),
                    name,
                    asked.folder().resolve(CatalogueReader.REGIONS),
                    catalogue.layouts()));
      }
      for (var of : catalogue.memberLayouts(name)) {
        if (!of.equals(CatalogueMember.ZONES) && !delivered.contains(of)) {
          problems.add(
              "%s: catalogue.layouts: members of '%s' are regions of a layout '%s', which is not among the layouts %s; call yours that, or leave '%s' out"
                  .formatted(config.file(), name, of, delivered.stream().sorted().toList(), name));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigProblemException(problems);
    }
    return catalogue;
  }
}
