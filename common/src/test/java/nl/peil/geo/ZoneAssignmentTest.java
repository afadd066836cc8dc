package nl.peil.geo;

import static nl.peil.geo.World.X0;
import static nl.peil.geo.World.Y0;
import static nl.peil.geo.World.box;
import static nl.peil.geo.World.row;
import static nl.peil.geo.World.zone;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.peil.SparkExtension;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ZoneAssignmentTest {

  /**
   * Two delivered squares of 1 km side by side, one above the left that is not delivered, a zone
   * without polygon whose disc has a radius of 1 km, and a sliver of 10 m whose disc has 500 m.
   */
  private static Dataset<Row> zones(World world) {
    return world.zones(
        zone(10, box(0, 0, 1000, 1000), 500, 500, 1, true),
        zone(20, box(1000, 0, 2000, 1000), 1500, 500, 1, true),
        zone(30, box(0, 1000, 1000, 2000), 500, 1500, 1, false),
        zone(40, null, 5000, 500, Math.PI, true),
        zone(50, box(2000, 5000, 2010, 5010), 2005, 5005, Math.PI / 4, true));
  }

  private static Row point(String name, double x, double y) {
    return row(name, X0 + x, Y0 + y);
  }

  @Test
  void everyPointComesOutOnceInTheZoneThatTheRulesSay(SparkSession spark) {
    var world = new World(spark);
    var points =
        world.table(
            "name STRING, x DOUBLE, y DOUBLE",
            point("in 10", 500, 500),
            point("in 10", 500, 500),
            point("edge of 10 and 20", 1000, 500),
            point("edge of 10 and 30", 500, 1000),
            point("in 30", 500, 1500),
            point("500 m from 20 and 30", 1500, 1500),
            point("500 m from 20, 1500 m from the disc of 40", 2500, 500),
            point("1500 m from 20, 500 m from the disc of 40", 3500, 500),
            point("1000 m from 20 and from the disc of 40", 3000, 500),
            point("in the sliver", 2005, 5005),
            point("in the disc of the sliver", 2005, 5300),
            point("895 m from the disc of the sliver", 2005, 6400),
            point("1095 m from the disc of the sliver", 2005, 6600),
            row("nowhere", null, Y0));
    var assigned = ZoneAssignment.assign(points, zones(world), ZoneAssignment.DEFAULT_SNAP_M);
    // One spatial index of the polygons, one of what stands for the zones within reach
    assertThat(World.plan(assigned).split("BroadcastIndexJoin", -1)).hasSize(3);
    assertThat(World.plan(assigned)).doesNotContain("NestedLoop").doesNotContain("Cartesian");
    assertThat(assigned.columns()).containsExactly("name", "x", "y", "zone", "assignment");
    var found = new ArrayList<List<Object>>();
    for (var r : assigned.collectAsList()) {
      found.add(java.util.Arrays.asList(r.get(0), r.get(3), r.get(4)));
    }
    assertThat(found)
        .containsExactlyInAnyOrder(
            List.of("in 10", 10, "polygon"),
            List.of("in 10", 10, "polygon"),
            List.of("edge of 10 and 20", 10, "polygon"),
            List.of("edge of 10 and 30", 10, "polygon"),
            java.util.Arrays.asList("in 30", null, "other_zone"),
            List.of("500 m from 20 and 30", 20, "nearest"),
            List.of("500 m from 20, 1500 m from the disc of 40", 20, "nearest"),
            List.of("1500 m from 20, 500 m from the disc of 40", 40, "nearest"),
            List.of("1000 m from 20 and from the disc of 40", 20, "nearest"),
            List.of("in the sliver", 50, "polygon"),
            List.of("in the disc of the sliver", 50, "nearest"),
            List.of("895 m from the disc of the sliver", 50, "nearest"),
            java.util.Arrays.asList("1095 m from the disc of the sliver", null, "outside"),
            java.util.Arrays.asList("nowhere", null, "outside"));
  }
}
