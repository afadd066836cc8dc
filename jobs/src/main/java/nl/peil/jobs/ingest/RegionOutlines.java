package nl.peil.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.peil.config.LayoutConfig;
import nl.peil.geo.RegionOverlap;
import nl.peil.geo.RegionShapes;
import nl.peil.quality.RejectedFileException;
import nl.peil.table.InputTables;
import nl.peil.table.Slice;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * The outlines of the regions of layouts: polygons as they were drawn, or those of the members of a
 * list together. What several layouts list is put together once.
 */
final class RegionOutlines {

  private final IngestContext context;
  private final LayoutFiles files;
  private final Map<String, Map<String, Geometry>> drawn = new HashMap<>();
  private @Nullable Map<String, Geometry> zones;

  RegionOutlines(IngestContext context, LayoutFiles files) {
    this.context = context;
    this.files = files;
  }

  /**
   * The outlines of a layout.
   *
   * @return outline by code of the region; regions none of whose members has a polygon are absent
   * @throws RejectedFileException when a file of the layout, or of a layout that it lists, was
   *     rejected
   */
  Map<String, Geometry> of(LayoutConfig layout) throws IOException, RejectedFileException {
    return layout.polygons() == null ? listed(layout) : drawn(layout);
  }

  private Map<String, Geometry> drawn(LayoutConfig layout)
      throws IOException, RejectedFileException {
    var known = drawn.get(layout.layout());
    if (known == null) {
      var polygons = files.drawn(layout);
      var rejection = polygons.rejection();
      if (rejection != null) {
        throw rejection;
      }
      known = RegionShapes.of(polygons.parts());
      drawn.put(layout.layout(), known);
    }
    return known;
  }

  private Map<String, Geometry> listed(LayoutConfig layout)
      throws IOException, RejectedFileException {
    for (var base : files.bases(layout)) {
      drawn(base); // before the list is read: without these all members are unknown
    }
    var list = files.listed(layout);
    var rejection = list.rejection();
    if (rejection != null) {
      throw rejection;
    }
    var parts = new ArrayList<RegionOverlap.Part>();
    for (var member : list.members()) {
      var outlines = member.isZone() ? zones() : drawn(files.layout(member.of()));
      var outline = outlines.get(member.member());
      if (outline != null) {
        parts.add(new RegionOverlap.Part(member.region(), outline));
      }
    }
    return RegionShapes.of(parts);
  }

  private Map<String, Geometry> zones() {
    var known = zones;
    if (known == null) {
      known = new TreeMap<>();
      var reader = new WKBReader();
      for (var row :
          context
              .store()
              .rows(InputTables.ZONES, List.of(Slice.ALL), List.of("zone_code", "geometry"))) {
        if (!row.isNullAt(1)) {
          try {
            known.put(row.getString(0), reader.read((byte[]) row.get(1)));
          } catch (ParseException e) {
            throw new IllegalStateException(
                "table zones: the geometry of zone " + row.getString(0) + " is no WKB", e);
          }
        }
      }
      zones = known;
    }
    return known;
  }
}
