/** Readers of raw files: one per format, each row with its line number. */
@org.jspecify.annotations.NullMarked
package nl.peil.source;
