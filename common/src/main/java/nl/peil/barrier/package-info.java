/** Barriers: who cannot use the access that there is, as mathematics. */
@org.jspecify.annotations.NullMarked
package nl.peil.barrier;
