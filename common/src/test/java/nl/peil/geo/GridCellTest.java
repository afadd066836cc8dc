package nl.peil.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

class GridCellTest {

  @Test
  void theCodeNamesTheCornerAndTheColumnTheSize() {
    int size = GridCell.sizeOf("crs28992res100m");
    var cell = GridCell.of("E0974N4514", size);
    assertThat(cell).isEqualTo(new GridCell("E0974N4514", 97_400, 451_400, 100));
    assertThat(cell.centre()).isEqualTo(new Coordinate(97_450, 451_450));
    assertThat(GridCell.of(" e0970n4505 ", GridCell.sizeOf("crs28992res500m")).centre())
        .isEqualTo(new Coordinate(97_250, 450_750));
  }

  @Property
  void everyCornerIsReadBack(
      @ForAll @IntRange(max = 9999) int east, @ForAll @IntRange(max = 9999) int north) {
    var cell = GridCell.of("E%04dN%04d".formatted(east, north), 100);
    assertThat(cell.x()).isEqualTo(100 * east);
    assertThat(cell.y()).isEqualTo(100 * north);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "E974N4514", "N4514E0974", "E0974N45140", "E09.4N4514", "-99997"})
  void malformedCodesAreRefused(String code) {
    assertThatThrownBy(() -> GridCell.of(code, 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("E0974N4514")
        .hasMessageContaining("'" + code + "'");
  }

  @Test
  void aCornerThatIsNotOnTheGridOfThatSizeIsRefused() {
    assertThatThrownBy(() -> GridCell.of("E0974N4514", 500))
        .hasMessageContaining("(97400, 451400)")
        .hasMessageContaining("500");
    assertThatThrownBy(() -> GridCell.of("E0974N4514", 0)).hasMessageContaining("multiple of 100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c28992r100", "crs28992res", "crs28992resXm", "crs28992res99999999999m"})
  void columnsThatTellNoSizeAreRefused(String column) {
    assertThatThrownBy(() -> GridCell.sizeOf(column))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + column + "'");
  }
}
