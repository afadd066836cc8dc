package nl.peil.access;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import nl.peil.measure.Kernel;
import org.apache.spark.Partitioner;
import scala.Tuple2;

/**
 * Brings the values of zones together in blocks: a partition holds a range of the zones of one
 * pass, in the order of the zones. Zones without a row in the matrix get the values of an empty row
 * there, and a zone that came twice is found.
 */
final class ZoneBlocks extends Partitioner {

  private static final long serialVersionUID = 1L;

  /** Values of a block: 8 MB of them in a task, and files that are worth opening. */
  private static final int BLOCK_VALUES = 1 << 20;

  /** Zones in a block, by pass. */
  private final int[] zonesPerBlock;

  /** First partition of a pass; at the end the number of partitions. */
  private final int[] firstBlock;

  ZoneBlocks(List<Kernel> kernels) {
    this.zonesPerBlock = new int[kernels.size()];
    this.firstBlock = new int[kernels.size() + 1];
    for (int pass = 0; pass < kernels.size(); pass++) {
      var kernel = kernels.get(pass);
      int zones = Math.max(1, kernel.zones().size());
      int inBlock = Math.max(1, BLOCK_VALUES / Math.max(1, kernel.columns().size()));
      zonesPerBlock[pass] = Math.min(zones, inBlock);
      firstBlock[pass + 1] = firstBlock[pass] + (zones + inBlock - 1) / inBlock;
    }
  }

  /** Key of a zone. */
  static long key(int pass, int place) {
    return (long) pass << 32 | place;
  }

  @Override
  public int numPartitions() {
    return firstBlock[firstBlock.length - 1];
  }

  @Override
  public int getPartition(Object key) {
    long zone = (Long) key;
    int pass = (int) (zone >>> 32);
    return firstBlock[pass] + (int) zone / zonesPerBlock[pass];
  }

  /** What was found for all zones of a block, in order. */
  ZoneValues values(int block, Iterator<Tuple2<Long, double[]>> given, List<Kernel> kernels) {
    int found = Arrays.binarySearch(firstBlock, 0, zonesPerBlock.length, block);
    int pass = found >= 0 ? found : -found - 2;
    var kernel = kernels.get(pass);
    int first = (block - firstBlock[pass]) * zonesPerBlock[pass];
    int after = Math.min(first + zonesPerBlock[pass], kernel.zones().size());
    var values = new double[after - first][];
    given.forEachRemaining(
        zone -> {
          int at = zone._1().intValue() - first;
          if (values[at] != null) {
            throw MatrixRows.originTwice(kernel.zones().zone(first + at));
          }
          values[at] = zone._2();
        });
    return new ZoneValues(pass, kernel, first, values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ZoneBlocks blocks
        && Arrays.equals(zonesPerBlock, blocks.zonesPerBlock)
        && Arrays.equals(firstBlock, blocks.firstBlock);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(firstBlock);
  }
}
