package nl.peil.geo;

import static nl.peil.geo.World.box;
import static nl.peil.geo.World.cell;
import static nl.peil.geo.World.polygon;
import static nl.peil.geo.World.row;
import static nl.peil.geo.World.zone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.peil.QuickPlans;
import nl.peil.SparkExtension;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A country of 2 x 2 km with four zones of 1 km2 (1 south-west, 2 south-east, 3 north-west, 4
 * north-east, where nobody is counted), and three zones without polygon: 5 nobody lives in, its
 * point in zone 1; 6 likewise, far to the east; 7 with people west of the border.
 */
@ExtendWith({SparkExtension.class, QuickPlans.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegionMembershipTest {

  private static Dataset<Row> zones(World world) {
    return world.zones(
        zone(1, box(0, 0, 1000, 1000), 500, 500, 1, true),
        zone(2, box(1000, 0, 2000, 1000), 1500, 500, 1, true),
        zone(3, box(0, 1000, 1000, 2000), 500, 1500, 1, true),
        zone(4, box(1000, 1000, 2000, 2000), 1500, 1500, 1, true),
        zone(5, null, 600, 250, 0.1, true),
        zone(6, null, 5000, 500, 0.1, true),
        zone(7, null, -300, 500, 0.1, true));
  }

  private static Dataset<Row> cells(World world) {
    return world.cells(
        cell("a", 250, 250, 1, 25.0),
        cell("b", 750, 250, 1, 25.0),
        cell("c", 250, 750, 1, 25.0),
        cell("d", 750, 750, 1, 25.0),
        cell("e", 1250, 250, 2, 6.0),
        cell("on the border of G1 and G2", 1500, 750, 2, 2.0),
        cell("f", 1750, 250, 2, 4.0),
        cell("over the sea", 1750, -100, 2, 4.0),
        cell("g", 250, 1750, 3, 7.0),
        cell("withheld", 1750, 1750, 4, null),
        cell("nobody", 1250, 1750, 4, 0.0),
        cell("abroad", -300, 500, 7, 8.0));
  }

  /** Municipalities; G2 has a water part over its land. Provinces are unions of municipalities. */
  private static Dataset<Row> polygons(World world) {
    var g1 = box(0, 0, 1500, 1000);
    var g2South = box(1500, 0, 2000, 1000);
    var g2North = box(1250, 1000, 2000, 2000);
    var g3 = box(0, 1000, 1250, 2000);
    return world.polygons(
        row("gemeente", "G1", g1),
        row("gemeente", "G2", g2South),
        row("gemeente", "G2", g2North),
        row("gemeente", "G2", box(1600, 0, 2000, 500)),
        row("gemeente", "G3", g3),
        row("provincie", "P1", g1.union(g3)),
        row("provincie", "P2", g2South.union(g2North)),
        row("vrij", "V1", polygon(0, 0, 1000, 0, 1000, 500, 500, 500, 500, 1000, 0, 1000)),
        row("vrij", "V2", box(0, 0, 500, 500)),
        row("vrij", "V3", box(1500, -200, 2000, 1000)),
        row("not asked for", "N1", box(0, 0, 2000, 2000)));
  }

  private static Dataset<Row> layouts(World world) {
    return world.layouts(row("gemeente", true), row("provincie", true), row("vrij", false));
  }

  private RegionMembership computed;
  private Dataset<Row> membership;

  /** Computed once for all tests, as a run would. */
  @BeforeAll
  void compute(SparkSession spark) {
    var world = new World(spark);
    computed = RegionMembership.of(cells(world), polygons(world), zones(world), layouts(world));
    membership = computed.membership().cache();
  }

  @AfterAll
  void close() {
    membership.unpersist();
    computed.close();
  }

  private record Share(double weight, double persons, double zonePersons, String basis) {}

  /** Rows by 'region zone'. */
  private static Map<String, Share> shares(Dataset<Row> membership, String layout) {
    var shares = new TreeMap<String, Share>();
    for (var r : membership.where("layout = '" + layout + "'").collectAsList()) {
      var before =
          shares.put(
              r.<String>getAs("region") + " " + r.<Integer>getAs("zone"),
              new Share(
                  r.<Double>getAs("weight"),
                  r.<Double>getAs("persons"),
                  r.<Double>getAs("zone_persons"),
                  r.<String>getAs("basis")));
      assertThat(before).as("a region and zone twice").isNull();
    }
    return shares;
  }

  private static Share share(Map<String, Share> shares, String key) {
    return Objects.requireNonNull(shares.get(key), key);
  }

  @Test
  void aPartitionGivesEveryZoneAwayInFull() {
    var shares = shares(membership, "gemeente");
    assertThat(shares)
        .containsOnlyKeys("G1 1", "G1 2", "G1 5", "G1 7", "G2 2", "G2 4", "G2 6", "G3 3", "G3 4");
    assertThat(shares).containsEntry("G1 1", new Share(1, 100, 100, "grid"));
    // 6 + 2 on the border against 4; the 4 over the sea follow the rest
    assertThat(shares).containsEntry("G1 2", new Share(8.0 / 12, 8, 16, "grid"));
    assertThat(shares).containsEntry("G2 2", new Share(4.0 / 12, 4, 16, "grid"));
    assertThat(shares).containsEntry("G3 3", new Share(1, 7, 7, "grid"));
    // Nobody is counted in zone 4: G2 has 750 of its 1000 m
    assertThat(share(shares, "G2 4").basis()).isEqualTo("area");
    assertThat(share(shares, "G2 4").weight()).isCloseTo(0.75, within(1e-12));
    assertThat(share(shares, "G3 4").weight()).isCloseTo(0.25, within(1e-12));
    assertThat(shares).containsEntry("G1 5", new Share(1, 0, 0, "point"));
    assertThat(shares).containsEntry("G2 6", new Share(1, 0, 0, "nearest"));
    assertThat(shares).containsEntry("G1 7", new Share(1, 0, 8, "nearest"));

    for (var layout : new String[] {"gemeente", "provincie"}) {
      var sums =
          shares(membership, layout).entrySet().stream()
              .collect(
                  Collectors.groupingBy(
                      e -> e.getKey().substring(3),
                      Collectors.summingDouble(e -> e.getValue().weight())));
      assertThat(sums).as(layout).hasSize(7);
      assertThat(sums.values())
          .as(layout)
          .allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-12)));
    }
  }

  @Test
  void aFreeLayoutMayOverlapAndLeaveGaps() {
    assertThat(shares(membership, "vrij"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "V1 1", new Share(0.75, 75, 100, "grid"),
                "V2 1", new Share(0.25, 25, 100, "grid"),
                "V3 2", new Share(10.0 / 16, 10, 16, "grid"),
                "V1 5", new Share(1, 0, 0, "point")));
    assertThat(membership.where("layout = 'not asked for'").isEmpty()).isTrue();

    var coverage = new TreeMap<String, Row>();
    computed.coverage().collectAsList().forEach(r -> coverage.put(r.getString(0), r));
    // 131 people in 11 inhabited cells (withheld is inhabited, nobody is not) and 7 zones
    assertThat(coverage.get("gemeente")).isEqualTo(row("gemeente", true, 12.0, 2L, 2L, 2.0, 1L));
    assertThat(coverage.get("provincie")).isEqualTo(row("provincie", true, 12.0, 2L, 2L, 2.0, 1L));
    assertThat(coverage.get("vrij")).isEqualTo(row("vrij", false, 46.0, 5L, 4L, 25.0, 1L));
  }

  @Test
  void provincesFromMunicipalitiesEqualProvincesFromPolygons(SparkSession spark) {
    var world = new World(spark);
    var members =
        world.table(
            "layout STRING, region STRING, of_layout STRING, of_region STRING",
            row("uit lijst", "P1", "gemeente", "G1"),
            row("uit lijst", "P1", "gemeente", "G3"),
            row("uit lijst", "P1", "gemeente", "G3"),
            row("uit lijst", "P2", "gemeente", "G2"),
            row("uit lijst", "P2", "gemeente", "G9"));
    var composed = shares(RegionLists.ofRegions(membership, members), "uit lijst");
    var direct = shares(membership, "provincie");
    assertThat(composed).containsOnlyKeys(direct.keySet());
    direct.forEach(
        (key, share) -> {
          assertThat(share(composed, key).weight())
              .as(key)
              .isCloseTo(share.weight(), within(1e-12));
          assertThat(share(composed, key).persons()).as(key).isEqualTo(share.persons());
          assertThat(share(composed, key).zonePersons()).as(key).isEqualTo(share.zonePersons());
          assertThat(share(composed, key).basis()).as(key).isEqualTo(share.basis());
        });
    assertThat(RegionLists.unknownMembers(membership, members).collectAsList())
        .containsExactly(row("uit lijst", "P2", "gemeente", "G9"));
  }

  @Test
  void membersThatOverlapCountAZoneInFullAtMost(SparkSession spark) {
    var world = new World(spark);
    var overlapping =
        world.table(
            "layout STRING, region STRING, zone INT, weight DOUBLE, persons DOUBLE,"
                + " zone_persons DOUBLE, basis STRING",
            row("vrij", "V1", 1, 0.75, 75.0, 100.0, "grid"),
            row("vrij", "V2", 1, 0.5, 50.0, 100.0, "grid"));
    var members =
        world.table(
            "layout STRING, region STRING, of_layout STRING, of_region STRING",
            row("samen", "S", "vrij", "V1"),
            row("samen", "S", "vrij", "V2"));
    assertThat(shares(RegionLists.ofRegions(overlapping, members), "samen"))
        .containsExactly(Map.entry("S 1", new Share(1, 100, 100, "grid")));
  }

  @Test
  void aListOfZonesCountsThemInFull(SparkSession spark) {
    var world = new World(spark);
    var members =
        world.table(
            "layout STRING, region STRING, zone INT",
            row("lijst", "L", 1),
            row("lijst", "L", 4),
            row("lijst", "L", 6),
            row("lijst", "L", 6));
    assertThat(shares(RegionLists.ofZones(members, cells(world)), "lijst"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "L 1", new Share(1, 100, 100, "list"),
                "L 4", new Share(1, 0, 0, "list"),
                "L 6", new Share(1, 0, 0, "list")));
  }

  @Test
  void allLayoutsAreOneBroadcastSpatialJoin(SparkSession spark) {
    var world = new World(spark);
    var hits =
        RegionMembership.hits(
            cells(world), RegionMembership.regions(polygons(world), layouts(world)));
    assertThat(World.plan(hits).split("BroadcastIndexJoin", -1)).hasSize(2);
    assertThat(World.plan(hits)).doesNotContain("NestedLoop").doesNotContain("Cartesian");
  }
}
