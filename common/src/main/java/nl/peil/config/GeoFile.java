package nl.peil.config;

import java.util.Map;
import nl.peil.source.PathPattern;
import org.jspecify.annotations.Nullable;

/**
 * A file with geometries.
 *
 * @param path where it stands, relative to the delivery
 * @param layer layer of a GeoPackage; null: the only one
 * @param crs coordinate system, for example {@code EPSG:28992}; null: as the file says
 * @param columns name that Peil uses by name of the attribute in the file
 */
public record GeoFile(
    PathPattern path, @Nullable String layer, @Nullable String crs, Map<String, String> columns) {}
