/** Writers of tables for people and their programs: CSV, Excel, GeoPackage, GeoJSON, Parquet. */
@org.jspecify.annotations.NullMarked
package nl.peil.source.write;
