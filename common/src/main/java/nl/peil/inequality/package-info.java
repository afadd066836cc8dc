/** Weighted statistics over plain arrays, no Spark. */
@org.jspecify.annotations.NullMarked
package nl.peil.inequality;
