/** Comparison with what other accessibility software computes from the same input. */
@org.jspecify.annotations.NullMarked
package nl.peil.conformance;
