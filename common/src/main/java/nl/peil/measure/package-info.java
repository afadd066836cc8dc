/** Accessibility measures over one matrix row; plain arrays, no Spark. */
@org.jspecify.annotations.NullMarked
package nl.peil.measure;
