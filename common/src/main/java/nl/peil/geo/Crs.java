package nl.peil.geo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * The coordinate systems that deliveries come in, and the way from each to EPSG:28992 (RD, metres),
 * in which Peil does all its work. Longitude always comes before latitude, whatever the authority
 * says about axis order, as in GeoJSON and GeoPackage.
 *
 * <p>RD is reached through the seven parameters of EPSG transformation 4833 (Amersfoort to WGS 84),
 * right to some 0.25 m within the Netherlands; the correction grid of the Kadaster is not used.
 * Heights are left alone.
 */
public enum Crs {
  /** Rijksdriehoeksmeting, Amersfoort / RD New: x and y in metres. */
  RD("EPSG:28992", Crs.RD_PARAMETERS, new Envelope(-50_000, 350_000, 250_000, 700_000)),
  /** WGS 84 in degrees: x is the longitude, y the latitude. OGC:CRS84 is the same. */
  WGS84("EPSG:4326", "+proj=longlat +datum=WGS84 +no_defs", new Envelope(-180, 180, -90, 90)),
  /** Web Mercator, as web maps use it: x and y in metres at the equator. */
  WEB_MERCATOR(
      "EPSG:3857",
      "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m"
          + " +nadgrids=@null +no_defs",
      new Envelope(-20_037_508.35, 20_037_508.35, -20_048_966.2, 20_048_966.2));

  private static final String RD_PARAMETERS =
      "+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000"
          + " +y_0=463000 +ellps=bessel +towgs84=565.4171,50.3319,465.5524,-0.398957388243134,"
          + "0.343987817378283,-1.87740163998045,4.0725 +units=m +no_defs";

  private static final Pattern NAME =
      Pattern.compile(
          "(?:urn:(?:x-)?ogc:def:crs:|https?://www\\.opengis\\.net/def/crs/)?"
              + "(?:(epsg|ogc)[:/](?:[0-9.]*[:/])?)?([a-z0-9]+)");

  private final String code;
  private final Envelope range;
  private final @Nullable CoordinateTransform toRd;
  private final @Nullable CoordinateTransform fromRd;

  Crs(String code, String parameters, Envelope range) {
    this.code = code;
    this.range = range;
    if (parameters.equals(RD_PARAMETERS)) {
      this.toRd = null;
      this.fromRd = null;
    } else {
      var factory = new CRSFactory();
      var self = factory.createFromParameters(code, parameters);
      var rd = factory.createFromParameters("EPSG:28992", RD_PARAMETERS);
      this.toRd = new BasicCoordinateTransform(self, rd);
      this.fromRd = new BasicCoordinateTransform(rd, self);
    }
  }

  /**
   * The coordinate system with a name.
   *
   * @param name for example {@code EPSG:28992}, {@code 4326}, {@code
   *     urn:ogc:def:crs:OGC:1.3:CRS84}, {@code http://www.opengis.net/def/crs/EPSG/0/3857}
   * @throws IllegalArgumentException when it is none of the supported ones; the message lists them
   */
  public static Crs of(String name) {
    var matcher = NAME.matcher(name.strip().toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      var number = matcher.group(2);
      boolean ogc = "ogc".equals(matcher.group(1));
      if (number.equals("crs84") && !"epsg".equals(matcher.group(1))) {
        return WGS84;
      }
      for (var crs : values()) {
        if (!ogc && crs.code.equals("EPSG:" + number)) {
          return crs;
        }
      }
    }
    throw new IllegalArgumentException(
        "expected a coordinate system out of "
            + Arrays.stream(values()).map(Crs::code).collect(Collectors.joining(", "))
            + " or OGC:CRS84 (also as urn:ogc:def:crs:...), got '"
            + name
            + "'");
  }

  /** The name by which EPSG knows it, for example {@code EPSG:28992}. */
  public String code() {
    return code;
  }

  /**
   * A place in RD.
   *
   * @param x metres east, or the longitude in degrees
   * @param y metres north, or the latitude in degrees
   * @return x and y in metres in EPSG:28992
   */
  public Coordinate toRd(double x, double y) {
    return apply(toRd, x, y);
  }

  /**
   * A place in RD, in this coordinate system.
   *
   * @param x metres east in EPSG:28992
   * @param y metres north in EPSG:28992
   * @return x (or longitude) and y (or latitude)
   */
  public Coordinate fromRd(double x, double y) {
    return apply(fromRd, x, y);
  }

  /** A copy of a geometry of this coordinate system in EPSG:28992. */
  public Geometry toRd(Geometry geometry) {
    return apply(toRd, geometry, 28992);
  }

  /** A copy of a geometry in EPSG:28992 in this coordinate system. */
  public Geometry fromRd(Geometry geometry) {
    return apply(fromRd, geometry, Integer.parseInt(code.substring("EPSG:".length())));
  }

  /**
   * True when a place lies in the Netherlands or near enough to belong to a region that crosses the
   * border: x -50,000 to 350,000, y 250,000 to 700,000.
   *
   * @param rd metres in EPSG:28992
   */
  public static boolean nearNetherlands(Coordinate rd) {
    return RD.range.contains(rd);
  }

  /**
   * Why a place cannot be in this coordinate system, or not near the Netherlands; empty when
   * nothing is wrong with it. The text says what was expected, what came, and what it looks like.
   *
   * @param x metres east, or the longitude in degrees
   * @param y metres north, or the latitude in degrees
   */
  public Optional<String> implausible(double x, double y) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      return Optional.of("expected two finite numbers, got " + place(x, y));
    }
    if (range.contains(x, y) && (this == RD || nearNetherlands(toRd(x, y)))) {
      return Optional.empty();
    }
    var expected =
        this == WGS84
            ? "expected degrees in EPSG:4326 near the Netherlands, longitude before latitude"
            : "expected metres in " + code + " near the Netherlands";
    return Optional.of(expected + ", got " + place(x, y) + looksLike(x, y));
  }

  /**
   * Why a geometry cannot be in this coordinate system, or not near the Netherlands, told by its
   * first vertex that cannot; empty when nothing is wrong with it.
   */
  public Optional<String> implausible(Geometry geometry) {
    for (var vertex : geometry.getCoordinates()) {
      var reason = implausible(vertex.x, vertex.y);
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  private String looksLike(double x, double y) {
    if (near(y, x)) {
      return this == WGS84
          ? "; with longitude and latitude exchanged it would lie near the Netherlands"
          : "; with x and y exchanged it would lie near the Netherlands";
    }
    for (var other : values()) {
      if (other != this && other.near(x, y)) {
        return other == RD
            ? "; this looks like RD metres (EPSG:28992)"
            : other == WGS84
                ? "; this looks like degrees (EPSG:4326)"
                : "; this looks like " + other.code;
      }
    }
    return range.contains(x, y) && this != RD
        ? ", which is " + place(toRd(x, y).x, toRd(x, y).y) + " in RD"
        : "";
  }

  private boolean near(double x, double y) {
    return range.contains(x, y) && (this == RD || nearNetherlands(toRd(x, y)));
  }

  private static String place(double x, double y) {
    return "(" + number(x) + ", " + number(y) + ")";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) <= 180 ? "%.6f" : "%.1f", value);
  }

  private static Coordinate apply(@Nullable CoordinateTransform transform, double x, double y) {
    if (transform == null) {
      return new Coordinate(x, y);
    }
    var to = new ProjCoordinate();
    transform.transform(new ProjCoordinate(x, y), to);
    return new Coordinate(to.x, to.y);
  }

  private static Geometry apply(
      @Nullable CoordinateTransform transform, Geometry geometry, int srid) {
    var copy = geometry.copy();
    copy.setSRID(srid);
    if (transform != null) {
      copy.apply(new EachVertex(transform));
    }
    return copy;
  }

  /** Moves the vertices of a geometry in place. */
  private record EachVertex(CoordinateTransform transform) implements CoordinateSequenceFilter {

    @Override
    public void filter(CoordinateSequence vertices, int i) {
      var to = Crs.apply(transform, vertices.getX(i), vertices.getY(i));
      vertices.setOrdinate(i, CoordinateSequence.X, to.x);
      vertices.setOrdinate(i, CoordinateSequence.Y, to.y);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
