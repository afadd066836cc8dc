package nl.peil.jobs.report.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.peil.jobs.report.facts.Region;
import nl.peil.jobs.report.facts.Zones;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/** Shapes on maps are those of the tables, but for what the eye cannot see. */
class ShapeTest {

  private static Geometry geometry(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }

  /** Corners of a ring, in metres. */
  private static List<List<Integer>> corners(int[] ring) {
    var corners = new ArrayList<List<Integer>>();
    int x = 0;
    int y = 0;
    for (int i = 0; i < ring.length; i += 2) {
      x += ring[i];
      y += ring[i + 1];
      corners.add(List.of(x * Shape.UNIT, y * Shape.UNIT));
    }
    return corners;
  }

  @Test
  void aRingIsItsCornersInTensOfMetres() throws ParseException {
    var shape =
        Shape.of(
            geometry(
                "POLYGON ((100001 450004, 100001 451000, 101000 451000, 101000 450004, 100001 450004),"
                    + " (100200 450200, 100400 450200, 100400 450400, 100200 450200))"));

    assertThat(shape.polygons()).hasSize(1);
    assertThat(corners(shape.polygons().get(0).get(0)))
        .containsExactly(
            List.of(100000, 450000),
            List.of(100000, 451000),
            List.of(101000, 451000),
            List.of(101000, 450000));
    assertThat(shape.polygons().get(0)).hasSize(2);
  }

  @Test
  void whatIsSmallerThanAUnitDisappears() throws ParseException {
    assertThat(Shape.of(geometry("POLYGON ((1 1, 1 3, 3 3, 3 1, 1 1))")).empty()).isTrue();
  }

  @Test
  void neighboursKeepTheirBorderAndRegionsTheirOutline() throws ParseException {
    // A border with a bend of 30 m, which nobody sees and which both lose
    var west = "POLYGON ((0 0, 0 5000, 5000 5000, 5030 2500, 5000 0, 0 0))";
    var east = "POLYGON ((5000 0, 5030 2500, 5000 5000, 9000 5000, 9000 0, 5000 0))";
    var zones =
        new Zones(
            List.of(zone(1, west), zone(2, east), zone(3, null)),
            Map.of(1, 0, 2, 1, 3, 2),
            new double[] {1, 1, 1},
            Map.of());
    var region =
        new Region(
            "x",
            "r",
            "R",
            "",
            "vastgesteld",
            "",
            null,
            null,
            "",
            null,
            null,
            new Region.Members(
                new int[] {0, 1, 2}, new double[] {1, 1, 1}, new double[] {1, 1, 1}));

    var map = new ZoneShapes(zones).map(region);

    assertThat(map.shapes()).hasSize(3);
    assertThat(map.shapes().get(2)).isNull();
    var first = corners(map.shapes().get(0).polygons().get(0).get(0));
    var second = corners(map.shapes().get(1).polygons().get(0).get(0));
    assertThat(first).containsAll(List.of(List.of(5000, 0), List.of(5000, 5000)));
    assertThat(second).containsAll(List.of(List.of(5000, 0), List.of(5000, 5000)));
    assertThat(first.contains(List.of(5030, 2500))).isEqualTo(second.contains(List.of(5030, 2500)));
    assertThat(corners(map.outline().polygons().get(0).get(0)))
        .contains(List.of(0, 0), List.of(0, 5000), List.of(9000, 5000), List.of(9000, 0));
    assertThat(map.outline().polygons()).hasSize(1);
  }

  private static Zones.Zone zone(int key, @org.jspecify.annotations.Nullable String wkt)
      throws ParseException {
    return new Zones.Zone(
        key,
        String.valueOf(key),
        null,
        10,
        10,
        wkt == null ? null : new WKBWriter().write(geometry(wkt)),
        null);
  }
}
