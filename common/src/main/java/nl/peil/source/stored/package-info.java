/** The files that travel_times is stored in: written from arrays, and looked at afterwards. */
@org.jspecify.annotations.NullMarked
package nl.peil.source.stored;
