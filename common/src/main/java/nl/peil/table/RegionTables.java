package nl.peil.table;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** What regions are, apart from who lives in them. */
public final class RegionTables {

  private RegionTables() {}

  /** The regions of every layout, also those of which nobody said yet where they lie. */
  public static final TableSpec REGIONS =
      TableSpec.named(
              "regions",
              "layout x region",
              "The regions of every layout with their names and outlines; also those whose members are not known yet, which have no zones in region_membership")
          .columns(
              Keys.LAYOUT,
              Keys.REGION,
              Column.of(
                  "region_name", StringType, "name of the region; its code when it has no name"),
              Column.of("aliases", StringType, "other names in use, '|' between them; null: none")
                  .orNull(),
              Column.of(
                  "status",
                  StringType,
                  "vastgesteld, indicatief or onvolledig (a part of its members or polygons is missing)"),
              Column.of("source", StringType, "where the region comes from"),
              Column.of("valid_from", DateType, "first day on which the layout holds").orNull(),
              Column.of("valid_to", DateType, "last day on which the layout holds").orNull(),
              Column.of(
                      "members_basis",
                      StringType,
                      "how sure it is what belongs to the region: delivered (polygons or list of the delivery), stated (in the source), public (general knowledge, to be verified) or open (not known: no zones)")
                  .where("members_basis IN ('delivered', 'stated', 'public', 'open')"),
              Column.of(
                      "members_stated",
                      BooleanType,
                      "the delivery or the source says what belongs to the region; false: open, or general knowledge that is to be verified, see members_basis")
                  .orNull(),
              Column.of("note", StringType, "what a reader has to know; null: nothing").orNull(),
              Column.of("min_x", DoubleType, "bounding box of the outline, RD metres").orNull(),
              Column.of("min_y", DoubleType, "bounding box of the outline, RD metres").orNull(),
              Column.of("max_x", DoubleType, "bounding box of the outline, RD metres").orNull(),
              Column.of("max_y", DoubleType, "bounding box of the outline, RD metres").orNull(),
              Column.of(
                      "geometry",
                      BinaryType,
                      "outline as WKB in EPSG:28992: the polygons of the region, or those of its members, together; null when none was delivered, and for layout delivery")
                  .orNull())
          .partitionedBy("layout")
          .keyedBy("layout", "region")
          .build();
}
