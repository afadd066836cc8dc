/** How cost grows with zones and with matrices. */
@org.jspecify.annotations.NullMarked
package nl.peil.bench.scaling;
