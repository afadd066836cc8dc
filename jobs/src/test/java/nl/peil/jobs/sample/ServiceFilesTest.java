package nl.peil.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;

class ServiceFilesTest {

  private static Zone zone(String code, double x) {
    var land = new Settlement(0, 2, "Dorp", x, 0, 1000, 1000, 500);
    return new Zone(code, code, land, x, 0, new GeometryFactory().createMultiPolygon());
  }

  @Test
  void aZoneBeyondThePostcodesHasThoseOfTheNearestZoneWithOne() {
    var zones = List.of(zone("1001", 0), zone("9999", 900), zone("10000", 700), zone("10001", 10));
    assertThat(ServiceFiles.postcode4(zones, 0)).isEqualTo("1001");
    assertThat(ServiceFiles.postcode4(zones, 2)).isEqualTo("9999");
    assertThat(ServiceFiles.postcode4(zones, 3)).isEqualTo("1001");
  }
}
