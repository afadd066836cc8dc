package nl.peil.source.geo;

import org.jspecify.annotations.Nullable;

/**
 * What the configuration says about a geographic file. What is null, the file has to tell.
 *
 * @param layer layer to read from a GeoPackage; null: its only one
 * @param crs coordinate system, for example {@code EPSG:28992}; goes before what the file says
 */
public record GeoFormat(@Nullable String layer, @Nullable String crs) {

  /** The file tells everything. */
  public static final GeoFormat DETECT = new GeoFormat(null, null);
}
