package nl.peil.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TableSpecTest {

  private static TableSpec.Builder base() {
    return TableSpec.named("t", "row", "A table")
        .columns(
            Column.of("scenario", DataTypes.StringType, "scenario"),
            Column.of("year", DataTypes.IntegerType, "year"));
  }

  @Test
  void columnsThatAreNotThereAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> base().partitionedBy("layout").build())
        .withMessageContaining("table t")
        .withMessageContaining("layout");
    assertThatIllegalArgumentException().isThrownBy(() -> base().slicedBy("layout").build());
    assertThatIllegalArgumentException().isThrownBy(() -> base().statisticsOn("layout").build());
    assertThatIllegalArgumentException().isThrownBy(() -> base().build().column("layout"));
  }

  @Test
  void aColumnComesOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> base().columns(Column.of("year", DataTypes.StringType, "again")).build())
        .withMessageContaining("year");
  }

  @Test
  void slicesAreAsFineAsPartitionsOrFiner() {
    assertThat(base().partitionedBy("scenario").build().sliceBy()).containsExactly("scenario");
    assertThat(base().partitionedBy("scenario").slicedBy("scenario", "year").build().sliceBy())
        .containsExactly("scenario", "year");
    assertThat(base().slicedBy("scenario", "year").partitionedBy("scenario").build().sliceBy())
        .containsExactly("scenario", "year");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> base().partitionedBy("scenario", "year").slicedBy("year").build())
        .withMessageContaining("coarser");
  }

  @Test
  void constraintsComeFromColumns() {
    var table =
        TableSpec.named("t", "row", "A table")
            .columns(
                Column.of("a", DataTypes.IntegerType, "a"),
                Column.of("b", DataTypes.IntegerType, "b").where("b > 0"),
                Column.of("c", DataTypes.IntegerType, "c").orNull().where("c > 0 OR c < -9"),
                Column.of("d", DataTypes.IntegerType, "d").orNull())
            .build();
    assertThat(table.constraints())
        .containsEntry("a_valid", "a IS NOT NULL")
        .containsEntry("b_valid", "b IS NOT NULL AND (b > 0)")
        .containsEntry("c_valid", "(c IS NULL OR (c > 0 OR c < -9))")
        .hasSize(3);
  }

  static List<TableSpec> tables() {
    return Tables.all();
  }

  @Test
  void tablesHaveDifferentNames() {
    assertThat(Tables.all()).extracting(TableSpec::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTableAndColumnSaysWhatItIs(TableSpec table) {
    assertThat(table.name()).matches("[a-z][a-z0-9_]*");
    assertThat(table.comment()).isNotBlank();
    assertThat(table.grain()).isNotBlank();
    assertThat(table.columnNames())
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
    assertThat(table.columns()).extracting(Column::comment).allMatch(text -> text.length() >= 4);
    for (var field : table.schema().fields()) {
      assertThat(field.getComment().get()).isEqualTo(table.column(field.name()).comment());
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void statisticsAreKeptOfColumnsThatHaveThemAndThatAreNoPartitions(TableSpec table) {
    assertThat(table.columnNames()).containsAll(table.statistics());
    assertThat(table.statistics()).noneMatch(table.partitionBy()::contains);
    for (var name : table.statistics()) {
      assertThat(table.column(name).type()).isNotIn(DataTypes.BinaryType, DataTypes.BooleanType);
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void slicesAreMadeOfTextsAndWholeNumbersThatAreAlwaysThere(TableSpec table) {
    for (var name : table.sliceBy()) {
      assertThat(table.column(name).type()).isIn(DataTypes.StringType, DataTypes.IntegerType);
      assertThat(table.column(name).nullable()).isFalse();
    }
  }
}
