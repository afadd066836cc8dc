/** How the weight of an opportunity falls with travel time. */
@org.jspecify.annotations.NullMarked
package nl.peil.measure.decay;
