/** Coordinate systems, grid cells, and who lies where: zones and regions. */
@org.jspecify.annotations.NullMarked
package nl.peil.geo;
