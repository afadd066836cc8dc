/** Contest: many region layouts against few. */
@org.jspecify.annotations.NullMarked
package nl.peil.bench.regions;
