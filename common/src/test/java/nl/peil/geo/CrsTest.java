package nl.peil.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;

class CrsTest {

  /** Published pairs: the origin of RD, and church towers measured by the Kadaster. */
  @ParameterizedTest
  @CsvSource({
    "155000, 463000, 5.38720621, 52.15517440",
    "120700.723, 487525.501, 4.88352559, 52.37453253",
    "233883.131, 582065.167, 6.56820053, 53.21938317"
  })
  void publishedControlPointsAgreeWithinAMetre(double x, double y, double lon, double lat) {
    assertThat(Crs.WGS84.toRd(lon, lat).distance(new Coordinate(x, y))).isLessThan(1.0);
    var back = Crs.WGS84.fromRd(x, y);
    // A metre is 0.000009 degrees of latitude and 0.000015 of longitude at 53 degrees north.
    assertThat(back.x).isCloseTo(lon, within(0.000015));
    assertThat(back.y).isCloseTo(lat, within(0.000009));
  }

  @Test
  void webMercatorAgreesWithItsFormula() {
    double lon = 4.88352559;
    double lat = 52.37453253;
    double x = 6378137 * Math.toRadians(lon);
    double y = 6378137 * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2));
    assertThat(Crs.WEB_MERCATOR.toRd(x, y).distance(Crs.WGS84.toRd(lon, lat))).isLessThan(0.001);
  }

  @Property(tries = 300)
  void thereAndBackIsWithinAMillimetre(
      @ForAll @DoubleRange(min = 0, max = 300_000) double x,
      @ForAll @DoubleRange(min = 300_000, max = 630_000) double y) {
    var place = new Coordinate(x, y);
    for (var crs : Crs.values()) {
      var there = crs.fromRd(x, y);
      assertThat(crs.toRd(there.x, there.y).distance(place)).as(crs.code()).isLessThan(0.001);
      assertThat(crs.implausible(there.x, there.y)).as(crs.code()).isEmpty();
    }
  }

  @Test
  void everyVertexOfAGeometryIsMovedAndTheOriginalStays() throws Exception {
    var square =
        new WKTReader().read("POLYGON ((5.3 52.1, 5.4 52.1, 5.4 52.2, 5.3 52.2, 5.3 52.1))");
    var original = square.copy();
    var rd = Crs.WGS84.toRd(square);
    assertThat(square.equalsExact(original)).isTrue();
    assertThat(rd.getSRID()).isEqualTo(28992);
    assertThat(rd.getNumPoints()).isEqualTo(5);
    for (int i = 0; i < 5; i++) {
      var from = square.getCoordinates()[i];
      assertThat(rd.getCoordinates()[i]).isEqualTo(Crs.WGS84.toRd(from.x, from.y));
    }
    assertThat(Crs.WGS84.fromRd(rd).equalsExact(square, 1e-8)).isTrue();
    assertThat(Crs.RD.toRd(rd).equalsExact(rd)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:28992, RD",
    "epsg:28992, RD",
    "28992, RD",
    "urn:ogc:def:crs:EPSG::28992, RD",
    "urn:ogc:def:crs:EPSG:6.9:28992, RD",
    "http://www.opengis.net/def/crs/EPSG/0/28992, RD",
    "EPSG:4326, WGS84",
    "urn:ogc:def:crs:EPSG::4326, WGS84",
    "urn:ogc:def:crs:OGC:1.3:CRS84, WGS84",
    "OGC:CRS84, WGS84",
    "CRS84, WGS84",
    "https://www.opengis.net/def/crs/OGC/1.3/CRS84, WGS84",
    "EPSG:3857, WEB_MERCATOR"
  })
  void namesInUseAreUnderstood(String name, Crs expected) {
    assertThat(Crs.of(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:28991", "OGC:28992", "EPSG:CRS84", "RD", "", "EPSG:"})
  void otherNamesAreRefusedWithTheListOfWhatIsSupported(String name) {
    assertThatThrownBy(() -> Crs.of(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EPSG:28992, EPSG:4326, EPSG:3857 or OGC:CRS84")
        .hasMessageContaining("'" + name + "'");
  }

  @Test
  void placesThatCannotBeAreExplained() {
    assertThat(Crs.WGS84.implausible(155_000, 463_000)).get().asString().contains("RD metres");
    assertThat(Crs.RD.implausible(5.387, 52.155)).get().asString().contains("degrees (EPSG:4326)");
    assertThat(Crs.WGS84.implausible(52.155, 5.387)).get().asString().contains("exchanged");
    assertThat(Crs.RD.implausible(463_000, 155_000)).get().asString().contains("exchanged");
    assertThat(Crs.WGS84.implausible(599_706.0, 6_827_000.0))
        .get()
        .asString()
        .contains("EPSG:3857");
    assertThat(Crs.WGS84.implausible(2.35, 48.86)).get().asString().contains("in RD");
    assertThat(Crs.WGS84.implausible(Double.NaN, 52)).get().asString().contains("finite");
    assertThat(Crs.WGS84.implausible(200, 52)).isPresent();
    assertThat(Crs.WGS84.implausible(5, 91)).isPresent();
  }

  @Test
  void regionsThatReachOverTheBorderAreNear() {
    // Antwerpen, Duisburg and the Eems off Emden
    assertThat(Crs.WGS84.implausible(4.40, 51.22)).isEmpty();
    assertThat(Crs.WGS84.implausible(6.76, 51.43)).isEmpty();
    assertThat(Crs.WGS84.implausible(7.20, 53.36)).isEmpty();
    assertThat(Crs.nearNetherlands(new Coordinate(-50_001, 400_000))).isFalse();
    var line =
        new GeometryFactory()
            .createLineString(
                new Coordinate[] {new Coordinate(155_000, 463_000), new Coordinate(5, 52)});
    assertThat(Crs.RD.implausible(line)).get().asString().contains("(5.000000, 52.000000)");
  }
}
