package nl.peil.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The ground of the fictional region. */
class RegionTest {

  private static final Region REGION = Region.of(150);
  private static final Polygon LAND = REGION.land().polygon(REGION.factory(), 0);

  @Test
  void zonesCoverTheLandOnceAndOneReachesIntoTheSea() {
    double onLand = 0;
    for (int i = 0; i < REGION.zones().zones().size(); i++) {
      var area = REGION.zones().zones().get(i).area();
      assertThat(area.isValid()).isTrue();
      double dry = area.intersection(LAND).getArea();
      onLand += dry;
      if (i == REGION.zones().harbour()) {
        assertThat(area.getArea() - dry).as("water of the harbour").isGreaterThan(1e6);
      } else {
        assertThat(area.getArea() - dry).as("water of zone %d", i).isLessThan(1);
      }
    }
    // Equal sums and cells of one Voronoi diagram: no gap and no overlap.
    assertThat(onLand).isCloseTo(LAND.getArea(), within(100.0));
  }

  @Test
  void peopleLiveInTheZoneThatHoldsTheirCellAndNotInTheNatureArea() {
    var population = REGION.population();
    for (int cell = 0; cell < population.cells(); cell += 7) {
      var centre =
          REGION
              .factory()
              .createPoint(
                  new Coordinate(population.eastM(cell) + 250, population.northM(cell) + 250));
      var zone = REGION.zones().zones().get(population.zone(cell));
      assertThat(zone.area().covers(centre)).as("cell %d in %s", cell, zone.code()).isTrue();
    }
    int nature = REGION.zones().nature();
    assertThat(population.zonePeople(nature, SampleYears.BASE)).isZero();
    assertThat(population.zonePeople(nature, SampleYears.FUTURE)).isZero();
    assertThat(population.total(SampleYears.BASE)).isBetween(300_000L, 450_000L);
  }

  @Test
  void municipalitiesCoverTheLandWithoutOverlapAcrossZones() {
    var municipalities = Municipalities.of(REGION);
    double sum = 0;
    Geometry all = REGION.factory().createPolygon();
    for (var municipality : municipalities) {
      assertThat(municipality.land().isValid()).isTrue();
      sum += municipality.land().getArea();
      all = all.union(municipality.land());
    }
    assertThat(sum).isCloseTo(LAND.getArea(), within(100.0));
    assertThat(all.getArea()).isCloseTo(LAND.getArea(), within(100.0));
    var first = municipalities.get(0).land();
    assertThat(REGION.zones().zones())
        .as("a zone on both sides of a boundary")
        .anyMatch(zone -> zone.area().intersects(first) && !first.covers(zone.area()));
  }

  @Test
  void landscapesOverlapEachOtherCutZonesAndLeaveTheLand() {
    var areas =
        Landscape.of(REGION).stream()
            .map(it -> REGION.factory().createPolygon(it.ring().toArray(new Coordinate[0])))
            .toList();
    assertThat(areas).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(areas.get(i).isValid()).isTrue();
      assertThat(LAND.covers(areas.get(i))).isFalse();
      assertThat(areas.get(i).intersects(LAND)).isTrue();
      for (int j = 0; j < i; j++) {
        assertThat(areas.get(i).intersection(areas.get(j)).getArea()).isGreaterThan(1e6);
      }
    }
  }

  @Test
  void originOfRdIsTheTowerOfAmersfoort() {
    // RD (155000, 463000) is the Onze Lieve Vrouwetoren: 52.155174 N, 5.387206 E in ETRS89. Seven
    // parameters come within 0.25 m of RDNAPTRANS: 4e-6 degrees of longitude here.
    var crs = new SampleCrs();
    var degrees = crs.toDegrees(155_000, 463_000);
    assertThat(degrees.x).isCloseTo(5.387206, within(4e-6));
    assertThat(degrees.y).isCloseTo(52.155174, within(4e-6));
    // Spherical Mercator: x = R lon, y = R ln tan(45 degrees + lat / 2)
    var metres = crs.toWebMercator(155_000, 463_000);
    double latitude = Math.toRadians(degrees.y);
    assertThat(metres.x).isCloseTo(6_378_137 * Math.toRadians(degrees.x), within(0.01));
    assertThat(metres.y)
        .isCloseTo(6_378_137 * Math.log(Math.tan(Math.PI / 4 + latitude / 2)), within(0.01));
  }

  @Property(tries = 200)
  void nearestPointIsTheOneThatASearchOfAllPointsFinds(
      @ForAll @IntRange(min = 1, max = 60) int points, @ForAll @IntRange(max = 10_000) int seed) {
    var extent = new Extent(0, 0, 20_000, 10_000);
    var index = new PointIndex(extent, 1500);
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    double x = Noise.between(-2000, 22_000, seed, 0, 0);
    double y = Noise.between(-2000, 12_000, seed, 1, 0);
    for (int i = 0; i < points; i++) {
      double px = Noise.between(0, 20_000, seed, 2, i);
      double py = Noise.between(0, 10_000, seed, 3, i);
      index.add(px, py);
      double square = (px - x) * (px - x) + (py - y) * (py - y);
      if (square < least) {
        least = square;
        nearest = i;
      }
    }
    assertThat(index.nearest(x, y)).isEqualTo(nearest);
  }

  @Test
  void areaGrowsWithTheZonesAndStaysWithinRd() {
    assertThat(Extent.forZones(150)).isEqualTo(new Extent(20_000, 440_500, 60_000, 45_000));
    // Ten times the zones: ten times the area, up to the rounding to cells.
    var ten = Extent.forZones(1500);
    assertThat(ten.width() * ten.height()).isCloseTo(10 * 60_000 * 45_000.0, within(2e8));
    var most = Extent.forZones(SampleDelivery.MOST_ZONES);
    assertThat(most.x1()).isLessThanOrEqualTo(300_000);
    assertThat(most.y0()).isGreaterThanOrEqualTo(300_000);
    assertThat(most.y1()).isLessThanOrEqualTo(620_000);
  }
}
