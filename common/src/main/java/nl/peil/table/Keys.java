package nl.peil.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** Columns that many tables share: the same name means the same everywhere. */
final class Keys {

  private Keys() {}

  static final Column SCENARIO =
      Column.of("scenario", StringType, "scenario, a free key of the delivery, e.g. basis");

  static final Column YEAR =
      Column.of("year", IntegerType, "calendar year that the row describes")
          .where("year BETWEEN 1900 AND 2200");

  static final Column MODE =
      Column.of("mode", StringType, "auto, ov_lopen, ov_fiets, fiets or lopen");

  static final Column PERIOD =
      Column.of("period", StringType, "part of the day: spits, dal or etmaal");

  static final Column ZONE =
      Column.of("zone", IntegerType, "zone key; for PC4 the postcode itself");

  static final Column SERVICE =
      Column.of(
          "service",
          StringType,
          "destination: bo, vo, mbo, hbo, wo, eerstehulp, huisarts, supermarkt, banen or an own one");

  static final Column LAYOUT = Column.of("layout", StringType, "region layout (regio-indeling)");

  static final Column REGION =
      Column.of("region", StringType, "code of the region within its layout");

  static final Column POPULATION =
      Column.of("population", DoubleType, "persons that the row stands for")
          .where("population >= 0");
}
