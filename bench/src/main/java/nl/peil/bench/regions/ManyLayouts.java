package nl.peil.bench.regions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.peil.bench.setting.Configuration;
import nl.peil.bench.setting.Workspace;
import nl.peil.table.InputTables;

/**
 * Layouts as an analyst would draw them: the country cut into strips of as many zones each, every
 * layout in another direction. Each is a list of zones in the delivery.
 */
final class ManyLayouts {

  /** Regions of a layout. */
  static final int REGIONS = 20;

  private static final String FOLDER = "bench-layouts";

  private final List<Zone> zones;

  private record Zone(String code, double x, double y) {

    double along(double angle) {
      return x * Math.cos(angle) + y * Math.sin(angle);
    }
  }

  private ManyLayouts(List<Zone> zones) {
    this.zones = zones;
  }

  /** For the zones of tables that are there. */
  static ManyLayouts of(Workspace workspace, Configuration configuration) {
    return new ManyLayouts(
        workspace
            .store(configuration)
            .read(InputTables.ZONES)
            .where("delivered")
            .select("zone_code", "x", "y")
            .orderBy("zone")
            .collectAsList()
            .stream()
            .map(row -> new Zone(row.getString(0), row.getDouble(1), row.getDouble(2)))
            .toList());
  }

  /** Name of a layout, from 0. */
  static String name(int layout) {
    return "bench_%03d".formatted(layout);
  }

  /** Writes the lists into a delivery. */
  void write(Path delivery, int layouts) throws IOException {
    var folder = Files.createDirectories(delivery.resolve(FOLDER));
    for (int layout = 0; layout < layouts; layout++) {
      double angle = Math.PI * layout / layouts;
      var sorted = zones.stream().sorted(Comparator.comparingDouble(z -> z.along(angle))).toList();
      var text = new StringBuilder("member,region\n");
      for (int i = 0; i < sorted.size(); i++) {
        text.append(sorted.get(i).code())
            .append(",R")
            .append((long) i * REGIONS / sorted.size())
            .append('\n');
      }
      Files.writeString(folder.resolve(name(layout) + ".csv"), text);
    }
  }

  /** The key layouts of a configuration with the first so many of them. */
  static String configuration(int layouts) {
    return IntStream.range(0, layouts)
        .mapToObj(
            layout ->
                "  { layout = %1$s, partition = true, source = bench, list { path = \"%2$s/%1$s.csv\", of = zones, columns { member = member, region = region } } }"
                    .formatted(name(layout), FOLDER))
        .collect(Collectors.joining("\n", "layouts = [\n", "\n]\n"));
  }
}
