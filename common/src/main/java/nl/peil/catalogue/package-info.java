/** The catalogue of region layouts and goals that policy documents name, and what is open in it. */
@org.jspecify.annotations.NullMarked
package nl.peil.catalogue;
