package nl.peil.jobs.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What was read of layouts, as the rows that the spatial join and the lists work with. */
final class LayoutRows {

  private final SparkSession spark;

  final List<Row> polygons = new ArrayList<>();
  final List<Row> layouts = new ArrayList<>();
  final List<Row> regionMembers = new ArrayList<>();
  final List<Row> zoneMembers = new ArrayList<>();
  private final Map<List<String>, Row> names = new HashMap<>();
  final List<Row> descriptions = new ArrayList<>();

  LayoutRows(SparkSession spark) {
    this.spark = spark;
  }

  /** layout, region, geometry (WKB, EPSG:28992). */
  Dataset<Row> polygons() {
    return frame(
        polygons,
        new StructType()
            .add("layout", DataTypes.StringType)
            .add("region", DataTypes.StringType)
            .add("geometry", DataTypes.BinaryType));
  }

  /** layout, partition: the layouts with polygons. */
  Dataset<Row> layouts() {
    return frame(
        layouts,
        new StructType()
            .add("layout", DataTypes.StringType)
            .add("partition", DataTypes.BooleanType));
  }

  /** layout, region, of_layout, of_region. */
  Dataset<Row> regionMembers() {
    return frame(
        regionMembers,
        new StructType()
            .add("layout", DataTypes.StringType)
            .add("region", DataTypes.StringType)
            .add("of_layout", DataTypes.StringType)
            .add("of_region", DataTypes.StringType));
  }

  /** layout, region, zone. */
  Dataset<Row> zoneMembers() {
    return frame(
        zoneMembers,
        new StructType()
            .add("layout", DataTypes.StringType)
            .add("region", DataTypes.StringType)
            .add("zone", DataTypes.IntegerType));
  }

  /** A region and its name, unless it has one. */
  void name(String layout, String region, String name) {
    names.putIfAbsent(List.of(layout, region), RowFactory.create(layout, region, name, null, null));
  }

  /** A region with a status and a source of its own. */
  void describe(String layout, String region, String name, String status, String source) {
    names.put(List.of(layout, region), RowFactory.create(layout, region, name, status, source));
  }

  /**
   * named_layout, named_region, region_name, region_status and region_source: null where they are
   * those of the layout.
   */
  Dataset<Row> names() {
    return frame(
        List.copyOf(names.values()),
        new StructType()
            .add("named_layout", DataTypes.StringType)
            .add("named_region", DataTypes.StringType)
            .add("region_name", DataTypes.StringType)
            .add("region_status", DataTypes.StringType)
            .add("region_source", DataTypes.StringType));
  }

  /**
   * layout, partition_layout, valid_from, valid_to, status, source: the layouts that were asked
   * for.
   */
  Dataset<Row> descriptions() {
    return frame(
        descriptions,
        new StructType()
            .add("layout", DataTypes.StringType)
            .add("partition_layout", DataTypes.BooleanType)
            .add("valid_from", DataTypes.DateType)
            .add("valid_to", DataTypes.DateType)
            .add("status", DataTypes.StringType)
            .add("source", DataTypes.StringType));
  }

  private Dataset<Row> frame(List<Row> rows, StructType schema) {
    return spark.createDataFrame(rows, schema);
  }
}
