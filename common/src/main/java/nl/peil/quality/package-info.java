/** Rules that data must keep, and what is said about rows and files that break them. */
@org.jspecify.annotations.NullMarked
package nl.peil.quality;
