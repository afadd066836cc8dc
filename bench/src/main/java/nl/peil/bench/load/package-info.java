/** Contest: matrices as CSV into sorted tables. */
@org.jspecify.annotations.NullMarked
package nl.peil.bench.load;
