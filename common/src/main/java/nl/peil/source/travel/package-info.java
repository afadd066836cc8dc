/** Readers of travel-time matrices: long CSV from the bytes, inspected first and then loaded. */
@org.jspecify.annotations.NullMarked
package nl.peil.source.travel;
