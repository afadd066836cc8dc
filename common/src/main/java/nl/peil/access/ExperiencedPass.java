package nl.peil.access;

import java.util.ArrayList;
import java.util.List;
import nl.peil.access.SkimRowBytes.Way;
import nl.peil.barrier.ikob.Accessibility;
import nl.peil.barrier.ikob.Part;
import nl.peil.barrier.ikob.Passes;
import nl.peil.barrier.ikob.RowBlocks;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * IKOB over stored matrices: tasks make its two passes, each over the rows of a block of origins.
 * Rows of three matrices are brought together once, without the pairs that have no weight. A task
 * holds a row and its sums over zones; the driver only those sums. Blocks and the order in which
 * their sums are added do not depend on files or machines, and so neither does the result.
 */
public final class ExperiencedPass {

  private ExperiencedPass() {}

  /**
   * Computes everything, now.
   *
   * @param skims matrices of a part of day; a pair that is absent cannot be travelled
   * @param passes what is computed; its zones are those of the skims, in the same order
   * @throws IllegalArgumentException when zones differ in number
   */
  public static Accessibility run(Skims skims, Passes passes) {
    int zones = passes.zones();
    var places = skims.places();
    if (places.zones().size() != zones) {
      throw new IllegalArgumentException(
          "expected skims of %d zones, got %d".formatted(zones, places.zones().size()));
    }
    var context = JavaSparkContext.fromSparkContext(skims.car().session().sparkContext());
    var sharedPlaces = context.broadcast(places);
    var sharedPasses = context.broadcast(passes);
    var within = passes.within();
    var rows =
        context
            .union(
                packed(skims.car(), Way.CAR, within.car(), sharedPlaces),
                packed(skims.bicycle(), Way.BICYCLE, within.bicycle(), sharedPlaces),
                packed(
                    skims.publicTransport(),
                    Way.PUBLIC_TRANSPORT,
                    within.publicTransport(),
                    sharedPlaces))
            .repartitionAndSortWithinPartitions(new SkimBlocks(zones));
    var first =
        rows.mapPartitionsWithIndex(
                (block, arriving) ->
                    List.of(
                            sharedPasses
                                .value()
                                .first(
                                    RowBlocks.from(block, zones),
                                    RowBlocks.from(block + 1, zones),
                                    new SkimBlocks.Arriving(arriving, sharedPlaces.value())))
                        .iterator(),
                true)
            .collect();
    var reached = passes.reached(first);
    var sharedReached = context.broadcast(reached);
    List<Part> second =
        rows.mapPartitionsWithIndex(
                (block, arriving) ->
                    List.of(
                            sharedPasses
                                .value()
                                .second(
                                    RowBlocks.from(block, zones),
                                    RowBlocks.from(block + 1, zones),
                                    sharedReached.value(),
                                    new SkimBlocks.Arriving(arriving, sharedPlaces.value())))
                        .iterator(),
                true)
            .collect();
    var found = passes.accessibility(reached, new ArrayList<>(second));
    sharedReached.destroy();
    sharedPasses.destroy();
    return found;
  }

  private static JavaPairRDD<Long, byte[]> packed(
      MatrixRows matrix, Way way, double most, Broadcast<Skims.Places> places) {
    return matrix
        .rows()
        .mapToPair(
            row -> {
              var zones = places.value().zones();
              return new Tuple2<>(
                  SkimBlocks.key(zones.position(row.origin()), way),
                  SkimRowBytes.pack(row, zones, most, way.needsKm()));
            });
  }
}
