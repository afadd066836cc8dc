package nl.peil.config;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The catalogue of region layouts that belongs to the configuration.
 *
 * @param folder folder with regions.csv, members.csv and perhaps goals.csv
 * @param layouts names of its layouts that are made; none: it only adds names to delivered regions
 */
public record CatalogueConfig(Path folder, List<String> layouts) {

  /**
   * Reads {@code catalogue}.
   *
   * @param beside gives the path of a file that belongs to the configuration, by key and name
   */
  static CatalogueConfig read(Section section, BiFunction<String, String, Path> beside) {
    var name = section.text("folder");
    // Two files that must be there show which folder is meant
    var files =
        Stream.of("regions.csv", "members.csv")
            .map(file -> beside.apply("folder", name + "/" + file))
            .toList();
    var catalogue = new CatalogueConfig(files.get(0).resolveSibling(""), section.texts("layouts"));
    for (var layout : catalogue.layouts) {
      try {
        SourceSections.key(layout);
      } catch (IllegalArgumentException e) {
        section.problem("layouts", String.valueOf(e.getMessage()));
      }
    }
    section.done();
    return catalogue;
  }
}
