/** Readers of geographic files: GeoPackage, GeoJSON and shapefile, all to EPSG:28992. */
@org.jspecify.annotations.NullMarked
package nl.peil.source.geo;
