package nl.peil.barrier.ikob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RowBlocksTest {

  @Property
  void everyRowIsInOneBlock(@ForAll @IntRange(min = 1, max = 5000) int rows) {
    int blocks = RowBlocks.count(rows);
    assertThat(RowBlocks.from(0, rows)).isZero();
    assertThat(RowBlocks.from(blocks, rows)).isEqualTo(rows);
    for (int block = 0; block < blocks; block++) {
      int from = RowBlocks.from(block, rows);
      int to = RowBlocks.from(block + 1, rows);
      assertThat(from).isLessThan(to);
      int its = block;
      assertThat(IntStream.range(from, to).map(row -> RowBlocks.of(row, rows)))
          .allMatch(found -> found == its);
    }
  }
}
