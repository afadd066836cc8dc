/** Writers of travel-time matrices, in the formats that are read. */
@org.jspecify.annotations.NullMarked
package nl.peil.source.travel.write;
