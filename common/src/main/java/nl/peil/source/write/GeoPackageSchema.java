package nl.peil.source.write;

import java.util.List;
import java.util.Set;

/** The tables that a GeoPackage is made of (OGC 12-128r18, version 1.3), as SQL. */
final class GeoPackageSchema {

  /** Rijksdriehoeksmeting. */
  static final int RD = 28992;

  private GeoPackageSchema() {}

  /** What every file has. */
  static final List<String> CORE =
      List.of(
          "PRAGMA application_id = 1196444487",
          "PRAGMA user_version = 10300",
          "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL"
              + " PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT"
              + " NULL, definition TEXT NOT NULL, description TEXT)",
          "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT"
              + " NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME"
              + " NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y"
              + " DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id"
              + " FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
          "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT"
              + " NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT"
              + " NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name,"
              + " column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT"
              + " fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
              + " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys"
              + " (srs_id))");

  /** Names and descriptions of columns (extension gpkg_schema) and metadata (gpkg_metadata). */
  static final List<String> DESCRIBED =
      List.of(
          "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT"
              + " NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE"
              + " (table_name, column_name, extension_name))",
          "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
              + " name TEXT, title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT,"
              + " CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE"
              + " (table_name, name))",
          "CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL,"
              + " constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,"
              + " max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, CONSTRAINT gdcc_ntv"
              + " UNIQUE (constraint_name, constraint_type, value))",
          "CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,"
              + " md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL,"
              + " mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')",
          "CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT,"
              + " column_name TEXT, row_id_value INTEGER, timestamp DATETIME NOT NULL DEFAULT"
              + " (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL,"
              + " md_parent_id INTEGER, CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES"
              + " gpkg_metadata(id), CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES"
              + " gpkg_metadata(id))",
          extension("gpkg_data_columns", "gpkg_schema", "schema"),
          extension("gpkg_data_column_constraints", "gpkg_schema", "schema"),
          extension("gpkg_metadata", "gpkg_metadata", "metadata"),
          extension("gpkg_metadata_reference", "gpkg_metadata", "metadata"));

  private static String extension(String table, String name, String page) {
    return "INSERT INTO gpkg_extensions VALUES ('%s', NULL, '%s', '%s%s', 'read-write')"
        .formatted(table, name, "http://www.geopackage.org/spec130/#extension_", page);
  }

  private static final String WGS84 =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
          + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,"
          + "AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,"
          + "AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]";

  private static final String RD_NEW =
      "PROJCS[\"Amersfoort / RD New\",GEOGCS[\"Amersfoort\",DATUM[\"Amersfoort\","
          + "SPHEROID[\"Bessel 1841\",6377397.155,299.1528128]],PRIMEM[\"Greenwich\",0],"
          + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
          + "AUTHORITY[\"EPSG\",\"4289\"]],PROJECTION[\"Oblique_Stereographic\"],"
          + "PARAMETER[\"latitude_of_origin\",52.1561605555556],"
          + "PARAMETER[\"central_meridian\",5.38763888888889],"
          + "PARAMETER[\"scale_factor\",0.9999079],PARAMETER[\"false_easting\",155000],"
          + "PARAMETER[\"false_northing\",463000],UNIT[\"metre\",1],AXIS[\"Easting\",EAST],"
          + "AXIS[\"Northing\",NORTH],AUTHORITY[\"EPSG\",\"28992\"]]";

  /** Rows of gpkg_spatial_ref_sys: name, id, organization, its id, definition. */
  static Object[][] references() {
    return new Object[][] {
      {"Undefined Cartesian SRS", -1, "NONE", -1, "undefined"},
      {"Undefined geographic SRS", 0, "NONE", 0, "undefined"},
      {"WGS 84 geodetic", 4326, "EPSG", 4326, WGS84},
      {"Amersfoort / RD New", RD, "EPSG", RD, RD_NEW},
    };
  }

  /** Words that SQLite reads as SQL: the ones that might be a column. */
  private static final Set<String> RESERVED =
      Set.of(
          ("add all alter analyze and as asc attach before begin between by case cast check collate"
                  + " column commit constraint create cross current default delete desc detach"
                  + " distinct drop each else end escape except exists explain filter first fail"
                  + " following for foreign from full glob group having if ignore in index indexed"
                  + " inner insert instead intersect into is isnull join key last left like limit"
                  + " match natural no not nothing notnull null of offset on or order others outer"
                  + " over partition plan pragma preceding primary query raise range recursive"
                  + " references regexp reindex release rename replace restrict right rollback row"
                  + " rows savepoint select set table temp then to transaction trigger union unique"
                  + " update using vacuum values view virtual when where window with without")
              .split(" "));

  /** A name in SQL; quoted where it would be read as something else. */
  static String name(String name) {
    return name.matches("[a-z][a-z0-9_]*") && !RESERVED.contains(name)
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The SQL type of a column. */
  static String type(Field.Kind kind) {
    return switch (kind) {
      case TEXT -> "TEXT";
      case WHOLE -> "INTEGER";
      case NUMBER -> "REAL";
      case FLAG -> "BOOLEAN";
      case DATE -> "DATE";
      case MOMENT -> "DATETIME";
      case SHAPE -> throw new IllegalArgumentException("a shape has a type of geometry");
    };
  }
}
