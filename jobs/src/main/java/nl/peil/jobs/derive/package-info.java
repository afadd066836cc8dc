/** Derived tables: one declaration per file, its inputs and a pure function. */
@org.jspecify.annotations.NullMarked
package nl.peil.jobs.derive;
