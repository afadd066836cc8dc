/** A whole run in a process of its own, with its memory. */
@org.jspecify.annotations.NullMarked
package nl.peil.bench.whole;
