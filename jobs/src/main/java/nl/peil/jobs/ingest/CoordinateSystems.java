package nl.peil.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import nl.peil.config.ConfigProblemException;
import nl.peil.config.GeoFile;
import nl.peil.config.PeilConfig;
import nl.peil.geo.Crs;
import org.jspecify.annotations.Nullable;

/** Checks the names of coordinate systems before any file is read. */
public final class CoordinateSystems {

  private CoordinateSystems() {}

  /**
   * Checks every name in the configuration.
   *
   * @throws ConfigProblemException with every name that is not supported, and where it stands
   */
  public static void check(PeilConfig config) throws ConfigProblemException {
    var problems = new ArrayList<String>();
    var zones = config.zones();
    check(zones.pointsCrs(), config.file() + ": zones.points.crs", problems);
    check(zones.polygons(), config.file() + ": zones.polygons.crs", problems);
    check(zones.border(), config.file() + ": zones.border.crs", problems);
    config
        .opportunities()
        .forEach(
            source ->
                check(
                    source.crs(),
                    config.file() + ": opportunities, crs of service " + source.service(),
                    problems));
    config
        .layouts()
        .forEach(
            layout ->
                check(
                    layout.polygons(),
                    config.file() + ": layouts, crs of layout " + layout.layout(),
                    problems));
    if (!problems.isEmpty()) {
      throw new ConfigProblemException(problems);
    }
  }

  private static void check(@Nullable GeoFile file, String place, List<String> problems) {
    var crs = file == null ? null : file.crs();
    if (crs != null) {
      check(crs, place, problems);
    }
  }

  private static void check(String crs, String place, List<String> problems) {
    try {
      Crs.of(crs);
    } catch (IllegalArgumentException e) {
      problems.add(place + ": " + e.getMessage());
    }
  }
}
