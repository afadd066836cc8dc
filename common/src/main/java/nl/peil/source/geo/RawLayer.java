package nl.peil.source.geo;

import java.util.List;
import java.util.Map;
import nl.peil.geo.Crs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer as it stands in the file, before any rule is applied.
 *
 * @param features features in the order of the file
 * @param statedCrs name of the coordinate system that the file states; null when it states none
 * @param defaultCrs what the file format prescribes when nothing is stated; null when nothing
 */
record RawLayer(List<RawFeature> features, @Nullable String statedCrs, @Nullable Crs defaultCrs) {

  /**
   * A feature as it stands in the file.
   *
   * @param line line or position, from 1
   * @param attributes text by name; absent when there is no value
   * @param geometry in the coordinate system of the file; null when there is none
   * @param problem why the geometry could not be read; null when it could
   */
  record RawFeature(
      long line,
      Map<String, String> attributes,
      @Nullable Geometry geometry,
      @Nullable String problem) {}
}
