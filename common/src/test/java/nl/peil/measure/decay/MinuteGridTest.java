package nl.peil.measure.decay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MinuteGridTest {

  @Test
  void everyTimeWithOneDecimalIsReadAsWritten() {
    for (int tenths = 0; tenths <= 100_000; tenths++) {
      var written = tenths / 10 + "." + tenths % 10;
      float stored = Float.parseFloat(written);
      assertThat(MinuteGrid.step(stored)).as(written).isEqualTo(tenths);
      assertThat(MinuteGrid.decimal(stored)).isEqualTo(Double.parseDouble(written));
    }
  }

  @Test
  void aTimeBetweenTheStepsStaysTheFloatItIs() {
    for (float between : new float[] {0.05f, 12.34f, Math.nextUp(12.3f), Math.nextDown(12.3f)}) {
      assertThat(MinuteGrid.step(between)).isEqualTo(MinuteGrid.OFF_GRID);
      assertThat(MinuteGrid.decimal(between)).isEqualTo(between);
    }
  }
}
