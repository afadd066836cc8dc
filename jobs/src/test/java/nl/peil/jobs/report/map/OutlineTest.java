package nl.peil.jobs.report.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class OutlineTest {

  @Test
  void aLongSliverBetweenMembersIsClosedAndAnEnclaveStays() throws ParseException {
    // 20 km square; a gap of 3 km by 100 m between two members, and an enclave of 1 km square
    var region =
        new WKTReader()
            .read(
                "POLYGON ((0 0, 0 20000, 20000 20000, 20000 0, 0 0),"
                    + " (1000 5000, 4000 5000, 4000 5100, 1000 5100, 1000 5000),"
                    + " (9000 9000, 10000 9000, 10000 10000, 9000 10000, 9000 9000))");

    var whole = Outline.whole(region, 40);

    assertThat(whole.getNumGeometries()).isEqualTo(1);
    assertThat(((Polygon) whole.getGeometryN(0)).getNumInteriorRing()).isEqualTo(1);
    assertThat(whole.getArea()).isEqualTo(20_000.0 * 20_000 - 1_000 * 1_000);
  }
}
