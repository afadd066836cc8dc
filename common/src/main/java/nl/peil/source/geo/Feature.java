package nl.peil.source.geo;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature of a geographic file that kept all rules.
 *
 * @param line line where the feature starts (GeoJSON), or its position in the layer, from 1
 * @param attributes text of each attribute by its name; absent when the file has no value. A whole
 *     number is written without decimals
 * @param geometry valid, not empty, in metres in EPSG:28992, near the Netherlands
 */
public record Feature(long line, Map<String, String> attributes, Geometry geometry) {}
