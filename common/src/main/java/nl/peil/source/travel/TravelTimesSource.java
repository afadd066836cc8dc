package nl.peil.source.travel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Spark data source of inspected travel-time files: the good rows, parsed from the bytes into
 * columns, one partition per split. Use it through {@link #load}.
 */
public final class TravelTimesSource implements TableProvider {

  /**
   * Columns: origin and destination (zone numbers), minutes, and km (kilometres), which is null
   * where a file has no distance.
   */
  public static final StructType SCHEMA =
      new StructType()
          .add("origin", DataTypes.IntegerType, false)
          .add("destination", DataTypes.IntegerType, false)
          .add("minutes", DataTypes.FloatType, false)
          .add("km", DataTypes.FloatType, true);

  private static final String PLAN = "plan";

  /** Spark makes the source by its name. */
  public TravelTimesSource() {}

  /**
   * The good rows of inspected files: no bad, unreachable or duplicate rows. Nothing is read until
   * Spark runs. There is one partition per split, files and splits in order, and within a partition
   * the rows stand as in the file. When {@link Inspection#sorted} holds, partitions hold whole
   * origins and ascend by origin and destination, so that neither shuffle nor sort is needed; else
   * {@code repartitionByRange(origin)} and {@code sortWithinPartitions} are.
   *
   * @param spark session; its Hadoop configuration opens the files
   * @param files files of one matrix, each with its inspection. A pair that stands in two files
   *     appears twice: duplicates are found within a file
   * @param codes the zones that the files were inspected with
   * @throws IllegalArgumentException when there are no files
   */
  public static Dataset<Row> load(SparkSession spark, List<InspectedFile> files, ZoneCodes codes) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("expected at least one inspected file to load");
    }
    return spark
        .read()
        .format(TravelTimesSource.class.getName())
        .option(PLAN, ScanTask.of(files, codes).encode())
        .load();
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return SCHEMA;
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    var plan = new CaseInsensitiveStringMap(properties).get(PLAN);
    if (plan == null) {
      throw new IllegalArgumentException(
          "travel times are read from inspected files: use TravelTimesSource.load");
    }
    return new InspectedTable(ScanTask.decode(plan));
  }

  private record InspectedTable(ScanTask task) implements SupportsRead {
    @Override
    public String name() {
      return "travel times";
    }

    @Override
    @SuppressWarnings("deprecation") // Table.schema() is what Spark 4.0 asks implementers for
    public StructType schema() {
      return SCHEMA;
    }

    @Override
    public Set<TableCapability> capabilities() {
      return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
      return () -> new InspectedScan(task);
    }
  }

  private record InspectedScan(ScanTask task) implements Scan, Batch {
    @Override
    public StructType readSchema() {
      return SCHEMA;
    }

    @Override
    public String description() {
      var uris = task.parts().stream().map(TravelPart::uri).distinct().toList();
      return "travel times, " + task.parts().size() + " splits of " + uris;
    }

    @Override
    public ColumnarSupportMode columnarSupportMode() {
      return ColumnarSupportMode.SUPPORTED;
    }

    @Override
    public Batch toBatch() {
      return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
      return task.parts().toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
      var hadoop = SparkSession.active().sparkContext().hadoopConfiguration();
      return new TravelTimesReaders(task.codes(), new SerializableConfiguration(hadoop));
    }
  }
}
