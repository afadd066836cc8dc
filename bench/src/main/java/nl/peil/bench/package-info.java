/** The benchmarks: which there are, and the program that runs them. */
@org.jspecify.annotations.NullMarked
package nl.peil.bench;
