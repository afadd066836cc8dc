/** Measures over whole matrices with Spark: from pairs to the accessibility of zones. */
@org.jspecify.annotations.NullMarked
package nl.peil.access;
