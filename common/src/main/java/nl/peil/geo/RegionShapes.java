package nl.peil.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** One outline for each region: of land and water, of islands, of the members of a list. */
public final class RegionShapes {

  private RegionShapes() {}

  /**
   * The outline of every region of a layout.
   *
   * @param parts polygons of one layout, metres; several of one region are one region
   * @return outline by code of the region, in the order of the codes
   */
  public static Map<String, Geometry> of(List<RegionOverlap.Part> parts) {
    var byRegion = new TreeMap<String, List<Geometry>>();
    parts.forEach(
        part ->
            byRegion
                .computeIfAbsent(part.region(), code -> new ArrayList<>())
                .add(part.geometry()));
    return byRegion.entrySet().parallelStream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                region ->
                    region.getValue().size() == 1
                        ? region.getValue().get(0)
                        : OverlayNGRobust.union(region.getValue()),
                (first, second) -> first,
                TreeMap::new));
  }
}
