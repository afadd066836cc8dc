package nl.peil;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An assertion that cannot fail proves nothing: this one can. */
@ExtendWith(SparkExtension.class)
class DatasetAssertionsTest {

  private static Dataset<Row> rows(SparkSession spark, String values) {
    return spark.sql("SELECT * FROM VALUES " + values + " AS t(zone, name)");
  }

  @Test
  void orderOfRowsDoesNotMatterAndNullsAreValues(SparkSession spark) {
    assertThatCode(
            () ->
                DatasetAssertions.assertSameRows(
                    rows(spark, "(1, 'a'), (2, null)"), rows(spark, "(2, null), (1, 'a')")))
        .doesNotThrowAnyException();
  }

  @Test
  void anotherValueAnotherCountOrAnotherColumnFails(SparkSession spark) {
    var expected = rows(spark, "(1, 'a'), (2, 'b')");
    assertThatThrownBy(
            () -> DatasetAssertions.assertSameRows(expected, rows(spark, "(1, 'a'), (2, 'c')")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("c");
    assertThatThrownBy(
            () ->
                DatasetAssertions.assertSameRows(
                    expected, rows(spark, "(1, 'a'), (2, 'b'), (2, 'b')")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Length not Equal");
    assertThatThrownBy(
            () ->
                DatasetAssertions.assertSameRows(
                    expected, expected.withColumnRenamed("name", "naam")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("naam");
  }
}
