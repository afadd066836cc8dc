package nl.peil.source.geo;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import nl.peil.geo.Crs;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.Delivery;
import nl.peil.source.FoundFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads polygons, lines and points from a GeoPackage (.gpkg), GeoJSON (.geojson, .json) or
 * shapefile (.shp) into EPSG:28992.
 *
 * <p>A feature that breaks a rule is set aside, the rest is used: {@code empty_geometry}, {@code
 * outside_netherlands} and {@code invalid_geometry} (a self-intersection, say; nothing is repaired,
 * because a repair would guess which area was meant).
 */
public final class FeatureFile {

  private FeatureFile() {}

  /**
   * Reads a file whole. Features that broke a rule are in the quarantine of the books afterwards;
   * the ones returned are <em>not booked yet</em>: the caller, who may have rules of its own, books
   * each as loaded or sets it aside, so that rows read = loaded + quarantined.
   *
   * @param delivery delivery that the file is in
   * @param file the file; its extension tells the format
   * @param format layer and coordinate system, where the configuration gives them
   * @param intake books of this file
   * @return the features that kept all rules, in the order of the file
   * @throws RejectedFileException when the file cannot be read whole, its coordinate system is
   *     unknown, or no feature at all lies near the Netherlands
   */
  public static List<Feature> read(
      Delivery delivery, FoundFile file, GeoFormat format, Intake intake)
      throws IOException, RejectedFileException {
    var layer = layer(delivery, file, format, intake);
    if (layer.features().isEmpty()) {
      throw reject(
          intake,
          "empty_file",
          "expected features, the file has none",
          "ask for the file again, or name another layer");
    }
    var crs = crs(layer, format.crs(), intake);
    return new FeatureRules(crs, intake).apply(layer.features());
  }

  private static RawLayer layer(Delivery delivery, FoundFile file, GeoFormat format, Intake intake)
      throws IOException, RejectedFileException {
    var name = file.path().toLowerCase(Locale.ROOT);
    if (name.endsWith(".gpkg")) {
      return GeoPackageFile.read(delivery.open(file.path()), format.layer(), intake);
    } else if (name.endsWith(".geojson") || name.endsWith(".json")) {
      return GeoJsonFile.read(delivery.open(file.path()), intake);
    } else if (name.endsWith(".shp")) {
      return ShapeFile.read(delivery, file, intake);
    }
    throw reject(
        intake,
        "unknown_format",
        "expected a file that ends in .gpkg, .geojson, .json or .shp",
        "rename or convert the file");
  }

  private static Crs crs(RawLayer layer, @Nullable String declared, Intake intake)
      throws RejectedFileException {
    var stated = layer.statedCrs();
    if (declared != null) {
      var crs = known(declared, "the configuration", intake);
      if (stated != null && !agrees(stated, crs)) {
        intake.warn(
            "crs_contradiction",
            0,
            layer.features().size(),
            "declared as " + crs.code() + ", the file says " + stated + "; read as declared",
            "check which is right, and correct 'crs' of this source or the file");
      }
      return crs;
    }
    if (stated != null) {
      return known(stated, "the file", intake);
    }
    var fallback = layer.defaultCrs();
    if (fallback != null) {
      return fallback;
    }
    throw reject(
        intake,
        "missing_crs",
        "expected the file to state its coordinate system, it does not",
        "declare 'crs' for this source, for example EPSG:28992");
  }

  private static boolean agrees(String stated, Crs crs) {
    try {
      return Crs.of(stated) == crs;
    } catch (IllegalArgumentException e) {
      // A system that is not supported is in any case not the declared one
      return false;
    }
  }

  private static Crs known(String name, String by, Intake intake) throws RejectedFileException {
    try {
      return Crs.of(name);
    } catch (IllegalArgumentException e) {
      throw reject(
          intake,
          "unknown_crs",
          e.getMessage() + " from " + by,
          "convert the file to EPSG:28992, or declare 'crs' when the name is only unusual");
    }
  }

  private static RejectedFileException reject(
      Intake intake, String rule, String message, String advice) {
    return new RejectedFileException(rule, intake.table(), intake.file(), 0, message, advice);
  }
}
