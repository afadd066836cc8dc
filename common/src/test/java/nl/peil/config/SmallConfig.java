package nl.peil.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The smallest configuration, to change and to load.
 *
 * @param folder where it stands, with its norms
 */
record SmallConfig(Path folder) {

  /** Every line is of its own, so that tests can point at it. */
  static final String TEXT =
      """
      input = "levering"
      output = "uit"
      norms = "norms.csv"
      zones { polygons { path = "zones.gpkg", columns { zone = pc4 } } }
      base_population { scenario = basis, year = 2022 }
      population = [ { path = "b_{scenario}_{year}.csv", cell_size_m = 500, columns { cell = c, population = p } } ]
      travel_times = [ { path = "{scenario}/{year}/{mode}_{period}.csv", columns { origin = o, destination = d, minutes = m } } ]
      opportunities = [ { service = huisarts, kind = points, path = "h.csv", columns { x = x, y = y } } ]
      layouts = [ { layout = gemeente, polygons { path = "g.geojson", columns { region = code } } } ]
      measures = ["nearest(1)"]
      """;

  /** With a file of norms beside it. */
  static SmallConfig in(Path folder) throws IOException {
    Files.writeString(folder.resolve("norms.csv"), "service;mode;minutes\n");
    return new SmallConfig(folder);
  }

  /** The text with something else in the place of a part of it. */
  static String with(String old, String replacement) {
    assertThat(TEXT).contains(old);
    return TEXT.replace(old, replacement);
  }

  PeilConfig load(String text, Map<String, String> overrides) throws Exception {
    var file = folder.resolve("test.conf");
    Files.writeString(file, text);
    return ConfigLoader.load(file, overrides);
  }

  /** What is wrong with it; there is something. */
  List<String> problems(String text, Map<String, String> overrides) {
    var thrown = catchThrowableOfType(ConfigProblemException.class, () -> load(text, overrides));
    assertThat(thrown).isNotNull();
    assertThat(thrown).hasMessage(String.join("\n", thrown.problems()));
    return thrown.problems();
  }

  List<String> problems(String text) {
    return problems(text, Map.of());
  }
}
