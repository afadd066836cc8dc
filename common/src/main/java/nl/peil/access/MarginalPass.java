package nl.peil.access;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import nl.peil.measure.MarginalAccess;
import nl.peil.measure.MarginalEffects;
import nl.peil.measure.MarginalEffects.Effect;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * What opening and closing does in every zone, over all rows of a matrix. A task sums over the
 * origins it has; the sums of tasks are added in the order of their first origins, so that runs
 * agree to the last digit, on a cluster too. An origin that comes twice stops the run.
 */
public final class MarginalPass {

  /** Columns of {@link #runAll}. */
  static final StructType SCHEMA =
      new StructType()
          .add("pass", DataTypes.IntegerType, false)
          .add("zone", DataTypes.IntegerType, false)
          .add("service", DataTypes.StringType, false)
          .add("norm_min", DataTypes.DoubleType, false)
          .add("count", DataTypes.DoubleType, false)
          .add("population", DataTypes.DoubleType, false)
          .add("persons_gain", DataTypes.DoubleType, false)
          .add("persons_newly_reaching", DataTypes.DoubleType, false)
          .add("person_minutes_saved", DataTypes.DoubleType, false)
          .add("persons_lose", DataTypes.DoubleType, true)
          .add("persons_without_any", DataTypes.DoubleType, true)
          .add("persons_affected", DataTypes.DoubleType, true)
          .add("person_minutes_added", DataTypes.DoubleType, true)
          .add("minutes_added_mean", DataTypes.DoubleType, true);

  private final MatrixRows matrix;
  private final MarginalAccess access;

  /** A pass over a matrix. */
  public MarginalPass(MatrixRows matrix, MarginalAccess access) {
    this.matrix = matrix;
    this.access = access;
  }

  /**
   * Several passes in one job, when Spark asks for it.
   *
   * @param spark session of the matrices
   * @param passes the passes; without any there are no rows
   * @return for every service and zone of every pass: pass (place in the list, from 0), zone,
   *     service, norm_min, count (places now), population, the effects of opening, and those of
   *     closing (null where there is nothing to close); minutes_added_mean is per person who has
   *     another option, null when there is nobody
   */
  public static Dataset<Row> runAll(SparkSession spark, List<MarginalPass> passes) {
    if (passes.isEmpty()) {
      return spark.createDataFrame(List.of(), SCHEMA);
    }
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var accesses = new ArrayList<MarginalAccess>();
    passes.forEach(pass -> accesses.add(pass.access));
    var shared = context.broadcast(accesses);
    var gathered = new ArrayList<JavaPairRDD<Long, Part>>();
    for (var pass : passes) {
      int number = gathered.size();
      gathered.add(
          pass.matrix
              .rows()
              .mapPartitionsToPair(rows -> gather(rows, number, shared.value().get(number))));
    }
    JavaPairRDD<Long, Part> parts = context.union(gathered.toArray(JavaPairRDD[]::new));
    var rows =
        parts
            .repartitionAndSortWithinPartitions(new ByPass(passes.size()))
            .mapPartitionsWithIndex(
                (pass, ofPass) -> new Totals(pass, ofPass, shared.value().get(pass)).rows(), true);
    return spark.createDataFrame(rows, SCHEMA);
  }

  /** The sums of a task, by service. */
  private static Iterator<Tuple2<Long, Part>> gather(
      Iterator<MatrixRow> rows, int pass, MarginalAccess access) {
    var gatherer = access.gatherer();
    var seen = new BitSet(access.zones().size());
    while (rows.hasNext()) {
      var row = rows.next();
      see(seen, access.zones().position(row.origin()), access);
      gatherer.gather(row.origin(), row.destinations(), row.minutes(), row.size());
    }
    var parts = new ArrayList<Tuple2<Long, Part>>();
    for (int s = 0; s < access.services().size() && !seen.isEmpty(); s++) {
      parts.add(
          new Tuple2<>(key(pass, s, seen.nextSetBit(0)), new Part(seen, gatherer.effects(s))));
    }
    return parts.iterator();
  }

  private static void see(BitSet seen, int place, MarginalAccess access) {
    if (seen.get(place)) {
      throw MatrixRows.originTwice(access.zones().zone(place));
    }
    seen.set(place);
  }

  /** Sorts by pass, service, first origin. */
  private static long key(int pass, int service, int firstOrigin) {
    return (long) pass << 48 | (long) service << 32 | firstOrigin;
  }

  private static int service(long key) {
    return (int) (key >>> 32) & 0xFFFF;
  }

  /** What some origins contribute to one service. */
  private record Part(BitSet seen, MarginalEffects effects) implements Serializable {}

  /** A partition per pass: as many files as slices of a table. */
  private static final class ByPass extends Partitioner {
    private static final long serialVersionUID = 1L;
    private final int passes;

    private ByPass(int passes) {
      this.passes = passes;
    }

    @Override
    public int numPartitions() {
      return passes;
    }

    @Override
    public int getPartition(Object key) {
      return (int) ((Long) key >>> 48);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ByPass by && by.passes == passes;
    }

    @Override
    public int hashCode() {
      return passes;
    }
  }

  /** Adds the parts of one service after the other. */
  private static final class Totals {
    private final int pass;
    private final Iterator<Tuple2<Long, Part>> parts;
    private final MarginalAccess access;
    private final MarginalAccess.Gatherer withoutRow;
    private @Nullable Tuple2<Long, Part> ahead;

    private Totals(int pass, Iterator<Tuple2<Long, Part>> parts, MarginalAccess access) {
      this.pass = pass;
      this.parts = parts;
      this.access = access;
      this.withoutRow = access.gatherer();
      this.ahead = parts.hasNext() ? parts.next() : null;
    }

    private Iterator<Row> rows() {
      return IntStream.range(0, access.services().size())
          .boxed()
          .flatMap(
              service -> {
                var total = total(service);
                return IntStream.range(0, access.zones().size())
                    .mapToObj(place -> row(service, place, total));
              })
          .iterator();
    }

    private MarginalEffects total(int service) {
      var total = new MarginalEffects(access.zones().size());
      var seen = new BitSet();
      while (ahead != null && service(ahead._1()) == service) {
        var part = ahead._2();
        part.seen().stream().forEach(place -> see(seen, place, access));
        total.add(part.effects());
        ahead = parts.hasNext() ? parts.next() : null;
      }
      if (service == 0) {
        gatherWithoutRow(seen);
      }
      total.add(withoutRow.effects(service));
      return total;
    }

    /** A zone that the matrix has no row for may still have a time within itself. */
    private void gatherWithoutRow(BitSet seen) {
      int zones = access.zones().size();
      for (int place = seen.nextClearBit(0); place < zones; place = seen.nextClearBit(place + 1)) {
        withoutRow.gather(access.zones().zone(place), new int[0], new float[0], 0);
      }
    }

    private Row row(int service, int place, MarginalEffects effects) {
      var of = access.services().get(service);
      double count = of.counts()[place];
      boolean closes = count > 0;
      double delayed = effects.of(Effect.DELAYED, place);
      double withoutAny = effects.of(Effect.WITHOUT_ANY, place);
      double added = effects.of(Effect.MINUTES_ADDED, place);
      return RowFactory.create(
          pass,
          access.zones().zone(place),
          of.service(),
          of.normMinutes(),
          count,
          access.people(place),
          effects.of(Effect.GAIN, place),
          effects.of(Effect.NEWLY_REACHING, place),
          effects.of(Effect.MINUTES_SAVED, place),
          closes ? effects.of(Effect.LOSE, place) : null,
          closes ? withoutAny : null,
          closes ? delayed + withoutAny : null,
          closes ? added : null,
          closes && delayed > 0 ? added / delayed : null);
    }
  }
}
