package nl.peil.access;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peil.measure.IntrazonalRule;
import nl.peil.measure.MeasureDefinition;
import nl.peil.measure.decay.Decay;
import nl.peil.model.Mode;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Accessibility of any zones from any matrix, for use from someone else's Spark program:
 *
 * <pre>{@code
 * Dataset<Row> access =
 *     Accessibility.over(times, zones, "id")        // times: origin, destination, minutes
 *         .opportunities("jobs", "schools")         // columns of zones
 *         .demand("population")
 *         .measures("cumulative(30)", "floating_catchment(2sfca,binary,30)")
 *         .compute();                               // id, opportunity, measure, value, unit, reason
 * }</pre>
 *
 * <p>Zones may be numbers or texts. An opportunity that is missing (null) counts as none; a demand
 * that is missing is unknown, which is not nobody. A pair of which a zone is not among the zones
 * stops the computation.
 */
public final class Accessibility {

  private final Dataset<Row> pairs;
  private final Dataset<Row> zones;
  private final String zone;
  private List<String> opportunities = List.of();
  private @Nullable String demand;
  private @Nullable String area;
  private List<MeasureDefinition> definitions = List.of();
  private IntrazonalRule intrazonal = IntrazonalRule.AS_GIVEN;
  private Mode mode = Mode.AUTO;
  private Map<String, Decay> curves = Map.of();

  private Accessibility(Dataset<Row> pairs, Dataset<Row> zones, String zone) {
    this.pairs = pairs;
    this.zones = zones;
    this.zone = zone;
  }

  /**
   * A matrix and its zones.
   *
   * @param pairs columns origin and destination (as the zones are named) and minutes (a number, 0
   *     or more); each pair once; an absent pair cannot be reached
   * @param zones one row per zone
   * @param zone column of zones with their names, numbers or texts
   */
  public static Accessibility over(Dataset<Row> pairs, Dataset<Row> zones, String zone) {
    return new Accessibility(pairs, zones, zone);
  }

  /** Columns of zones with opportunities: numbers of 0 or more. */
  public Accessibility opportunities(String... columns) {
    opportunities = List.of(columns);
    return this;
  }

  /** Column of zones with the people who compete for the opportunities: numbers of 0 or more. */
  public Accessibility demand(String column) {
    demand = column;
    return this;
  }

  /** Column of zones with their area in km2, for intra-zonal times from area. */
  public Accessibility area(String column) {
    area = column;
    return this;
  }

  /**
   * Measures as they are written in the configuration.
   *
   * @throws IllegalArgumentException when one is not known
   */
  public Accessibility measures(String... texts) {
    return measures(Arrays.stream(texts).map(MeasureDefinition::parse).toList());
  }

  /** Measures. */
  public Accessibility measures(List<MeasureDefinition> measures) {
    definitions = List.copyOf(measures);
    return this;
  }

  /** How times within zones are found; as given unless set. */
  public Accessibility intrazonal(IntrazonalRule rule) {
    intrazonal = rule;
    return this;
  }

  /** Named decay curves of the mode of the matrix, for measures such as {@code gravity(pbl)}. */
  public Accessibility curves(Mode ofMode, Map<String, Decay> named) {
    mode = ofMode;
    curves = Map.copyOf(named);
    return this;
  }

  /**
   * Computes. Measures of competition pass over the matrix at once, the others when Spark asks.
   *
   * @return the zone (named and typed as in zones), opportunity, measure, value (null: there is
   *     none), unit, reason; a row for every zone, opportunity and measure
   * @throws IllegalArgumentException when something is missing or not allowed
   */
  public Dataset<Row> compute() {
    var rows = rows();
    var matrix = MatrixRows.of(indexed(rows));
    var passes =
        supply(rows).kernels(definitions, intrazonal, mode, curves).stream()
            .map(kernel -> new MatrixPass(matrix, kernel))
            .toList();
    if (passes.isEmpty()) {
      throw new IllegalArgumentException("expected at least one opportunity and one measure");
    }
    var all = MatrixPass.runAll(passes);
    var names = names(rows).withColumnRenamed("code", "name_of_zone");
    return all.join(broadcast(names), all.col("zone").equalTo(names.col("place")))
        .select(
            col("name_of_zone").as(zone),
            col("service").as("opportunity"),
            col("measure"),
            col("value"),
            col("unit"),
            col("reason"));
  }

  private List<Row> rows() {
    var rows =
        zones
            .select(functions.col("`" + zone + "`").as("code"), functions.struct("*").as("row"))
            .collectAsList();
    var seen = new HashSet<Object>();
    for (var row : rows) {
      if (row.isNullAt(0) || !seen.add(row.get(0))) {
        throw new IllegalArgumentException(
            "zones: expected every zone once in column '"
                + zone
                + "', but found "
                + row.get(0)
                + (row.isNullAt(0) ? "" : " twice"));
      }
    }
    return rows;
  }

  /** Zones as numbers: their places in the list. */
  private Dataset<Row> names(List<Row> rows) {
    var numbered = new ArrayList<Row>();
    for (var row : rows) {
      numbered.add(RowFactory.create(row.get(0), numbered.size()));
    }
    DataType type = rows.isEmpty() ? DataTypes.StringType : zones.schema().apply(zone).dataType();
    return zones
        .sparkSession()
        .createDataFrame(
            numbered,
            new StructType().add("code", type, false).add("place", DataTypes.IntegerType, false));
  }

  private Dataset<Row> indexed(List<Row> rows) {
    var origins = names(rows).toDF("origin_code", "origin_place");
    var destinations = names(rows).toDF("destination_code", "destination_place");
    return pairs
        .join(broadcast(origins), pairs.col("origin").equalTo(col("origin_code")), "left")
        .join(
            broadcast(destinations),
            pairs.col("destination").equalTo(col("destination_code")),
            "left")
        .select(
            known("origin"),
            known("destination"),
            pairs.col("minutes").cast(DataTypes.FloatType).as("minutes"));
  }

  private org.apache.spark.sql.Column known(String end) {
    return expr("coalesce(%1$s_place, raise_error(concat('%1$s ', %1$s, ' is not one of the zones: add it, or leave its pairs out')))"
            .formatted(end))
        .cast(DataTypes.IntegerType)
        .as(end);
  }

  private ZoneSupply supply(List<Row> rows) {
    var counts = new LinkedHashMap<String, double[]>();
    opportunities.forEach(name -> counts.put(name, column(rows, name, 0)));
    return new ZoneSupply(
        rows.size(),
        counts,
        demand == null ? new double[0] : column(rows, demand, Double.NaN),
        area == null ? new double[0] : column(rows, area, Double.NaN));
  }

  private static double[] column(List<Row> rows, String name, double missing) {
    var values = new double[rows.size()];
    for (int i = 0; i < values.length; i++) {
      var row = rows.get(i).getStruct(1);
      int at;
      try {
        at = row.fieldIndex(name);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "zones have no column '"
                + name
                + "'; they have "
                + Arrays.toString(row.schema().fieldNames()),
            e);
      }
      if (row.isNullAt(at)) {
        values[i] = missing;
      } else if (row.get(at) instanceof Number number) {
        values[i] = number.doubleValue();
      } else {
        throw new IllegalArgumentException(
            "zones, column '" + name + "': expected numbers, but found '" + row.get(at) + "'");
      }
    }
    return values;
  }
}
