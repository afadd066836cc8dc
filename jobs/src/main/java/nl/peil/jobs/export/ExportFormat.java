package nl.peil.jobs.export;

import java.util.Locale;

/** Formats to export in. */
enum ExportFormat {
  /** A file per table, for programs or for Excel. */
  CSV,
  /** A workbook with a sheet per table. */
  XLSX,
  /** A file per table. */
  PARQUET,
  /** A GeoPackage with map layers and tables. */
  GPKG,
  /** A file per map layer. */
  GEOJSON;

  /** As it is written on the command line, and the extension of its files. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True when it holds maps. */
  boolean maps() {
    return this == GPKG || this == GEOJSON;
  }

  /** True when it holds tables. */
  boolean tables() {
    return this != GEOJSON;
  }

  /** True when all goes into one file. */
  boolean oneFile() {
    return this == XLSX || this == GPKG;
  }

  /** True when source and dictionary are tables of their own; else they are in every file. */
  boolean listsSource() {
    return this != PARQUET && this != GEOJSON;
  }
}
