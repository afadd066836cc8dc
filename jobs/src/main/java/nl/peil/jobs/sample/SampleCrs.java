package nl.peil.jobs.sample;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/** From RD (EPSG:28992) to degrees and to web Mercator. Not for use by more than one thread. */
final class SampleCrs {

  private static final String RD =
      "+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000"
          + " +y_0=463000 +ellps=bessel +towgs84=565.4171,50.3319,465.5524,-0.398957388243134,"
          + "0.343987817378283,-1.87740163998045,4.0725 +units=m +no_defs";
  private static final String DEGREES = "+proj=longlat +datum=WGS84 +no_defs";
  private static final String WEB_MERCATOR =
      "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m"
          + " +nadgrids=@null +no_defs";

  private final CoordinateTransform degrees;
  private final CoordinateTransform webMercator;

  /** Prepares both transforms. */
  SampleCrs() {
    var systems = new CRSFactory();
    var rd = systems.createFromParameters("EPSG:28992", RD);
    var factory = new CoordinateTransformFactory();
    this.degrees = factory.createTransform(rd, systems.createFromParameters("EPSG:4326", DEGREES));
    this.webMercator =
        factory.createTransform(rd, systems.createFromParameters("EPSG:3857", WEB_MERCATOR));
  }

  /** Longitude (x) and latitude (y) in degrees (EPSG:4326) of a point in RD. */
  Coordinate toDegrees(double x, double y) {
    return transform(degrees, x, y);
  }

  /** Metres in EPSG:3857 of a point in RD. */
  Coordinate toWebMercator(double x, double y) {
    return transform(webMercator, x, y);
  }

  private static Coordinate transform(CoordinateTransform transform, double x, double y) {
    var to = new ProjCoordinate();
    transform.transform(new ProjCoordinate(x, y), to);
    return new Coordinate(to.x, to.y);
  }
}
