package nl.peil.jobs.ingest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.peil.geo.RegionOverlap;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import org.jspecify.annotations.Nullable;

/**
 * What the polygons of a layout are.
 *
 * @param rejection why a file was rejected; null when none was
 * @param complete no polygon was set aside
 * @param parts the polygons; several of one region are one region
 * @param names name by code of the region, where there is one
 * @param books what was read of each file
 */
record DrawnLayout(
    @Nullable RejectedFileException rejection,
    boolean complete,
    List<RegionOverlap.Part> parts,
    Map<String, String> names,
    List<Intake> books) {

  /** A file was rejected. */
  static DrawnLayout rejected(RejectedFileException rejection, List<Intake> books) {
    return new DrawnLayout(rejection, false, List.of(), Map.of(), books);
  }

  /** Codes of the regions. */
  Set<String> regions() {
    return parts.stream().map(RegionOverlap.Part::region).collect(Collectors.toSet());
  }
}
