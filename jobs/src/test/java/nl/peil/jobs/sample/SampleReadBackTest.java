package nl.peil.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import nl.peil.SparkExtension;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

/** The binary files of a sample, read by Sedona. */
@ExtendWith(SparkExtension.class)
class SampleReadBackTest {

  @Test
  void sedonaReadsTheShapefileAndTheGeoPackage(SparkSession spark, @TempDir Path folder)
      throws IOException {
    var region = Region.of(60);
    var delivery = DeliveryFolder.create(folder);
    var landscapes = Landscape.of(region);
    ShapefileWriter.write(delivery, landscapes);
    GeoPackageWriter.write(delivery, region.zones().zones());

    var shapes =
        spark.read().format("shapefile").load(folder.resolve("regio").toString()).collectAsList();
    assertThat(shapes)
        .extracting(row -> row.<String>getAs("code"), row -> row.<String>getAs("naam"))
        .containsExactly(
            tuple("LS01", "Zeeduinen"),
            tuple("LS02", "Dal van de Wiére"),
            tuple("LS03", "Wijde Heide"));
    var crs = new SampleCrs();
    for (int i = 0; i < shapes.size(); i++) {
      Geometry outline = shapes.get(i).getAs("geometry");
      var first = landscapes.get(i).ring().get(0);
      assertThat(outline.getNumPoints()).isEqualTo(landscapes.get(i).ring().size());
      assertThat(outline.getCoordinates()).contains(crs.toWebMercator(first.x, first.y));
    }

    var zones =
        spark
            .read()
            .format("geopackage")
            .option("tableName", "zones")
            .load(folder.resolve("zones/zones.gpkg").toString())
            .orderBy("pc4")
            .collectAsList();
    assertThat(zones).hasSize(60);
    for (int i = 0; i < zones.size(); i++) {
      Row row = zones.get(i);
      var zone = region.zones().zones().get(i);
      assertThat(row.<String>getAs("pc4")).isEqualTo(zone.code());
      assertThat(row.<String>getAs("naam")).isEqualTo(zone.name());
      Geometry area = row.getAs("geom");
      assertThat(area.equalsExact(zone.area())).isTrue();
    }
  }
}
